import type { Db } from './pool';

/** A meeting of a class as it stands. `firstStartsAt`: when it was to begin before it was first moved, if it was. */
export type ClassSession = {
  sessionId: string;
  startsAt: Date;
  endsAt: Date;
  firstStartsAt: Date | null;
  isCancelled: boolean;
};

/** All meetings of a class in their order, the cancelled ones too; nothing if no class has this code. */
export async function sessionsOfClass(db: Db, classCode: string): Promise<ClassSession[] | undefined> {
  const { rows } = await db.query<ClassSession | { sessionId: null }>(
    `select s.id as "sessionId", s.starts_at as "startsAt", s.ends_at as "endsAt", s.first_starts_at as "firstStartsAt",
            s.status = 'cancelled' as "isCancelled"
     from class c left join session s on s.class_id = c.id
     where c.code = $1
     order by s.starts_at`,
    [classCode],
  );
  return rows.length === 0 ? undefined : rows.flatMap((row) => (row.sessionId === null ? [] : [row]));
}

/** A class, and whom and what it would touch to cancel it now: `sessions` to come, people `placed` and `waiting`. */
export type ClassStanding = {
  id: string;
  name: string;
  site: string;
  endsOn: string;
  isCancelled: boolean;
  sessions: number;
  placed: number;
  waiting: number;
};

/** How a class stands; nothing if none has this code. */
export async function classStanding(db: Db, classCode: string, now: Date): Promise<ClassStanding | undefined> {
  const { rows } = await db.query<ClassStanding>(
    `select c.id, c.name, si.name as site, c.ends_on::text as "endsOn", c.cancelled_at is not null as "isCancelled",
            (select count(*)::integer from session s
             where s.class_id = c.id and s.status = 'planned' and s.starts_at > $2) as sessions,
            (select count(*)::integer from enrolment e where e.class_id = c.id and e.status = 'enrolled') as placed,
            (select count(*)::integer from enrolment e
             where e.class_id = c.id and e.status in ('waitlisted', 'offered')) as waiting
     from class c join site si on si.id = c.site_id
     where c.code = $1`,
    [classCode, now],
  );
  return rows[0];
}
