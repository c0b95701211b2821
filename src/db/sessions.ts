import type { RosterLine, SessionToMark } from '../services/desk';
import type { Db } from './pool';

/** Sessions that an instructor's classes hold on the local day of an instant, in order. */
export async function sessionsOn(
  db: Db,
  day: { at: Date; timeZone: string },
  instructorPersonId: string,
): Promise<SessionToMark[]> {
  const { rows } = await db.query<Omit<SessionToMark, 'startsAt' | 'endsAt'> & { startsAt: Date; endsAt: Date }>({
    name: 'sessions-on',
    text: `
      select s.id as "sessionId", c.name as "className", si.name as site, s.starts_at as "startsAt", s.ends_at as "endsAt",
             listed.enrolled, listed.marked
      from (
        select s.id
        from instructor i
        join class_instructor ci on ci.instructor_id = i.id
        join session s on s.class_id = ci.class_id
        where i.person_id = $1
        union
        select session_id from session_substitute where person_id = $1 and ended_at is null
      ) as hers
      join session s on s.id = hers.id
      join class c on c.id = s.class_id
      join site si on si.id = c.site_id
      cross join lateral (select count(*)::integer as enrolled, count(status)::integer as marked from roster(s.id)) as listed
      where s.status = 'planned'
        and s.starts_at >= date_trunc('day', $2::timestamptz at time zone $3) at time zone $3
        and s.starts_at < (date_trunc('day', $2::timestamptz at time zone $3) + interval '1 day') at time zone $3
      order by s.starts_at, c.code`,
    values: [instructorPersonId, day.at, day.timeZone],
  });
  return rows.map((row) => ({ ...row, startsAt: row.startsAt.toISOString(), endsAt: row.endsAt.toISOString() }));
}

/** A session's numbered list with the marks that stand, for an instructor of its class; to anybody else it is empty. */
export async function rosterOf(db: Db, sessionId: string, instructorPersonId: string): Promise<RosterLine[]> {
  const { rows } = await db.query<Listed>({
    name: 'roster',
    text: `
      select r.number, r.person_id as "personId", r.first_names as "firstNames", r.last_names as "lastNames", r.status as mark, r.revision,
             not coalesce(reply.coming, true) as "notComing"
      from session s
      cross join lateral roster(s.id) as r
      left join session_reply reply on reply.session_id = s.id and reply.person_id = r.person_id
      where s.id = $1 and may_mark(s.id, $2)
      order by r.number`,
    values: [sessionId, instructorPersonId],
  });
  return rows.map(({ mark, revision, notComing, ...line }) => ({
    ...line,
    ...(mark !== null && { mark }),
    ...(revision !== null && { revision }),
    ...(notComing && { notComing }),
  }));
}

type Listed = Omit<RosterLine, 'mark' | 'revision' | 'notComing'> & {
  mark: NonNullable<RosterLine['mark']> | null;
  revision: number | null;
  notComing: boolean;
};

/** Adds a meeting to a class, unless it meets then already; planned meetings after it count one more. */
export async function addSession(db: Db, session: { classCode: string; startsAt: Date; endsAt: Date }): Promise<void> {
  await db.query(
    `with added as (
       insert into session (class_id, number, starts_at, ends_at)
       select c.id, (select count(*) + 1 from session s where s.class_id = c.id and s.starts_at < $2), $2, $3
       from class c where c.code = $1
       on conflict (class_id, starts_at) do nothing
       returning class_id
     )
     update session set number = number + 1
     from added
     where session.class_id = added.class_id and session.starts_at > $2
       and not exists (select from mark where session_id = session.id)`,
    [session.classCode, session.startsAt, session.endsAt],
  );
}
