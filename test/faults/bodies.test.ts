import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { RunningApp } from '../chaos/runningApp';
import { comesToTheSummary, openScene, pause, type Scene, until } from './scene';
import { deliver, signed, webhookOf, written } from './webhooks';

let scene: Scene;
let app: RunningApp;

beforeAll(async () => {
  scene = await openScene();
  app = await scene.start();
});
afterAll(() => scene?.close());

const good = webhookOf(written('573700000001', 'hola'));
const flipped = Buffer.from(good);
flipped[40] = (flipped[40] ?? 0) ^ 1;
const respaced = Buffer.from(JSON.stringify(JSON.parse(good.toString()), null, 1));
const long = Buffer.alloc(4 * 1024 * 1024, 'a');
const zipped = gzipSync(Buffer.alloc(3_000_000, 'a'));
const deep = Buffer.from('['.repeat(500_000) + ']'.repeat(500_000));
const notUtf8 = Buffer.from(good.toString().replace('hola', 'hol\xff'), 'latin1');

const bodies: [string, Buffer, Record<string, string>, number][] = [
  ['unsigned', good, {}, 401],
  ['signed with another secret', good, signed(good, 'forged'), 401],
  ['signed for another body', good, signed(respaced), 401],
  ['with one bit flipped', flipped, signed(good), 401],
  ['written anew with other spaces', respaced, signed(good), 401],
  [
    'with half a signature',
    good,
    { 'x-hub-signature-256': signed(good)['x-hub-signature-256']?.slice(0, 40) ?? '' },
    401,
  ],
  ['signed the old way', good, { 'x-hub-signature-256': 'sha1=2fd4e1c67a2d28fced849ee1bb76e7391b93eb12' }, 401],
  ['of nothing, unsigned', Buffer.alloc(0), {}, 401],
  ['of nothing', Buffer.alloc(0), signed(Buffer.alloc(0)), 400],
  ['cut in the middle', good.subarray(0, 200), signed(good.subarray(0, 200)), 400],
  ['that is no JSON', Buffer.from('hola'), signed(Buffer.from('hola')), 400],
  ['that is no UTF-8', notUtf8, signed(notUtf8), 400],
  ['that is another JSON', Buffer.from('{"object":"page"}'), signed(Buffer.from('{"object":"page"}')), 200],
  ['that is deeper than any webhook', deep, signed(deep), 200],
  ['of four megabytes', long, signed(long), 413],
  ['that is gzip', zipped, { ...signed(zipped), 'content-encoding': 'gzip' }, 415],
  ['that says it is gzip and is not', good, { ...signed(good), 'content-encoding': 'gzip' }, 415],
];

test.each(bodies)('a body %s is refused as it should be', async (_, bytes, headers, status) => {
  expect(await deliver(app.url, bytes, headers)).toBe(status);
});

test('none of them leaves anything behind, and people are answered as before', async () => {
  const her = scene.talker('Ana');
  await comesToTheSummary(her, 1);
  const { rows } = await scene.pool.query<{ phone: string }>(
    `select distinct a.value as phone from inbox i join address a using (conversation_id)`,
  );
  expect(rows).toEqual([{ phone: her.phone }]);
});

test('a request that ends in the middle of its body does no harm', async () => {
  for (let n = 0; n < 20; n += 1) {
    const socket = connect(app.port, '127.0.0.1');
    socket.on('error', () => {});
    const head = `POST /webhooks/whatsapp HTTP/1.1\r\nHost: x\r\nContent-Length: ${good.length}\r\n`;
    socket.write(`${head}x-hub-signature-256: ${signed(good)['x-hub-signature-256']}\r\n\r\n`);
    socket.write(good.subarray(0, 100));
    await pause(5);
    socket.resetAndDestroy();
  }
  expect(await deliver(app.url, good)).toBe(200);
});

test('hundreds of them hold no memory', async () => {
  await storm(60);
  const { held, rss } = await app.memory();
  await storm(400);
  // What is let go is not freed at once: memory that is held stays held.
  await until(async () => (await app.memory()).held - held < 10_000_000);
  expect((await app.memory()).rss - rss).toBeLessThan(150_000_000);
});

async function storm(requests: number): Promise<void> {
  const left = Array.from({ length: requests }, (_, n) => n).values();
  const hands = Array.from({ length: 8 }, async () => {
    for (const n of left) {
      const [, bytes, headers, status] = bodies[n % bodies.length] ?? ['', good, {}, 0];
      // A body that is too long is cut off while it is still being sent.
      expect([status, 0]).toContain(await deliver(app.url, bytes, headers));
    }
  });
  await Promise.all(hands);
}
