import { createPublicKey } from 'node:crypto';
import jwt from 'jsonwebtoken';
import nock from 'nock';
import { openBotService } from '../../../src/channels/botService/open';
import { acceptMessages } from '../../../src/db/inbox';
import type { HttpReply, HttpRequest } from '../../../src/http/message';
import { type FreshDatabase, freshDatabase } from '../../setup/database';
import { rsaPair } from '../../setup/rsaPair';

const appId = '11111111-2222-4333-8444-555555555555';
const serviceUrl = 'https://smba.trafficmanager.net/amer/';
const { privateKey, publicKey } = rsaPair();
const other = rsaPair();

let database: FreshDatabase;
let bots: ReturnType<typeof openBotService>;
const warned: { fields: object; message: string }[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  nock.disableNetConnect();
  nock.enableNetConnect('127.0.0.1');
  const jwk = {
    ...createPublicKey(publicKey).export({ format: 'jwk' }),
    kid: 'key1',
    endorsements: ['msteams', 'webchat'],
  };
  nock('https://login.botframework.com')
    .persist()
    .get('/v1/.well-known/openidconfiguration')
    .reply(200, { jwks_uri: 'https://login.botframework.com/v1/.well-known/keys' })
    .get('/v1/.well-known/keys')
    .reply(200, { keys: [jwk] });
  const authority = 'https://login.microsoftonline.com';
  nock(authority)
    .persist()
    .get(/discovery\/instance|openid-configuration/)
    .reply(200, () => ({
      tenant_discovery_endpoint: `${authority}/t/v2.0/.well-known/openid-configuration`,
      metadata: [
        {
          preferred_network: 'login.microsoftonline.com',
          preferred_cache: 'login.windows.net',
          aliases: ['login.microsoftonline.com'],
        },
      ],
      issuer: `${authority}/t/v2.0`,
      token_endpoint: `${authority}/t/oauth2/v2.0/token`,
      authorization_endpoint: `${authority}/t/oauth2/v2.0/authorize`,
      jwks_uri: `${authority}/t/keys`,
      end_session_endpoint: `${authority}/t/logout`,
    }))
    .post(/oauth2\/v2.0\/token/)
    .reply(200, { token_type: 'Bearer', expires_in: 3600, access_token: 'of the bot' });
  bots = openBotService({
    config: { appId, password: 'secret', type: 'MultiTenant', hosts: ['smba.trafficmanager.net', '.botframework.com'] },
    db: database.pool,
    accept: async (messages) => void (await acceptMessages(database.pool, messages)),
    now: () => new Date(),
    log: { warn: (fields, message) => void warned.push({ fields, message }) },
  });
});
afterAll(() => {
  nock.cleanAll();
  nock.enableNetConnect();
});

// The SDK prints why a token was refused.
beforeEach(() => void jest.spyOn(console, 'error').mockImplementation(() => {}));
afterEach(() => jest.restoreAllMocks());

let said = 0;
function activity(over: object = {}) {
  said += 1;
  return {
    type: 'message',
    id: `a${said}`,
    channelId: 'msteams',
    serviceUrl,
    timestamp: '2026-11-18T15:30:00.000Z',
    conversation: { id: 'talk1' },
    from: { id: 'rosa1', name: 'Rosa Gil' },
    recipient: { id: 'bot1', name: 'Relevo' },
    text: 'hola',
    ...over,
  };
}

function token(claims: object = {}, key = privateKey, header: object = {}): string {
  const payload = { iss: 'https://api.botframework.com', aud: appId, serviceurl: serviceUrl, ...claims };
  return `Bearer ${jwt.sign(payload, key, { algorithm: 'RS256', keyid: 'key1', expiresIn: '10m', ...header })}`;
}

async function posts(value: unknown, authorization: string | undefined = token()): Promise<number> {
  const body = Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
  const request = { headers: authorization ? { authorization } : {}, body } as unknown as HttpRequest;
  const reply: HttpReply | undefined = await bots.routes[0]?.answer(request);
  return reply?.status ?? 0;
}

async function inbox() {
  const { rows } = await database.pool.query(
    `select message_id, body, conversation_id from inbox where channel = 'bot_service' order by seq`,
  );
  return rows;
}
beforeEach(() => database.pool.query('truncate inbox, outbox'));

test('a message with a token of Bot Framework is in the inbox, and once', async () => {
  const hello = activity();
  expect(await posts(hello)).toBe(200);
  expect(await posts(hello)).toBe(200);
  expect(await inbox()).toEqual([
    {
      message_id: `msteams|talk1|${hello.id}`,
      body: { kind: 'text', text: 'hola' },
      conversation_id: expect.any(String),
    },
  ]);
});

test("a button's value is a tap", async () => {
  await posts(activity({ text: 'Sí', value: 'menu:choice:n:yes' }));
  expect((await inbox())[0].body).toEqual({ kind: 'tap', id: 'menu:choice:n:yes', title: 'Sí' });
});

test.each([
  ['without a token', undefined as unknown as string],
  ['with a token signed by somebody else', token({}, other.privateKey)],
  ['with a token for another bot', token({ aud: 'somebody' })],
  ['with a token given for another service URL', token({ serviceurl: 'https://smba.trafficmanager.net/emea/' })],
  ['with a token that has run out', token({}, privateKey, { expiresIn: '-10m' })],
  ['with a token of nobody known', token({ iss: 'https://evil.example' })],
  ['with no token at all but the word', 'Bearer x'],
])('what comes %s is refused', async (_, authorization) => {
  expect(await posts(activity(), authorization ?? '')).toBe(401);
  expect(await inbox()).toEqual([]);
});

test.each([
  'http://smba.trafficmanager.net/',
  'https://evil.example/',
  'https://botframework.com.evil.example/',
  'http://127.0.0.1:9/',
  7,
])('a reply would not be posted to %s, so nothing is taken from there', async (url) => {
  expect(await posts(activity({ serviceUrl: url }), token({ serviceurl: url }))).toBe(403);
  expect(await inbox()).toEqual([]);
});

test.each(['not json', '[]', '{}', '{"type":7}'])('a body like %s is no activity', async (body) => {
  expect(await posts(body)).toBe(400);
});

test.each([
  ['typing', { type: 'typing' }],
  ['somebody joining', { type: 'conversationUpdate', membersAdded: [{ id: 'x' }] }],
  ['a group', { conversation: { id: 'talk2', isGroup: true } }],
  ['an empty message', { text: ' ' }],
])('%s asks for nothing', async (_, over) => {
  expect(await posts(activity(over))).toBe(200);
  expect(await inbox()).toEqual([]);
});

describe('a reply', () => {
  async function isAnswered(body: object): Promise<string> {
    await posts(activity());
    const [{ conversation_id: conversation }] = await inbox();
    const { rows } = await database.pool.query(
      `insert into outbox (conversation_id, channel, turn_id, n, body) values ($1, 'bot_service', gen_random_uuid(), 0, $2) returning id`,
      [conversation, JSON.stringify(body)],
    );
    return rows[0].id;
  }
  const standing = async (id: string) =>
    (await database.pool.query('select status, provider_id, error_code, attempts from outbox where id = $1', [id]))
      .rows[0];

  test('goes back to the talk it came from, with buttons, and once', async () => {
    let posted: Record<string, unknown> = {};
    const scope = nock('https://smba.trafficmanager.net')
      .post('/amer/v3/conversations/talk1/activities', (body) => {
        posted = body;
        return true;
      })
      .reply(200, { id: 'r1' });
    const id = await isAnswered({ text: '*Seguimos* aquí', choices: [{ id: 'm:q:n:yes', title: 'Sí' }] });
    await bots.job.run();
    await bots.job.run();
    expect(scope.isDone()).toBe(true);
    expect(posted).toMatchObject({
      type: 'message',
      text: '**Seguimos** aquí',
      recipient: { id: 'rosa1' },
      suggestedActions: { actions: [{ type: 'messageBack', title: 'Sí', value: 'm:q:n:yes' }] },
    });
    expect(JSON.stringify(posted)).not.toContain('Rosa Gil');
    expect(await standing(id)).toMatchObject({ status: 'sent', provider_id: 'r1' });
  });

  test('that is refused for good has failed, and says so without her words', async () => {
    nock('https://smba.trafficmanager.net').post('/amer/v3/conversations/talk1/activities').reply(403, { error: {} });
    const id = await isAnswered({ text: 'hola' });
    await bots.job.run();
    expect(await standing(id)).toMatchObject({ status: 'failed', error_code: 403 });
    expect(warned.at(-1)).toEqual({
      fields: { outboxId: id, status: 403, attempts: 1 },
      message: 'A channel of Bot Framework refused a message.',
    });
  });

  test('waits and is tried again where the channel is away', async () => {
    nock('https://smba.trafficmanager.net').post('/amer/v3/conversations/talk1/activities').times(10).reply(503, {});
    const id = await isAnswered({ text: 'hola' });
    await bots.job.run();
    expect(await standing(id)).toMatchObject({ status: 'waiting', attempts: 1 });
    nock.cleanAll();
  });
});
