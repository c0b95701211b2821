import type { Pool } from 'pg';
import { freshDatabase } from '../../setup/database';
import { bring, classOf, daily, mark, merged, takeBack, two, undone } from './pair';

let pool: Pool;
beforeEach(async () => {
  ({ pool } = await freshDatabase({ max: 4 }));
  await daily(pool, ['UNO']);
});

test('a guest who is brought again while she is one with another goes back with her own', async () => {
  const { mariaId, meryId } = await two(pool);
  const [, session = ''] = (await classOf(pool, 'UNO')).sessions;
  const roster = async () => (await pool.query('select person_id as id, status from roster($1)', [session])).rows;
  await bring(pool, session, meryId);
  await mark(pool, session, meryId, 'present');
  await takeBack(pool, session, meryId);
  const review = await merged(pool, mariaId, meryId);
  await bring(pool, session, mariaId);
  await mark(pool, session, mariaId, 'late');
  await expect(roster()).resolves.toEqual([{ id: mariaId, status: 'late' }]);
  await undone(pool, review);
  await expect(roster()).resolves.toEqual([{ id: meryId, status: 'late' }]);
});

test('a guest brought for the first time since is the one who was brought', async () => {
  const { mariaId, meryId } = await two(pool);
  const [, session = ''] = (await classOf(pool, 'UNO')).sessions;
  const review = await merged(pool, mariaId, meryId);
  await bring(pool, session, mariaId);
  await expect(mark(pool, session, mariaId, 'present')).resolves.toBe('saved');
  await undone(pool, review);
  const { rows } = await pool.query('select person_id as id, status from roster($1)', [session]);
  expect(rows).toEqual([{ id: mariaId, status: 'present' }]);
});
