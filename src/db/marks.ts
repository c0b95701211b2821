import type { MarkGiven } from '../services/desk';
import type { Db } from './pool';

/** Who marks, and by which message. */
export type Marker = {
  personId: string;
  conversationId: string;
  channel: string;
  messageId: string;
  sentAt: Date;
  receivedAt: Date;
};

/**
 * Holds a session for writing marks, if this person may mark it. Gives the newest mark as it was before any wait for
 * another writer, so that what that writer did can be told from what was there.
 */
export async function holdSession(
  db: Db,
  sessionId: string,
  personId: string,
): Promise<{ lastMark: string } | undefined> {
  const { rows } = await db.query<{ lastMark: string }>({
    name: 'session-hold',
    text: `
      select (select coalesce(max(m.id), 0) from mark m where m.session_id = s.id) as "lastMark"
      from session s
      join class_instructor ci on ci.class_id = s.class_id
      join instructor i on i.id = ci.instructor_id and i.person_id = $2
      where s.id = $1 and s.status = 'planned'
      for no key update of s`,
    values: [sessionId, personId],
  });
  return rows[0];
}

/**
 * What writing marks came to: nothing is written if anybody is a
 * stranger to the list, or has by now another mark than was seen.
 */
export type MarksWritten = { mine: boolean; strangers: number; newer: number; written: number };

/** Writes the marks that differ from those that stand, each as the next revision, with a line in the audit log. */
export async function writeMarks(
  db: Db,
  session: { id: string; lastMark: string },
  marks: MarkGiven[],
  marker: Marker,
): Promise<MarksWritten> {
  const { rows } = await db.query<MarksWritten>({
    name: 'marks-write',
    text: WRITE,
    values: [
      session.id,
      session.lastMark,
      marks.map((mark) => mark.personId),
      marks.map((mark) => mark.status),
      marks.map((mark) => mark.reason ?? null),
      marks.map((mark) => mark.seen ?? null),
      marker.personId,
      marker.conversationId,
      marker.channel,
      marker.messageId,
      marker.sentAt,
      marker.receivedAt,
    ],
  });
  const [row] = rows;
  if (!row) throw new Error('The statement that writes marks gave no row.');
  return row;
}

// "given" leaves out what this very message has written already, so that a repeat is not taken for a conflict.
const WRITE = `
  with mine as (
    select s.id
    from session s
    join class_instructor ci on ci.class_id = s.class_id
    join instructor i on i.id = ci.instructor_id and i.person_id = $7
    where s.id = $1 and s.status = 'planned'
  ), given as (
    select distinct on (person_id) *
    from unnest($3::uuid[], $4::text[], $5::text[], $6::integer[]) with ordinality as given (person_id, status, reason, seen, position)
    where not exists (select from mark m where m.session_id = $1 and m.person_id = given.person_id
                      and m.channel = $9 and m.message_id = $10)
    order by person_id, position desc
  ), compared as (
    select given.*, r.person_id is null as stranger, coalesce(r.revision, 0) as revision,
           r.status is distinct from given.status
           or given.reason is not null and given.reason is distinct from (select reason from mark where id = r.mark_id) as differs,
           r.mark_id > $2 or r.revision > given.seen as is_newer
    from given
    left join roster($1) as r on r.person_id = given.person_id
  ), verdict as (
    select exists (select from mine) as mine, count(*) filter (where stranger)::integer as strangers,
           count(*) filter (where is_newer and differs)::integer as newer
    from compared
  ), written as (
    insert into mark (session_id, person_id, revision, status, reason, marked_by, conversation_id, channel, message_id, sent_at, received_at)
    select $1, person_id, compared.revision + 1, status, reason, $7, $8, $9, $10, $11, $12
    from compared
    cross join verdict
    where verdict.mine and verdict.strangers = 0 and verdict.newer = 0 and differs
    returning id
  ), logged as (
    insert into audit (actor_id, actor, action, object_kind, object_id, channel, details)
    select $7, 'instructor', 'mark', 'session', $1::text, $9, jsonb_build_object('marks', count(*))
    from written
    having count(*) > 0
  )
  select verdict.*, (select count(*)::integer from written) as written from verdict`;
