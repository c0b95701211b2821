import type { Pool } from 'pg';
import type { MarkGiven } from '../../src/services/desk';
import { freshDatabase } from '../setup/database';
import { appoints, conversationOfPhone, importClassOf34, importProgramme, now, registered, turn } from './programme';

let pool: Pool;
let martha: string;
let oscar: string;
let session: string;
let people: string[];
const after = (hours: number) => ({ now: new Date(now.getTime() + hours * 3_600_000) });

beforeAll(async () => {
  ({ pool } = await freshDatabase());
  await importProgramme(pool);
  await importClassOf34(pool);
  martha = await conversationOfPhone(pool, '573009990002');
  oscar = await conversationOfPhone(pool, '573009990003');
  session = (await turn(pool, martha, (desk) => desk.sessionsToday()))[0]?.sessionId ?? '';
  people = (await turn(pool, martha, (desk) => desk.roster(session))).map(({ personId }) => personId);
});
beforeEach(async () => {
  await pool.query('truncate mark, session_substitute, session_reopening');
});

const mark = (n: number, status: MarkGiven['status']): MarkGiven => ({ personId: people[n] ?? '', status });
const saves = (talk: string, marks: MarkGiven[]) => turn(pool, talk, (desk) => desk.saveMarks(session, marks));
const undoes = (talk = martha, hours = 0) => turn(pool, talk, (desk) => desk.undoLast(), after(hours));

test('tells of whom her last message was taken back, and how they stand again', async () => {
  await saves(martha, [mark(0, 'absent'), mark(1, 'absent')]);
  await saves(martha, [mark(1, 'late')]);
  expect(await undoes()).toMatchObject({
    ok: true,
    className: 'Clase de 34',
    undone: [{ personId: people[1], mark: 'absent' }],
    kept: [],
  });
  const before = await undoes();
  expect(before).toMatchObject({ ok: true, undone: [{ personId: people[0] }, { personId: people[1] }], kept: [] });
  expect(before.ok && before.undone.map((line) => line.mark)).toEqual([undefined, undefined]);
  expect(await undoes()).toEqual({ ok: false, why: 'nothing' });
});

test('tells whom a colleague has changed since, as that colleague left them', async () => {
  await appoints(pool, martha, session);
  await saves(martha, [mark(0, 'absent'), mark(1, 'absent')]);
  await saves(oscar, [mark(0, 'present')]);
  expect(await undoes()).toMatchObject({
    undone: [{ personId: people[1] }],
    kept: [{ personId: people[0], mark: 'present' }],
  });
});

test('takes nothing back after a day, nor for somebody who has marked nobody', async () => {
  await saves(martha, [mark(0, 'absent')]);
  expect(await undoes(martha, 25)).toEqual({ ok: false, why: 'nothing' });
  expect(await undoes(oscar)).toEqual({ ok: false, why: 'nothing' });
  expect(await undoes(await registered(pool))).toEqual({ ok: false, why: 'nothing' });
});

test('takes nothing back while the talk needs a proof', async () => {
  await saves(martha, [mark(0, 'absent')]);
  await pool.query('update conversation set proof_needed_at = $2 where id = $1', [martha, now]);
  expect(await undoes()).toEqual({ ok: false, why: 'unproven' });
  await pool.query('update conversation set proof_needed_at = null where id = $1', [martha]);
  expect(await undoes()).toMatchObject({ ok: true, undone: [{ personId: people[0] }] });
});

test('earlier sessions are offered while they may be marked, and again when staff have reopened them', async () => {
  const earlier = (days: number) => turn(pool, martha, (desk) => desk.sessionsEarlier(), after(24 * days));
  const isThere = async (days: number) => (await earlier(days)).some(({ sessionId }) => sessionId === session);
  expect(await isThere(0)).toBe(false);
  expect(await isThere(1)).toBe(true);
  expect(await isThere(8)).toBe(true);
  expect(await isThere(9)).toBe(false);
  await pool.query(
    `insert into session_reopening (session_id, until, reason, reopened_by) values ($1, $2, 'lista en papel', 'ana')`,
    [session, after(24 * 20).now],
  );
  expect(await isThere(19)).toBe(true);
  expect(await isThere(21)).toBe(false);
});
