import { createServer as createTcpServer } from 'node:net';
import nock from 'nock';
import { createGraph, type Graph } from '../../../src/channels/whatsapp/graph';
import type { SendResult } from '../../../src/channels/whatsapp/graphAnswer';
import { type GraphServer, type Outcome, startGraphServer } from './graphServer';

const TEXT = { type: 'text', text: { body: 'Hola' } } as const;
const ANA = { phone: '573009998877', bsuid: 'CO.1' };
const config = { version: 'v25.0', phoneNumberId: '1065', accessToken: 'secret-token' };

let server: GraphServer;
let graph: Graph;
const logged: unknown[] = [];
const log = { warn: (...said: unknown[]) => logged.push(said) };

// It would stand between the client and the socket.
beforeAll(() => nock.restore());

beforeEach(async () => {
  server = await startGraphServer();
  graph = createGraph({ ...config, url: server.url, totalMs: 400, connectMs: 300, log });
  logged.length = 0;
});

afterEach(async () => {
  graph.close();
  await server.stop();
});

describe('a post', () => {
  test('that is accepted gives the provider’s id', async () => {
    expect(await graph.send(ANA, TEXT, '41')).toEqual({ kind: 'accepted', providerId: 'wamid.41.1' });
    expect(server.requests[0]).toMatchObject({
      method: 'POST',
      url: '/v25.0/1065/messages',
      headers: { authorization: 'Bearer secret-token', 'content-type': 'application/json' },
    });
    expect(server.posts[0]?.body).toEqual({
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to: '+573009998877',
      recipient: 'CO.1',
      biz_opaque_callback_data: '41',
      type: 'text',
      text: { body: 'Hola' },
    });
  });

  test('to a person whose phone or scoped id is unknown has only the other', async () => {
    await graph.send({ bsuid: 'CO.1' }, TEXT, '1');
    await graph.send({ phone: '573009998877' }, TEXT, '2');
    expect(server.posts[0]?.body).not.toHaveProperty('to');
    expect(server.posts[0]?.recipient).toBe('CO.1');
    expect(server.posts[1]?.body).not.toHaveProperty('recipient');
    expect(server.posts[1]?.to).toBe('+573009998877');
  });

  test.each<[string, Outcome, SendResult]>([
    [
      'a known error',
      { kind: 'error', status: 400, code: 131047 },
      { kind: 'refused', code: 131047, action: 'needs_template' },
    ],
    [
      'a dead token',
      { kind: 'error', status: 401, code: 190, more: { error_subcode: 463 } },
      { kind: 'refused', code: 190, subcode: 463, action: 'stop_line' },
    ],
    [
      'the pair limit',
      { kind: 'error', status: 400, code: 131056 },
      { kind: 'refused', code: 131056, action: 'throttle_pair' },
    ],
    [
      'the number’s limit',
      { kind: 'error', status: 429, code: 130429 },
      { kind: 'refused', code: 130429, action: 'throttle_number' },
    ],
    [
      'a limit with its end in seconds',
      { kind: 'error', status: 429, code: 130429, headers: { 'retry-after': '7' } },
      { kind: 'refused', code: 130429, action: 'throttle_number', retryAfterMs: 7000 },
    ],
    [
      'a limit with its end in minutes',
      {
        kind: 'error',
        status: 400,
        code: 80007,
        headers: { 'x-business-use-case-usage': '{"1":[{"type":"x","estimated_time_to_regain_access":3},{}]}' },
      },
      { kind: 'refused', code: 80007, action: 'throttle_number', retryAfterMs: 180_000 },
    ],
    [
      'a limit with a senseless end',
      { kind: 'error', status: 429, code: 4, headers: { 'retry-after': 'soon', 'x-business-use-case-usage': '[[' } },
      { kind: 'refused', code: 4, action: 'throttle_number' },
    ],
    [
      '500 with an error inside',
      { kind: 'error', status: 500, code: 131000 },
      { kind: 'refused', code: 131000, action: 'retry', isDoubtful: true },
    ],
    ['500 with HTML', { kind: 'answer', status: 500, body: '<html>oops</html>' }, { kind: 'ambiguous' }],
    ['502 with nothing', { kind: 'answer', status: 502, body: '' }, { kind: 'ambiguous' }],
    ['503 with JSON that is no error', { kind: 'answer', status: 503, body: '{"error":"x"}' }, { kind: 'ambiguous' }],
    [
      '429 with HTML',
      { kind: 'answer', status: 429, body: '<html>' },
      { kind: 'refused', code: 0, action: 'throttle_number' },
    ],
    [
      '404 with HTML',
      { kind: 'answer', status: 404, body: '<html>' },
      { kind: 'refused', code: 0, action: 'stop_line' },
    ],
    [
      '302',
      { kind: 'answer', status: 302, body: '', headers: { location: '/' } },
      { kind: 'refused', code: 0, action: 'stop_line' },
    ],
    ['200 with HTML', { kind: 'answer', status: 200, body: '<html>' }, { kind: 'ambiguous' }],
    ['200 with nothing', { kind: 'answer', status: 200, body: '' }, { kind: 'ambiguous' }],
    ['200 without an id', { kind: 'answer', status: 200, body: '{"messages":[{}]}' }, { kind: 'ambiguous' }],
    ['200 with a list of nothing', { kind: 'answer', status: 200, body: '{"messages":[null]}' }, { kind: 'ambiguous' }],
    ['200 with null', { kind: 'answer', status: 200, body: 'null' }, { kind: 'ambiguous' }],
    [
      '200 with an id no database takes',
      { kind: 'answer', status: 200, body: '{"messages":[{"id":"a\\u0000"}]}' },
      { kind: 'ambiguous' },
    ],
    ['a megabyte', { kind: 'answer', status: 200, body: 'x'.repeat(1_000_000) }, { kind: 'ambiguous' }],
    ['half of a good answer', { kind: 'half', status: 200 }, { kind: 'ambiguous' }],
    ['half of a refusal', { kind: 'half', status: 400 }, { kind: 'refused', code: 0, action: 'retry' }],
    ['a connection that breaks', { kind: 'reset', accepted: false }, { kind: 'ambiguous' }],
    ['silence', { kind: 'hang', accepted: true }, { kind: 'ambiguous' }],
  ])('answered with %s is told apart', async (_what, outcome, result) => {
    server.script(() => outcome);
    expect(await graph.send(ANA, TEXT, '1')).toEqual(result);
  });

  test('that the server’s silence outlasts is given up in time', async () => {
    server.script(() => ({ kind: 'hang', accepted: false }));
    const began = performance.now();
    await graph.send(ANA, TEXT, '1');
    expect(performance.now() - began).toBeGreaterThan(390);
    expect(performance.now() - began).toBeLessThan(1500);
  });

  test('to where nobody listens never left', async () => {
    await server.stop();
    expect(await graph.send(ANA, TEXT, '1')).toEqual({ kind: 'unsent' });
    server = await startGraphServer();
  });

  test('to a name that does not exist never left', async () => {
    const lost = createGraph({ ...config, url: 'http://graph.invalid' });
    expect(await lost.send(ANA, TEXT, '1')).toEqual({ kind: 'unsent' });
    lost.close();
  });

  test('that finds no TLS on the other side never left', async () => {
    const lost = createGraph({ ...config, url: server.url.replace('http:', 'https:') });
    expect(await lost.send(ANA, TEXT, '1')).toEqual({ kind: 'unsent' });
    expect(server.posts).toEqual([]);
    lost.close();
  });

  test('whose TLS handshake never ends never left', async () => {
    const mute = createTcpServer(() => {}).listen(0, '127.0.0.1');
    await new Promise((resolve) => mute.once('listening', resolve));
    const address = mute.address();
    const port = address && typeof address === 'object' ? address.port : 0;
    const lost = createGraph({ ...config, url: `https://127.0.0.1:${port}`, connectMs: 200, totalMs: 5000 });
    const began = performance.now();
    expect(await lost.send(ANA, TEXT, '1')).toEqual({ kind: 'unsent' });
    expect(performance.now() - began).toBeLessThan(2000);
    lost.close();
    mute.close();
  });

  test('goes over connections that are kept, at most 64', async () => {
    graph.close();
    graph = createGraph({ ...config, url: server.url });
    server.script(() => ({ kind: 'accept', afterMs: 20 }));
    const results = await Promise.all(Array.from({ length: 200 }, (_, n) => graph.send(ANA, TEXT, String(n + 1))));
    expect(results.every(({ kind }) => kind === 'accepted')).toBe(true);
    expect(server.mostConnections).toBe(64);
    await graph.send(ANA, TEXT, '300');
    expect(server.requests.at(-1)?.headers.connection).toBe('keep-alive');
  });

  test('that is refused is logged without a word of the person, the message or the token', async () => {
    server.script(() => ({
      kind: 'error',
      status: 400,
      code: 131026,
      more: { error_data: { details: '+573009998877' } },
    }));
    await graph.send(ANA, TEXT, '41');
    expect(JSON.stringify(logged)).toMatch(/"outboxId":"41".*131026.*A1/);
    expect(JSON.stringify(logged)).not.toMatch(/57300|CO\.1|Hola|secret/);
  });

  test('under way when the client is closed ends as ambiguous', async () => {
    server.script(() => ({ kind: 'hang', accepted: true }));
    const sent = graph.send(ANA, TEXT, '1');
    while (server.posts.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    graph.close();
    expect(await sent).toEqual({ kind: 'ambiguous' });
  });
});

test('an answer that came while this process was stalled is still read', async () => {
  const sent = graph.send(ANA, TEXT, '1');
  await new Promise((resolve) => setTimeout(resolve, 30));
  server.script(() => ({ kind: 'accept', afterMs: 50 }));
  const slow = graph.send(ANA, TEXT, '2');
  while (server.posts.length < 2) await new Promise((resolve) => setImmediate(resolve));
  for (const end = performance.now() + 900; performance.now() < end; );
  expect(await sent).toMatchObject({ kind: 'accepted' });
  expect(await slow).toMatchObject({ kind: 'accepted' });
});

describe('the probe', () => {
  test('says whether our number answers', async () => {
    expect(await graph.probe()).toBe('well');
    expect(server.requests[0]).toMatchObject({ method: 'GET', url: '/v25.0/1065?fields=id' });
    server.healthy = false;
    expect(await graph.probe()).toBe('there');
    await server.stop();
    expect(await graph.probe()).toBe('away');
    server = await startGraphServer();
  });
});

test('a token that no header can hold is refused at the start', () => {
  expect(() => createGraph({ ...config, url: server.url, accessToken: 'two\nlines' })).toThrow(/authorization/);
});

test('an address with a path of its own is kept', async () => {
  const behind = createGraph({ ...config, url: `${server.url}/meta/` });
  await behind.send(ANA, TEXT, '1');
  expect(server.requests[0]?.url).toBe('/meta/v25.0/1065/messages');
  behind.close();
});
