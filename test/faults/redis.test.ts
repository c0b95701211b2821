import { Redis } from 'ioredis';
import nock from 'nock';
import { hasRedisServer, type OwnRedis, startOwnResp, startRealRedis } from '../chaos/redisServer';
import type { Talker } from '../chaos/talker';
import { openScene, pause, type Scene, until } from './scene';

const kinds: [string, () => Promise<OwnRedis>][] = [['in process', startOwnResp]];
if (hasRedisServer()) kinds.push(['real', startRealRedis]);

// A reply with Redis away is as slow as one question to it that nobody answers; the rest is room for a busy machine.
const MOST_MS = 1500;
const USUAL_MS = 500;

describe.each(kinds)('with a Redis that fails (%s)', (_, start) => {
  let redis: OwnRedis;
  let scene: Scene;

  beforeAll(async () => {
    // It would stand between the service and its sockets.
    nock.restore();
    redis = await start();
    scene = await openScene();
    await scene.open({ redisUrl: redis.url });
  });
  afterAll(async () => {
    await scene?.close();
    await redis?.stop();
  });

  test('everybody goes on at the same question when it is emptied in mid-conversation', async () => {
    const everybody = await people(scene);
    await redis.flush();
    await goOn(everybody);
  });

  test('everybody goes on when it is stopped, and again when it is back, without waiting long', async () => {
    const everybody = await people(scene);
    await redis.stop();
    await goOn(everybody);
    expectQuick(everybody);
    const later = await people(scene);
    await redis.start();
    await goOn(later);
    await until(async () => (await cached(redis, scene)) > 0);
  });

  test('everybody goes on while it is frozen, without waiting long', async () => {
    const everybody = await people(scene);
    const thawed = redis.freeze(3000);
    await goOn(everybody);
    expectQuick(everybody);
    await thawed;
  });

  test('everybody goes on when it holds an old state, another one, or none that can be read', async () => {
    await until(async () => (await cached(redis, scene)) > 0);
    const [ana, rosa, luz, flor] = (await people(scene)) as [Talker, Talker, Talker, Talker];
    const keys = await Promise.all([ana, rosa, luz, flor].map((her) => keyOf(scene, her)));
    const client = new Redis(redis.url);
    const [, other] = await client.mget(keys);
    await client.set(keys[0] ?? '', other ?? '');
    await client.set(keys[1] ?? '', 'neither|this{nor that');
    await client.set(keys[2] ?? '', '');
    await client.del(keys[3] ?? '');
    client.disconnect();
    await goOn([ana, rosa, luz, flor]);
  });
});

/** Four people, each at another question of their registration. */
async function people(scene: Scene): Promise<Talker[]> {
  return Promise.all(
    steps.map(async (_, n) => {
      const her = scene.talker(`Ana ${n}`);
      await her.says('registrarme', 'registration.consent');
      for (const step of steps.slice(0, n)) await step(her);
      her.waits.length = 0;
      return her;
    }),
  );
}

const steps: ((her: Talker) => Promise<string>)[] = [
  (her) => her.taps('yes', 'registration.name'),
  (her) => her.says('Ana Pérez', 'registration.document'),
  (her) => her.taps('CC', 'registration.number'),
  (her) => her.says(String(52_400_000 + Number(her.phone.slice(-5))), 'registration.near', 'where.near'),
];

/** From where they are to the end: a wrong question throws. */
async function goOn(everybody: Talker[]): Promise<void> {
  await Promise.all(
    everybody.map(async (her, n) => {
      for (const step of steps.slice(n)) await step(her);
      await her.says('Suba', 'registration.summary');
      await her.taps('save', 'enrolment.choice');
    }),
  );
  expect(everybody.flatMap(({ wrong }) => wrong)).toEqual([]);
}

function expectQuick(everybody: Talker[]): void {
  const waits = everybody.flatMap((her) => her.waits).sort((one, other) => one - other);
  expect(waits[Math.floor(waits.length * 0.75)]).toBeLessThan(USUAL_MS);
  expect(waits.at(-1)).toBeLessThan(MOST_MS);
}

/** How many states it holds; it answers nothing while it is away. Somebody writes meanwhile, so that there is one to hold. */
async function cached(redis: OwnRedis, scene: Scene): Promise<number> {
  await scene.talker('Eva').says('hola', 'menu.choice');
  await pause(200);
  const client = new Redis(redis.url, { commandTimeout: 1000, retryStrategy: () => null });
  client.on('error', () => {});
  const { rows } = await scene.pool.query<{ key: string }>(`select 'relevo:' || id as key from conversation`);
  const states = await client.mget(rows.map(({ key }) => key)).catch(() => []);
  client.disconnect();
  return states.filter(Boolean).length;
}

async function keyOf(scene: Scene, { phone }: Talker): Promise<string> {
  const { rows } = await scene.pool.query<{ key: string }>(
    `select 'relevo:' || conversation_id as key from address where kind = 'phone' and value = $1`,
    [phone],
  );
  return rows[0]?.key ?? '';
}
