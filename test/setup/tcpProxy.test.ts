import { once } from 'node:events';
import { createServer, connect as open, type Server, type Socket } from 'node:net';
import { startTcpProxy, type TcpProxy } from './tcpProxy';

let echo: Server;
let heard: string;
let proxy: TcpProxy;

beforeEach(async () => {
  heard = '';
  echo = createServer((socket) => {
    socket.on('error', () => {});
    socket.on('data', (chunk) => {
      heard += chunk;
      socket.write(chunk);
    });
  }).listen(0, '127.0.0.1');
  await once(echo, 'listening');
  const address = echo.address();
  proxy = await startTcpProxy(`http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}/path`);
});
afterEach(async () => {
  await proxy.stop();
  echo.close();
});

test('leads through to the server, at the same path', async () => {
  expect(new URL(proxy.url).pathname).toBe('/path');
  expect(await say(await connect(), 'hola')).toBe('hola');
});

test('latency delays each way and keeps the order', async () => {
  const socket = await connect();
  proxy.latency(60);
  const began = Date.now();
  socket.write('1');
  await new Promise((resolve) => setTimeout(resolve, 10));
  socket.write('2');
  expect(await answer(socket, 2)).toBe('12');
  expect(Date.now() - began).toBeGreaterThanOrEqual(120);
});

test('a black hole says nothing until it heals, then all arrives', async () => {
  const socket = await connect();
  proxy.blackHole();
  let closed = false;
  socket.once('close', () => {
    closed = true;
  });
  socket.write('hola');
  const late = await connect();
  late.write('!');
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect({ heard, closed }).toEqual({ heard: '', closed: false });
  const both = Promise.all([answer(socket, 4), answer(late, 1)]);
  await proxy.heal();
  expect(await both).toEqual(['hola', '!']);
});

test('cut resets every connection', async () => {
  const socket = await connect();
  expect(await say(socket, 'hola')).toBe('hola');
  const fault = once(socket, 'error');
  proxy.cut();
  expect((await fault)[0]).toMatchObject({ code: 'ECONNRESET' });
});

test('refusing keeps the old connections and takes no new ones until healed', async () => {
  const socket = await connect();
  await proxy.refuse();
  expect(await say(socket, 'hola')).toBe('hola');
  await expect(connect()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  await proxy.heal();
  expect(await say(await connect(), 'hola')).toBe('hola');
});

test('an answer is lost after the server has heard', async () => {
  const socket = await connect();
  proxy.loseAnswerTo('commit');
  expect(await say(socket, 'one')).toBe('one');
  const fault = once(socket, 'error');
  socket.write('commit');
  expect((await fault)[0]).toMatchObject({ code: 'ECONNRESET' });
  expect(heard).toBe('onecommit');
  expect(await say(await connect(), 'commit')).toBe('commit');
});

async function connect(): Promise<Socket> {
  const socket = open(proxy.port, '127.0.0.1');
  await once(socket, 'connect');
  socket.on('error', () => {});
  return socket;
}

async function say(socket: Socket, text: string): Promise<string> {
  socket.write(text);
  return answer(socket, text.length);
}

async function answer(socket: Socket, length: number): Promise<string> {
  let text = '';
  while (text.length < length) text += String((await once(socket, 'data'))[0]);
  return text;
}
