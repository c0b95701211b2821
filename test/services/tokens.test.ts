import type { Pool } from 'pg';
import { createToken, revokeToken, tokenInForce } from '../../src/services/tokens';
import { freshDatabase } from '../setup/database';

let pool: Pool;
beforeAll(async () => {
  ({ pool } = await freshDatabase());
});

test('a token opens until it is revoked, and only its hash is kept', async () => {
  const token = await createToken(pool, 'planeación');
  const other = await createToken(pool, 'tablero');
  await expect(tokenInForce(pool, `Bearer ${token}`)).resolves.toMatchObject({ name: 'planeación' });
  const { rows } = await pool.query(
    `select row::text from api_token as row union all select row::text from audit as row`,
  );
  expect(JSON.stringify(rows)).not.toContain(token);
  expect(rows).toHaveLength(4);
  await expect(revokeToken(pool, 'planeación')).resolves.toBe(1);
  await expect(revokeToken(pool, 'planeación')).resolves.toBe(0);
  await expect(tokenInForce(pool, `Bearer ${token}`)).resolves.toBeUndefined();
  await expect(tokenInForce(pool, `bearer ${other}`)).resolves.toMatchObject({ name: 'tablero' });
});

test('two tokens are never the same', async () => {
  expect(await createToken(pool, 'a')).not.toBe(await createToken(pool, 'a'));
});

test.each([
  undefined,
  '',
  'Bearer',
  'Bearer ',
  `Bearer relevo_${'A'.repeat(43)}`,
  `Bearer ${'A'.repeat(100_000)}`,
  'Basic cmVsZXZvOnJlbGV2bw==',
  "Bearer ' or true --",
])('%p opens nothing', async (header) => {
  await expect(tokenInForce(pool, header)).resolves.toBeUndefined();
});

test('a token with anything before or after it opens nothing', async () => {
  const token = await createToken(pool, 'b');
  for (const header of [token, `Bearer ${token}x`, `Bearer ${token} `, `Bearer x${token}`, `Token ${token}`])
    await expect(tokenInForce(pool, header)).resolves.toBeUndefined();
});
