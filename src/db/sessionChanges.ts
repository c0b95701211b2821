import type { Db } from './pool';

/** What is to happen to a meeting. Times are instants; `endsAt` is left out where it keeps its length. */
export type SessionChange = { sessionId: string; reason?: string } & (
  | { what: 'move'; startsAt: Date; endsAt?: Date }
  | { what: 'cancel' | 'not_held' | 'restore' }
);

/** An instructor who changes a meeting of hers, in the conversation she writes in. */
export type ChangingInstructor = { personId: string; conversationId: string; channel: string };

/** Why a meeting stays as it is. */
export type SessionRefusal =
  | 'unknown_session'
  | 'not_yours'
  | 'unproven'
  | 'cancelled'
  | 'planned'
  | 'begun'
  | 'not_begun'
  | 'closed'
  | 'marked'
  | 'in_the_past'
  | 'taken';

/** What changing a meeting came to; `was`: when it was to begin before. */
export type SessionWritten = { outcome: 'changed' | 'same' | SessionRefusal; classId: string; was: Date };

/** Changes a meeting, for staff or for an instructor of its class: that, the database itself looks at. */
export async function writeChange(
  db: Db,
  change: SessionChange,
  by: ChangingInstructor | undefined,
  now: Date,
): Promise<SessionWritten> {
  const to = change.what === 'move' ? change : undefined;
  const { rows } = await db.query<SessionWritten>({
    name: 'session-change',
    text: `select outcome, of_class as "classId", was from change_session($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    values: [
      change.sessionId,
      change.what,
      to?.startsAt ?? null,
      to?.endsAt ?? null,
      change.reason ?? null,
      by?.personId ?? null,
      by?.conversationId ?? null,
      by?.channel ?? null,
      now,
    ],
  });
  const [row] = rows;
  if (!row) throw new Error('change_session always answers, and gave no row.');
  return row;
}

/** Cancels a class, held before, with its meetings from now on; gives them, or nothing if it is cancelled or not there. */
export async function writeClassCancel(
  db: Db,
  { classId, reason }: { classId: string; reason: string },
  now: Date,
): Promise<{ sessionId: string; startsAt: Date }[] | undefined> {
  const { rowCount } = await db.query(
    'update class set cancelled_at = $2, cancel_reason = $3 where id = $1 and cancelled_at is null',
    [classId, now, reason],
  );
  if (rowCount === 0) return undefined;
  const { rows } = await db.query<{ sessionId: string; startsAt: Date }>(
    `update session set status = 'cancelled' where class_id = $1 and status = 'planned' and starts_at > $2
     returning id as "sessionId", starts_at as "startsAt"`,
    [classId, now],
  );
  return rows;
}

/** Who is to give any of these meetings in its instructor's place. */
export async function standingIn(db: Db, sessionIds: string[]): Promise<string[]> {
  const { rows } = await db.query<{ personId: string }>(
    `select distinct person_id as "personId" from session_substitute
     where session_id = any ($1) and ended_at is null order by person_id`,
    [sessionIds],
  );
  return rows.map(({ personId }) => personId);
}

/** The people who have a place in a class. */
export async function peopleIn(db: Db, classId: string): Promise<string[]> {
  const { rows } = await db.query<{ personId: string }>(
    `select person_id as "personId" from enrolment where class_id = $1 and status = 'enrolled' order by person_id`,
    [classId],
  );
  return rows.map(({ personId }) => personId);
}

/**
 * Somebody who was to be told of a change of a meeting and has not got it: no chat reaches her ('nobody'), it was refused
 * ('failed'), or it is still under way ('waiting').
 */
export type Unreached = {
  personId: string;
  firstNames: string;
  lastNames: string;
  why: 'nobody' | 'failed' | 'waiting';
};

/**
 * Who has not got the latest word about a meeting. What a notice became is told by its turn, whose replies have the time of
 * its commit: the notice's own place in the inbox was done at that very time.
 */
export async function notReached(db: Db, sessionId: string): Promise<Unreached[]> {
  const { rows } = await db.query<Unreached>(
    `with latest as (
       select distinct on (n.person_id) n.*
       from notice n
       where n.about = $1 and n.script in ('sessionMoved', 'sessionCancelled', 'sessionRestored') and n.outcome is distinct from 'dropped'
       order by n.person_id, n.planned_at desc, n.id desc
     ), told as (
       select latest.person_id,
              case when latest.outcome = 'nobody' then 'nobody'
                   when bool_or(o.status = 'failed') then 'failed'
                   when bool_and(o.status in ('delivered', 'read', 'played')) then null
                   when i.done_at is not null and count(o.id) = 0 then null
                   else 'waiting' end as why
       from latest
       left join inbox i on i.message_id = 'notice:' || latest.id
       left join outbox o on o.conversation_id = i.conversation_id and o.created_at = i.done_at
       group by latest.person_id, latest.outcome, i.done_at
     )
     select p.id as "personId", p.first_names as "firstNames", p.last_names as "lastNames", told.why
     from told join person p on p.id = told.person_id
     where told.why is not null
     order by sort_key(p.last_names), sort_key(p.first_names), p.id`,
    [`session:${sessionId}`],
  );
  return rows;
}
