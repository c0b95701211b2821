import nock from 'nock';
import { Client } from 'pg';
import type { Talker } from '../chaos/talker';
import { startTcpProxy, type TcpProxy } from '../setup/tcpProxy';
import { comesToTheSummary, openScene, pause, type Scene, until } from './scene';
import { deliver, webhookOf, written } from './webhooks';

let proxy: TcpProxy;
let scene: Scene;
let url: string;

beforeAll(async () => {
  // It would stand between the service and its sockets.
  nock.restore();
  scene = await openScene();
  proxy = await startTcpProxy(scene.databaseUrl);
  url = (await scene.open({ databaseUrl: proxy.url })).url;
});
afterEach(() => proxy.heal());
afterAll(async () => {
  await scene?.close();
  await proxy?.stop();
});

const ready = async () => (await fetch(`${url}/readyz`)).status;

describe.each([
  [
    'is gone and takes no connections',
    async () => {
      await proxy.refuse();
      proxy.cut();
    },
  ],
  ['answers nothing any more', async () => proxy.blackHole()],
])('a Postgres that %s', (_, fail) => {
  test('makes webhooks 503, and when it is back everybody goes on where she was', async () => {
    const everybody = await Promise.all([1, 2, 3].map(() => atTheSummary()));
    await fail();
    const began = Date.now();
    const statuses = await Promise.all(
      [1, 2, 3].map((n) => deliver(url, webhookOf(written(`5734000000${n}`, 'hola')))),
    );
    expect(statuses).toEqual([503, 503, 503]);
    expect(Date.now() - began).toBeLessThan(8_000);
    expect(await ready()).toBe(503);
    const saved = everybody.map((her) => her.taps('save', 'enrolment.choice'));
    await pause(500);
    await proxy.heal();
    const healed = Date.now();
    await until(async () => (await ready()) === 200, 5_000);
    expect(Date.now() - healed).toBeLessThan(5_000);
    await Promise.all(saved);
    await everyMessageIsWorkedOnce(everybody);
  });
});

test('backends that are terminated under way cost nobody an answer', async () => {
  const everybody = [1, 2, 3, 4].map(() => scene.talker('Ana'));
  let isOver = false;
  const terminated = (async () => {
    for (; !isOver; await pause(60))
      await scene.pool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and application_name = 'relevo' and pid <> pg_backend_pid() and random() < 0.4`,
      );
  })();
  await Promise.all(everybody.map((her) => comesToTheSummary(her, Number(her.phone.slice(-5)))));
  await Promise.all(everybody.map((her) => her.taps('save', 'enrolment.choice')));
  isOver = true;
  await terminated;
  await everyMessageIsWorkedOnce(everybody);
});

test('a Postgres that takes a tenth of a second for every answer only makes replies later', async () => {
  const her = scene.talker('Ana');
  proxy.latency(100);
  await comesToTheSummary(her, 77);
  expect(Math.max(...her.waits.slice(1))).toBeLessThan(3_000);
  await everyMessageIsWorkedOnce([her]);
});

test('a conversation that somebody else holds waits, and nobody else does', async () => {
  const [her, other] = [await atTheSummary(), scene.talker('Rosa')];
  const holder = new Client({ connectionString: scene.databaseUrl });
  await holder.connect();
  await holder.query('begin');
  await holder.query(
    `select from conversation where id = (select conversation_id from address where value = $1) for update`,
    [her.phone],
  );
  let isAnswered = false;
  const saved = her.taps('save', 'enrolment.choice').then(() => {
    isAnswered = true;
  });
  await comesToTheSummary(other, 78);
  expect(isAnswered).toBe(false);
  await holder.end();
  await saved;
  await everyMessageIsWorkedOnce([her, other]);
});

async function atTheSummary(): Promise<Talker> {
  const her = scene.talker('Ana');
  await comesToTheSummary(her, Number(her.phone.slice(-5)));
  return her;
}

async function everyMessageIsWorkedOnce(everybody: Talker[]): Promise<void> {
  await scene.quiet();
  const { rows } = await scene.pool.query<{ phone: string; done: number; replies: number; version: number }>(
    `select a.value as phone, c.version::integer,
            (select count(*)::integer from inbox where conversation_id = c.id and outcome = 'done') as done,
            (select count(*)::integer from outbox where conversation_id = c.id) as replies
     from address a join conversation c on c.id = a.conversation_id where a.value = any ($1)`,
    [everybody.map(({ phone }) => phone)],
  );
  const wanted = everybody.map(({ phone, sent: { length } }) => ({
    phone,
    version: length,
    done: length,
    replies: length,
  }));
  expect(rows.toSorted(byPhone)).toEqual(wanted.toSorted(byPhone));
}

function byPhone(one: { phone: string }, other: { phone: string }): number {
  return one.phone.localeCompare(other.phone);
}
