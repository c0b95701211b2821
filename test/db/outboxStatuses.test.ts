import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Pool } from 'pg';
import { claimHeads } from '../../src/db/outbox';
import { markAccepted } from '../../src/db/outboxMarks';
import { acceptStatuses, settleOrphans } from '../../src/db/outboxStatuses';
import { createPool } from '../../src/db/pool';
import { DELIVERY_ORDER, type DeliveryStatus } from '../../src/domain/delivery';
import { freshDatabase } from '../setup/database';
import { file, kept } from './outboxRows';

let pool: Pool;
beforeAll(async () => {
  ({ pool } = await freshDatabase({ keyed: true }));
});
beforeEach(() => pool.query('truncate outbox, orphan_status'));

describe('a status', () => {
  test('moves the message it is tagged with', async () => {
    const id = await file(pool, { status: 'accepted', providerId: 'wamid.1' });
    expect(await acceptStatuses(pool, [told('sent', { tag: id })])).toMatchObject({ moved: 1, freed: false });
    expect(await kept(pool, id)).toMatchObject({ status: 'sent', provider_id: 'wamid.1', error_code: null });
  });

  test('without a tag moves the message of that provider’s id', async () => {
    const id = await file(pool, { status: 'sent', providerId: 'wamid.7' });
    expect(await acceptStatuses(pool, [told('read', { providerId: 'wamid.7' })])).toMatchObject({
      moved: 1,
      freed: false,
    });
    expect(await kept(pool, id)).toMatchObject({ status: 'read' });
  });

  test('of a message nobody knows, or of another channel, does nothing', async () => {
    const web = await file(pool, { channel: 'web', status: 'accepted' });
    const statuses = [
      told('read', { providerId: 'x' }),
      told('read', { tag: '999999999' }),
      told('read', { tag: web }),
    ];
    expect(await acceptStatuses(pool, statuses)).toMatchObject({ moved: 0, freed: false });
    expect(await kept(pool, web)).toMatchObject({ status: 'accepted' });
  });

  test('of a message not yet posted does nothing: it is of another message, from before a backup was put back', async () => {
    const id = await file(pool, { status: 'waiting' });
    expect(await acceptStatuses(pool, [told('read', { tag: id })])).toMatchObject({ moved: 0, freed: false });
    expect(await claimHeads(pool, { limit: 9, leaseSeconds: 15, confirmMs: 2000, mostTries: 6 })).toMatchObject([
      { id },
    ]);
  });

  test('of an earlier post of a message that waits for its next try settles it', async () => {
    const id = await file(pool, { status: 'waiting', attempts: 1, next: '4 seconds' });
    expect(await acceptStatuses(pool, [told('sent', { tag: id })])).toMatchObject({ moved: 1, freed: true });
  });

  test.each(['sending', 'unknown'])(
    'that comes before our answer is stored settles a message that is %s and lets the next go',
    async (status) => {
      const conversation = randomUUID();
      const id = await file(pool, { conversation, status, attempts: 1, next: '2 seconds' });
      const next = await file(pool, { conversation });
      expect(await acceptStatuses(pool, [told('delivered', { tag: id, providerId: 'wamid.5' })])).toMatchObject({
        moved: 1,
        freed: true,
      });
      expect(await kept(pool, id)).toMatchObject({ status: 'delivered', provider_id: 'wamid.5', leased: false });
      expect(await claimHeads(pool, { limit: 9, leaseSeconds: 15, confirmMs: 2000, mostTries: 6 })).toMatchObject([
        { id: next },
      ]);
      await markAccepted(pool, [{ id, providerId: 'wamid.5' }]);
      expect(await kept(pool, id)).toMatchObject({ status: 'delivered', leased: false });
    },
  );

  test('keeps what the message is charged as, whichever status tells it, and gives it once', async () => {
    const id = await file(pool, { status: 'accepted', providerId: 'wamid.1' });
    await pool.query(`update outbox set task = 'enrolment' where id = $1`, [id]);
    const pricing = { category: 'utility', model: 'PMP', type: 'regular' };
    expect(await acceptStatuses(pool, [told('read', { tag: id })])).toMatchObject({ moved: 1, priced: [] });
    const priced = [{ task: 'enrolment', category: 'utility' }];
    expect(await acceptStatuses(pool, [told('sent', { tag: id, pricing })])).toMatchObject({
      moved: 0,
      freed: false,
      priced,
    });
    expect(await acceptStatuses(pool, [told('delivered', { tag: id, pricing })])).toMatchObject({ priced: [] });
    const { rows } = await pool.query('select status, category, charged from outbox where id = $1', [id]);
    expect(rows).toEqual([{ status: 'read', category: 'utility', charged: true }]);
  });

  test('that is not the furthest of its batch still tells the price', async () => {
    const id = await file(pool, { status: 'accepted', providerId: 'wamid.1' });
    const pricing = { category: 'service', type: 'free_customer_service' };
    const batch = [told('sent', { tag: id, pricing }), told('delivered', { tag: id })];
    expect(await acceptStatuses(pool, batch)).toMatchObject({ moved: 1, priced: [{ category: 'service' }] });
    const { rows } = await pool.query('select status, charged from outbox where id = $1', [id]);
    expect(rows).toEqual([{ status: 'delivered', charged: false }]);
  });

  test('of failure settles a message for good and keeps the code', async () => {
    const id = await file(pool, { status: 'unknown', attempts: 1 });
    expect(await acceptStatuses(pool, [told('failed', { tag: id, errorCode: 131049 })])).toMatchObject({
      moved: 1,
      freed: true,
    });
    await acceptStatuses(pool, [told('sent', { tag: id })]);
    expect(await kept(pool, id)).toMatchObject({ status: 'failed', error_code: 131049 });
  });

  test('of failure does nothing to a message she has', async () => {
    const id = await file(pool, { status: 'delivered', providerId: 'wamid.1' });
    await acceptStatuses(pool, [told('failed', { tag: id, errorCode: 131000 })]);
    expect(await kept(pool, id)).toMatchObject({ status: 'delivered', error_code: null });
  });

  test('that she has it outweighs the failure of another copy', async () => {
    const id = await file(pool, { status: 'failed', providerId: 'wamid.1' });
    await acceptStatuses(pool, [told('delivered', { tag: id })]);
    expect(await kept(pool, id)).toMatchObject({ status: 'delivered' });
  });

  test('told with many of the same message in one batch leaves the furthest', async () => {
    const id = await file(pool, { status: 'accepted', providerId: 'wamid.1' });
    const untagged = told('delivered', { providerId: 'wamid.1' });
    expect(await acceptStatuses(pool, [told('sent', { tag: id }), told('read', { tag: id }), untagged])).toMatchObject({
      moved: 1,
      freed: false,
    });
    expect(await kept(pool, id)).toMatchObject({ status: 'read' });
  });

  test('in any order, any number of times, never moves a message down', async () => {
    const names = ['sent', 'delivered', 'read', 'played', 'failed'] as const;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 4 }), { maxLength: 6 }),
        async (batches) => {
          const id = await file(pool, { status: 'sending', attempts: 1 });
          let rank = 1;
          for (const batch of batches) {
            await acceptStatuses(
              pool,
              batch.map((name) => told(name, { tag: id })),
            );
            await markAccepted(pool, [{ id, providerId: 'wamid.1' }]);
            const now = DELIVERY_ORDER.indexOf((await kept(pool, id)).status);
            expect(now).toBeGreaterThanOrEqual(rank);
            rank = now;
          }
          const furthest = Math.max(1, ...batches.flat().map((name) => DELIVERY_ORDER.indexOf(name)));
          expect(rank).toBe(furthest);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a status without a tag, of an id we do not know yet', () => {
  test('is kept until we know it', async () => {
    const id = await file(pool, { status: 'sending', attempts: 1 });
    const early = told('delivered', { providerId: 'wamid.early' });
    await Promise.all([acceptStatuses(pool, [early, early]), acceptStatuses(pool, [early])]);
    expect(await settleOrphans(pool, 300)).toEqual({ freed: false, lost: 0 });
    await markAccepted(pool, [{ id, providerId: 'wamid.early' }]);
    expect(await settleOrphans(pool, 300)).toEqual({ freed: false, lost: 0 });
    expect(await kept(pool, id)).toMatchObject({ status: 'delivered' });
    expect((await pool.query('select from orphan_status')).rows).toEqual([]);
  });

  test('is let go and counted when nobody has known it for minutes', async () => {
    await acceptStatuses(pool, [told('sent', { providerId: 'a' }), told('failed', { providerId: 'a', errorCode: 1 })]);
    await pool.query(`update orphan_status set received_at = now() - interval '301 seconds' where status = 'sent'`);
    expect(await settleOrphans(pool, 300)).toEqual({ freed: false, lost: 1 });
    expect((await pool.query('select status from orphan_status')).rows).toEqual([{ status: 'failed' }]);
  });
});

test('a status with a tag that is of no row of ours is counted as foreign', async () => {
  const id = await file(pool, { status: 'accepted' });
  expect(await acceptStatuses(pool, [told('sent', { tag: id }), told('sent', { tag: '999999999' })])).toEqual({
    moved: 1,
    freed: false,
    foreign: 1,
    priced: [],
  });
});

test('marks and statuses of the same rows, in opposite orders, never block each other', async () => {
  // As with a large table: rows are fetched one by one, in the order in which they are named.
  const eager = await freshDatabase();
  const { rows: names } = await eager.pool.query<{ name: string }>('select current_database() as name');
  for (const plan of ['bitmapscan', 'hashjoin', 'mergejoin', 'material'])
    await eager.pool.query(`alter database ${names[0]?.name} set enable_${plan} = off`);
  const busy = createPool({ url: eager.url, max: 10, keyed: true });
  const ids = await Promise.all(Array.from({ length: 300 }, () => file(busy, { status: 'sending', attempts: 1 })));
  const back = [...ids].reverse();
  for (const status of ['sent', 'delivered', 'read'] as const) {
    const rounds = Array.from({ length: 10 }, (_, n) => [
      markAccepted(
        busy,
        (n % 2 ? ids : back).map((id) => ({ id, providerId: `wamid.${id}` })),
      ),
      acceptStatuses(
        busy,
        (n % 2 ? back : ids).map((id) => told(status, { tag: id })),
      ),
    ]);
    await expect(Promise.all(rounds.flat())).resolves.toHaveLength(20);
  }
  const { rows } = await busy.query('select distinct status from outbox');
  expect(rows).toEqual([{ status: 'read' }]);
  await busy.end();
});

test('what a status changes is written in place, without touching an index', async () => {
  const ids = await Promise.all(
    Array.from({ length: 20 }, () => file(pool, { status: 'accepted', providerId: randomUUID() })),
  );
  const client = await pool.connect();
  try {
    await client.query('begin');
    await acceptStatuses(
      client,
      ids.map((tag) => told('sent', { tag })),
    );
    const { rows } = await client.query<{ hot: string }>(
      `select pg_stat_get_xact_tuples_hot_updated('outbox'::regclass) as hot`,
    );
    expect(Number(rows[0]?.hot)).toBe(20);
    await client.query('commit');
  } finally {
    client.release();
  }
});

function told(status: DeliveryStatus['status'], more: Partial<DeliveryStatus>): DeliveryStatus {
  return { providerId: 'wamid.1', status, at: 1_750_030_073_000, ...more };
}
