import nock from 'nock';
import { readTap } from '../../src/script/tap';
import { call, type Guest, type Line, listen, newGuest } from '../channels/webchat/chat';
import { hasRedisServer, type OwnRedis, startOwnResp, startRealRedis } from '../chaos/redisServer';
import { openScene, pause, type Scene, until } from './scene';

let redis: OwnRedis;
let scene: Scene;
let urls: [string, string];

beforeAll(async () => {
  nock.restore();
  redis = hasRedisServer() ? await startRealRedis() : await startOwnResp();
  scene = await openScene();
  const [here, there] = await Promise.all([scene.open({ redisUrl: redis.url }), scene.start({ redisUrl: redis.url })]);
  urls = [here.url, there.url];
});
afterAll(async () => {
  await scene?.close();
  await redis?.stop();
});

type Visitor = { guest: Guest; line: Line; turns: number };

/** Somebody whose page is at one process, and whose calls go to each in turn. */
async function visits(at: 0 | 1): Promise<Visitor> {
  const guest = await newGuest(urls[at]);
  return { guest, line: await listen((await guest.resume()).body.streamUrl), turns: 0 };
}

function replies({ line }: Visitor) {
  return line.heard.filter(({ from }) => from.role === 'bot');
}

/** Posts and waits for the reply; gives its text. */
async function posts(visitor: Visitor, activity: object): Promise<string> {
  const { guest } = visitor;
  const before = replies(visitor).length;
  visitor.turns += 1;
  const channelData = { clientActivityID: `turn-${visitor.turns}` };
  const body = JSON.stringify({ ...activity, type: 'message', channelData });
  const { status } = await call(urls[visitor.turns % 2] ?? '', `/conversations/${guest.id}/activities`, {
    method: 'POST',
    token: guest.token,
    body,
  });
  expect(status).toBe(200);
  await until(() => replies(visitor).length > before);
  return replies(visitor).at(-1)?.text ?? '';
}

const says = (visitor: Visitor, text: string) => posts(visitor, { text });

function taps(visitor: Visitor, option: string): Promise<string> {
  const actions = replies(visitor).at(-1)?.suggestedActions?.actions ?? [];
  const action = actions.find(({ value }) => readTap(value)?.option === option);
  if (!action) throw new Error(`No ${option} among ${actions.map(({ title }) => title).join(', ')}.`);
  return posts(visitor, { text: action.title, value: action.value });
}

async function registers(visitor: Visitor, document: string): Promise<string> {
  await says(visitor, 'registrarme');
  await taps(visitor, 'yes');
  await says(visitor, 'Ana Pérez');
  await says(visitor, '1');
  await says(visitor, document);
  await says(visitor, 'Suba');
  return taps(visitor, 'save');
}

async function personOf({ guest }: Visitor): Promise<string | null> {
  const { rows } = await scene.pool.query<{ person_id: string | null }>(
    `select person_id from conversation c join address a on a.conversation_id = c.id where a.kind = 'web' and a.value = $1`,
    [guest.user],
  );
  return rows[0]?.person_id ?? null;
}

test('she registers and takes a place, whichever process hears her, and sees every turn once and in order', async () => {
  const her = await visits(0);
  await registers(her, '52123456');
  expect(await personOf(her)).not.toBeNull();
  const [choice] = replies(her).at(-1)?.suggestedActions?.actions ?? [];
  await posts(her, { text: choice?.title, value: choice?.value });
  const { rows } = await scene.pool.query(`select from enrolment where person_id = $1 and status = 'enrolled'`, [
    await personOf(her),
  ]);
  expect(rows).toHaveLength(1);
  const positions = her.line.heard.map(({ channelData }) => channelData['webchat:sequence-id']);
  expect(positions).toEqual(positions.map((_, n) => n + 1));
  expect(replies(her)).toHaveLength(her.turns);
});

test('who types the document of somebody we know becomes nobody we know', async () => {
  const [owner, other] = [await visits(0), await visits(1)];
  await registers(owner, '52999111');
  const answer = await registers(other, '52999111');
  expect(answer.length).toBeGreaterThan(0);
  expect(await personOf(owner)).not.toBeNull();
  expect(await personOf(other)).toBeNull();
});

test('what the other process has worked arrives at once, and a little later where Redis is away', async () => {
  const her = await visits(1);
  const since = performance.now();
  await says(her, 'hola');
  if (redis.kind === 'real') expect(performance.now() - since).toBeLessThan(1_500);
  await redis.stop();
  await says(her, 'ayuda');
  await redis.start();
  await pause(500);
  await says(her, 'menú');
  expect(replies(her)).toHaveLength(3);
}, 60_000);

test('nothing of the web is posted to WhatsApp, counts as waiting, or is left unsent', async () => {
  const { rows } = await scene.pool.query<{ unsent: number; replies: number }>(
    `select count(*) filter (where unsent)::int as unsent, count(*)::int as replies from outbox where channel = 'web'`,
  );
  expect(rows[0]?.unsent).toBe(0);
  expect(rows[0]?.replies).toBeGreaterThan(15);
  expect(scene.mailboxes.arrivals()).toMatchObject({ doubled: 0, overtaken: [] });
  const metrics = await (await fetch(`${urls[0]}/metrics`)).text();
  expect(metrics).toMatch(/relevo_web_sockets [1-9]/);
});
