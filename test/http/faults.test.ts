import { once } from 'node:events';
import { Readable } from 'node:stream';
import type { Route } from '../../src/http/message';
import { dial, okRoute, type Running, serve, stopAll, until } from './httpServer';

const SECRET = 'Rosa Méndez 52123456';

function failing(path: string, fail: () => Promise<never>): Route {
  return { method: 'GET', path, answer: fail };
}

const violation = Object.assign(new Error(`Key (doc)=(${SECRET}) already exists.\n    at ${SECRET} (a.ts:1:1)`), {
  code: '23505',
  detail: `Key (doc)=(${SECRET})`,
  statusCode: 404,
});

const routes: Route[] = [
  okRoute,
  failing('/error', async () => {
    throw violation;
  }),
  failing('/caused', async () => {
    throw new TypeError('outer', { cause: violation });
  }),
  failing('/text', async () => {
    throw SECRET;
  }),
  failing('/nothing', async () => {
    throw undefined;
  }),
  {
    method: 'GET',
    path: '/badHeader',
    answer: async () => ({ status: 200, headers: { 'x-name': `${SECRET}\r\nx: y` }, body: 'x' }),
  },
  {
    method: 'GET',
    path: '/early',
    answer: async () => ({
      status: 200,
      body: new Readable({
        read() {
          this.destroy(violation);
        },
      }),
    }),
  },
  {
    method: 'GET',
    path: '/late',
    answer: async () => ({ status: 200, body: Readable.from(lateFault()) }),
  },
];

async function* lateFault() {
  yield 'a first part';
  await new Promise((resolve) => setTimeout(resolve, 20));
  throw violation;
}

let server: Running;
beforeEach(async () => {
  server = await serve(routes);
});
afterEach(stopAll);

test.each(['/error', '/caused', '/text', '/nothing', '/badHeader', '/early'])(
  'what %s throws is answered with nothing but an id, and logged once under that id without its words',
  async (path) => {
    const answer = await fetch(server.url + path);
    const body = (await answer.json()) as { id: string };
    expect(answer.status).toBe(500);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(body).toEqual({ error: 'internal', id: expect.stringMatching(/^[\da-f-]{36}$/) });
    const lines = server.logged().trim().split('\n');
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ id: body.id, method: 'GET', route: path });
    expect(server.logged()).not.toMatch(/Rosa|Méndez|52123456/);
  },
);

test('the log says what was thrown and where, with its causes', async () => {
  await fetch(`${server.url}/caused`);
  const { fault } = JSON.parse(server.logged());
  expect(fault).toMatchObject({ name: 'TypeError', cause: { name: 'Error', code: '23505' } });
  expect(fault.at[0]).toContain('faults.test.ts');
});

test('a stream that fails half-way ends the connection, so that the client knows', async () => {
  const answer = await fetch(`${server.url}/late`);
  await expect(answer.text()).rejects.toThrow();
  await until(() => server.logged() !== '');
  expect(server.logged().trim().split('\n')).toHaveLength(1);
  expect(server.logged()).not.toMatch(/Rosa/);
  expect((await fetch(`${server.url}/ok`)).status).toBe(200);
});

describe('a client that goes away', () => {
  test('in the middle of a stream has it destroyed', async () => {
    let made = 0;
    const endless = new Readable({
      read() {
        made += 1;
        this.push(Buffer.alloc(65_536));
      },
    });
    const { port, http } = await serve([
      { method: 'GET', path: '/endless', answer: async () => ({ status: 200, body: endless }) },
    ]);
    const { socket, heard } = dial(port, 'GET /endless HTTP/1.1\r\nHost: x\r\n\r\n');
    await until(() => heard().length > 1_000_000);
    socket.destroy();
    await until(() => endless.destroyed);
    const then = made;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(made).toBe(then);
    await http.close(1000);
  });

  test('before the answer is ready costs neither the process nor a stream', async () => {
    const counted: number[] = [];
    let answered: () => void = () => {};
    const stream = new Readable({ read() {} });
    const waiting = new Promise<void>((resolve) => {
      answered = resolve;
    });
    const { port, url, logged } = await serve(
      [
        okRoute,
        {
          method: 'GET',
          path: '/slow',
          answer: async () => {
            await waiting;
            return { status: 200, body: stream };
          },
        },
      ],
      { metrics: { answered: (_, status) => counted.push(status) } },
    );
    const { socket, closed } = dial(port, 'GET /slow HTTP/1.1\r\nHost: x\r\n\r\n');
    await once(socket, 'connect');
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.resetAndDestroy();
    await closed;
    await new Promise((resolve) => setTimeout(resolve, 50));
    answered();
    await until(() => stream.destroyed);
    expect((await fetch(`${url}/ok`)).status).toBe(200);
    expect(counted).toEqual([499, 200]);
    expect(logged()).toBe('');
  });

  test('before an answer that then fails is still logged', async () => {
    let fail: () => void = () => {};
    const waiting = new Promise<void>((resolve) => {
      fail = resolve;
    });
    const { port, url, logged } = await serve([
      okRoute,
      failing('/slow', async () => {
        await waiting;
        throw violation;
      }),
    ]);
    const { socket, closed } = dial(port, 'GET /slow HTTP/1.1\r\nHost: x\r\n\r\n');
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.destroy();
    await closed;
    await new Promise((resolve) => setTimeout(resolve, 50));
    fail();
    await until(() => logged().includes('23505'));
    expect((await fetch(`${url}/ok`)).status).toBe(200);
  });
});

test('a stream asked for by HEAD is not read', async () => {
  const stream = new Readable({ read: () => {} });
  const { url } = await serve([{ method: 'GET', path: '/file', answer: async () => ({ status: 200, body: stream }) }]);
  expect((await fetch(`${url}/file`, { method: 'HEAD' })).status).toBe(200);
  expect(stream.destroyed).toBe(true);
});

test('a stream arrives whole', async () => {
  const parts = Array.from({ length: 500 }, (_, n) => `line ${n}\n`);
  const { url } = await serve([
    { method: 'GET', path: '/file', answer: async () => ({ status: 200, body: Readable.from(parts) }) },
  ]);
  expect(await (await fetch(`${url}/file`)).text()).toBe(parts.join(''));
});
