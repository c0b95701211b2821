import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { monthsForOpenData } from '../../../src/db/openData';
import { undoDecision } from '../../../src/services/reviews';
import { freshDatabase } from '../../setup/database';
import { conversationOfPhone, only, registered, timeZone, turn } from '../programme';
import {
  attendance,
  belongings,
  by,
  classOf,
  daily,
  enrol,
  instant,
  mark,
  merged,
  personOf,
  today,
  two,
  undone,
} from './pair';

let pool: Pool;
beforeEach(async () => {
  ({ pool } = await freshDatabase({ max: 4 }));
  await daily(pool, ['UNO', 'DOS']);
});

async function bothMarked(hers: 'present' | 'late' | 'absent', others: 'present' | 'late' | 'absent') {
  const pair = await two(pool);
  for (const talk of [pair.maria, pair.mery]) await enrol(pool, talk, 'UNO');
  const [, session = '', next = ''] = (await classOf(pool, 'UNO')).sessions;
  await mark(pool, session, pair.mariaId, hers);
  await mark(pool, session, pair.meryId, 'late');
  await mark(pool, session, pair.meryId, others);
  return { ...pair, session, next };
}

async function roster(session: string): Promise<{ id: string; status: string | null; revision: number | null }[]> {
  const { rows } = await pool.query('select person_id as id, status, revision from roster($1)', [session]);
  return rows;
}

test.each([
  { which: 'attended', hers: 'absent', others: 'present', counts: 'present', revision: 2 },
  { which: 'attended', hers: 'present', others: 'absent', counts: 'present', revision: 1 },
  { which: 'attended', hers: 'absent', others: 'late', counts: 'late', revision: 1 },
  { which: 'hers', hers: 'absent', others: 'present', counts: 'absent', revision: 1 },
  { which: 'others', hers: 'present', others: 'absent', counts: 'absent', revision: 2 },
  { which: undefined, hers: 'present', others: 'present', counts: 'present', revision: 1 },
] as const)(
  'by $which, of $hers and $others it is $counts that counts, whole, and undo is exact',
  async ({ which, hers, others, counts, revision }) => {
    const { mariaId, meryId, session } = await bothMarked(hers, others);
    const marks = which === 'hers' ? mariaId : which === 'others' ? meryId : which;
    const [before, told, at] = [await belongings(pool), await attendance(pool), await instant(pool)];
    const review = await merged(pool, mariaId, meryId, marks);
    expect(await roster(session)).toEqual([{ id: mariaId, status: counts, revision }]);
    expect(await attendance(pool, at)).toBe(told);
    const history = (rows: unknown[] = []) => rows.map((row) => ({ ...(row as object), person_id: undefined }));
    expect(history((await belongings(pool)).mark)).toEqual(expect.arrayContaining(history(before.mark)));
    const [toldMerged, atMerged] = [await attendance(pool), await instant(pool)];
    await undone(pool, review);
    expect(await belongings(pool)).toEqual(before);
    expect(await attendance(pool, at)).toBe(told);
    expect(await attendance(pool, atMerged)).toBe(toldMerged);
    expect(await attendance(pool)).toBe(told);
    const { rows } = await pool.query(`select details from audit where action = 'merge'`);
    expect(only(rows).details).toEqual({ gone: meryId, review, ...(marks && { marks }) });
  },
);

test('a mark made since follows the one that counts', async () => {
  const { mariaId, meryId, session } = await bothMarked('absent', 'present');
  const review = await merged(pool, mariaId, meryId, meryId);
  await expect(mark(pool, session, mariaId, 'late')).resolves.toBe('saved');
  expect(await roster(session)).toEqual([{ id: mariaId, status: 'late', revision: 3 }]);
  await undone(pool, review);
  expect(await roster(session)).toEqual(
    expect.arrayContaining([
      { id: mariaId, status: 'absent', revision: 1 },
      { id: meryId, status: 'late', revision: 3 },
    ]),
  );
});

test('an instructor’s undo takes back the mark that counts, and open data count one person', async () => {
  const { maria, mery, mariaId, meryId } = await two(pool);
  for (const talk of [maria, mery]) await enrol(pool, talk, 'UNO');
  const [, session = ''] = (await classOf(pool, 'UNO')).sessions;
  const martha = await conversationOfPhone(pool, '573009990002');
  const [mariaCame, meryCame] = [mariaId, meryId].map((personId) => ({ personId, status: 'present' as const }));
  const saving = { now: new Date(), messageId: randomUUID() };
  if (mariaCame && meryCame) await turn(pool, martha, (desk) => desk.saveMarks(session, [mariaCame, meryCame]), saving);
  await merged(pool, mariaId, meryId);
  const month = today.slice(0, 7);
  const counted = [];
  for await (const { all } of monthsForOpenData(pool, { from: month, to: month }, timeZone)) counted.push(all);
  expect(counted).toEqual([{ sessions: 1, people: 1, attendances: 1 }]);
  const taken = await turn(pool, martha, (desk) => desk.undoLast(), { now: new Date(), messageId: randomUUID() });
  expect(taken).toMatchObject({ ok: true, undone: [{ personId: mariaId }], kept: [] });
  expect(await roster(session)).toEqual([{ id: mariaId, status: null, revision: 2 }]);
});

test('two merges into one that put something aside are taken back in their order', async () => {
  const { mariaId, meryId, session } = await bothMarked('absent', 'present');
  const eva = await registered(pool, { names: { first: 'Eva', last: 'Gil' } });
  const evaId = await personOf(pool, eva);
  await enrol(pool, eva, 'UNO');
  await mark(pool, session, evaId, 'late');
  const before = await belongings(pool);
  const first = await merged(pool, mariaId, meryId, meryId);
  const second = await merged(pool, mariaId, evaId, evaId);
  expect(await roster(session)).toEqual([{ id: mariaId, status: 'late', revision: 1 }]);
  await expect(undoDecision(pool, first, by)).resolves.toEqual({ ok: false, why: 'merged_further' });
  await undone(pool, second);
  await undone(pool, first);
  expect(await belongings(pool)).toEqual(before);
});

test('of two answers the later one stands, a second claim and a second list stay aside, and undo is exact', async () => {
  const { mariaId, meryId } = await two(pool);
  const { sessions } = await classOf(pool, 'UNO');
  for (const sql of [
    `insert into session_reply select $1, id, id = $3, now() + case when id = $3 then interval '1 minute' else '0' end from unnest($2::uuid[]) id`,
    `insert into session_guest (session_id, person_id, added_by, channel) select $1, id, $3, 'web' from unnest($2::uuid[]) id`,
    `insert into check_in (session_id, person_id, outcome, code_minute, channel, message_id, sent_at, received_at)
     select $1, id, 'claimed', 1, 'web', id::text, now(), now() from unnest($2::uuid[]) id where $3::uuid is not null`,
  ])
    await pool.query(sql, [sessions[1], [mariaId, meryId], meryId]);
  const before = await belongings(pool);
  const review = await merged(pool, mariaId, meryId);
  const { rows } = await pool.query('select person_id as id, coming from session_reply');
  expect(rows).toEqual([{ id: mariaId, coming: true }]);
  const { rows: list } = await pool.query('select person_id as id from roster($1)', [sessions[1]]);
  expect(list).toEqual([{ id: mariaId }]);
  await undone(pool, review);
  expect(await belongings(pool)).toEqual(before);
});
