import type { Pool } from 'pg';
import { planAttendancePrompts } from '../../src/services/attendancePrompts';
import { freshDatabase } from '../setup/database';
import { conversationOfPhone, importProgramme, now, only, registered, timeZone, turn } from './programme';

let pool: Pool;
let martha: string;
let oscar: string;
let caregiver: string;
let yoga: string;

const begun = async (talk = martha) =>
  (await turn(pool, talk, (desk) => desk.sessionsBegun())).filter(({ className }) => className === 'Yoga suave');
const personOf = async (talk: string) =>
  only((await pool.query<{ id: string }>('select person_id as id from conversation where id = $1', [talk])).rows).id;
const logged = async () => (await pool.query('select action from audit order by id')).rows.map(({ action }) => action);
const notices = async () => (await pool.query('select script, outcome from notice order by id')).rows;

// Yoga goes on from eight to ten.
const [during, after] = [now, new Date(now.getTime() + 2 * 3_600_000)];

beforeAll(async () => {
  ({ pool } = await freshDatabase());
  await importProgramme(pool);
  martha = await conversationOfPhone(pool, '573009990002');
  oscar = await conversationOfPhone(pool, '573009990003');
  caregiver = await registered(pool);
  await pool.query(
    `insert into enrolment (class_id, person_id, status, enrolled_at, enrolled_noted_at)
     select c.id, (select person_id from conversation where id = $1), 'enrolled', '2025-02-01', '2025-02-01' from class c where c.code = 'MAN-YOGA-01'`,
    [caregiver],
  );
  yoga = (await begun())[0]?.sessionId ?? '';
});
beforeEach(async () => {
  await pool.query('truncate audit, notice, session_substitute');
  await pool.query(`update session set status = 'planned', change_reason = null`);
});

test('a class not held is told to those enrolled while it would go on, and is no longer one to mark', async () => {
  expect((await begun())[0]).toMatchObject({ marked: 0, isCancelled: false, people: 1 });
  expect(await turn(pool, martha, (desk) => desk.noteNotHeld(yoga, 'se fue la luz'), { now: during })).toEqual({
    ok: true,
    told: 1,
  });
  expect((await notices()).map(({ script }) => script)).toEqual(['sessionCancelled']);
  expect(await turn(pool, martha, (desk) => desk.sessionToMark(yoga))).toBeUndefined();
  expect(await turn(pool, martha, (desk) => desk.roster(yoga))).toEqual([]);
  expect(await logged()).toEqual(['session_not_held']);
});

test('a class not held is told to nobody once it is over, and nobody is asked to mark it any more', async () => {
  await planAttendancePrompts(pool, after, timeZone);
  expect(await turn(pool, martha, (desk) => desk.noteNotHeld(yoga), { now: after })).toEqual({ ok: true, told: 0 });
  expect(new Set((await notices()).map(({ outcome }) => outcome))).toEqual(new Set(['dropped']));
  await planAttendancePrompts(pool, after, timeZone);
  expect((await notices()).filter(({ outcome }) => outcome === null)).toEqual([]);
});

test('a class not held was held after all: it can be marked again', async () => {
  await turn(pool, martha, (desk) => desk.noteNotHeld(yoga), { now: after });
  expect(await turn(pool, martha, (desk) => desk.restoreSession(yoga), { now: after })).toEqual({
    ok: true,
    told: 0,
  });
  expect(await turn(pool, martha, (desk) => desk.sessionToMark(yoga))).toBeDefined();
});

test('that a class was not held is said by who may mark it, once it has begun and as long as it can be marked', async () => {
  const not = (why: string) => ({ ok: false, why });
  const before = new Date(now.getTime() - 2 * 3_600_000);
  const closed = new Date(now.getTime() + 10 * 86_400_000);
  expect(await turn(pool, oscar, (desk) => desk.noteNotHeld(yoga))).toEqual(not('not_yours'));
  expect(await turn(pool, caregiver, (desk) => desk.noteNotHeld(yoga))).toEqual(not('not_yours'));
  expect(await turn(pool, martha, (desk) => desk.noteNotHeld(yoga), { now: before })).toEqual(not('not_begun'));
  expect(await turn(pool, martha, (desk) => desk.noteNotHeld(yoga), { now: closed })).toEqual(not('closed'));
  expect(await turn(pool, martha, async (desk) => desk.substitute(yoga, await personOf(oscar)))).toEqual({
    ok: true,
  });
  expect((await begun(oscar)).map(({ sessionId }) => sessionId)).toEqual([yoga]);
  expect((await turn(pool, oscar, (desk) => desk.noteNotHeld(yoga))).ok).toBe(true);
  expect(await turn(pool, oscar, (desk) => desk.cancelSession(yoga))).toEqual(not('not_yours'));
});

test('a class stays one that was held where somebody is marked, until that is undone', async () => {
  const { personId = '' } = (await turn(pool, martha, (desk) => desk.roster(yoga)))[0] ?? {};
  await turn(pool, martha, (desk) => desk.saveMarks(yoga, [{ personId, status: 'present' }]));
  expect((await begun())[0]?.marked).toBe(1);
  expect(await turn(pool, martha, (desk) => desk.noteNotHeld(yoga))).toEqual({ ok: false, why: 'marked' });
  expect((await turn(pool, martha, (desk) => desk.undoLast())).ok).toBe(true);
  expect((await turn(pool, martha, (desk) => desk.noteNotHeld(yoga))).ok).toBe(true);
  expect((await turn(pool, martha, (desk) => desk.restoreSession(yoga))).ok).toBe(true);
});
