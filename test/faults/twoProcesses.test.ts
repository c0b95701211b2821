import nock from 'nock';
import { factsByPhone } from '../chaos/effects';
import { questionIn } from '../chaos/questions';
import { hasRedisServer, type OwnRedis, startOwnResp, startRealRedis } from '../chaos/redisServer';
import { spelled } from '../chaos/town';
import { comesToTheSummary, openScene, type Scene } from './scene';
import { deliver, webhookOf, written } from './webhooks';

let redis: OwnRedis;
let scene: Scene;
let urls: [string, string];

beforeAll(async () => {
  // It would stand between the service in this process and its sockets.
  nock.restore();
  redis = hasRedisServer() ? await startRealRedis() : await startOwnResp();
  scene = await openScene({ delivery: { duplicates: 0.3, delayMs: [0, 20] } });
  const [here, there] = await Promise.all([scene.open({ redisUrl: redis.url }), scene.start({ redisUrl: redis.url })]);
  urls = [here.url, there.url];
});
afterAll(async () => {
  await scene?.close();
  await redis?.stop();
});

test('people whose messages go to both get every answer, in order, and none twice', async () => {
  const everybody = Array.from({ length: 12 }, (_, n) => scene.talker(`Ana ${n}`));
  await Promise.all(
    everybody.map(async (her, n) => {
      await comesToTheSummary(her, n);
      await her.taps('save', 'enrolment.choice');
    }),
  );
  await scene.quiet();
  const facts = await factsByPhone(scene.pool);
  for (const { phone, sent } of everybody)
    expect(facts.get(phone)).toMatchObject({
      messages: sent.length,
      replies: sent.length,
      registrations: 1,
      consents: 1,
    });
  expect(scene.mailboxes.arrivals()).toMatchObject({ doubled: 0, overtaken: [] });
});

test('answers sent one after the other without reading any reply are taken in that order', async () => {
  const everybody = await Promise.all([1, 2, 3, 4, 5, 6].map(hurries));
  await scene.quiet();
  const facts = await factsByPhone(scene.pool);
  for (const phone of everybody) {
    expect(facts.get(phone)).toMatchObject({ registered: true, registrations: 1, messages: 7, replies: 7 });
    expect(asked(phone)).toEqual([
      'registration.consent',
      'registration.name',
      'registration.document',
      'registration.number',
      'where.near',
      'registration.summary',
      'enrolment.choice',
    ]);
  }
});

async function hurries(n: number): Promise<string> {
  const phone = `5735000000${n}`;
  const texts = ['registrarme', 'sí', `Luz ${spelled(100 + n)}`, 'cédula', String(52_500_000 + n), 'Suba', 'sí'];
  for (const [at, text] of texts.entries())
    expect(await deliver(urls[at % 2] ?? '', webhookOf(written(phone, text)))).toBe(200);
  return phone;
}

test.each([
  ['in sequence', '573510000001'],
  ['at once', '573510000002'],
])('a webhook delivered five times %s makes one turn, one reply and one row', async (way, phone) => {
  const webhook = webhookOf(written(phone, 'hola'));
  const post = (n: number) => deliver(urls[n % 2] ?? '', webhook);
  const statuses: number[] = [];
  if (way === 'at once') statuses.push(...(await Promise.all([0, 1, 2, 3, 4].map(post))));
  else for (const n of [0, 1, 2, 3, 4]) statuses.push(await post(n));
  await scene.quiet();
  expect(statuses).toEqual([200, 200, 200, 200, 200]);
  expect((await factsByPhone(scene.pool)).get(phone)).toMatchObject({ messages: 1, replies: 1 });
  expect(asked(phone)).toEqual(['menu.choice']);
  expect(await versions([phone])).toEqual([1]);
});

test('a thousand messages of 200 people, shuffled and brought twice, act once each and in order', async () => {
  const phones = Array.from({ length: 200 }, (_, n) => `57360${String(n).padStart(7, '0')}`);
  const began = Date.now() - 60_000;
  const messages = phones.flatMap((phone, n) =>
    ['registrarme', 'sí', `Luz ${spelled(1000 + n)}`, 'cédula', String(53_000_000 + n)].map((text, at) =>
      written(phone, text, began + at * 1000),
    ),
  );
  const [one, other] = [shuffled(messages, 7), shuffled(messages, 11)];
  const statuses = await Promise.all([deliver(urls[0], webhookOf(...one)), deliver(urls[1], webhookOf(...other))]);
  await scene.quiet(60_000);
  expect(statuses).toEqual([200, 200]);
  const facts = await factsByPhone(scene.pool);
  const wrong = phones.filter((phone) => {
    const { messages: came = 0, replies = 0, consents = 0 } = facts.get(phone) ?? {};
    return came !== 5 || replies !== 5 || consents !== 1 || asked(phone).join() !== inOrder;
  });
  expect(wrong).toEqual([]);
  expect(new Set(await versions(phones))).toEqual(new Set([5]));
  expect(scene.mailboxes.arrivals()).toMatchObject({ doubled: 0, overtaken: [] });
}, 90_000);

const inOrder = [
  'registration.consent',
  'registration.name',
  'registration.document',
  'registration.number',
  'where.near',
].join();

/** What the messages on somebody's phone ask, in the order they came. */
function asked(phone: string): string[] {
  const bubbles = scene.standIn.threads.find({ phone })?.bubbles ?? [];
  return bubbles.filter(({ direction }) => direction === 'outbound').map(questionIn);
}

async function versions(phones: string[]): Promise<number[]> {
  const { rows } = await scene.pool.query<{ version: number }>(
    `select version::integer from conversation c join address a on a.conversation_id = c.id where a.value = any ($1)`,
    [phones],
  );
  return rows.map(({ version }) => version);
}

function shuffled<T>(things: T[], step: number): T[] {
  return things.map((_, n) => things[(n * step * 13 + 5) % things.length] as T);
}
