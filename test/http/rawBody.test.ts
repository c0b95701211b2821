import { request } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { dial, exchange, lengthRoute, okRoute, type Running, serve, stopAll, until } from './httpServer';

let server: Running;
const received: Buffer[] = [];

beforeAll(async () => {
  const echo = {
    method: 'POST' as const,
    path: '/echo',
    answer: async ({ body }: { body: Buffer }) => {
      received.push(body);
      return { status: 200, body };
    },
  };
  server = await serve([okRoute, lengthRoute, { ...lengthRoute, path: '/long', maxBody: 3_000_000 }, echo]);
});
afterAll(stopAll);

const post = (path: string, body: Buffer | string | ReadableStream<Uint8Array>, headers: Record<string, string> = {}) =>
  fetch(server.url + path, { method: 'POST', body, headers, duplex: 'half' } as RequestInit);

/** Many chunks of 64 KB, made as they are asked for. */
function stream(length: number): ReadableStream<Uint8Array> {
  let left = length;
  return new ReadableStream({
    pull(controller) {
      if (left <= 0) return controller.close();
      controller.enqueue(new Uint8Array(Math.min(left, 65_536)));
      left -= 65_536;
    },
  });
}

test('the bytes arrive as they were sent, whatever they are', async () => {
  const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
  const answer = await post('/echo', bytes);
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
});

test('a body in many chunks is put together in order', async () => {
  const bytes = Buffer.alloc(2_500_000, 'relevo ');
  expect(await (await post('/long', bytes)).text()).toBe('2500000');
});

test('a request without a body has an empty one', async () => {
  expect(await (await post('/length', '')).text()).toBe('0');
});

test('a body that says it is gzip, and is or is not, is refused and the process goes on', async () => {
  for (const body of [Buffer.from('not gzip'), gzipSync(Buffer.alloc(1_000_000))]) {
    const answer = await post('/length', body, { 'content-encoding': 'gzip' });
    expect(answer.status).toBe(415);
    expect(await answer.json()).toEqual({ error: 'encoded_body' });
  }
  expect((await fetch(`${server.url}/ok`)).status).toBe(200);
});

test('identity is no encoding', async () => {
  expect((await post('/length', 'plain', { 'content-encoding': 'Identity' })).status).toBe(200);
});

test('a transfer that is encoded as well as chunked is refused', async () => {
  const text = 'POST /length HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip, chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n';
  const { heard, socket } = dial(server.port, text);
  await until(() => heard().includes('encoded_body'));
  expect(heard()).toMatch(/^HTTP\/1.1 415 /);
  socket.destroy();
});

test('a body of exactly the limit is read, one byte more is refused', async () => {
  expect((await post('/length', Buffer.alloc(65_536))).status).toBe(200);
  expect((await post('/length', Buffer.alloc(65_537))).status).toBe(413);
  expect((await post('/length', stream(65_536))).status).toBe(200);
  expect((await post('/length', stream(65_537))).status).toBe(413);
});

test('a body announced as too long is refused before any of it is sent', async () => {
  const { heard, socket } = dial(server.port, 'POST /long HTTP/1.1\r\nHost: x\r\nContent-Length: 4000000\r\n\r\n');
  await until(() => heard().includes('body_too_long'));
  expect(heard()).toMatch(/^HTTP\/1.1 413 /);
  expect(heard().toLowerCase()).toContain('connection: close');
  socket.destroy();
});

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** Bytes of buffers that somebody still holds; what is allowed anyway need not be collected, which takes a moment. */
function held(allowed: number): number {
  const now = process.memoryUsage().arrayBuffers;
  if (now <= allowed) return now;
  // Freed buffers are counted off by another thread, at the latest when the next collection begins.
  collectGarbage();
  collectGarbage();
  return process.memoryUsage().arrayBuffers;
}

const allowedBytes = 20_000_000;

test.each([
  ['announced', 'Content-Length: 4194304', Buffer.alloc(65_536), ''],
  ['chunked', 'Transfer-Encoding: chunked', Buffer.from(`10000\r\n${'x'.repeat(65_536)}\r\n`), '0\r\n\r\n'],
])('fifty bodies of 4 MB at once, %s, are all refused, and the memory stays flat', async (_, header, part, end) => {
  let [before, most, parts] = [0, 0, 0];
  const refuse = async () => {
    const client = dial(server.port, `POST /length HTTP/1.1\r\nHost: x\r\n${header}\r\n\r\n`);
    for (let n = 0; n < 64 && !client.socket.destroyed; n++) {
      await new Promise((resolve) => client.socket.write(part, resolve));
      if (++parts % 200 === 0) most = Math.max(most, held(before + allowedBytes));
    }
    client.socket.write(end);
    await client.closed;
    return client.heard().slice(0, 12);
  };
  await refuse();
  before = held(0);
  most = 0;
  const answers = await Promise.all(Array.from({ length: 50 }, refuse));
  // A busy machine may not read them in time, which refuses them as well.
  expect(answers.filter((answer) => !/^HTTP\/1\.1 4(?:13|08)$/.test(answer))).toEqual([]);
  // Of 200 MB that were sent; Node reads 64 KB of a connection at a time.
  expect(most - before).toBeLessThan(allowedBytes);
});

test('a client that goes on sending after a refusal is cut off', async () => {
  const { socket, heard, closed } = dial(
    server.port,
    'POST /length HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n',
  );
  const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`;
  const sending = setInterval(() => socket.write(chunk), 20);
  const began = Date.now();
  await closed;
  clearInterval(sending);
  expect(heard()).toMatch(/^HTTP\/1.1 413 /);
  expect(Date.now() - began).toBeLessThan(5000);
});

test('a body cut short reaches no handler and the process goes on', async () => {
  received.length = 0;
  const { socket, closed } = dial(server.port, 'POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf');
  await new Promise((resolve) => setTimeout(resolve, 50));
  socket.destroy();
  await closed;
  const resets = dial(server.port, 'POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n');
  await new Promise((resolve) => setTimeout(resolve, 50));
  resets.socket.resetAndDestroy();
  await resets.closed;
  expect(await (await post('/echo', 'whole')).text()).toBe('whole');
  expect(received.map(String)).toEqual(['whole']);
});

test.each([
  ['content-length and transfer-encoding', 'Content-Length: 3\r\nTransfer-Encoding: chunked'],
  ['two lengths', 'Content-Length: 3\r\nContent-Length: 4'],
  ['chunked by another name', 'Transfer-Encoding: xchunked'],
  ['a space before the colon', 'Content-Length : 3'],
])('a request that two servers could read differently is refused: %s', async (_, headers) => {
  const answer = await exchange(
    server.port,
    `POST /length HTTP/1.1\r\nHost: x\r\n${headers}\r\n\r\n0\r\n\r\nGET /ok HTTP/1.1\r\n\r\n`,
  );
  expect(answer).toMatch(/^HTTP\/1.1 4\d\d /);
  expect(answer).not.toContain('200 OK');
});

test('a client that asks before sending is told to go on', async () => {
  const answer = await new Promise<number | undefined>((resolve) => {
    const asking = request(`${server.url}/length`, {
      method: 'POST',
      headers: { expect: '100-continue', 'content-length': 3 },
    });
    asking.on('continue', () => asking.end('abc'));
    asking.on('response', (response) => resolve(response.resume().statusCode));
    asking.flushHeaders();
  });
  expect(answer).toBe(200);
});
