import nock from 'nock';
import { createTokens } from '../../../src/channels/webchat/tokens';
import { dial } from '../../http/httpServer';
import { type FreshDatabase, freshDatabase } from '../../setup/database';
import { type Chat, type Guest, listen, newGuest, openChat, pause } from './chat';

const SECRET = 'a secret of the tests, long enough';
let database: FreshDatabase;
let chat: Chat;
let her: Guest;
let stranger: Guest;

beforeAll(async () => {
  nock.restore();
  database = await freshDatabase();
  chat = await openChat(database.url, {
    settings: {
      tokenSecrets: [SECRET],
      origins: ['https://allowed.example'],
      secrets: ['s'.repeat(32)],
    },
  });
  [her, stranger] = [await newGuest(chat.url), await newGuest(chat.url)];
});
afterAll(() => chat.close());

const stream = (id: string, ticket: string) =>
  `${chat.url.replace('http', 'ws')}/v3/directline/conversations/${id}/stream?watermark=0&t=${ticket}`;

describe('a stream is opened by a fresh ticket of its own', () => {
  test('and by that once', async () => {
    const { streamUrl } = (await her.resume()).body;
    const line = await listen(streamUrl);
    await expect(listen(streamUrl)).rejects.toThrow('refused: 403');
    line.socket.terminate();
    await line.closed;
    await expect(listen(streamUrl)).rejects.toThrow('refused: 403');
  });

  test.each<[string, () => string, number]>([
    ['none', () => '', 403],
    ['a token', () => her.token, 403],
    [
      'an old one',
      () =>
        createTokens([SECRET], () => new Date(Date.now() - 61_000)).signTicket({
          conversation: her.id,
          user: her.user,
        }),
      403,
    ],
    ['another’s', () => createTokens([SECRET]).signTicket({ conversation: stranger.id, user: stranger.user }), 403],
    ['one of another secret', () => createTokens(['x']).signTicket({ conversation: her.id, user: her.user }), 403],
  ])('not by %s', async (_, ticket, status) => {
    await expect(listen(stream(her.id, ticket()))).rejects.toThrow(`refused: ${status}`);
  });

  test('not from a page of another site, whose try does not spend the ticket', async () => {
    const { streamUrl } = (await her.resume()).body;
    await expect(listen(streamUrl, { origin: 'https://evil.example' })).rejects.toThrow('refused: 403');
    const line = await listen(streamUrl, { origin: 'https://allowed.example' });
    line.socket.terminate();
  });

  test('not with a watermark that is none', async () => {
    const { streamUrl } = (await her.resume()).body;
    await expect(listen(streamUrl.replace('watermark=0', 'watermark=x'))).rejects.toThrow('refused: 400');
  });
});

describe('a socket that misbehaves is closed', () => {
  test('at a frame of 4 MB, which is never kept', async () => {
    const line = await listen((await her.resume()).body.streamUrl);
    const before = process.memoryUsage().arrayBuffers;
    line.socket.send(Buffer.alloc(4_000_000, 'x'));
    expect(await line.closed).toBe(1009);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(12_000_000);
  });

  test('when it talks without end; empty frames, as clients send them, are nothing', async () => {
    const line = await listen((await her.resume()).body.streamUrl);
    for (let n = 0; n < 10; n++) line.socket.send('');
    await pause(50);
    expect(line.socket.readyState).toBe(line.socket.OPEN);
    for (let n = 0; n < 100; n++) line.socket.send('{}');
    expect(await line.closed).toBe(1008);
  });

  test('when it is not understood', async () => {
    const line = await listen((await her.resume()).body.streamUrl);
    (line.socket as unknown as { _socket: { write(bytes: Buffer): void } })._socket.write(
      Buffer.from('ffffffffffff', 'hex'),
    );
    expect(await line.closed).toBe(1002);
  });
});

describe('an upgrade', () => {
  const upgrade = (path: string, more = '') =>
    `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x3JJHMbDL1EzLkh9GBhXDw==\r\nSec-WebSocket-Version: 13\r\n${more}\r\n`;

  test('of a path that takes none is answered like any request, and the connection closed', async () => {
    const { heard, closed } = dial(chat.port, upgrade('/v3/directline/conversations/x'));
    await closed;
    expect(heard()).toMatch(/^HTTP\/1.1 401 [\s\S]*connection: close/i);
  });

  test('to something else than a WebSocket, too', async () => {
    const { heard, closed } = dial(
      chat.port,
      'GET /nothing HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n',
    );
    await closed;
    expect(heard()).toMatch(/^HTTP\/1.1 404 /);
  });

  test('with a body is not taken', async () => {
    const { heard, closed } = dial(
      chat.port,
      'POST /nothing HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: h2c\r\nContent-Length: 5\r\n\r\nhello',
    );
    await closed;
    expect(heard()).toMatch(/^HTTP\/1.1 426 /);
  });

  test('that is refused closes the connection, also of who does not hang up', async () => {
    const { heard, closed } = dial(chat.port, upgrade(`/v3/directline/conversations/${her.id}/stream?t=x`));
    await closed;
    expect(heard()).toMatch(/^HTTP\/1.1 403 Forbidden/);
  });

  test('whose headers never end is cut off', async () => {
    const slow = await openChat(database.url, {}, { limits: { headersTimeout: 300, connectionsCheckingInterval: 50 } });
    const client = dial(slow.port, upgrade('/v3/directline/conversations/x/stream').slice(0, -2));
    const drip = setInterval(() => client.socket.writable && client.socket.write('X-A: b\r\n'), 50);
    await client.closed;
    clearInterval(drip);
    expect(client.heard()).not.toContain('101');
    await slow.close();
  });

  test('with headers that are too long is refused', async () => {
    const { heard, closed } = dial(
      chat.port,
      upgrade('/v3/directline/conversations/x/stream', `X: ${'x'.repeat(20_000)}\r\n`),
    );
    await closed;
    expect(heard()).toMatch(/^HTTP\/1.1 431 /);
  });
});
