import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { claimHeads } from '../../src/db/outbox';
import { markAccepted, markFailed, markHeld, markRetry, markUnknown } from '../../src/db/outboxMarks';
import { freshDatabase } from '../setup/database';
import { converse, file, kept } from './outboxRows';

const TERMS = { limit: 100, leaseSeconds: 15, confirmMs: 2000, mostTries: 6 };

let pool: Pool;
beforeAll(async () => {
  ({ pool } = await freshDatabase({ keyed: true }));
});
beforeEach(() => pool.query('truncate outbox, address, person_address'));

const claim = (terms: Partial<typeof TERMS> = {}) => claimHeads(pool, { ...TERMS, ...terms });
const claimed = async (terms: Partial<typeof TERMS> = {}) => (await claim(terms)).map(({ id }) => id);

describe('a claim', () => {
  test('takes a message with its text and where to write to, under a lease of its own', async () => {
    const conversation = await converse(pool, { phone: '573001', bsuid: 'CO.1', parent_bsuid: 'CO.ENT.1' });
    const id = await file(pool, { conversation, text: '¿Acepta?', resend: 'costly' });
    expect(await claim()).toEqual([
      {
        id,
        conversationId: conversation,
        body: { text: '¿Acepta?' },
        resend: 'costly',
        attempts: 1,
        refusals: 0,
        to: { phone: '573001', bsuid: 'CO.1' },
        priority: 0,
        asTemplate: false,
        heardAt: null,
      },
    ]);
    expect(await kept(pool, id)).toMatchObject({ status: 'sending', attempts: 1, leased: true });
    expect(await claim()).toEqual([]);
  });

  test('leaves out revoked addresses and takes the newest of a kind; the parent id stands in for the other', async () => {
    const conversation = await converse(pool, { phone: '573001', bsuid: 'CO.1', parent_bsuid: 'CO.ENT.1' });
    await pool.query(`update address set revoked_at = now() where kind in ('phone', 'bsuid')`);
    await file(pool, { conversation });
    await pool.query(
      `insert into address (conversation_id, channel, kind, value) values ($1, 'whatsapp', 'phone', '573002'), ($1, 'whatsapp', 'phone', '573003')`,
      [conversation],
    );
    expect((await claim())[0]?.to).toEqual({ phone: '573003', bsuid: 'CO.ENT.1' });
  });

  test('takes only the first of each conversation, in the order they became due', async () => {
    const [a, b] = [randomUUID(), randomUUID()];
    const first = await file(pool, { conversation: a, next: '-1 second' });
    await file(pool, { conversation: a, next: '-9 seconds' });
    const other = await file(pool, { conversation: b, next: '-5 seconds' });
    expect(await claimed({ limit: 1 })).toEqual([other]);
    expect(await claimed()).toEqual([first]);
    expect(await claimed()).toEqual([]);
  });

  test.each<[string, Parameters<typeof file>[1], boolean]>([
    ['under way', { status: 'sending' }, true],
    ['whose end nobody knows yet', { status: 'unknown', attempts: 1, next: '2 seconds' }, true],
    ['that waits for its next try', { attempts: 1, next: '8 seconds' }, true],
    [
      'that nobody will send again on a guess',
      { status: 'unknown', attempts: 1, resend: 'costly', next: 'infinity' },
      false,
    ],
    ['that is for tomorrow', { next: '1 day' }, false],
    ['that has failed', { status: 'failed', attempts: 6 }, false],
    ['that is out', { status: 'accepted', attempts: 1 }, false],
  ])('behind an older message %s (%j) waits: %s', async (_what, older, waits) => {
    const conversation = randomUUID();
    await file(pool, { ...older, conversation });
    const younger = await file(pool, { conversation });
    expect(await claimed()).toEqual(waits ? [] : [younger]);
  });

  test('of a reminder come due waits for the younger message that is under way', async () => {
    const conversation = randomUUID();
    await file(pool, { conversation, next: '-1 second' });
    await file(pool, { conversation, status: 'sending' });
    expect(await claimed()).toEqual([]);
  });

  test('leaves what is not due, and what goes through another channel', async () => {
    await file(pool, { next: '1 second' });
    await file(pool, { channel: 'web' });
    expect(await claimed()).toEqual([]);
  });

  test('takes an unknown message again when the wait for a status is over', async () => {
    const id = await file(pool, { status: 'unknown', attempts: 1, next: '-1 second' });
    expect(await claim()).toMatchObject([{ id, attempts: 2 }]);
  });

  test('makes a message unknown whose lease has run out, and waits for a status before it is sent again', async () => {
    const id = await file(pool, { status: 'sending', attempts: 1, lease: '-1 second' });
    const costly = await file(pool, { status: 'sending', attempts: 1, lease: '-1 second', resend: 'costly' });
    const tired = await file(pool, { status: 'sending', attempts: 6, lease: '-1 second' });
    const held = await file(pool, { status: 'sending', attempts: 1, lease: '1 second' });
    expect(await claimed()).toEqual([]);
    expect(await kept(pool, id)).toMatchObject({ status: 'unknown', wait: expect.closeTo(2, 0), leased: false });
    expect(await kept(pool, costly)).toMatchObject({ status: 'unknown', wait: Infinity });
    expect(await kept(pool, tired)).toMatchObject({ status: 'unknown', wait: Infinity });
    expect(await kept(pool, held)).toMatchObject({ status: 'sending' });
    await pool.query(`update outbox set next_at = now() where next_at < 'infinity'`);
    expect(await claimed()).toEqual([id]);
  });

  test('made by many at once gives each message to one of them, and no conversation to two', async () => {
    const conversations = Array.from({ length: 60 }, () => randomUUID());
    for (const conversation of conversations) {
      await file(pool, { conversation });
      await file(pool, { conversation });
    }
    const batches = await Promise.all(Array.from({ length: 10 }, () => claim({ limit: 15 })));
    const taken = [...batches, await claim()].flat();
    expect(taken).toHaveLength(60);
    expect(new Set(taken.map((row) => row.conversationId)).size).toBe(60);
  });
});

describe('a mark', () => {
  const sending = (more: Parameters<typeof file>[1] = {}) => file(pool, { status: 'sending', attempts: 1, ...more });

  test('of acceptance keeps the provider’s id and says whether more is due to the same person', async () => {
    const conversation = randomUUID();
    const [id, alone] = [await sending({ conversation }), await sending()];
    const next = await file(pool, { conversation });
    expect(await markAccepted(pool, [{ id: alone, providerId: 'wamid.2' }])).toBe(false);
    expect(await markAccepted(pool, [{ id, providerId: 'wamid.1' }])).toBe(true);
    expect(await kept(pool, id)).toMatchObject({ status: 'accepted', provider_id: 'wamid.1', leased: false });
    expect(await claimed()).toEqual([next]);
  });

  test('of acceptance made twice, or after a status, changes nothing but a missing id', async () => {
    const [id, read] = [await sending(), await file(pool, { status: 'read' })];
    await markAccepted(pool, [
      { id, providerId: 'wamid.1' },
      { id: read, providerId: 'wamid.3' },
    ]);
    await markAccepted(pool, [{ id, providerId: 'wamid.2' }]);
    expect(await kept(pool, id)).toMatchObject({ status: 'accepted', provider_id: 'wamid.1' });
    expect(await kept(pool, read)).toMatchObject({ status: 'read', provider_id: 'wamid.3' });
  });

  test('of a retry waits its time, and holds up those behind it', async () => {
    const conversation = randomUUID();
    const id = await sending({ conversation });
    await file(pool, { conversation });
    await markRetry(pool, [{ id, attempts: 1, delayMs: 4000, errorCode: 131016 }]);
    expect(await kept(pool, id)).toMatchObject({
      status: 'waiting',
      attempts: 1,
      wait: expect.closeTo(4, 0),
      error_code: 131016,
    });
    expect(await claimed()).toEqual([]);
  });

  test('of giving back costs no try and keeps the place', async () => {
    const conversation = randomUUID();
    const id = await sending({ conversation, next: '-9 seconds' });
    await file(pool, { conversation });
    await markRetry(pool, [{ id, attempts: 1 }]);
    expect(await kept(pool, id)).toMatchObject({ status: 'waiting', attempts: 0, wait: expect.closeTo(-9, 0) });
    expect(await claimed()).toEqual([id]);
  });

  test('of giving back works after the lease has run out: it was never posted', async () => {
    const id = await sending({ lease: '-1 second', resend: 'costly' });
    await claim();
    expect(await kept(pool, id)).toMatchObject({ status: 'unknown', wait: Infinity });
    await markRetry(pool, [{ id, attempts: 1 }]);
    expect(await claimed()).toEqual([id]);
  });

  test('of an unknown end waits for a status; what is costly or tired waits for ever, and holds nobody up', async () => {
    const conversation = randomUUID();
    const [id, costly, tired] = [
      await sending(),
      await sending({ resend: 'costly', conversation }),
      await sending({ attempts: 6 }),
    ];
    const behind = await file(pool, { conversation });
    await markUnknown(
      pool,
      [
        { id, attempts: 1, waitMs: 3000 },
        { id: costly, attempts: 1, waitMs: 3000 },
        { id: tired, attempts: 6, waitMs: 3000 },
      ],
      6,
    );
    expect(await kept(pool, id)).toMatchObject({ status: 'unknown', wait: expect.closeTo(3, 0), leased: false });
    expect(await kept(pool, costly)).toMatchObject({ status: 'unknown', wait: Infinity });
    expect(await kept(pool, tired)).toMatchObject({ status: 'unknown', wait: Infinity });
    expect(await claimed()).toEqual([behind]);
  });

  test('of failure says why, and lets the next one go', async () => {
    const conversation = randomUUID();
    const id = await sending({ conversation });
    const next = await file(pool, { conversation });
    expect(await markFailed(pool, [{ id, attempts: 1, errorCode: 131026, why: 'refused' }])).toBe(true);
    expect(await kept(pool, id)).toMatchObject({
      status: 'failed',
      error_code: 131026,
      why: 'refused',
      leased: false,
    });
    expect(await claimed()).toEqual([next]);
  });

  test('by a process that slept while others went on does nothing', async () => {
    const id = await file(pool, { status: 'sending', attempts: 2 });
    await markRetry(pool, [
      { id, attempts: 1, delayMs: 1000 },
      { id, attempts: 1 },
    ]);
    await markUnknown(pool, [{ id, attempts: 1, waitMs: 1000 }], 6);
    await markHeld(pool, [{ id, attempts: 1, why: 'window_closed', counts: false }]);
    await markFailed(pool, [{ id, attempts: 1, errorCode: 1, why: 'given_up' }]);
    expect(await kept(pool, id)).toMatchObject({ status: 'sending', attempts: 2, leased: true });
  });

  test.each(['accepted', 'sent', 'read', 'failed'])('never takes a message back that is %s', async (status) => {
    const id = await file(pool, { status, attempts: 1 });
    await markRetry(pool, [{ id, attempts: 1, delayMs: 0 }]);
    await markUnknown(pool, [{ id, attempts: 1, waitMs: 0 }], 6);
    await markHeld(pool, [{ id, attempts: 1, why: 'window_closed', counts: false }]);
    await markFailed(pool, [{ id, attempts: 1, why: 'given_up' }]);
    expect(await kept(pool, id)).toMatchObject({ status });
  });
});

test('a lease without sending, or sending without a lease, is refused by the schema', async () => {
  await expect(file(pool, { status: 'waiting', lease: '1 second' })).rejects.toThrow(/check constraint/);
  const id = await file(pool, { status: 'sending' });
  await expect(pool.query('update outbox set lease_until = null where id = $1', [id])).rejects.toThrow(
    /check constraint/,
  );
});
