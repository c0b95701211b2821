import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { addDays, dateIn } from '../../../src/domain/calendar';
import type { MarkStatus } from '../../../src/domain/marks';
import { usualTerms } from '../../../src/services/offers';
import { mergePair, undoDecision } from '../../../src/services/reviews';
import { exported } from '../exports/exported';
import {
  conversationOfPhone,
  importProgramme,
  imports,
  importTools,
  only,
  registered,
  timeZone,
  turn,
  vault,
} from '../programme';

/** Today by the city's clock: marks and merges carry the database's own times. */
export const today = dateIn(timeZone, new Date());

export const by = { actor: 'test', channel: 'test', vault, clock: { now: new Date(), today, terms: usualTerms } };

/** The sites and instructors of these tests, and classes that meet every day from today on, each its own service. */
export async function daily(pool: Pool, codes: string[]): Promise<void> {
  await importProgramme(pool);
  const header = 'code,service,site,name,capacity,starts_on,ends_on,slots,instructors';
  const slots = 'mon 6-7;tue 6-7;wed 6-7;thu 6-7;fri 6-7;sat 6-7;sun 6-7';
  const lines = codes.map((code) => `${code},YOGA,MAN-01,${code},9,${today},${addDays(today, 3)},${slots},INS-014`);
  await imports(pool, 'classes', [header, ...lines].join('\n'), { ...importTools, now: new Date() });
}

/** The person a conversation belongs to. */
export async function personOf(pool: Pool, conversation: string): Promise<string> {
  const { rows } = await pool.query<{ id: string }>('select person_id as id from conversation where id = $1', [
    conversation,
  ]);
  return only(rows).id;
}

/** A class by its code, with its sessions in order. */
export async function classOf(pool: Pool, code: string): Promise<{ classId: string; sessions: string[] }> {
  const { rows } = await pool.query<{ classId: string; sessions: string[] }>(
    `select c.id as "classId", array(select s.id from session s where s.class_id = c.id order by s.starts_at) as sessions
     from class c where c.code = $1`,
    [code],
  );
  return only(rows);
}

/** Gives the one who writes in a conversation a place, and those children who come along one in the care room. */
export async function enrol(pool: Pool, conversation: string, code: string, children = 0): Promise<void> {
  const { classId } = await classOf(pool, code);
  const wish = { company: { children, older: 0, disabled: 0 } };
  await turn(pool, conversation, (desk) => desk.enrol(classId, wish), { now: new Date() });
}

/** Takes her place away. */
export async function leave(pool: Pool, conversation: string, code: string): Promise<void> {
  await pool.query(
    `update enrolment set status = 'withdrawn', ended_at = now(), why_ended = 'left', offered_until = null
     where class_id = (select id from class where code = $2) and status in ('enrolled', 'waitlisted', 'offered')
       and person_id = (select person_id from conversation where id = $1)`,
    [conversation, code],
  );
}

/** Marks a person as the instructor would, if she is on the list; gives what came of it. */
export async function mark(pool: Pool, session: string, personId: string, status: MarkStatus): Promise<string> {
  const martha = await conversationOfPhone(pool, '573009990002');
  // The session may lie ahead: what is tested here is whose the mark is.
  const saved = await turn(pool, martha, (desk) => desk.saveMarks(session, [{ personId, status, reason: 'x' }]), {
    now: new Date(),
    messageId: randomUUID(),
  });
  return saved.ok ? 'saved' : saved.why;
}

/** The open near match of these two, by its number. */
export async function near(pool: Pool, one: string, other: string): Promise<string> {
  await pool.query(`select open_review('near_match', array[$1::uuid, $2::uuid], '{}')`, [one, other]);
  const { rows } = await pool.query<{ id: string }>(
    `select id::text from review where status = 'open' and subjects = array[least($1::uuid, $2), greatest($1::uuid, $2)]`,
    [one, other],
  );
  return only(rows).id;
}

/** Merges two people, keeping the first, and gives the review's number; fails where they cannot be merged. */
export async function merged(pool: Pool, keep: string, lose: string, marks?: string): Promise<string> {
  const review = await near(pool, keep, lose);
  const done = await mergePair(pool, review, { keep, marks }, by);
  if (!done.ok) throw new Error(done.why);
  return review;
}

/** Takes a merge back. */
export async function undone(pool: Pool, review: string): Promise<number> {
  const done = await undoDecision(pool, review, by);
  if (!done.ok) throw new Error(done.why);
  return done.stayed;
}

/** Two who registered, each in a talk of her own. */
export async function two(pool: Pool): Promise<{ maria: string; mery: string; mariaId: string; meryId: string }> {
  const maria = await registered(pool, { names: { first: 'María', last: 'Pérez' } });
  const mery = await registered(pool, { names: { first: 'Mery', last: 'Pérez' }, document: { type: 'OTRO' } });
  return { maria, mery, mariaId: await personOf(pool, maria), meryId: await personOf(pool, mery) };
}

/** The attendance of these days as CSV, as it is now or was then. */
export async function attendance(pool: Pool, asOf?: Date): Promise<string> {
  const days = { from: today, to: addDays(today, 4), ...(asOf && { asOf }) };
  return String(await exported(pool, 'attendance', 'csv', days));
}

/** An instant after all that was written, and before all that will be. */
export async function instant(pool: Pool): Promise<Date> {
  await pool.query('select pg_sleep(0.003)');
  const at = new Date();
  await pool.query('select pg_sleep(0.003)');
  return at;
}

/** Everything that belongs to people, as it stands: each row of each table, whole. */
export async function belongings(pool: Pool): Promise<{ [table: string]: unknown[] }> {
  const { rows: tables } = await pool.query<{ name: string }>('select name from tables_of_people()');
  const found: { [table: string]: unknown[] } = {};
  for (const { name } of [...tables, { name: 'person' }]) {
    const { rows } = await pool.query<{ row: object }>(
      `select to_jsonb(t) as row from ${name} t order by to_jsonb(t)::text`,
    );
    found[name] = rows.map(({ row }) => row);
  }
  return found;
}

/** Puts a person on a session's list who has no place, as her instructor would. */
export async function bring(pool: Pool, session: string, personId: string): Promise<void> {
  const martha = await personOf(pool, await conversationOfPhone(pool, '573009990002'));
  await pool.query(
    `insert into session_guest (session_id, person_id, added_by, channel, added_at)
     select $1, $2, $3, 'whatsapp', greatest(now(), (select max(saved_at) + interval '1 microsecond' from mark where session_id = $1 and person_id = $2))
     where not exists (select from roster($1) r where r.person_id = $2)`,
    [session, personId, martha],
  );
}

/** Takes her mark back, as an undo would. */
export async function takeBack(pool: Pool, of: string, personId: string): Promise<void> {
  await pool.query(
    `insert into mark (session_id, person_id, revision, status, marked_by, channel, message_id, sent_at, received_at)
     select session_id, person_id, revision + 1, 'unmarked', marked_by, channel, $3, now(), now() from mark
     where session_id = $1 and person_id = $2 and status <> 'unmarked'
       and revision = (select max(revision) from mark where session_id = $1 and person_id = $2)`,
    [of, personId, randomUUID()],
  );
}
