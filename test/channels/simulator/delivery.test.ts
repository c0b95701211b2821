import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import nock from 'nock';
import { type EchoService, openEchoService, until } from './echoService';

let service: EchoService;
afterEach(() => service.close());

const bodies = () => service.arrived.length;
const texts = () => service.messages().map(({ text }) => text.body);

describe('delivery', () => {
  test('tries again until it is answered 200, with the same bytes', async () => {
    service = await openEchoService();
    service.answers.push(503, 500, 401);
    const ana = service.standIn.person({ name: 'Ana' });
    ana.says('hola');
    await until(() => bodies() === 4, 'three retries');
    expect(new Set(service.arrived.map(({ bytes }) => bytes.toString())).size).toBe(1);
    await until(() => ana.thread()[0]?.ticks === 'delivered', 'the tick');
    expect(service.standIn.figures()).toMatchObject({
      attempts: 4,
      answered200: 1,
      otherStatus: { 401: 1, 500: 1, 503: 1 },
    });
  });

  test('does not tick before the 200', async () => {
    service = await openEchoService({ delivery: { retryFactor: 1 } });
    service.answers.push(503);
    const ana = service.standIn.person({ name: 'Ana' });
    ana.says('hola');
    await until(() => bodies() === 1, 'the first try');
    expect(ana.thread()[0]?.ticks).toBe('sent');
    expect(await service.standIn.settled(50)).toBe(false);
  });

  test('reaches a service that was not there', async () => {
    service = await openEchoService({ webhookUrl: () => (tries++ < 2 ? 'http://127.0.0.1:9' : `${service.url}/x`) });
    let tries = 0;
    service.standIn.person({ name: 'Ana' }).says('hola');
    await until(() => bodies() === 1, 'the third try');
    expect(service.standIn.figures().otherStatus).toEqual({ 0: 2 });
  });

  test('keeps the order of one person when nothing fails', async () => {
    service = await openEchoService();
    const people = [service.standIn.person({ name: 'Ana' }), service.standIn.person({ name: 'Eva' })];
    for (let i = 0; i < 50; i++) for (const person of people) person.says(`${person.name} ${i}`);
    await until(() => texts().length === 100, 'all');
    for (const { name } of people)
      expect(texts().filter((text) => text.startsWith(name))).toEqual(
        Array.from({ length: 50 }, (_, i) => `${name} ${i}`),
      );
  });

  test('one message of a person waits for the answer to the one before; other people do not', async () => {
    service = await openEchoService();
    let release = (): void => {};
    service.waits.push(new Promise<void>((resolve) => (release = resolve)));
    const ana = service.standIn.person({ name: 'Ana' });
    ana.says('uno');
    await until(() => bodies() === 1, 'the first');
    ana.says('dos');
    service.standIn.person({ name: 'Eva' }).says('tres');
    await until(() => bodies() === 2, 'the other person');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(texts()).toEqual(['uno', 'tres']);
    release();
    await until(() => bodies() === 3, 'the second');
  });

  test('a retry holds nobody up: the next message overtakes it', async () => {
    service = await openEchoService({ delivery: { retryFactor: 0.1 } });
    service.answers.push(503);
    const ana = service.standIn.person({ name: 'Ana' });
    ana.says('uno');
    ana.says('dos');
    await until(() => bodies() === 3, 'both');
    expect(texts()).toEqual(['uno', 'dos', 'uno']);
  });

  test('gathers many into one body', async () => {
    service = await openEchoService({ delivery: { batch: 40 } });
    for (let i = 0; i < 100; i++) service.standIn.person({ name: `P${i}` }).says(String(i));
    await until(() => texts().length === 100, 'all');
    expect(bodies()).toBe(3);
    expect(service.arrived.every(({ isSigned }) => isSigned)).toBe(true);
  });

  test('brings every body twice where asked to, some before the first was answered and some after', async () => {
    service = await openEchoService({ delivery: { duplicates: 1 } });
    let releases: (() => void)[] = [];
    for (let i = 0; i < 30; i++) service.waits.push(new Promise<void>((resolve) => releases.push(resolve)));
    for (let i = 0; i < 20; i++) service.standIn.person({ name: `P${i}` }).says(String(i));
    await until(() => bodies() >= 20, 'the first of each');
    await new Promise((resolve) => setTimeout(resolve, 100));
    const atOnce = bodies() - 20;
    expect(atOnce).toBeGreaterThan(2);
    expect(atOnce).toBeLessThan(18);
    for (const release of releases) release();
    releases = [];
    await until(() => bodies() === 40, 'all twice');
    expect(new Set(texts()).size).toBe(20);
  });

  test('a connection that the service had closed in the meantime costs no retry', async () => {
    // nock in between, connections are never used again.
    nock.restore();
    const closing = await openClosingServer();
    try {
      service = await openEchoService({ webhookUrl: closing.url });
      const ana = service.standIn.person({ name: 'Ana' });
      for (const text of ['uno', 'dos', 'tres']) {
        ana.says(text);
        expect(await service.standIn.settled(1000)).toBe(true);
      }
      expect(service.standIn.figures()).toMatchObject({ attempts: 3, answered200: 3, otherStatus: {} });
      expect(closing.cut()).toBe(2);
    } finally {
      closing.close();
      nock.activate();
    }
  });

  test('disorder is by seed: held back bodies are overtaken', async () => {
    service = await openEchoService({ delivery: { reorder: 0.3 }, seed: 5 });
    const ana = service.standIn.person({ name: 'Ana' });
    for (let i = 0; i < 40; i++) ana.says(String(i));
    await until(() => texts().length === 40, 'all');
    expect(texts()).not.toEqual(texts().toSorted((a: string, b: string) => Number(a) - Number(b)));
    expect(new Set(texts()).size).toBe(40);
  });

  test('delays by what was asked', async () => {
    service = await openEchoService({ delivery: { delayMs: [80, 100] } });
    const began = Date.now();
    service.standIn.person({ name: 'Ana' }).says('hola');
    await until(() => bodies() === 1, 'the message');
    expect(Date.now() - began).toBeGreaterThanOrEqual(79);
  });
});

/** Answers the first request of each connection, and cuts it at the second, as a server does whose keep-alive just ended. */
async function openClosingServer(): Promise<{ url: string; cut: () => number; close: () => void }> {
  let cut = 0;
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    let requests = 0;
    socket.on('error', () => {});
    socket.on('data', (part) => {
      if (!part.toString('latin1').startsWith('POST')) return;
      requests += 1;
      if (requests === 1) return socket.write('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n');
      cut += 1;
      return socket.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, cut: () => cut, close: () => closeAll(server, sockets) };
}

function closeAll(server: Server, sockets: Socket[]): void {
  server.close();
  for (const socket of sockets) socket.destroy();
}

test('of a voice message Meta tells in the end that she has listened to it, if she shows what she reads', async () => {
  service = await openEchoService({ statuses: 'all', window: 'off' });
  const form = new FormData();
  form.set('messaging_product', 'whatsapp');
  form.set('file', new Blob(['x'], { type: 'audio/ogg' }), 'a.ogg');
  const headers = { authorization: 'Bearer test-access-token' };
  const upload = await fetch(`${service.standIn.url}/v25.0/106540352242922/media`, {
    method: 'POST',
    headers,
    body: form,
  });
  const { id } = (await upload.json()) as { id: string };
  const her = service.standIn.person({ name: 'Ana', phone: '573001112233' });
  await service.send({ to: '573001112233', type: 'audio', audio: { id, voice: true } });
  expect(await service.standIn.settled(3000)).toBe(true);
  her.sharesReceipts(false);
  await service.send({ to: '573001112233', type: 'audio', audio: { id, voice: true } });
  expect(await service.standIn.settled(3000)).toBe(true);
  const told = service.statuses().map(({ status }) => status);
  expect(told).toEqual(['sent', 'delivered', 'read', 'played', 'sent', 'delivered']);
});
