import { once } from 'node:events';
import { type Duplex, Readable } from 'node:stream';
import type { Route } from '../../src/http/message';
import { dial, okRoute, serve, stopAll, until } from './httpServer';

afterEach(stopAll);

const GET_OK = 'GET /ok HTTP/1.1\r\nHost: x\r\n\r\n';
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function timed(work: Promise<void>): Promise<number> {
  const began = Date.now();
  await work;
  return Date.now() - began;
}

function gate(path: string): { route: Route; open: () => void; entered: () => boolean } {
  let open: () => void = () => {};
  let isEntered = false;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const answer = async () => {
    isEntered = true;
    await opened;
    return { status: 200, body: 'done' };
  };
  return { route: { method: 'GET', path, answer }, open: () => open(), entered: () => isEntered };
}

test('an idle connection that is kept alive does not hold up the end', async () => {
  const { http, port } = await serve([okRoute]);
  const idle = dial(port, GET_OK);
  await until(() => idle.heard().endsWith('ok'));
  expect(await timed(http.close(5000))).toBeLessThan(1000);
  await idle.closed;
});

test('a connection on which nothing was ever asked does not either', async () => {
  const { http, port } = await serve([okRoute]);
  const silent = dial(port);
  await once(silent.socket, 'connect');
  await wait(50);
  expect(await timed(http.close(5000))).toBeLessThan(1000);
  await silent.closed;
});

test('a request under way is answered, told that the connection ends, and then all is over', async () => {
  const slow = gate('/slow');
  const { http, port } = await serve([slow.route]);
  const client = dial(port, 'GET /slow HTTP/1.1\r\nHost: x\r\n\r\n');
  await until(slow.entered);
  const closing = timed(http.close(5000));
  await wait(100);
  expect(client.heard()).toBe('');
  slow.open();
  expect(await closing).toBeLessThan(1000);
  await client.closed;
  expect(client.heard()).toMatch(/^HTTP\/1.1 200 [\s\S]*connection: close[\s\S]*done$/i);
});

test('a stream that had begun is finished', async () => {
  const body = new Readable({ read() {} });
  const { http, port } = await serve([{ method: 'GET', path: '/file', answer: async () => ({ status: 200, body }) }]);
  const client = dial(port, 'GET /file HTTP/1.1\r\nHost: x\r\n\r\n');
  body.push('first,');
  await until(() => client.heard().includes('first,'));
  const closing = timed(http.close(5000));
  await wait(100);
  body.push('last');
  body.push(null);
  expect(await closing).toBeLessThan(1000);
  await client.closed;
  expect(client.heard()).toContain('last');
});

test('a long answer that a slow client has not fetched yet arrives whole', async () => {
  const body = Buffer.alloc(20_000_000, 'x');
  let isAsked = false;
  const answer = async () => {
    isAsked = true;
    return { status: 200, body };
  };
  const { http, port } = await serve([{ method: 'GET', path: '/file', answer }]);
  const client = dial(port, 'GET /file HTTP/1.1\r\nHost: x\r\n\r\n');
  client.socket.pause();
  await until(() => isAsked);
  await wait(50);
  const closing = http.close(5000);
  await wait(100);
  client.socket.resume();
  await Promise.all([closing, client.closed]);
  expect(client.heard().length).toBeGreaterThan(body.length);
});

test('what takes longer than the grace is cut', async () => {
  const slow = gate('/slow');
  const { http, port } = await serve([slow.route]);
  const client = dial(port, 'GET /slow HTTP/1.1\r\nHost: x\r\n\r\n');
  await until(slow.entered);
  const took = await timed(http.close(300));
  expect(took).toBeGreaterThanOrEqual(290);
  expect(took).toBeLessThan(1500);
  await client.closed;
  slow.open();
});

test('an upgraded connection that nobody closed is cut, after what was written to it', async () => {
  const { http, port } = await serve([okRoute]);
  const upgraded: Duplex[] = [];
  http.server.on('upgrade', (_, socket) => {
    upgraded.push(socket);
    socket.write('HTTP/1.1 101 Switching Protocols\r\n\r\n');
  });
  const client = dial(port, 'GET /ok HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
  await until(() => client.heard().includes('101'));
  for (const socket of upgraded) socket.write('goodbye');
  expect(await timed(http.close(5000))).toBeLessThan(1000);
  await client.closed;
  expect(client.heard()).toMatch(/goodbye$/);
});

test('nobody new is let in once the end has begun', async () => {
  const slow = gate('/slow');
  const { http, port } = await serve([slow.route, okRoute]);
  const client = dial(port, 'GET /slow HTTP/1.1\r\nHost: x\r\n\r\n');
  await until(slow.entered);
  const closing = http.close(5000);
  const late = dial(port, GET_OK);
  await late.closed;
  expect(late.heard()).toBe('');
  slow.open();
  await Promise.all([closing, client.closed]);
});

test('ended twice, or never begun, it ends all the same', async () => {
  const { http } = await serve([okRoute]);
  await Promise.all([http.close(1000), http.close(1000)]);
  await http.close(1000);
});
