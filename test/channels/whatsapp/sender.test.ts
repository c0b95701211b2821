import { createPool } from '../../../src/db/pool';
import { kept } from '../../db/outboxRows';
import { startTcpProxy } from '../../setup/tcpProxy';
import { type Outcome, startGraphServer } from './graphServer';
import { pause, senderWorld, until } from './senderWorld';

const world = senderWorld();
const taken = () => world.graph.taken.map(({ tag }) => tag);

describe('a message', () => {
  test('that waits is found, posted to its person, and marked with the provider’s id', async () => {
    const [id = ''] = await world.messages(await world.person(300_999_8877), 1, { text: '¿Acepta?' });
    world.sender();
    await world.allSent();
    expect(world.graph.posts).toMatchObject([{ tag: id, to: '+573009998877', text: '¿Acepta?' }]);
    expect(await kept(world.pool, id)).toMatchObject({ status: 'accepted', provider_id: `wamid.${id}.1`, attempts: 1 });
  });

  test('offered by a turn is posted at once, without looking into the outbox', async () => {
    const sender = world.sender({ sweepMs: 60_000 });
    const row = await world.offered(await world.person());
    sender.offer([row]);
    await until(() => taken().length === 1);
    await world.allSent();
    expect(await kept(world.pool, row.id)).toMatchObject({ status: 'accepted', leased: false });
  });

  test('behind one that has just gone follows without waiting for a sweep', async () => {
    const sender = world.sender({ sweepMs: 60_000 });
    const person = await world.person();
    const row = await world.offered(person);
    const rest = await world.messages(person, 3);
    sender.offer([row]);
    await world.allSent();
    expect(taken()).toEqual([row.id, ...rest]);
  });

  test('filed as waiting goes when the sender is told, by kick or by an empty offer', async () => {
    const sender = world.sender({ sweepMs: 60_000 });
    await world.messages(await world.person(), 1);
    sender.kick();
    await world.allSent();
    await world.messages(await world.person(), 1);
    sender.offer([]);
    await world.allSent();
  });

  test('to a person who has no address any more fails without being posted', async () => {
    const person = await world.person();
    await world.pool.query('update address set revoked_at = now()');
    const [id = ''] = await world.messages(person, 1);
    world.sender();
    await world.allSent();
    expect(await kept(world.pool, id)).toMatchObject({ status: 'failed' });
    expect(world.graph.posts).toEqual([]);
  });

  test('whose text is gone fails, and the next one goes', async () => {
    const person = await world.person();
    const [first = '', second = ''] = await world.messages(person, 2);
    await world.pool.query('update outbox set body = null where id = $1', [first]);
    world.sender();
    await world.allSent();
    expect(taken()).toEqual([second]);
    expect(await kept(world.pool, first)).toMatchObject({ status: 'failed' });
  });

  test('that is too long is cut, and counted', async () => {
    await world.messages(await world.person(), 1, { text: 'x'.repeat(5000) });
    world.sender();
    await world.allSent();
    expect(world.graph.taken[0]?.text).toHaveLength(4096);
    expect(world.heard).toContain('cut');
  });

  test('is never logged, nor whom it is for', async () => {
    await world.messages(await world.person(300_999_8877), 1, { text: 'secreto' });
    world.graph.script(({ n }) => (n < 2 ? { kind: 'error', status: 400, code: 131026 } : undefined));
    world.sender();
    await world.allSent();
    expect(world.heard.join('\n')).toMatch(/"warn".*131026.*cannot be delivered/);
    expect(world.heard.join('\n')).not.toMatch(/secreto|57300|wamid/);
  });
});

describe('many messages', () => {
  test('of many people go 64 at a time, each person’s in order', async () => {
    world.graph.script(() => ({ kind: 'accept', afterMs: 5 + Math.random() * 20 }));
    const people = await Promise.all(Array.from({ length: 150 }, () => world.person()));
    const ids = await Promise.all(people.map((person) => world.messages(person, 3)));
    world.sender();
    await world.allSent();
    expect(world.graph.mostConnections).toBe(64);
    for (const mine of ids) expect(taken().filter((tag) => mine.includes(tag))).toEqual(mine);
    expect(await world.standing()).toEqual({ accepted: 450 });
  });

  test('sent by two processes go once each, in order', async () => {
    world.graph.script(() => ({ kind: 'accept', afterMs: Math.random() * 10 }));
    const people = await Promise.all(Array.from({ length: 40 }, () => world.person()));
    world.sender();
    world.sender();
    const ids = await Promise.all(people.map((person) => world.messages(person, 5)));
    await world.allSent();
    expect(taken()).toHaveLength(200);
    for (const mine of ids) expect(taken().filter((tag) => mine.includes(tag))).toEqual(mine);
  });

  test('keep to the rate of the number', async () => {
    const people = await Promise.all(Array.from({ length: 60 }, () => world.person()));
    await Promise.all(people.map((person) => world.messages(person, 1)));
    const began = performance.now();
    world.sender({ rate: 40 });
    await world.allSent();
    // 8 at once, then 40 a second.
    expect(performance.now() - began).toBeGreaterThan(1200);
    expect(taken()).toHaveLength(60);
  });

  test('offered faster than they may go are given back before their leases run out, and go once each', async () => {
    const sender = world.sender({ rate: 20, leaseSeconds: 6, postMs: 5000, sweepMs: 60_000 });
    const people = await Promise.all(Array.from({ length: 60 }, () => world.person()));
    const rows = await Promise.all(people.map((person) => world.offered(person, { lease: '6 seconds' })));
    sender.offer(rows);
    await until(async () => ((await world.standing()).waiting ?? 0) > 20);
    world.sender();
    await world.allSent();
    expect(taken().sort()).toEqual(rows.map(({ id }) => id).sort());
  });
});

describe('the order of a person’s messages', () => {
  const faults: Outcome[] = [
    { kind: 'error', status: 500, code: 131000 },
    { kind: 'answer', status: 500, body: '<html>' },
    { kind: 'reset', accepted: false },
    { kind: 'reset', accepted: true },
    { kind: 'half', status: 200 },
    { kind: 'error', status: 429, code: 130429, headers: { 'retry-after': '0' } },
    { kind: 'error', status: 400, code: 131056 },
    { kind: 'hang', accepted: false },
    { kind: 'answer', status: 503, body: '' },
  ];

  test('is kept whatever happens to them, nothing is lost, and few are doubled', async () => {
    const people = await Promise.all(faults.map(() => world.person()));
    const ids = await Promise.all(people.map((person) => world.messages(person, 4)));
    // Each person's second message meets one of the faults the first time.
    world.graph.script(({ tag, n }) => (n === 1 ? faults[ids.findIndex((mine) => mine[1] === tag)] : undefined));
    world.sender({ answerMs: 2000 });
    world.sender({ answerMs: 2000 });
    await world.allSent();
    for (const mine of ids) {
      const seen = taken().filter((tag) => mine.includes(tag));
      expect([...new Set(seen)]).toEqual(mine);
      // Doubled only where the first had been taken without our knowing.
      expect(seen.length - mine.length).toBe(seen.length > 4 ? 1 : 0);
    }
    expect(taken()).toHaveLength(faults.length * 4 + 2);
    expect(await world.standing()).toEqual({ accepted: faults.length * 4 });
  });
});

test.each<[string, Outcome]>([
  ['is refused for now', { kind: 'error', status: 500, code: 131016 }],
  ['has an unknown end', { kind: 'reset', accepted: false }],
  ['meets the number’s limit', { kind: 'error', status: 429, code: 130429 }],
])('when the first of several messages offered together %s, the others wait behind it', async (_what, outcome) => {
  const person = await world.person();
  const rows = [await world.offered(person), await world.offered(person), await world.offered(person)];
  const sender = world.sender();
  world.graph.script(({ tag, n }) => (tag === rows[0]?.id && n === 1 ? outcome : undefined));
  sender.offer(rows);
  await world.allSent();
  expect(taken()).toEqual(rows.map(({ id }) => id));
});

describe('a sender that closes', () => {
  test('ends its posts, gives the rest back, and leaves nothing leased', async () => {
    world.graph.script(() => ({ kind: 'accept', afterMs: 150 }));
    const people = await Promise.all(Array.from({ length: 120 }, () => world.person()));
    for (const person of people) await world.messages(person, 1);
    const sender = world.sender();
    await until(() => world.graph.posts.length === 64);
    await world.retire(sender);
    expect(await world.standing()).toEqual({ accepted: 64, waiting: 56 });
    const { rows } = await world.pool.query(`select distinct attempts from outbox where status = 'waiting'`);
    expect(rows).toEqual([{ attempts: 0 }]);
    const late = await world.offered(await world.person());
    sender.offer([late]);
    sender.kick();
    await pause(100);
    expect(world.graph.posts).toHaveLength(64);
  });
});

describe('without Postgres', () => {
  test('results are kept until they can be written', async () => {
    const proxy = await startTcpProxy(world.url);
    const pool = createPool({ url: proxy.url, max: 4, keyed: true });
    world.graph.script(() => ({ kind: 'accept', afterMs: 200 }));
    const ids = await world.messages(await world.person(), 1);
    world.sender({ pool, leaseSeconds: 60 });
    await until(() => world.graph.posts.length === 1);
    await proxy.refuse();
    proxy.cut();
    await until(() => world.heard.some((line) => line.includes('could not be written')));
    await proxy.heal();
    await world.allSent();
    expect(await kept(world.pool, ids[0] ?? '')).toMatchObject({ status: 'accepted' });
    expect(world.graph.posts).toHaveLength(1);
    await pool.end();
    await proxy.stop();
  });
});

describe('without the Graph API', () => {
  test('messages wait without losing a try, and go once each when it is back', async () => {
    const people = await Promise.all(Array.from({ length: 30 }, () => world.person()));
    const ids = await Promise.all(people.map((person) => world.messages(person, 2)));
    const { port } = world.graph;
    await world.graph.stop();
    world.sender();
    await until(() => world.heard.includes('line paused'));
    await pause(500);
    expect((await world.standing()).accepted).toBeUndefined();
    const { rows } = await world.pool.query(`select max(attempts) as most from outbox where status = 'waiting'`);
    expect(rows).toEqual([{ most: 0 }]);
    world.graph = await startGraphServer(port);
    await world.allSent();
    expect(taken().sort()).toEqual(ids.flat().sort());
    for (const mine of ids) expect(taken().filter((tag) => mine.includes(tag))).toEqual(mine);
    expect(world.heard.at(-1)).toMatch(/posted accepted|line open/);
    expect(world.heard).toContain('line open');
  });
});

test('a lease too short for a post is refused at the start', () => {
  expect(() => world.sender({ leaseSeconds: 10, postMs: 11_000 })).toThrow(/lease of 10 s/);
});
