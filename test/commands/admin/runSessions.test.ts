import type { Pool } from 'pg';
import { readCommand } from '../../../src/commands/admin/command';
import { type AdminTools, run } from '../../../src/commands/admin/run';
import {
  appoints,
  classId,
  conversationOfPhone,
  importProgramme,
  now,
  only,
  registered,
  timeZone,
  turn,
} from '../../services/programme';
import { freshDatabase } from '../../setup/database';

let pool: Pool;
let yoga: string;
beforeEach(async () => {
  ({ pool } = await freshDatabase());
  await importProgramme(pool);
  yoga = await classId(pool, code);
  for (let n = 0; n < 2; n += 1)
    await turn(pool, await registered(pool), (desk) => desk.enrol(yoga), { now: new Date('2025-03-03T09:00-05:00') });
  await pool.query('delete from notice');
});

const code = 'MAN-YOGA-01';
const [tuesday, thursday] = ['2025-03-04', '2025-03-06'];
const both = '2 people with a place are told, and whoever teaches it.';

/** Does something with a session in the name of Ana; gives the exit code and what was said. */
async function sessions(words: string[], at = now) {
  const read = readCommand(['sessions', ...words, '--by', 'Ana']);
  if (!read.ok) throw new Error(read.fault);
  const said: string[] = [];
  const hear = (line: string) => said.push(line);
  const tools = { pool, timeZone, now: at, say: hear, complain: hear } as unknown as AdminTools;
  return { code: await run(read.command, tools), said: said.join('\n') };
}

const ill = ['--reason', 'ill'];

async function toldBy(script: string): Promise<number> {
  const { rowCount } = await pool.query('select from notice where script = $1 and outcome is null', [script]);
  return rowCount ?? 0;
}

async function logged(): Promise<string[]> {
  const { rows } = await pool.query(
    `select actor, channel, action from audit where object_kind = 'session' order by audit.id`,
  );
  return rows.map(({ actor, channel, action }) => `${actor} ${channel} ${action}`);
}

async function sessionAt(startsAt: string) {
  const { rows } = await pool.query<{ id: string; status: string; reason: string | null; ends: Date }>(
    'select id, status, change_reason as reason, ends_at as ends from session where class_id = $1 and starts_at = $2',
    [yoga, startsAt],
  );
  return only(rows);
}

test('a session is cancelled once: those with a place, who teaches and who stands in are told why', async () => {
  const { id } = await sessionAt(`${thursday}T08:00-05`);
  await appoints(pool, await conversationOfPhone(pool, '573009990002'), id);
  await pool.query('delete from notice');
  const cancel = ['cancel', code, thursday, '--reason', 'Se dañó  la luz.'];
  expect(await sessions(cancel)).toEqual({ code: 0, said: `MAN-YOGA-01 of 2025-03-06 08:00 is cancelled. ${both}` });
  expect(await sessions(cancel)).toEqual({
    code: 0,
    said: 'MAN-YOGA-01 of 2025-03-06 08:00 is cancelled already.',
  });
  expect(await sessionAt(`${thursday}T08:00-05`)).toMatchObject({ status: 'cancelled', reason: 'Se dañó la luz.' });
  expect([await toldBy('sessionCancelled'), await toldBy('standInChanged'), await toldBy('colleagueNews')]).toEqual([
    2, 1, 1,
  ]);
  expect((await logged()).filter((line) => line.startsWith('Ana'))).toEqual(['Ana command cancel_session']);
});

test('what was cancelled takes place after all; who has not heard otherwise hears nothing', async () => {
  await sessions(['cancel', code, thursday, ...ill]);
  const restore = ['restore', code, thursday];
  const name = 'MAN-YOGA-01 of 2025-03-06 08:00';
  expect(await sessions(restore)).toEqual({
    code: 0,
    said: `${name} takes place after all. Nobody with a place needs to be told.`,
  });
  expect(await sessions(restore)).toEqual({ code: 0, said: `${name} is to take place already.` });
  expect(await sessionAt(`${thursday}T08:00-05`)).toMatchObject({ status: 'planned', reason: null });
  expect(await toldBy('sessionCancelled')).toBe(0);
  expect(await logged()).toEqual(['Ana command cancel_session', 'Ana command restore_session']);
});

test('a session is moved once, and keeps its length unless an end is given', async () => {
  const move = ['move', code, thursday, '--to', '2025-03-07 15:00'];
  expect(await sessions(move)).toEqual({
    code: 0,
    said: `MAN-YOGA-01 of 2025-03-06 08:00 is moved to 2025-03-07 15:00. ${both}`,
  });
  const already = { code: 0, said: 'MAN-YOGA-01 of 2025-03-07 15:00 is at that time already.' };
  expect(await sessions(move)).toEqual(already);
  expect(await sessions(move, new Date('2025-03-07T16:00-05:00'))).toEqual(already);
  expect((await sessionAt('2025-03-07T15:00-05')).ends).toEqual(new Date('2025-03-07T17:00-05:00'));
  const later = new Date('2025-03-04T09:05-05:00');
  expect((await sessions([...move, '--until', '16:00', ...ill], later)).said).toContain(both);
  expect(await sessionAt('2025-03-07T15:00-05')).toMatchObject({ ends: new Date('2025-03-07T16:00-05:00') });
  expect(await toldBy('sessionMoved')).toBe(2);
  expect(await logged()).toEqual(['Ana command move_session', 'Ana command move_session']);
});

test('a session that has begun is noted as not held, and what was marked stays', async () => {
  const notHeld = ['not-held', code, tuesday, '--reason', 'event'];
  const name = 'MAN-YOGA-01 of 2025-03-04 08:00';
  expect(await sessions(notHeld)).toEqual({ code: 0, said: `${name} was not held, and is noted so. ${both}` });
  expect(await sessions(notHeld)).toEqual({ code: 0, said: `${name} is cancelled already.` });
  expect(await sessions(['restore', code, tuesday], new Date('2025-03-04T11:00-05:00'))).toMatchObject({ code: 0 });
  expect(await toldBy('sessionCancelled')).toBe(0);
  expect(await sessions(notHeld, new Date('2025-03-20T11:00-05:00'))).toEqual({
    code: 1,
    said: `${name} is closed: "sessions reopen" opens it again.`,
  });
  const martha = await conversationOfPhone(pool, '573009990002');
  const { id } = await sessionAt(`${tuesday}T08:00-05`);
  const [{ personId } = { personId: '' }] = await turn(pool, martha, (desk) => desk.roster(id));
  await turn(pool, martha, (desk) => desk.saveMarks(id, [{ personId, status: 'present' }]));
  expect(await sessions(notHeld)).toEqual({ code: 1, said: `${name} stays as it is: somebody is marked in it.` });
  expect((await sessionAt(`${tuesday}T08:00-05`)).status).toBe('planned');
});

test('of several on a day one is named by when it begins', async () => {
  await sessions(['move', code, thursday, '--to', '2025-03-11 14:00']);
  expect(await sessions(['cancel', code, '2025-03-11', ...ill])).toEqual({
    code: 1,
    said: 'MAN-YOGA-01 has several sessions on 2025-03-11: say which with --starts: 08:00, 14:00.',
  });
  expect(await sessions(['cancel', code, '2025-03-11', '--starts', '14:00', ...ill])).toMatchObject({ code: 0 });
  expect(await sessionAt('2025-03-11T08:00-05')).toMatchObject({ status: 'planned' });
  expect(await sessionAt('2025-03-11T14:00-05')).toMatchObject({ status: 'cancelled' });
});

test('a day without a session is told the days near it that have one', async () => {
  await sessions(['cancel', code, thursday, ...ill]);
  expect(await sessions(['cancel', code, '2025-03-07', ...ill])).toEqual({
    code: 1,
    said:
      'MAN-YOGA-01 has no session on 2025-03-07. Those nearest are: ' +
      '2025-03-04 08:00, 2025-03-06 08:00 (cancelled), 2025-03-11 08:00, 2025-03-13 08:00.',
  });
  expect((await sessions(['restore', code, thursday, '--starts', '09:00'])).said).toMatch(
    /^MAN-YOGA-01 has no session on 2025-03-06 at 09:00\. Those nearest are: /,
  );
  await pool.query(`delete from session where class_id = $1`, [await classId(pool, 'MAN-RUMBA-01')]);
  expect(await sessions(['restore', 'MAN-RUMBA-01', tuesday])).toEqual({
    code: 1,
    said: 'MAN-RUMBA-01 has no session on 2025-03-04. It has none at all.',
  });
});

const [ofTuesday, ofThursday] = [`${code} of 2025-03-04 08:00`, `${code} of 2025-03-06 08:00`];
test.each([
  [['cancel', 'MAN-99', thursday, ...ill], 'No class has the code "MAN-99".'],
  [['cancel', code, tuesday, ...ill], `${ofTuesday} has begun: "sessions not-held" notes that it was not held.`],
  [
    ['move', code, tuesday, '--to', '2025-03-07 15:00'],
    `${ofTuesday} has begun: "sessions not-held" notes that it was not held.`,
  ],
  [['not-held', code, thursday, ...ill], `${ofThursday} has not begun: "sessions cancel" cancels it.`],
  [['move', code, thursday, '--to', '2025-03-04 08:30'], `${ofThursday} stays as it is: the new time is over.`],
  [
    ['move', code, thursday, '--to', '2025-03-11 09:00'],
    `${ofThursday} stays as it is: MAN-YOGA-01 has another session at that time.`,
  ],
])('%j is refused with its reason, and nobody is told anything', async (words, why) => {
  expect(await sessions(words)).toEqual({ code: 1, said: why });
  expect(await logged()).toEqual([]);
  const { rows } = await pool.query('select script from notice');
  expect(rows).toEqual([]);
});

test('a cancelled session is not moved, and one of a cancelled class is not restored', async () => {
  await sessions(['cancel', code, thursday, ...ill]);
  expect(await sessions(['move', code, thursday, '--to', '2025-03-07 15:00'])).toEqual({
    code: 1,
    said: `${ofThursday} is cancelled: restore it first.`,
  });
  await pool.query('update class set cancelled_at = now() where id = $1', [yoga]);
  expect(await sessions(['restore', code, thursday])).toEqual({
    code: 1,
    said: `${ofThursday} cannot take place: its class is cancelled.`,
  });
});
