import type { Pool } from 'pg';
import { codeMinute } from '../../src/domain/checkIn';
import { checkInCode, checkInTicket, readTicket } from '../../src/services/checkIn';
import type { Desk } from '../../src/services/desk';
import { createVault } from '../../src/services/vault';
import { freshDatabase } from '../setup/database';
import { classId, conversationOfPhone, importProgramme, only, registered, turn, vault } from './programme';

let pool: Pool;
let yoga: string;
let session: string;
let martha: string;
/** Yoga is from eight to ten on Tuesdays and Thursdays. */
const at = (time: string) => new Date(`2025-03-04T${time}-05:00`);

beforeAll(async () => {
  ({ pool } = await freshDatabase());
  await importProgramme(pool);
  yoga = await classId(pool, 'MAN-YOGA-01');
  martha = await conversationOfPhone(pool, '573009990002');
  const { rows } = await pool.query<{ id: string }>(
    `select id from session where class_id = $1 and starts_at::date = '2025-03-04'`,
    [yoga],
  );
  session = only(rows).id;
});

const codeAt = (time: string, of = session) => checkInCode(vault, of, codeMinute(at(time)));

async function enrolled(): Promise<string> {
  const talk = await registered(pool);
  await turn(pool, talk, (desk) => desk.enrol(yoga), { now: new Date('2025-03-03T09:00:00-05:00') });
  return talk;
}
const tries = (talk: string, code: string, time: string) =>
  turn(pool, talk, (desk) => desk.checkIn(code), { now: at(time) });
const asMartha = <T>(ask: (desk: Desk) => Promise<T>, time = '08:10:00') => turn(pool, martha, ask, { now: at(time) });

test('the code on show is taken, and once', async () => {
  const ana = await enrolled();
  const shown = await asMartha((desk) => desk.checkInCode(session));
  expect(shown?.code).toMatch(/^[1-9]\d{3}$/);
  expect(await tries(ana, shown?.code ?? '', '08:10:00')).toEqual({ ok: true, className: 'Yoga suave' });
  expect(await tries(ana, codeAt('08:30:00'), '08:30:00')).toMatchObject({ ok: false, why: 'already' });
  const { claimed } = await asMartha((desk) => desk.checkIns(session));
  expect(claimed).toHaveLength(1);
});

test.each([
  ['as the next one comes', '08:10:59', '08:11:00'],
  ['two minutes later', '08:10:00', '08:12:59'],
])('a code typed %s is taken', async (_, shown, sent) => {
  expect(await tries(await enrolled(), codeAt(shown), sent)).toMatchObject({ ok: true });
});

test('a code shared and used later is refused and shown to the instructor', async () => {
  const refusedBefore = (await asMartha((desk) => desk.checkIns(session))).refused;
  const late = await enrolled();
  expect(await tries(late, codeAt('08:10:00'), '08:13:00')).toMatchObject({ ok: false, why: 'expired' });
  expect(await tries(late, codeAt('08:10:00'), '09:30:00')).toMatchObject({ ok: false, why: 'expired' });
  const { claimed, refused } = await asMartha((desk) => desk.checkIns(session));
  expect(refused - refusedBefore).toBe(2);
  expect(claimed).not.toContain(
    only((await pool.query('select person_id from conversation where id = $1', [late])).rows).person_id,
  );
});

test('a code of yesterday, or of tomorrow, is of nothing', async () => {
  const ana = await enrolled();
  const now = codeMinute(at('08:10:00'));
  const ofMinute = (minute: number) => checkInCode(vault, session, minute);
  const soFar = Array.from({ length: 41 }, (_, back) => ofMinute(now - back));
  // With four digits the code of another day may by chance be one of this morning's, which has run out.
  const others = [-2, -1, 1, 2, 3, 4].map((days) => ofMinute(now + days * 24 * 60));
  const [other = ''] = others.filter((code) => !soFar.includes(code));
  expect(await tries(ana, other, '08:10:00')).toMatchObject({ ok: false, why: 'wrong' });
});

test('who is not on the list learns that, and so does whoever has no class now', async () => {
  const stranger = await registered(pool);
  expect(await tries(stranger, codeAt('08:10:00'), '08:10:00')).toMatchObject({ ok: false, why: 'not_listed' });
  expect(await tries(stranger, '9999', '08:10:00')).toEqual({ ok: false, why: 'no_class' });
  expect(await tries(await enrolled(), codeAt('12:00:00'), '12:00:00')).toEqual({ ok: false, why: 'no_class' });
});

test('after five refusals in ten minutes no more are taken, not even the right code', async () => {
  const ana = await enrolled();
  for (let n = 0; n < 5; n += 1) expect(await tries(ana, `100${n}`, '08:20:00')).toMatchObject({ why: 'wrong' });
  expect(await tries(ana, codeAt('08:20:00'), '08:20:00')).toEqual({ ok: false, why: 'too_many' });
  expect(await tries(ana, codeAt('08:31:00'), '08:31:00')).toMatchObject({ ok: true });
});

test('a class of another instructor shows no code and no claims', async () => {
  const oscar = await conversationOfPhone(pool, '573009990003');
  const asked = await turn(pool, oscar, async (desk) => [
    await desk.checkInCode(session),
    await desk.checkIns(session),
  ]);
  expect(asked).toEqual([undefined, { claimed: [], refused: 0 }]);
});

test('an address of the page is ours or nobody’s', () => {
  const ticket = checkInTicket(vault, session);
  expect(readTicket(vault, ticket)).toBe(session);
  const other = createVault(Buffer.alloc(32, 1));
  for (const bad of ['', '.', ticket.slice(0, -1), `${ticket}x`, checkInTicket(other, session), session, `${session}.`])
    expect(readTicket(vault, bad)).toBeUndefined();
});
