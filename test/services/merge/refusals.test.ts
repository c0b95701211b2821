import type { Pool } from 'pg';
import { mergePair } from '../../../src/services/reviews';
import { freshDatabase } from '../../setup/database';
import { consent, conversationOfPhone, registered, turn } from '../programme';
import { belongings, by, classOf, daily, enrol, leave, mark, merged, near, personOf, two } from './pair';

let pool: Pool;
beforeEach(async () => {
  ({ pool } = await freshDatabase({ max: 4 }));
  await daily(pool, ['UNO', 'DOS']);
});

async function refused(keep: string, lose: string, said = true) {
  const review = await near(pool, keep, lose);
  const before = await belongings(pool);
  const result = await mergePair(pool, review, said ? { keep } : {}, by);
  await expect(belongings(pool)).resolves.toEqual(before);
  return result;
}

test('two are not merged where both were marked in one session, differently, and nobody said whose mark counts', async () => {
  const { maria, mery, mariaId, meryId } = await two(pool);
  const sessionOf = async (code: string) => (await classOf(pool, code)).sessions[1] ?? '';
  for (const talk of [maria, mery]) for (const code of ['DOS', 'UNO']) await enrol(pool, talk, code);
  for (const id of [mariaId, meryId]) await mark(pool, await sessionOf('UNO'), id, 'present');
  await mark(pool, await sessionOf('DOS'), mariaId, 'absent');
  await mark(pool, await sessionOf('DOS'), meryId, 'present');
  await leave(pool, mery, 'UNO');
  await expect(refused(mariaId, meryId)).resolves.toEqual({ ok: false, why: 'marks_differ', classes: 'DOS' });
});

test('two are not merged where both gave a number and nobody said which is right', async () => {
  const [one = '', other = ''] = await Promise.all([1, 2].map(async () => personOf(pool, await registered(pool))));
  await expect(refused(one, other, false)).resolves.toEqual({ ok: false, why: 'two_documents' });
  await expect(merged(pool, other, one)).resolves.toMatch(/\d+/);
});

test('by itself the one with a number is kept', async () => {
  const { mariaId, meryId } = await two(pool);
  const review = await near(pool, mariaId, meryId);
  await expect(mergePair(pool, review, {}, by)).resolves.toEqual({ ok: true, kept: mariaId });
});

test('two are not merged where one of them teaches or coordinates', async () => {
  const { mariaId } = await two(pool);
  const martha = await personOf(pool, await conversationOfPhone(pool, '573009990002'));
  await expect(refused(mariaId, martha)).resolves.toEqual({ ok: false, why: 'works_here' });
  await pool.query(`insert into coordinator (code, person_id) values ('COO-1', $1)`, [mariaId]);
  const { meryId } = await two(pool);
  await expect(refused(mariaId, meryId)).resolves.toEqual({ ok: false, why: 'works_here' });
});

test('two are not merged where the last word of one of them on her data was no', async () => {
  const { mery, mariaId, meryId } = await two(pool);
  await turn(pool, mery, (desk) => desk.keepConsent({ ...consent, given: false }), { now: new Date() });
  await pool.query('update consent set person_id = $1 where conversation_id = $2', [meryId, mery]);
  await expect(refused(mariaId, meryId)).resolves.toEqual({ ok: false, why: 'consent_withdrawn' });
});

test('two are not merged where they are one already, or it is about somebody else', async () => {
  const { mariaId, meryId } = await two(pool);
  const stranger = await personOf(pool, await registered(pool));
  const review = await near(pool, mariaId, meryId);
  for (const wish of [{ keep: stranger }, { marks: stranger }, { marks: 'best' }])
    await expect(mergePair(pool, review, wish, by)).resolves.toEqual({ ok: false, why: 'not_one_of_them' });
  await mergePair(pool, review, { keep: mariaId }, by);
  await expect(mergePair(pool, review, { keep: mariaId }, by)).resolves.toEqual({ ok: false, why: 'not_open' });
  const again = await near(pool, mariaId, meryId);
  await expect(mergePair(pool, again, {}, by)).resolves.toEqual({ ok: false, why: 'not_two' });
  const { rows } = await pool.query('select outcome from merge_people($1, $2, true, $3, $4)', [
    stranger,
    meryId,
    again,
    'x',
  ]);
  expect(rows).toEqual([{ outcome: 'merged_already' }]);
});
