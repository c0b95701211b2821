import type { Pool } from 'pg';
import { deadAddresses } from '../../src/db/deadAddresses';
import { markFailed } from '../../src/db/outboxMarks';
import { acceptStatuses } from '../../src/db/outboxStatuses';
import type { DeliveryStatus } from '../../src/domain/delivery';
import { freshDatabase } from '../setup/database';
import { converse, file } from './outboxRows';

let pool: Pool;
beforeAll(async () => {
  ({ pool } = await freshDatabase({ keyed: true }));
});
beforeEach(() => pool.query('truncate outbox, person_address, address'));

describe('an address at which nobody is reached', () => {
  const failed = (tag: string, errorCode: number, at = Date.now()): DeliveryStatus => ({
    providerId: 'wamid.1',
    status: 'failed',
    tag,
    errorCode,
    at,
  });
  const dead = async () => (await deadAddresses(pool)).map(({ kind, code }) => `${kind} ${code}`);

  test('is the phone where there is one, else the ids, and told by a late failure as by a refusal', async () => {
    const both = await converse(pool, { phone: '573001110001', bsuid: 'CO.1' });
    const hidden = await converse(pool, { bsuid: 'CO.2', parent_bsuid: 'CO.ENT.2' });
    const late = await file(pool, { conversation: both, status: 'accepted' });
    await acceptStatuses(pool, [failed(late, 131026)]);
    const refused = await file(pool, { conversation: hidden, status: 'sending', attempts: 1 });
    await markFailed(pool, [{ id: refused, attempts: 1, errorCode: 131026, why: 'refused' }]);
    expect((await dead()).sort()).toEqual(['bsuid 131026', 'parent_bsuid 131026', 'phone 131026']);
  });

  test('is not told by failures that have other reasons', async () => {
    const conversation = await converse(pool, { phone: '573001110002' });
    const ids = await Promise.all([131047, 131049, 131056].map(() => file(pool, { conversation, status: 'accepted' })));
    await acceptStatuses(
      pool,
      ids.map((id, n) => failed(id, [131047, 131049, 131056][n] ?? 0)),
    );
    expect(await dead()).toEqual([]);
  });

  test('is reached again once she writes', async () => {
    const conversation = await converse(pool, { phone: '573001110003' });
    const id = await file(pool, { conversation, status: 'accepted' });
    await acceptStatuses(pool, [failed(id, 131026, Date.now() - 1000)]);
    expect(await dead()).toEqual(['phone 131026']);
    await pool.query('update conversation set last_inbound_at = now() where id = $1', [conversation]);
    expect(await dead()).toEqual([]);
  });

  test('told late of an earlier failure keeps the later word', async () => {
    const conversation = await converse(pool, { phone: '573001110004' });
    const [one, other] = [
      await file(pool, { conversation, status: 'sent' }),
      await file(pool, { conversation, status: 'sent' }),
    ];
    await acceptStatuses(pool, [failed(one, 130497, 1_790_000_000_000)]);
    await acceptStatuses(pool, [failed(other, 131026, 1_780_000_000_000)]);
    expect(await dead()).toEqual(['phone 130497']);
  });
});
