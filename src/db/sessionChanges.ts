import type { Db } from './pool';

/** A meeting that is to be moved or cancelled, held until the transaction ends; `taught`: by the person who asks. */
export type HeldSession = {
  classId: string;
  startsAt: Date;
  endsAt: Date;
  isCancelled: boolean;
  isMarked: boolean;
  isTaught: boolean;
};

/** Holds a meeting and its class; `personId` is who asks, if she is known. */
export async function holdSessionToChange(
  db: Db,
  sessionId: string,
  personId: string | null,
): Promise<HeldSession | undefined> {
  await db.query('select from class c where c.id = (select class_id from session where id = $1) for no key update', [
    sessionId,
  ]);
  const { rows } = await db.query<HeldSession>(
    `select s.class_id as "classId", s.starts_at as "startsAt", s.ends_at as "endsAt", s.status = 'cancelled' as "isCancelled",
            exists (select from mark where session_id = s.id) as "isMarked",
            exists (select from class_instructor ci join instructor i on i.id = ci.instructor_id
                    where ci.class_id = s.class_id and i.person_id = $2) as "isTaught"
     from session s where s.id = $1 for update`,
    [sessionId, personId],
  );
  return rows[0];
}

/** Moves a meeting; false: its class meets at that time already. */
export async function writeMove(db: Db, sessionId: string, to: { startsAt: Date; endsAt: Date }): Promise<boolean> {
  const { rowCount } = await db.query(
    `update session s
     set first_starts_at = coalesce(first_starts_at, starts_at), starts_at = $2, ends_at = $3
     where id = $1 and not exists (
       select from session other
       where other.class_id = s.class_id and other.id <> s.id and (other.starts_at = $2
         or (other.status = 'planned' and other.starts_at < $3 and other.ends_at > $2)))`,
    [sessionId, to.startsAt, to.endsAt],
  );
  return rowCount === 1;
}

/** Cancels meetings that are planned; gives those that were. */
export async function writeCancel(db: Db, sessionIds: string[]): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `update session set status = 'cancelled' where id = any ($1) and status = 'planned' returning id`,
    [sessionIds],
  );
  return rows.map(({ id }) => id);
}

/** Cancels a class, held before, with its meetings from now on; gives them, or nothing if it is cancelled or not there. */
export async function writeClassCancel(db: Db, classId: string, now: Date): Promise<string[] | undefined> {
  const { rowCount } = await db.query('update class set cancelled_at = $2 where id = $1 and cancelled_at is null', [
    classId,
    now,
  ]);
  if (rowCount === 0) return undefined;
  const { rows } = await db.query<{ id: string }>(
    `select id from session where class_id = $1 and status = 'planned' and starts_at > $2`,
    [classId, now],
  );
  return writeCancel(
    db,
    rows.map(({ id }) => id),
  );
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
       where n.about = $1 and n.script in ('sessionMoved', 'sessionCancelled') and n.outcome is distinct from 'dropped'
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
