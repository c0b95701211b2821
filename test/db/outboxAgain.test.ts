import type { Pool } from 'pg';
import { markAccepted } from '../../src/db/outboxMarks';
import { acceptStatuses } from '../../src/db/outboxStatuses';
import type { Again, DeliveryStatus } from '../../src/domain/delivery';
import { freshDatabase } from '../setup/database';
import { file, kept } from './outboxRows';

let pool: Pool;
beforeAll(async () => {
  ({ pool } = await freshDatabase({ keyed: true }));
});
beforeEach(() => pool.query('truncate outbox'));

const unpaid: Again = { delayMs: 0 };
const told = (status: DeliveryStatus['status'], tag: string, more: Partial<DeliveryStatus> = {}) =>
  acceptStatuses(pool, [{ tag, providerId: 'wamid.1', status, at: 1_750_030_073_000, ...more }]);
const failed = (tag: string, again: Again, more: Partial<DeliveryStatus> = {}) =>
  told('failed', tag, { errorCode: 131042, again, ...more });
const stands = (id: string, status: string) =>
  pool.query(
    `update outbox set status = $2, lease_until = case when $2 = 'sending' then now() + interval '15 seconds' end where id = $1`,
    [id, status],
  );
const taken = () => file(pool, { status: 'accepted', attempts: 1, providerId: 'wamid.1' });

describe('a message that fails for a reason that may pass', () => {
  test('goes back into line, however often that happens', async () => {
    const id = await file(pool, { status: 'sent', attempts: 9, refusals: 9, providerId: 'wamid.1' });
    expect(await failed(id, unpaid)).toMatchObject({ moved: 1, freed: true });
    expect(await kept(pool, id)).toMatchObject({ status: 'waiting', error_code: 131042, why: null });
    expect((await kept(pool, id)).wait).toBeLessThanOrEqual(0);
  });

  test('waits longer each time, and is given up in the end, where it may be about the message', async () => {
    const again = { delayMs: 1000, tries: 3 };
    const id = await taken();
    for (const seconds of [1, 2]) {
      await failed(id, again, { providerId: `wamid.${seconds}` });
      expect(await kept(pool, id)).toMatchObject({ status: 'waiting', wait: expect.closeTo(seconds, 0) });
      await pool.query(`update outbox set status = 'accepted', provider_id = $2 where id = $1`, [
        id,
        `wamid.${seconds + 1}`,
      ]);
    }
    await failed(id, again, { providerId: 'wamid.3' });
    expect(await kept(pool, id)).toMatchObject({ status: 'failed', error_code: 131042, why: 'refused' });
  });

  test('stays in line when it is told again, before its next post and while that is under way', async () => {
    const id = await taken();
    await failed(id, unpaid);
    for (const status of ['waiting', 'sending', 'unknown']) {
      await stands(id, status);
      expect(await failed(id, unpaid)).toMatchObject({ moved: 0 });
      expect(await told('sent', id)).toMatchObject({ moved: 0 });
      expect(await kept(pool, id)).toMatchObject({ status });
    }
    await stands(id, 'sending');
    await markAccepted(pool, [{ id, providerId: 'wamid.2' }]);
    expect(await failed(id, unpaid)).toMatchObject({ moved: 0 });
    expect(await kept(pool, id)).toMatchObject({ status: 'accepted', provider_id: 'wamid.2', error_code: null });
    await told('sent', id, { providerId: 'wamid.2' });
    expect(await kept(pool, id)).toMatchObject({ status: 'sent' });
  });

  test('goes again also if word of it is faster than our own answer', async () => {
    const id = await file(pool, { status: 'sending', attempts: 1, lease: '12 seconds' });
    await failed(id, unpaid);
    await markAccepted(pool, [{ id, providerId: 'wamid.1' }]);
    expect(await kept(pool, id)).toMatchObject({ status: 'waiting', leased: false });
  });

  test('does not go again if she has it all the same', async () => {
    const id = await taken();
    await failed(id, unpaid);
    await told('delivered', id);
    expect(await kept(pool, id)).toMatchObject({ status: 'delivered', error_code: null });
    const other = await file(pool, { status: 'delivered', attempts: 1, providerId: 'wamid.1' });
    expect(await failed(other, unpaid)).toMatchObject({ moved: 0 });
  });
});
