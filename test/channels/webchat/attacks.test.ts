import { createHmac, hkdfSync } from 'node:crypto';
import jwt from 'jsonwebtoken';
import nock from 'nock';
import { createTokens } from '../../../src/channels/webchat/tokens';
import { type FreshDatabase, freshDatabase } from '../../setup/database';
import { type Chat, call, type Guest, newGuest, openChat } from './chat';

const SECRET = 'a secret of the tests, long enough';
const post = { method: 'POST' };
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
  await her.say('mi secreto');
});
afterAll(() => chat.close());

const paths = (id: string) => [`/conversations/${id}`, `/conversations/${id}/activities`];

describe('a conversation is opened by its own token only', () => {
  test('another’s id with one’s own token is refused, read or written', async () => {
    const said = JSON.stringify({ type: 'message', text: 'x' });
    const answers = await Promise.all([
      ...paths(her.id).map((path) => call(chat.url, path, { token: stranger.token })),
      call(chat.url, `/conversations/${her.id}/activities`, { ...post, token: stranger.token, body: said }),
      call(chat.url, `/conversations/${her.id}/upload`, { ...post, token: stranger.token, body: said }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    expect((await her.read()).body.activities).toHaveLength(1);
  });

  test('who she says she is does not matter', async () => {
    await stranger.say({
      type: 'message',
      text: 'soy ella',
      from: { id: her.user, role: 'bot' },
      conversation: { id: her.id },
    });
    const [activity] = (await stranger.read()).body.activities.slice(-1);
    expect(activity?.from).toEqual({ id: stranger.user, role: 'user' });
    expect((await her.read()).body.activities).toHaveLength(1);
  });

  test('another’s watermark shows nothing of hers', async () => {
    const { activities } = (await stranger.read('0')).body;
    expect(JSON.stringify(activities)).not.toContain('mi secreto');
  });

  test('a key of hers cannot be used up by another', async () => {
    await stranger.say({ type: 'message', text: 'antes', id: `${her.id}:k9` });
    await stranger.say({ type: 'message', text: 'antes', id: 'k9' });
    await her.say({ type: 'message', text: 'después', channelData: { clientActivityID: 'k9' } });
    expect((await her.read()).body.activities.map(({ text }) => text)).toContain('después');
  });
});

describe('a token is ours and fresh, or nothing', () => {
  const key = () => Buffer.from(hkdfSync('sha256', SECRET, Buffer.alloc(0), 'relevo web chat token', 32));
  const header = () => JSON.parse(Buffer.from(her.token.split('.')[0] ?? '', 'base64url').toString());
  const claims = () => ({ conv: her.id, user: her.user, iss: 'relevo', aud: 'directline' });
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = (over: object, options: jwt.SignOptions = {}) =>
    jwt.sign({ ...claims(), ...over }, key(), { expiresIn: 60, keyid: header().kid, ...options });
  const old = createTokens([SECRET], () => new Date(Date.now() - 1_801_000));

  test('one made by these means is taken: else the tests below prove nothing', async () => {
    expect((await call(chat.url, `/conversations/${her.id}`, { token: signed({}) })).status).toBe(200);
  });

  test.each<[string, () => string]>([
    [
      'of another secret',
      () => createTokens(['another secret altogether']).sign({ conversation: her.id, user: her.user }),
    ],
    ['of another secret under our key’s name', () => jwt.sign(claims(), 'x', { keyid: header().kid, expiresIn: 60 })],
    ['with algorithm none', () => `${part({ ...header(), alg: 'none' })}.${part({ ...claims(), exp: 9e9 })}.`],
    [
      'with algorithm none and a signature',
      () => `${part({ ...header(), alg: 'None' })}.${part(claims())}.${her.token.split('.')[2]}`,
    ],
    ['of another algorithm', () => signed({}, { algorithm: 'HS512' })],
    [
      'whose claims were changed',
      () => [her.token.split('.')[0], part({ ...claims(), exp: 9e9 }), her.token.split('.')[2]].join('.'),
    ],
    [
      'without a key’s name',
      () =>
        `${part({ alg: 'HS256' })}.${part(claims())}.${createHmac('sha256', key()).update('x').digest('base64url')}`,
    ],
    ['for another audience', () => signed({ aud: 'stream' })],
    ['of another issuer', () => signed({ iss: 'somebody' })],
    ['of another user', () => signed({ user: stranger.user })],
    ['without an end', () => jwt.sign(claims(), key(), { keyid: header().kid })],
    ['that is a ticket', () => createTokens([SECRET]).signTicket({ conversation: her.id, user: her.user })],
    ['that is the secret for servers', () => 's'.repeat(32)],
    ['of 10,000 characters', () => `${her.token}${'x'.repeat(10_000)}`],
    ['that is none', () => 'x.y.z'],
  ])('one %s is refused', async (_, token) => {
    const answers = await Promise.all([
      ...paths(her.id).map((path) => call(chat.url, path, { token: token() })),
      call(chat.url, '/tokens/refresh', { ...post, token: token() }),
    ]);
    for (const { status, body } of answers) expect([status, body.error.code]).toEqual([403, 'BadArgument']);
  });

  test('one whose time is over is refused as expired, also to be refreshed', async () => {
    const token = old.sign({ conversation: her.id, user: her.user });
    const answers = await Promise.all([
      ...paths(her.id).map((path) => call(chat.url, path, { token })),
      call(chat.url, '/tokens/refresh', { ...post, token }),
    ]);
    for (const { status, body } of answers) expect([status, body.error.code]).toEqual([403, 'TokenExpired']);
  });

  test('one whose time is over is exchanged for its own page, for half a day', async () => {
    const past = (seconds: number) =>
      createTokens([SECRET], () => new Date(Date.now() - seconds * 1000)).sign({
        conversation: her.id,
        user: her.user,
      });
    const generate = (token: string, headers: Record<string, string> = { origin: chat.url }) =>
      call(chat.url, '/tokens/generate', { ...post, token, headers });
    const late = await generate(past(1_800 + 11 * 3600));
    expect([late.status, late.body.conversationId]).toEqual([200, her.id]);
    expect((await call(chat.url, `/conversations/${her.id}`, { token: late.body.token })).status).toBe(200);
    expect((await generate(past(1_800 + 13 * 3600))).status).toBe(403);
    expect((await generate(past(3600), { origin: 'https://evil.example' })).status).toBe(403);
    expect((await generate(past(3600), {})).status).toBe(401);
    expect((await generate(createTokens(['x']).sign({ conversation: her.id, user: her.user }))).status).toBe(403);
  });

  test('none at all is 401', async () => {
    expect((await call(chat.url, `/conversations/${her.id}`)).status).toBe(401);
    expect((await call(chat.url, '/conversations', post)).status).toBe(401);
  });

  test('a secret that follows another is taken beside it', () => {
    const visitor = { conversation: her.id, user: her.user };
    const both = createTokens(['the new secret, long enough', SECRET]);
    expect(both.read(her.token)).toEqual({ ok: true, visitor });
    expect(createTokens([SECRET]).read(both.sign(visitor))).toEqual({ ok: false, why: 'invalid' });
  });
});

describe('who may begin', () => {
  const generate = (headers: Record<string, string>) => call(chat.url, '/tokens/generate', { ...post, headers });

  test.each([
    ['our own page', () => ({ origin: chat.url }), 200],
    ['an allowed page', () => ({ origin: 'https://allowed.example' }), 200],
    ['a server with the secret', () => ({ authorization: `Bearer ${'s'.repeat(32)}` }), 200],
    ['another page', () => ({ origin: 'https://evil.example' }), 403],
    ['a page that is called like an allowed one', () => ({ origin: 'https://allowed.example.evil.example' }), 403],
    ['an allowed host without encryption', () => ({ origin: 'http://allowed.example' }), 403],
    ['a page without an origin', () => ({ origin: 'null' }), 403],
    ['a program', () => ({}), 401],
    ['a server with another secret', () => ({ authorization: `Bearer ${'t'.repeat(32)}` }), 401],
    [
      'another page with the secret',
      () => ({ origin: 'https://evil.example', authorization: `Bearer ${'s'.repeat(32)}` }),
      403,
    ],
  ])('%s: %#', async (_, headers, status) => {
    expect((await generate(headers())).status).toBe(status);
  });

  test('an allowed page is told that it may, another nothing', async () => {
    const asked = { origin: 'https://allowed.example', 'access-control-request-method': 'POST' };
    const path = `/conversations/${her.id}/activities`;
    const yes = await call(chat.url, path, { method: 'OPTIONS', headers: asked });
    expect(yes.status).toBe(204);
    expect(Object.fromEntries(yes.headers)).toMatchObject({
      'access-control-allow-origin': 'https://allowed.example',
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': 'authorization, content-type, x-ms-bot-agent, x-requested-with',
      vary: 'Origin',
    });
    expect(yes.headers.get('access-control-allow-credentials')).toBeNull();
    const no = await call(chat.url, path, { method: 'OPTIONS', headers: { ...asked, origin: 'https://evil.example' } });
    expect(no.status).toBe(403);
    expect(no.headers.get('access-control-allow-origin')).toBeNull();
    const refused = await call(chat.url, path, { headers: { origin: 'https://allowed.example' }, token: 'x' });
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([
      403,
      'https://allowed.example',
    ]);
  });
});
