import { createServer, connect as dial, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { redisCache, type StateCache } from '../../src/bot/stateCache';
import { createPool } from '../../src/db/pool';
import { words } from '../../src/script/build';
import { say } from '../../src/script/say';
import type { Script } from '../../src/script/steps';
import { type FreshDatabase, freshDatabase } from '../setup/database';
import { textFrom } from '../setup/inbound';
import { describeEachRedis } from '../setup/redis';
import { openTurns } from '../setup/turns';

type Asked = { first: string; second: string; done: boolean };
const { ask, act, script } = words<Asked>();
const anything = (text: string) => ({ ok: true as const, value: text });
let explode: 'after the act' | 'never' = 'never';

// Two questions and an act that writes; it can be made to throw after it wrote and after the first answers were sent.
const menu: Script = script('menu', [
  ask('first', {
    say: () => say('talk.cancelled'),
    read: (text) => (text === 'hola' ? { ok: false } : anything(text)),
  }),
  ask('second', { say: () => say('talk.goodbye'), read: anything }),
  act('done', async (_, { desk }) => {
    await desk.askForPerson({ script: 'menu' });
    if (explode === 'after the act') throw new Error('María Pérez 52123456 must not be seen');
    return true;
  }),
]);
const resume: Script = script('resume', [], { noDraft: true });
const scripts = [menu, resume];

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase({ pipeline: true });
});
beforeEach(() => {
  explode = 'never';
});

async function rows(text: string, ...values: unknown[]) {
  return (await database.pool.query(text, values)).rows;
}
const conversationOf = async (phone: string) =>
  (await rows(`select conversation_id as id from address where value = $1`, phone))[0].id as string;

test('a turn leaves its state, its reply and its inbox row in one commit', async () => {
  const turns = openTurns(database.pool, scripts);
  expect(await turns.receive(textFrom('573002220001', 'hola'))).toEqual(['done']);
  const id = await conversationOf('573002220001');
  expect(turns.posted).toMatchObject([{ conversationId: id, attempts: 1, to: { phone: '573002220001' } }]);
  expect(
    await rows(`select status, attempts, lease_until > now() as leased from outbox where conversation_id = $1`, id),
  ).toEqual([{ status: 'sending', attempts: 1, leased: true }]);
  const [conversation] = await rows(`select version::int, state, last_inbound_at from conversation where id = $1`, id);
  expect(conversation.version).toBe(1);
  expect(conversation.state.dialogs.dialogStack[0].state.place.at).toBe('first');
  expect(await rows(`select outcome from inbox where conversation_id = $1`, id)).toEqual([{ outcome: 'done' }]);
});

test('a turn that throws after its services wrote leaves nothing, and is worked again', async () => {
  const turns = openTurns(database.pool, scripts);
  await turns.receive(textFrom('573002220002', 'uno'));
  await turns.receive(textFrom('573002220002', 'dos'));
  const id = await conversationOf('573002220002');
  const before = await rows(`select turn_id, state::text, version from conversation where id = $1`, id);
  explode = 'after the act';
  expect(await turns.receive(textFrom('573002220002', 'tres'))).toEqual(['failed']);
  expect(await rows(`select turn_id, state::text, version from conversation where id = $1`, id)).toEqual(before);
  expect(await rows(`select id from help_request where conversation_id = $1`, id)).toEqual([]);
  expect(await rows(`select id from outbox where conversation_id = $1`, id)).toHaveLength(2);
  explode = 'never';
  await database.pool.query(`update inbox set next_at = now() where conversation_id = $1`, [id]);
  expect(await turns.work(id)).toBe('done');
  expect(await rows(`select id from help_request where conversation_id = $1`, id)).toHaveLength(1);
});

test('a message that fails three times is parked with one apology, and those after it are worked', async () => {
  const turns = openTurns(database.pool, scripts);
  await turns.receive(textFrom('573002220003', 'uno'));
  await turns.receive(textFrom('573002220003', 'dos'));
  const id = await conversationOf('573002220003');
  explode = 'after the act';
  await turns.receive(textFrom('573002220003', 'tres'));
  expect(await turns.receive(textFrom('573002220003', 'menú'))).toEqual(['idle']); // it waits behind
  for (const outcome of ['failed', 'parked']) {
    await database.pool.query(`update inbox set next_at = now() where conversation_id = $1`, [id]);
    expect(await turns.work(id)).toBe(outcome);
  }
  expect(await turns.work(id)).toBe('done');
  const states = await rows(`select outcome from inbox where conversation_id = $1 order by seq`, id);
  expect(states.map((row) => row.outcome)).toEqual(['done', 'done', 'parked', 'done']);
  const sent = await rows(`select body->>'text' as text from outbox where conversation_id = $1 order by id`, id);
  expect(sent.filter((row) => row.text.startsWith('Algo falló'))).toHaveLength(1);
});

test('one bad message of a batch does not undo its neighbours', async () => {
  const turns = openTurns(database.pool, scripts);
  explode = 'after the act';
  await turns.receive(
    textFrom('573002220004', 'uno'),
    textFrom('573002220004', 'dos'),
    textFrom('573002220004', 'tres'),
  );
  const id = await conversationOf('573002220004');
  expect(await turns.work(id)).toBe('more');
  expect(await turns.work(id)).toBe('failed');
  const states = await rows(`select outcome from inbox where conversation_id = $1 order by seq`, id);
  expect(states.map((row) => row.outcome)).toEqual(['done', 'done', null]);
});

test('the lease of a reply begins when its turn ends, however long that took', async () => {
  const { learn } = words<Asked>();
  const slow = script('menu', [
    learn('done', () => pause(1500, true)),
    ask('first', { say: () => say('talk.cancelled'), read: anything }),
  ]);
  expect(await openTurns(database.pool, [slow]).receive(textFrom('573002220009', 'hola'))).toEqual(['done']);
  const [lease] = await rows(
    `select extract(epoch from lease_until - now())::float8 as left from outbox where conversation_id = $1`,
    await conversationOf('573002220009'),
  );
  expect(lease.left).toBeGreaterThan(14);
});

test('two workers at one conversation: one works it, the other is told it is busy', async () => {
  const turns = openTurns(database.pool, scripts);
  await turns.receive(textFrom('573002220005', 'hola'));
  const id = await conversationOf('573002220005');
  const holder = await database.pool.connect();
  await holder.query('begin');
  await holder.query('select from conversation where id = $1 for update', [id]);
  expect(await turns.receive(textFrom('573002220005', 'uno'))).toEqual(['busy']);
  await holder.query('rollback');
  holder.release();
  expect(await turns.work(id)).toBe('done');
});

test('a turn without domain work is two round trips to Postgres', async () => {
  const counter = await countingProxy(database.url);
  const pool = createPool({ url: counter.url, max: 1, pipeline: true });
  const turns = openTurns(pool, scripts);
  await turns.receive(textFrom('573002220006', 'hola'));
  const id = await conversationOf('573002220006');
  const trips: number[] = [];
  for (let n = 0; n < 10; n += 1) {
    await database.pool.query(
      `insert into inbox (channel, message_id, conversation_id, sent_at, body) values ('whatsapp', $1, $2, now(), '{"kind":"text","text":"hola"}')`,
      [`trip-${n}`, id],
    );
    counter.reset();
    expect(await turns.work(id)).toBe('done');
    trips.push(counter.trips());
  }
  await pool.end();
  await counter.close();
  expect(Math.min(...trips)).toBe(2);
});

describeEachRedis('the state cache', (redis) => {
  let cache: StateCache;
  afterEach(() => cache.close());

  test('a state in Redis is used while its turn is the last, and Postgres decides when it is not', async () => {
    cache = await redisCache(redis.url, 'cache:');
    const turns = openTurns(database.pool, scripts, { cache });
    const phone = redis.kind === 'real' ? '573002220007' : '573002220008';
    await turns.receive(textFrom(phone, 'hola'));
    await turns.receive(textFrom(phone, 'uno'));
    const id = await conversationOf(phone);
    const current = await cache.get(id);
    cache.set(id, { turnId: '00000000-0000-0000-0000-000000000000', state: '{"dialogs":"from another time"}' });
    await turns.receive(textFrom(phone, 'menú'));
    await cache.get(id); // the write before it has arrived by now
    await redis.flush();
    await turns.receive(textFrom(phone, 'dos'));
    expect(turns.sources).toEqual(['row', 'cache', 'row', 'row']);
    expect(current?.turnId).toHaveLength(36);
    expect(await rows(`select question from help_request where conversation_id = $1`, id)).toHaveLength(1);
  });
});

// Counts how often the client speaks after the server has: every such turn of the talk is a round trip.
async function countingProxy(target: string) {
  const { hostname, port } = new URL(target);
  let trips = 0;
  let last: 'client' | 'server' = 'server';
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = dial(Number(port || 5432), hostname);
    for (const socket of [client, upstream]) sockets.add(socket.on('error', () => {}));
    client.on('data', (chunk) => {
      if (last === 'server') trips += 1;
      last = 'client';
      upstream.write(chunk);
    });
    upstream.on('data', (chunk) => {
      last = 'server';
      client.write(chunk);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(target);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as { port: number }).port);
  return {
    url: url.href,
    trips: () => trips,
    reset: () => {
      trips = 0;
      last = 'server';
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
