import type { Pool } from 'pg';
import { acceptStatuses } from '../../src/db/outboxStatuses';
import type { DeliveryStatus } from '../../src/domain/delivery';
import { freshDatabase } from '../setup/database';
import { converse, file, form, kept } from './outboxRows';

let pool: Pool;
beforeAll(async () => {
  ({ pool } = await freshDatabase({ keyed: true }));
});
beforeEach(() => pool.query('truncate outbox'));

function failed(tag: string, errorCode: number, providerId = 'wamid.form'): DeliveryStatus {
  return { tag, providerId, status: 'failed', at: 1_750_030_073_000, errorCode };
}
const bodyOf = async (id: string) => (await pool.query('select body from outbox where id = $1', [id])).rows[0].body;
const dead = async () => (await pool.query('select from address where undeliverable_at is not null')).rowCount;

test.each([131026, 131051, 132068, 132069, 135000, 139001])(
  'a form that fails with %i goes back into line without it, at once and only once',
  async (code) => {
    const conversation = await converse(pool, { phone: `5730012${code}` });
    const id = await file(pool, { conversation, status: 'sent', attempts: 1, providerId: 'wamid.form', form });
    expect(await acceptStatuses(pool, [failed(id, code)])).toMatchObject({ moved: 1, freed: true });
    expect(await kept(pool, id)).toMatchObject({ status: 'waiting', provider_id: null, why: null });
    expect((await kept(pool, id)).wait).toBeLessThanOrEqual(0);
    expect(await bodyOf(id)).toEqual({ text: 'hola', form: null });
    expect(await dead()).toBe(0);
    // Told again before and after its question has left.
    expect(await acceptStatuses(pool, [failed(id, code)])).toMatchObject({ moved: 0, freed: false });
    await pool.query(`update outbox set status = 'accepted', provider_id = 'wamid.text' where id = $1`, [id]);
    expect(await acceptStatuses(pool, [failed(id, code)])).toMatchObject({ moved: 0 });
    expect(await kept(pool, id)).toMatchObject({ status: 'accepted' });
    // The question itself may fail, too, and then that is the end of it.
    expect(await acceptStatuses(pool, [failed(id, 131026, 'wamid.text')])).toMatchObject({ moved: 1 });
    expect(await kept(pool, id)).toMatchObject({ status: 'failed', error_code: 131026 });
    expect(await dead()).toBe(1);
    await pool.query('update address set undeliverable_at = null, undeliverable_code = null');
  },
);

test.each([
  ['of a message without one', undefined, 131026],
  ['that is not about the form', form, 131049],
])('a failure %s stays one', async (_, given, code) => {
  const id = await file(pool, { status: 'sent', attempts: 1, providerId: 'wamid.form', ...(given && { form: given }) });
  await acceptStatuses(pool, [failed(id, code)]);
  expect(await kept(pool, id)).toMatchObject({ status: 'failed', error_code: code });
});

test('word that a form has failed comes too late for one that was delivered', async () => {
  const id = await file(pool, { status: 'delivered', attempts: 1, providerId: 'wamid.form', form });
  expect(await acceptStatuses(pool, [failed(id, 131026)])).toMatchObject({ moved: 0 });
  expect(await bodyOf(id)).toMatchObject({ form });
});
