import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { heldJob } from '../../src/jobs/held';
import { file, type RowGiven } from '../db/outboxRows';
import { freshDatabase } from '../setup/database';

let pool: Pool;
beforeAll(async () => {
  ({ pool } = await freshDatabase());
});
beforeEach(() => pool.query('truncate outbox'));

async function answers(many: number, row: RowGiven = {}): Promise<string[]> {
  const ids: string[] = [];
  const conversation = randomUUID();
  for (let n = 0; n < many; n += 1) ids.push(await file(pool, { conversation, ...row }));
  return ids;
}
async function givenUp(): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select id::text from outbox where status = 'failed' and why = 'expired' order by id::bigint`,
  );
  return rows.map(({ id }) => id);
}

describe('answers that wait for their turn with one person', () => {
  test('are given up but for the newest ten, where more than 45 wait', async () => {
    const hers = await answers(50, { next: '6 seconds', why: 'pair_limit', attempts: 1 });
    await heldJob(pool).run();
    expect(await givenUp()).toEqual(hers.slice(0, 40));
    await heldJob(pool).run();
    expect(await givenUp()).toHaveLength(40);
  });

  test('stay where fewer wait, whatever other people’s lines are like', async () => {
    await answers(45);
    await answers(30);
    await heldJob(pool).run();
    expect(await givenUp()).toEqual([]);
  });

  test('do not take with them what is being posted, is said of our own accord, or brings a file', async () => {
    const [first = ''] = await answers(60);
    await pool.query(`update outbox set status = 'sending', lease_until = now() + interval '9 seconds' where id = $1`, [
      first,
    ]);
    const { rows } = await pool.query<{ id: string }>(
      `update outbox set priority = case when id % 2 = 0 then 2 else 0 end,
              body = case when id % 2 = 0 then body else '{"text": "", "file": {"kind": "x"}}' end
       where id between $1::bigint + 1 and $1::bigint + 6 returning id::text`,
      [first],
    );
    await heldJob(pool).run();
    const gone = await givenUp();
    expect(gone).toHaveLength(60 - 7 - 10);
    expect(gone.filter((id) => id === first || rows.some((row) => row.id === id))).toEqual([]);
  });
});
