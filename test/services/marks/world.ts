import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { savePlaces } from '../../../src/db/enrolmentImports';
import { addGuest } from '../../../src/db/guests';
import type { Marker } from '../../../src/db/marks';
import { holdClass } from '../../../src/db/places';
import { type Db, inTransaction } from '../../../src/db/pool';
import { reopenSession, setClosingDays } from '../../../src/db/sessionRules';
import { writeSubstitute } from '../../../src/db/sessionsAhead';
import { dateIn } from '../../../src/domain/calendar';
import type { UndoResult } from '../../../src/services/desk';
import { movePlace } from '../../../src/services/moves';
import { usualTerms } from '../../../src/services/offers';
import { cancelSession, moveSession } from '../../../src/services/sessions';
import { only, timeZone, turn } from '../programme';
import type { Act } from './acts';
import type { ModelOfMarks } from './model';
import type { Session } from './records';

/** Somebody with a talk; `code` where she is an instructor. */
export type Someone = { id: string; talk: string; code?: string };
/** Two classes of a service of their own, with their sessions. */
export type Ground = { pool: Pool; service: string; classes: string[]; sessions: string[]; people: Someone[] };

const HOUR = 3_600_000;
const staff = { kind: 'staff', actor: 'test', channel: 'test' } as const;

/** Writes people with talks of their own, some of them instructors. */
export async function somePeople(pool: Pool, count = 8, instructors = 3): Promise<Someone[]> {
  const { rows } = await pool.query<Someone>(
    `with person as (
       insert into person (first_names, last_names, registered_at)
       select 'Ana ' || n, 'Ruiz', now() from generate_series(1, $1::integer) n returning id
     ), talk as (
       insert into conversation (channel, person_id) select 'whatsapp', id from person returning id, person_id
     ), teacher as (
       insert into instructor (code, entity, person_id)
       select 'T-' || left(id::text, 8), 'IDRD', id from person limit $2 returning code, person_id
     )
     select t.person_id as id, t.id as talk, i.code from talk t left join teacher i using (person_id)
     order by i.code nulls last`,
    [count, instructors],
  );
  return rows.map(({ code, ...one }) => ({ ...one, ...(code && { code }) }));
}

/** Two classes: of the first three meetings are over, long ago and just now, and one is to come; of the second one each. */
export async function twoClasses(pool: Pool, at: number): Promise<Pick<Ground, 'service' | 'classes' | 'sessions'>> {
  const service = `S-${randomUUID().slice(0, 8)}`;
  const { rows } = await pool.query<{ id: string }>(
    `with service as (insert into service (code, name, category) values ($1, 'Yoga', 'respite') returning id)
     insert into class (code, service_id, site_id, name, capacity, care_places, starts_on, ends_on)
     select $1 || n, service.id, (select min(id::text)::uuid from site), 'Yoga ' || n, 40, 40, now() - interval '60 days', now() + interval '60 days'
     from service, generate_series(1, 2) n returning id`,
    [service],
  );
  const classes = rows.map(({ id }) => id);
  const ends = [-9 * 24, -30, -1, 32, -2, 52].map((hours) => new Date(at + hours * HOUR));
  const { rows: sessions } = await pool.query<{ id: string }>(
    `insert into session (class_id, number, starts_at, ends_at)
     select ($1::uuid[])[1 + (n > 4)::integer], n, ends_at - interval '2 hours', ends_at
     from unnest($2::timestamptz[]) with ordinality as given (ends_at, n) returning id`,
    [classes, ends],
  );
  return { service, classes, sessions: sessions.map(({ id }) => id) };
}

/** What the model is told of the sessions at the beginning. */
export async function sessionsOf({ pool, classes }: Ground): Promise<Map<string, Session>> {
  const { rows } = await pool.query<{ id: string; ofClass: string; starts: Date; ends: Date }>(
    `select id, class_id as "ofClass", starts_at as starts, ends_at as ends from session where class_id = any ($1)`,
    [classes],
  );
  return new Map(
    rows.map(({ id, ofClass, starts, ends }) => [
      id,
      { ofClass, starts: starts.getTime(), ends: ends.getTime(), planned: true },
    ]),
  );
}

/** The lists with the marks that stand, who wrote by which messages, and who teaches, as the model gives them. */
export async function tablesNow({ pool, sessions, classes }: Ground): Promise<{ [session: string]: object }> {
  const { rows } = await pool.query<{ session: string; table: object }>(
    `select given.id as session,
            coalesce((select json_object_agg(r.person_id, json_strip_nulls(json_build_object(
                        'status', r.status, 'reason', case when r.status is not null then m.reason end,
                        'revision', coalesce(r.revision, 0))) order by r.person_id)
                      from roster(given.id) r left join mark m on m.id = r.mark_id), '{}') as table
     from unnest($1::uuid[]) as given (id)`,
    [sessions],
  );
  const { rows: writers } = await pool.query<{ who: string; messages: string[] }>(
    `select who, array_agg(message order by first) as messages
     from (select marked_by as who, message_id as message, min(id) as first from mark where session_id = any ($1) group by 1, 2) as written
     group by who order by who`,
    [sessions],
  );
  const { rows: rules } = await pool.query<{ teaching: string[]; days: number }>(
    `select array(select ci.class_id || ' ' || i.person_id from class_instructor ci join instructor i on i.id = ci.instructor_id
                  where ci.class_id = any ($1) order by 1) as teaching,
            coalesce((select value::integer from installation where name = 'attendance_closes_days'), 8) as days`,
    [classes],
  );
  return {
    ...Object.fromEntries(rows.map(({ session, table }) => [session, table])),
    ...Object.fromEntries(writers.map(({ who, messages }) => [`by ${who}`, messages])),
    rules: only(rules),
  };
}

/** The same lists, of the model. */
export function tablesOf(model: ModelOfMarks, { sessions }: Ground): { [session: string]: object } {
  const written = Object.entries(model.messages).sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    ...Object.fromEntries(sessions.map((session) => [session, model.table(session)])),
    ...Object.fromEntries(written.map(([who, messages]) => [`by ${who}`, messages])),
    rules: { teaching: [...model.teaching].sort(), days: model.closingDays },
  };
}

/** Does it in earnest; gives what the model would give. */
export function take(act: Act, ground: Ground): Promise<unknown> {
  const { pool } = ground;
  switch (act.does) {
    case 'mark': {
      const given = act.given.map(({ person, ...mark }) => ({ personId: person, ...mark }));
      return turn(pool, talkOf(act.who, ground), (desk) => desk.saveMarks(act.session, given), message(act));
    }
    case 'undo':
      return turn(pool, talkOf(act.who, ground), async (desk) => undone(await desk.undoLast()), message(act));
    case 'enrol':
      return turn(pool, talkOf(act.person, ground), async (desk) => (await desk.enrol(act.ofClass)).ok, message(act));
    case 'leave':
      return turn(pool, talkOf(act.person, ground), async (desk) => (await desk.leave(act.ofClass)).ok, message(act));
    default:
      return inTransaction(pool, (db) => takeAsStaff(act, db, ground));
  }
}

type ByStaff = Exclude<Act, { does: 'mark' | 'undo' | 'enrol' | 'leave' }>;

async function takeAsStaff(act: ByStaff, db: Db, ground: Ground): Promise<unknown> {
  const now = new Date(act.at);
  switch (act.does) {
    case 'bring':
      return addGuest(
        db,
        act.session,
        { personId: act.person, names: { first: 'Ana', last: 'Ruiz' } },
        markerOf(act, ground),
      );
    case 'substitute': {
      const by = { personId: act.who, conversationId: talkOf(act.who, ground), channel: 'whatsapp', now };
      return (await writeSubstitute(db, act.session, act.other, by)).outcome;
    }
    case 'import':
      await holdClass(db, act.ofClass);
      return (await savePlaces(db, [{ classId: act.ofClass, personId: act.person }], new Date(act.since))) === 1;
    case 'change class': {
      const clock = { now, today: dateIn(timeZone, now), terms: usualTerms };
      return movePlace(db, { personId: act.person, from: act.from, to: act.to }, staff, clock);
    }
    case 'move': {
      const { rows } = await db.query<{ at: Date }>('select starts_at as at from session where id = $1', [act.session]);
      const startsAt = new Date(only(rows).at.getTime() + act.hours * HOUR);
      const moved = await moveSession(db, { sessionId: act.session, startsAt }, staff, now);
      return moved.ok ? 'done' : moved.why;
    }
    case 'cancel': {
      const cancelled = await cancelSession(db, { sessionId: act.session }, staff, now);
      return cancelled.ok ? 'done' : cancelled.why;
    }
    case 'reopen':
      return reopen(act, db);
    case 'close after':
      return setClosingDays(db, act.days).then(() => true);
    case 'teach':
    case 'teach no more':
      return teach(act, db);
  }
}

async function reopen({ session, until }: Act & { does: 'reopen' }, db: Db): Promise<boolean> {
  const { rows } = await db.query<{ code: string; at: Date }>(
    'select c.code, s.starts_at as at from session s join class c on c.id = s.class_id where s.id = $1',
    [session],
  );
  const { code: classCode, at } = only(rows);
  const leave = { until: new Date(until), reason: 'lista en papel', by: 'test' };
  return reopenSession(db, { classCode, date: dateIn(timeZone, at), timeZone }, leave);
}

async function teach({ does, who, ofClass }: Act & { does: 'teach' | 'teach no more' }, db: Db): Promise<boolean> {
  await db.query(
    does === 'teach'
      ? 'insert into class_instructor select $2, id from instructor where person_id = $1 on conflict do nothing'
      : 'delete from class_instructor using instructor i where i.id = instructor_id and i.person_id = $1 and class_id = $2',
    [who, ofClass],
  );
  return true;
}

function undone(result: UndoResult): unknown {
  if (!result.ok) return result;
  const ids = (lines: { personId: string }[]) => lines.map(({ personId }) => personId).sort();
  return { ok: true, undone: ids(result.undone), kept: ids(result.kept) };
}

function message(act: Act): { messageId: string; sentAt: Date; receivedAt: Date; now: Date } {
  const now = new Date(act.at);
  const messageId = 'message' in act ? act.message : randomUUID();
  return { messageId, sentAt: 'sent' in act ? new Date(act.sent) : now, receivedAt: now, now };
}

function markerOf(act: Act & { does: 'bring' }, ground: Ground): Marker {
  const { messageId, sentAt, receivedAt } = message(act);
  const conversationId = talkOf(act.who, ground);
  return { personId: act.who, conversationId, channel: 'whatsapp', messageId, sentAt, receivedAt };
}

const talkOf = (person: string, { people }: Ground) => people.find(({ id }) => id === person)?.talk ?? '';
