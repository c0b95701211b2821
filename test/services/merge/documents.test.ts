import type { Pool } from 'pg';
import { undoDecision } from '../../../src/services/reviews';
import { freshDatabase } from '../../setup/database';
import { only, registered, vault } from '../programme';
import { attendance, belongings, by, daily, enrol, instant, merged, personOf, undone } from './pair';

let pool: Pool;
beforeEach(async () => {
  ({ pool } = await freshDatabase({ max: 4 }));
  await daily(pool, ['UNO', 'DOS']);
});

const document = async (id: string) => {
  const { rows } = await pool.query<{ type: string; cipher: Buffer | null; index: Buffer | null }>(
    'select document_type as type, document_cipher as cipher, document_index as index from person where id = $1',
    [id],
  );
  const { type, cipher, index } = only(rows);
  return { type, number: cipher && vault.open(id, cipher), found: index?.equals(vault.index('52123456')) ?? false };
};
const pair = async () => {
  const maria = await registered(pool, {
    names: { first: 'María', last: 'Pérez' },
    document: { type: 'CC', number: '52123456' },
  });
  const mery = await registered(pool, { names: { first: 'Mery', last: 'Pérez' }, document: { type: 'OTRO' } });
  return { maria, mery, mariaId: await personOf(pool, maria), meryId: await personOf(pool, mery) };
};

test('a document that only the one who goes has is the kept one’s from then on, and goes back with an undo; files tell whose it was', async () => {
  const { mery, mariaId, meryId } = await pair();
  await enrol(pool, mery, 'UNO');
  const [before, told, at] = [await belongings(pool), await attendance(pool), await instant(pool)];
  const review = await merged(pool, meryId, mariaId);
  expect(await document(meryId)).toEqual({ type: 'CC', number: '52123456', found: true });
  expect(await document(mariaId)).toEqual({ type: 'CC', number: '52123456', found: false });
  const [toldMerged, atMerged] = [await attendance(pool), await instant(pool)];
  expect(toldMerged).toContain('52123456');
  expect(await attendance(pool, at)).toBe(told);
  await undone(pool, review);
  expect(await belongings(pool)).toEqual(before);
  expect(await attendance(pool, at)).toBe(told);
  expect(await attendance(pool, atMerged)).toBe(toldMerged);
});

test('a document that only the one who goes has stays the kept one’s where she has given another since', async () => {
  const { mariaId, meryId } = await pair();
  const review = await merged(pool, meryId, mariaId);
  await pool.query('update person set document_cipher = $2, document_index = $3 where id = $1', [
    meryId,
    vault.seal(meryId, '52999999'),
    vault.index('52999999'),
  ]);
  await undone(pool, review);
  expect(await document(meryId)).toEqual({ type: 'CC', number: '52999999', found: false });
  expect(await document(mariaId)).toEqual({ type: 'CC', number: '52123456', found: true });
});

test('a document that only the one who goes has is not given back while somebody else is registered with it', async () => {
  const { mariaId, meryId } = await pair();
  const review = await merged(pool, meryId, mariaId);
  await pool.query('update person set document_cipher = null, document_index = null where id = $1', [meryId]);
  await registered(pool, { document: { type: 'CC', number: '52123456' } });
  await expect(undoDecision(pool, review, by)).resolves.toEqual({ ok: false, why: 'document_taken' });
});

test('a document that only the one who goes has brings nobody up as somebody who gave none', async () => {
  const { mariaId, meryId } = await pair();
  await merged(pool, meryId, mariaId);
  await pool.query(`delete from review where status = 'open'`);
  await registered(pool, { names: { first: 'María', last: 'Pérez' }, document: { type: 'CC', number: '79888777' } });
  const { rows } = await pool.query(`select from review where status = 'open'`);
  expect(rows).toEqual([]);
});
