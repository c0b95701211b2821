import { once } from 'node:events';
import { createServer } from 'node:net';
import type { HttpRequest, Route } from '../../src/http/message';
import { createHttp } from '../../src/http/server';
import { dial, exchange, lengthRoute, okRoute, type Running, serve, stopAll, until } from './httpServer';

let server: Running;
const requests: HttpRequest[] = [];

const routes: Route[] = [
  okRoute,
  lengthRoute,
  {
    method: 'GET',
    path: '/see/:first/:second',
    answer: async (request) => {
      requests.push(request);
      return { status: 200, headers: { 'content-type': 'text/html' }, body: 'seen' };
    },
  },
  { method: 'GET', path: '/secret', answer: async () => ({ status: 200, body: 'the secret' }) },
  { method: 'GET', path: '/nothing', answer: async () => ({ status: 204 }) },
];

beforeAll(async () => {
  server = await serve(routes);
});
beforeEach(() => {
  requests.length = 0;
});
afterAll(stopAll);

test('a handler gets plain values: path, decoded parameters, query, headers, an empty body', async () => {
  await fetch(`${server.url}/see/Bosa%20%C3%91/b%2Fc?a=1&a=2&hub.mode=x+y`, { headers: { 'X-One': 'One' } });
  const [request] = requests;
  expect(request).toMatchObject({
    method: 'GET',
    path: '/see/Bosa%20%C3%91/b%2Fc',
    params: { first: 'Bosa Ñ', second: 'b/c' },
  });
  expect(request?.query.getAll('a')).toEqual(['1', '2']);
  expect(request?.query.get('hub.mode')).toBe('x y');
  expect(request?.headers['x-one']).toBe('One');
  expect(request?.body).toHaveLength(0);
});

test('every answer carries the headers that keep a browser in bounds, and names no server', async () => {
  const answers = await Promise.all([
    fetch(`${server.url}/ok`),
    fetch(`${server.url}/absent`),
    fetch(`${server.url}/ok`, { method: 'DELETE' }),
    fetch(`${server.url}/length`, { method: 'POST', body: 'x', headers: { 'content-encoding': 'br' } }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 404, 405, 415]);
  for (const { headers } of answers) {
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('server')).toBeNull();
  }
});

test('a body is text unless the route says otherwise', async () => {
  expect((await fetch(`${server.url}/ok`)).headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect((await fetch(`${server.url}/see/a/b`)).headers.get('content-type')).toBe('text/html');
});

test('what is not there is a 404 and a wrong method a 405, both without an echo of the request', async () => {
  const absent = await fetch(`${server.url}/absent/María?document=52123456`);
  expect([absent.status, await absent.json()]).toEqual([404, { error: 'not_found' }]);
  const wrong = await fetch(`${server.url}/length`);
  expect([wrong.status, await wrong.json()]).toEqual([405, { error: 'method_not_allowed' }]);
  expect(wrong.headers.get('allow')).toBe('POST');
  expect((await fetch(`${server.url}/ok`, { method: 'OPTIONS' })).status).toBe(405);
});

test('HEAD gives the headers of GET and no body', async () => {
  const { heard, socket } = dial(
    server.port,
    'HEAD /ok HTTP/1.1\r\nHost: x\r\n\r\nGET /ok HTTP/1.1\r\nHost: x\r\n\r\n',
  );
  await until(() => heard().endsWith('ok'));
  const [head, get] = heard().split(/(?=HTTP\/1\.1)/);
  expect(head).toContain('content-length: 2');
  expect(head).toMatch(/\r\n\r\n$/);
  expect(get).toMatch(/\r\n\r\nok$/);
  socket.destroy();
});

test('an answer without a body has none', async () => {
  const answer = await fetch(`${server.url}/nothing`);
  expect([answer.status, await answer.text()]).toEqual([204, '']);
});

test('a path parameter may be as long as a token', async () => {
  const token = 'a'.repeat(512);
  await fetch(`${server.url}/see/${token}/b`);
  expect(requests[0]?.params.first).toBe(token);
  expect((await fetch(`${server.url}/see/${token}a/b`)).status).toBe(404);
});

test.each([
  ['a byte that is no ASCII', 'GET /see/\xff/b HTTP/1.1', 400],
  ['an escape that is no UTF-8', 'GET /see/%ff/b HTTP/1.1', 404],
  ['half an escape', 'GET /see/%/b HTTP/1.1', 404],
  ['an asterisk', 'OPTIONS * HTTP/1.1', 400],
  ['a target that is no URL', 'GET http://[ HTTP/1.1', 400],
  ['two slashes', 'GET //x:99999/ok HTTP/1.1', 404],
])('a path that cannot be read is refused and the process goes on: %s', async (_, line, status) => {
  const answer = await exchange(server.port, `${line}\r\nHost: x\r\nConnection: close\r\n\r\n`);
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(requests).toEqual([]);
  expect((await fetch(`${server.url}/ok`)).status).toBe(200);
});

test.each(['[', 'x/secret?', 'x/secret#', '999.999.999.999', 'x:99999', 'a b', 'x@secret', '\\secret?', '%'])(
  'a Host of %p neither ends the process nor chooses the route',
  async (host) => {
    const answer = await exchange(server.port, `GET /ok HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1.1 400 /);
    expect(answer).not.toContain('the secret');
    expect((await fetch(`${server.url}/ok`)).status).toBe(200);
  },
);

test.each(['localhost', 'relevo.example:8443', '127.0.0.1:3978', '[::1]:3978', ''])(
  'a Host of %p is served',
  async (host) => {
    const answer = await exchange(server.port, `GET /ok HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1.1 200 /);
  },
);

test('a request to upgrade that nobody takes is answered like any other', async () => {
  const answer = await exchange(
    server.port,
    'GET /ok HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\n\r\n',
  );
  expect(answer).toMatch(/^HTTP\/1.1 200 [\s\S]*ok$/);
});

test('what is answered is counted by the pattern of its route', async () => {
  const counted: unknown[] = [];
  const { url } = await serve(routes, { metrics: { answered: (...count) => counted.push(count) } });
  await fetch(`${url}/see/Rosa/b`);
  await fetch(`${url}/absent/Rosa`);
  expect(counted).toEqual([
    ['/see/:first/:second', 200, expect.any(Number)],
    ['none', 404],
  ]);
});

test('a header sent drop by drop is cut off while others are served', async () => {
  const { port, url } = await serve(routes, { limits: { headersTimeout: 1000, connectionsCheckingInterval: 200 } });
  const slow = dial(port, 'GET /ok HTTP/1.1\r\nHost: x\r\n');
  const dripping = setInterval(() => slow.socket.write('X-A: b\r\n'), 100);
  const began = Date.now();
  const served: number[] = [];
  const asking = setInterval(() => void fetch(`${url}/ok`).then(({ status }) => served.push(status)), 100);
  await slow.closed;
  clearInterval(dripping);
  clearInterval(asking);
  expect(Date.now() - began).toBeLessThan(3000);
  expect(served.length).toBeGreaterThan(3);
  expect(new Set(served)).toEqual(new Set([200]));
});

test('a body sent drop by drop is cut off', async () => {
  const { port } = await serve(routes, {
    limits: { headersTimeout: 500, requestTimeout: 1000, connectionsCheckingInterval: 200 },
  });
  const slow = dial(port, 'POST /length HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n');
  const dripping = setInterval(() => slow.socket.write('x'), 100);
  await slow.closed;
  clearInterval(dripping);
  expect(slow.heard()).toMatch(/^HTTP\/1.1 408 /);
});

test('the limits of a server in service are those against slow clients', () => {
  const { server: node } = createHttp({ routes, log: { error() {} } });
  expect(node).toMatchObject({
    headersTimeout: 10_000,
    requestTimeout: 20_000,
    connectionsCheckingInterval: 1000,
    insecureHTTPParser: false,
  });
});

test('connections over the limit are turned away', async () => {
  const { port } = await serve(routes, { limits: { maxConnections: 2 } });
  const held = [dial(port), dial(port)];
  await Promise.all(held.map(({ socket }) => once(socket, 'connect')));
  expect(await exchange(port, 'GET /ok HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toBe('');
  for (const { socket } of held) socket.destroy();
});

test('a port in use is said with what to do about it', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as { port: number };
  const http = createHttp({ routes, log: { error() {} } });
  await expect(http.listen(port, '127.0.0.1')).rejects.toThrow(`Port ${port} cannot be opened (EADDRINUSE)`);
  other.close();
});
