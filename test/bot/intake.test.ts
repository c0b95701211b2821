import { createIntake } from '../../src/bot/intake';
import { type FreshDatabase, freshDatabase } from '../setup/database';
import { textFrom } from '../setup/inbound';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});

const stored = async () =>
  (await database.pool.query(`select body ->> 'text' as text from inbox order by seq`)).rows.map(({ text }) => text);

test('a message that cannot be stored blocks neither those beside it nor other requests', async () => {
  const kicked: string[] = [];
  const { accept } = createIntake({ pool: database.pool, kick: (ids) => kicked.push(...ids), count: () => {} });
  const bad = textFrom('573001230001', 'no', { messageId: 'a\u0000b' });
  const batch = [textFrom('573001230002', 'uno'), bad, textFrom('573001230003', 'dos')];
  const outcomes = await Promise.allSettled([accept(batch), accept([textFrom('573001230004', 'tres')])]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  expect((await stored()).sort()).toEqual(['dos', 'tres', 'uno']);
  await new Promise((resolve) => setImmediate(resolve));
  expect(new Set(kicked).size).toBe(3);
  // Brought again it is refused again, and nothing is doubled.
  await expect(accept(batch)).rejects.toThrow();
  expect(await stored()).toHaveLength(3);
});
