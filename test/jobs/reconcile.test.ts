import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { oneImportAtATime } from '../../src/db/installation';
import { createPool, inTransaction } from '../../src/db/pool';
import { type Backlog, countBacklog } from '../../src/db/reconciliation';
import { reconcile, startReconciling } from '../../src/jobs/reconcile';
import { type FreshDatabase, freshDatabase } from '../setup/database';

let database: FreshDatabase;
let pool: Pool;

beforeAll(async () => {
  database = await freshDatabase();
  pool = database.pool;
});
beforeEach(() => pool.query('truncate inbox, outbox, installation'));

const NOTHING: Backlog = {
  inbox: { waiting: 0, late: 0, parked: 0, oldestSeconds: 0 },
  outbox: [],
  unconfirmed: 0,
  newlyUnconfirmed: 0,
};

async function inbox(row: { received: string; done?: string; outcome?: 'done' | 'parked' }): Promise<void> {
  await pool.query(
    `insert into inbox (channel, message_id, conversation_id, sent_at, body, received_at, done_at, outcome)
     values ('whatsapp', $1, gen_random_uuid(), now(), '{}', now() - $2::interval, now() - $3::interval, $4)`,
    [randomUUID(), row.received, row.done ?? null, row.outcome ?? null],
  );
}

async function outbox(row: { status: string; nextIn?: string; updated?: string; leaseIn?: string }): Promise<void> {
  await pool.query(
    `insert into outbox (conversation_id, channel, turn_id, n, body, status, next_at, updated_at, lease_until)
     values ($1::uuid, 'whatsapp', $1::uuid, 0, '{}', $2, case $3 when 'infinity' then 'infinity' else now() + $3::interval end, now() - $4::interval, now() + $5::interval)`,
    [randomUUID(), row.status, row.nextIn ?? '0', row.updated ?? '0', row.leaseIn ?? null],
  );
}

/** A log and metrics that keep what they are told. */
function witness() {
  const lines: { level: string; fields: object }[] = [];
  const backlogs: (Backlog | undefined)[] = [];
  return {
    lines,
    backlogs,
    metrics: { backlog: (backlog: Backlog | undefined) => void backlogs.push(backlog) },
    log: {
      info: (fields: object) => void lines.push({ level: 'info', fields }),
      warn: (fields: object) => void lines.push({ level: 'warn', fields }),
    },
  };
}

describe('what is counted', () => {
  test('nothing, where nothing waits', async () => {
    await inbox({ received: '1 hour', done: '1 hour', outcome: 'done' });
    await outbox({ status: 'read' });
    expect(await countBacklog(pool, 60)).toEqual(NOTHING);
  });

  test('in the inbox: what waits, what waits for over a minute, what was parked in the last day', async () => {
    await inbox({ received: '5 seconds' });
    await inbox({ received: '59 seconds' });
    await inbox({ received: '90 seconds' });
    await inbox({ received: '90 seconds', done: '80 seconds', outcome: 'done' });
    await inbox({ received: '2 days', done: '23 hours', outcome: 'parked' });
    await inbox({ received: '2 days', done: '25 hours', outcome: 'parked' });
    const backlog = await countBacklog(pool, 60);
    expect(backlog?.inbox).toEqual({ waiting: 3, late: 1, parked: 1, oldestSeconds: expect.closeTo(90, 0) });
  });

  test('in the outbox: what is due since when, and what is for later, apart', async () => {
    await outbox({ status: 'waiting', nextIn: '-30 seconds' });
    await outbox({ status: 'waiting', nextIn: '-10 seconds', updated: '3 days' });
    await outbox({ status: 'waiting', nextIn: '1 day', updated: '3 days' });
    await outbox({ status: 'waiting', nextIn: 'infinity' });
    const backlog = await countBacklog(pool, 60);
    expect(backlog?.outbox).toEqual([
      { standing: 'due', depth: 2, oldestSeconds: expect.closeTo(30, 0), stuck: 0 },
      { standing: 'later', depth: 2, oldestSeconds: 0, stuck: 0 },
    ]);
  });

  test('in the outbox: sends whose lease ran out, and those unknown for over ten minutes', async () => {
    await outbox({ status: 'sending', leaseIn: '20 seconds' });
    await outbox({ status: 'sending', leaseIn: '-1 second', updated: '31 seconds' });
    await outbox({ status: 'unknown', updated: '9 minutes' });
    await outbox({ status: 'unknown', updated: '11 minutes' });
    await outbox({ status: 'failed', updated: '11 minutes' });
    const backlog = await countBacklog(pool, 60);
    expect(backlog?.outbox).toEqual([
      { standing: 'sending', depth: 2, oldestSeconds: expect.closeTo(31, 0), stuck: 1 },
      { standing: 'unknown', depth: 2, oldestSeconds: expect.closeTo(660, 0), stuck: 1 },
    ]);
  });
});

async function taken(created: string, updated: string, status = 'accepted'): Promise<void> {
  await outbox({ status, updated });
  await pool.query(
    'update outbox set created_at = now() - $1::interval where created_at = (select max(created_at) from outbox)',
    [created],
  );
}

test('what the channel has taken and not said to have sent for ten minutes is counted for a day', async () => {
  await taken('9 minutes', '9 minutes');
  await taken('11 minutes', '11 minutes');
  await taken('11 minutes', '11 minutes', 'sent');
  await taken('25 hours', '25 hours');
  expect(await countBacklog(pool, 60)).toMatchObject({ unconfirmed: 1 });
});

test('it is warned of once a message, by whichever process, and stays in the metrics', async () => {
  const { lines, backlogs, ...seen } = witness();
  const minuteLater = async () => {
    await pool.query(`update installation set value = (value::float8 - 60)::text where name = 'backlog_counted'`);
    await pool.query(`update outbox set updated_at = updated_at - interval '1 minute'`);
    await reconcile({ db: pool, ...seen });
  };
  await taken('9 minutes', '8 minutes');
  await reconcile({ db: pool, ...seen });
  await taken('20 minutes', '9 minutes 30 seconds');
  for (let minutes = 0; minutes < 4; minutes += 1) await minuteLater();
  expect(backlogs.map((backlog) => backlog?.unconfirmed)).toEqual([0, 1, 2, 2, 2]);
  expect(lines.map(({ level }) => level)).toEqual(['info', 'warn', 'warn', 'info', 'info']);
});

test('while an import is under way it is counted all the same', async () => {
  await inTransaction(pool, async (db) => {
    await oneImportAtATime(db);
    expect(await countBacklog(pool, 60)).toEqual(NOTHING);
  });
});

describe('of several processes', () => {
  test('one counts at a time, and the others do not wait for it', async () => {
    const other = await pool.connect();
    await other.query('begin');
    await other.query('select pg_advisory_xact_lock(7357003)');
    expect(await countBacklog(pool, 60)).toBeUndefined();
    await other.query('rollback');
    other.release();
    expect(await countBacklog(pool, 60)).toEqual(NOTHING);
  });

  test('one counts an interval, whichever comes first', async () => {
    const counted = await Promise.all(Array.from({ length: 8 }, () => countBacklog(pool, 60)));
    expect(counted.filter(Boolean)).toHaveLength(1);
    expect(await countBacklog(pool, 60)).toBeUndefined();
    await pool.query(`update installation set value = (value::float8 - 55)::text where name = 'backlog_counted'`);
    expect(await countBacklog(pool, 60)).toEqual(NOTHING);
    expect(await countBacklog(pool, 60)).toBeUndefined();
  });

  test('those that do not count withdraw their figures', async () => {
    const first = witness();
    const second = witness();
    await reconcile({ db: pool, ...first });
    await reconcile({ db: pool, ...second });
    expect([first.backlogs, second.backlogs]).toEqual([[NOTHING], [undefined]]);
    expect([first.lines.length, second.lines.length]).toEqual([1, 0]);
  });
});

describe('what is said', () => {
  test('one line, which nobody need read while nothing is late', async () => {
    await inbox({ received: '5 seconds' });
    const { lines, ...seen } = witness();
    await reconcile({ db: pool, ...seen });
    expect(lines).toEqual([
      { level: 'info', fields: { inbox: expect.objectContaining({ waiting: 1 }), outbox: [], unconfirmed: 0 } },
    ]);
  });

  test.each([
    ['a late message', () => inbox({ received: '2 minutes' })],
    ['a parked message', () => inbox({ received: '2 minutes', done: '1 minute', outcome: 'parked' })],
    ['a stuck send', () => outbox({ status: 'sending', leaseIn: '-1 second' })],
    ['a send that is long overdue', () => outbox({ status: 'waiting', nextIn: '-2 minutes' })],
  ])('a warning for %s', async (_, arrange) => {
    await arrange();
    const { lines, ...seen } = witness();
    await reconcile({ db: pool, ...seen });
    expect(lines.map(({ level }) => level)).toEqual(['warn']);
  });

  test('with Postgres away, one warning, no figures, and no error', async () => {
    const away = createPool({ url: 'postgres://127.0.0.1:1/nowhere' });
    const { lines, backlogs, ...seen } = witness();
    await reconcile({ db: away, ...seen });
    expect(backlogs).toEqual([undefined]);
    expect(lines).toEqual([{ level: 'warn', fields: { fault: expect.objectContaining({ code: 'ECONNREFUSED' }) } }]);
    await away.end();
  });
});

test('it is done again and again until it is ended, and not once more', async () => {
  const { backlogs, lines, ...seen } = witness();
  const end = startReconciling({ db: pool, everyMs: 50, ...seen });
  while (backlogs.filter(Boolean).length < 3) await new Promise((resolve) => setTimeout(resolve, 10));
  await end();
  const rounds = backlogs.length;
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(backlogs).toHaveLength(rounds);
});
