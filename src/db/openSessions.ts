import type { SessionToMark } from '../services/desk';
import type { Db } from './pool';

/** An instructor's sessions of the days before an instant's local day that can still be marked then, the latest first. */
export async function earlierSessions(
  db: Db,
  day: { at: Date; timeZone: string },
  instructorPersonId: string,
): Promise<SessionToMark[]> {
  const { rows } = await db.query<Row>({
    name: 'sessions-earlier',
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
        and s.starts_at < date_trunc('day', $2::timestamptz at time zone $3) at time zone $3
        and session_closes_at(s.id) >= $2
        and listed.enrolled > 0
      order by s.starts_at desc, c.code
      limit 30`,
    values: [instructorPersonId, day.at, day.timeZone],
  });
  return rows.map(asTold);
}

/** A planned session for somebody who may mark it; nothing for anybody else. */
export async function sessionToMark(db: Db, sessionId: string, personId: string): Promise<SessionToMark | undefined> {
  const { rows } = await db.query<Row>({
    name: 'session-to-mark',
    text: `
      select s.id as "sessionId", c.name as "className", si.name as site, s.starts_at as "startsAt", s.ends_at as "endsAt",
             listed.enrolled, listed.marked
      from session s
      join class c on c.id = s.class_id
      join site si on si.id = c.site_id
      cross join lateral (select count(*)::integer as enrolled, count(status)::integer as marked from roster(s.id)) as listed
      where s.id = $1 and s.status = 'planned' and may_mark(s.id, $2)`,
    values: [sessionId, personId],
  });
  return rows.map(asTold)[0];
}

type Row = Omit<SessionToMark, 'startsAt' | 'endsAt'> & { startsAt: Date; endsAt: Date };

function asTold({ startsAt, endsAt, ...session }: Row): SessionToMark {
  return { ...session, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
}
