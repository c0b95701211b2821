import type { Colleague, SessionAhead, SessionTaught, StandIn } from '../services/changesDesk';
import type { Db } from './pool';

// The classes somebody gives, and those of the sites she coordinates.
const CLASSES = `
  select ci.class_id as id from instructor i join class_instructor ci on ci.instructor_id = i.id where i.person_id = $1
  union
  select c.id from class c where c.site_id in (select site_id from coordinated_sites($1))`;

/** The meetings of the classes that somebody gives or coordinates which go on at an instant or begin within six weeks of it. */
export async function sessionsAheadOf(db: Db, personId: string, now: Date): Promise<SessionAhead[]> {
  const { rows } = await db.query<{ session: SessionAhead }>({
    name: 'sessions-ahead',
    text: `
      select ${AHEAD} as session
      from (${CLASSES}) as hers
      join class c on c.id = hers.id
      join site si on si.id = c.site_id
      join session s on s.class_id = c.id
      where c.cancelled_at is null and s.ends_at > $2 and s.starts_at < $2::timestamptz + interval '42 days'
      order by s.starts_at, c.code`,
    values: [personId, now],
  });
  return rows.map(({ session }) => session);
}

/**
 * The meetings that somebody may mark or coordinates which have begun and are not closed, the cancelled ones too, and how
 * many people are marked in each; the latest first.
 */
export async function sessionsBegunOf(db: Db, personId: string, now: Date): Promise<SessionAhead[]> {
  const { rows } = await db.query<{ session: SessionAhead }>({
    name: 'sessions-begun',
    text: `
      select ${AHEAD} as session
      from (
        select s.id from (${CLASSES}) as hers join session s on s.class_id = hers.id
        union
        select session_id from session_substitute where person_id = $1 and ended_at is null
      ) as hers
      join session s on s.id = hers.id
      join class c on c.id = s.class_id
      join site si on si.id = c.site_id
      where c.cancelled_at is null and s.starts_at <= $2 and session_closes_at(s.id) >= $2
      order by s.starts_at desc, c.code
      limit 50`,
    values: [personId, now],
  });
  return rows.map(({ session }) => session);
}

/** The classes whose planned meetings somebody gives at that time, but for one meeting. */
export async function clashesOf(
  db: Db,
  personId: string,
  { sessionId, startsAt, endsAt }: { sessionId: string; startsAt: string; endsAt: string },
): Promise<string[]> {
  const { rows } = await db.query<{ name: string }>({
    name: 'session-clashes',
    text: `
      select distinct c.name
      from session s join class c on c.id = s.class_id
      where s.id <> $2 and s.status = 'planned' and s.starts_at < $4 and s.ends_at > $3 and may_mark(s.id, $1)
      order by c.name`,
    values: [personId, sessionId, startsAt, endsAt],
  });
  return rows.map(({ name }) => name);
}

/** The meetings of somebody's classes that people were told of within a week, the newest first, and how many were. */
export async function changesToldBy(
  db: Db,
  personId: string,
  now: Date,
): Promise<{ sessionId: string; className: string; startsAt: Date; told: number }[]> {
  const { rows } = await db.query<{ sessionId: string; className: string; startsAt: Date; told: number }>({
    name: 'changes-told',
    text: `
      select s.id as "sessionId", c.name as "className", s.starts_at as "startsAt", count(distinct n.person_id)::integer as told
      from (${CLASSES}) as hers
      join class c on c.id = hers.id
      join session s on s.class_id = c.id
      join notice n on n.about = 'session:' || s.id
      where n.script in ('sessionMoved', 'sessionCancelled', 'sessionRestored')
        and n.outcome is distinct from 'dropped' and n.planned_at > $2::timestamptz - interval '7 days'
      group by s.id, c.id
      order by max(n.planned_at) desc, s.id
      limit 3`,
    values: [personId, now],
  });
  return rows;
}

/** Who teaches besides, for whoever may change the meeting. */
export async function colleaguesOf(db: Db, sessionId: string, personId: string): Promise<Colleague[]> {
  const { rows } = await db.query<Colleague>({
    name: 'colleagues',
    text: `
      select p.id as "personId", p.first_names as "firstNames", p.last_names as "lastNames", i.entity,
             i.entity in (select mine.entity from instructor mine where mine.person_id = $2) or exists (
               select from class_instructor ci join class c on c.id = ci.class_id
               where ci.instructor_id = i.id
                 and c.site_id = (select of.site_id from session s join class of on of.id = s.class_id where s.id = $1)) as "isNear"
      from instructor i join person p on p.id = i.person_id
      where may_change($1, $2) and not teaches($1, p.id) and p.id <> $2
      order by sort_key(p.last_names), sort_key(p.first_names), p.id`,
    values: [sessionId, personId],
  });
  return rows;
}

/** Of which class a meeting is, and from when to when. */
export async function sessionOf(db: Db, sessionId: string): Promise<{ classId: string; startsAt: Date; endsAt: Date }> {
  const { rows } = await db.query<{ classId: string; startsAt: Date; endsAt: Date }>(
    'select class_id as "classId", starts_at as "startsAt", ends_at as "endsAt" from session where id = $1',
    [sessionId],
  );
  const [session] = rows;
  if (!session) throw new Error('A meeting that was changed in this very transaction is gone.');
  return session;
}

/** Who teaches a class. */
export async function teachersOf(db: Db, classId: string): Promise<string[]> {
  const { rows } = await db.query<{ personId: string }>(
    `select i.person_id as "personId" from class_instructor ci join instructor i on i.id = ci.instructor_id
     where ci.class_id = $1 order by i.person_id`,
    [classId],
  );
  return rows.map(({ personId }) => personId);
}

/** A meeting of a class that somebody teaches, and `by` whom it was changed, if that is somebody who may. */
export async function taughtOf(
  db: Db,
  sessionId: string,
  { personId, by }: { personId: string; by: string | null },
): Promise<SessionTaught | null> {
  const { rows } = await db.query<{ session: SessionTaught }>({
    name: 'session-taught',
    text: `
      select json_strip_nulls(json_build_object(
        'className', c.name, 'site', si.name, 'startsAt', to_char(s.starts_at at time zone 'UTC', ${INSTANT}),
        'endsAt', to_char(s.ends_at at time zone 'UTC', ${INSTANT}), 'isCancelled', s.status = 'cancelled',
        'by', (select trim(p.first_names || ' ' || p.last_names) from person p where p.id = $3 and may_change(s.id, p.id)),
        'substitute', ${SUBSTITUTE})) as session
      from session s
      join class c on c.id = s.class_id
      join site si on si.id = c.site_id
      where s.id = $1 and teaches(s.id, $2)`,
    values: [sessionId, personId, by],
  });
  return rows[0]?.session ?? null;
}

/** What writing a substitute came to; `before`: who was to give the meeting until now. */
export type SubstituteWritten = {
  outcome: 'changed' | 'not_yours' | 'unproven' | 'cancelled' | 'begun' | 'nobody' | 'teaches' | 'unknown' | 'already';
  before: string[] | null;
};

/** Has somebody give a meeting in its instructor's place, or nobody any more. */
export async function writeSubstitute(
  db: Db,
  sessionId: string,
  substitute: string | undefined,
  by: { personId: string; conversationId: string; channel: string; now: Date },
): Promise<SubstituteWritten> {
  const { rows } = await db.query<SubstituteWritten>({
    name: 'session-substitute',
    text: 'select outcome, before from substitute_session($1, $2, $3, $4, $5, $6)',
    values: [sessionId, substitute ?? null, by.personId, by.conversationId, by.channel, by.now],
  });
  const [row] = rows;
  if (!row) throw new Error('substitute_session always answers, and gave no row.');
  return row;
}

/** A meeting that somebody was asked to give. */
export async function standInOf(db: Db, sessionId: string, personId: string): Promise<StandIn | null> {
  const { rows } = await db.query<{ session: StandIn }>({
    name: 'stand-in',
    text: `
      select json_strip_nulls(json_build_object(
        'className', c.name, 'site', si.name, 'address', si.address, 'startsAt', to_char(s.starts_at at time zone 'UTC', ${INSTANT}),
        'endsAt', to_char(s.ends_at at time zone 'UTC', ${INSTANT}), 'by', trim(by.first_names || ' ' || by.last_names),
        'isAsked', sub.ended_at is null, 'isCancelled', s.status = 'cancelled')) as session
      from session_substitute sub
      join session s on s.id = sub.session_id
      join class c on c.id = s.class_id
      join site si on si.id = c.site_id
      join person by on by.id = sub.appointed_by
      where sub.session_id = $1 and sub.person_id = $2`,
    values: [sessionId, personId],
  });
  return rows[0]?.session ?? null;
}

const SUBSTITUTE = `(select string_agg(trim(p.first_names || ' ' || p.last_names), ', ' order by p.id)
                    from session_substitute sub join person p on p.id = sub.person_id
                    where sub.session_id = s.id and sub.ended_at is null)`;
const INSTANT = `'YYYY-MM-DD"T"HH24:MI:SS"Z"'`;
// Of a session s as of $2, of a class c at a site si.
const AHEAD = `
  json_strip_nulls(json_build_object(
    'sessionId', s.id, 'className', c.name, 'site', si.name, 'startsAt', to_char(s.starts_at at time zone 'UTC', ${INSTANT}),
    'endsAt', to_char(s.ends_at at time zone 'UTC', ${INSTANT}), 'isCancelled', s.status = 'cancelled',
    'people', (select count(*) from enrolment e where e.class_id = c.id and e.status = 'enrolled'),
    'marked', case when s.starts_at <= $2 then (select count(r.status) from roster(s.id) r) else 0 end,
    'substitute', ${SUBSTITUTE}))`;
