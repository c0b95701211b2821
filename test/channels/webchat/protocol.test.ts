import nock from 'nock';
import type { Pool } from 'pg';
import { freshDatabase } from '../../setup/database';
import { type Chat, call, newGuest, openChat } from './chat';

let chat: Chat;
let pool: Pool;

beforeAll(async () => {
  nock.restore();
  const database = await freshDatabase();
  pool = database.pool;
  chat = await openChat(database.url);
});
afterAll(() => chat.close());

const post = { method: 'POST' };

describe('tokens', () => {
  test('a page of ours gets one for a conversation and a user nobody has had', async () => {
    const [one, two] = await Promise.all([newGuest(chat.url), newGuest(chat.url)]);
    expect(one.id).toMatch(/^[\da-f]{32}$/);
    expect(one.id).not.toBe(two.id);
    const claims = JSON.parse(Buffer.from(one.token.split('.')[1] ?? '', 'base64url').toString());
    expect(claims).toMatchObject({ conv: one.id, user: one.user, iss: 'relevo', aud: 'directline' });
    expect(claims.exp - claims.iat).toBe(1800);
  });

  test('is answered with what Direct Line answers', async () => {
    const { status, body } = await call(chat.url, '/tokens/generate', { ...post, headers: { origin: chat.url } });
    expect(status).toBe(200);
    expect(body).toEqual({ conversationId: expect.any(String), token: expect.any(String), expires_in: 1800 });
  });

  test('is exchanged for a newer one of the same conversation', async () => {
    const her = await newGuest(chat.url);
    const { status, body } = await call(chat.url, '/tokens/refresh', { ...post, token: her.token });
    expect(status).toBe(200);
    expect(body).toMatchObject({ conversationId: her.id, expires_in: 1800 });
    expect((await call(chat.url, `/conversations/${her.id}`, { token: body.token })).status).toBe(200);
  });
});

describe('a conversation', () => {
  test('begins with 201, and with 200 once something has been said in it', async () => {
    const her = await newGuest(chat.url);
    const begun = await call(chat.url, '/conversations', { ...post, token: her.token, body: '{"locale":"es-CO"}' });
    expect(begun.status).toBe(201);
    expect(begun.body).toEqual({
      conversationId: her.id,
      token: expect.any(String),
      expires_in: 1800,
      streamUrl: expect.stringMatching(
        new RegExp(`^ws://127.0.0.1:${chat.port}/v3/directline/conversations/${her.id}/stream\\?watermark=0&t=`),
      ),
    });
    await her.say('hola');
    expect((await call(chat.url, '/conversations', { ...post, token: her.token })).status).toBe(200);
  });

  test('that nothing was said in leaves no row behind', async () => {
    const count = async () => (await pool.query('select from conversation')).rowCount;
    const before = await count();
    const her = await newGuest(chat.url);
    await call(chat.url, '/conversations', { ...post, token: her.token });
    const { body } = await her.read();
    expect(body).toEqual({ activities: [], watermark: '0' });
    expect(await count()).toBe(before);
  });

  test('gives a stream that goes on from the watermark', async () => {
    const her = await newGuest(chat.url);
    const { status, body } = await her.resume('11');
    expect(status).toBe(200);
    expect(body.streamUrl).toContain('/stream?watermark=11&t=');
    expect(body.conversationId).toBe(her.id);
  });
});

describe('what she says', () => {
  test('is answered with the id that it has in the transcript, from her, with her key', async () => {
    const her = await newGuest(chat.url);
    const activity = {
      type: 'message',
      text: ' ¿Hay yoga? ',
      from: { id: 'somebody else' },
      channelData: { clientActivityID: 'k1', junk: 1 },
    };
    const { status, body } = await her.say(activity);
    expect([status, body]).toEqual([200, { id: `${her.id}|k1` }]);
    const { activities, watermark } = (await her.read()).body;
    expect(activities).toEqual([
      {
        type: 'message',
        id: `${her.id}|k1`,
        text: '¿Hay yoga?',
        textFormat: 'plain',
        timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
        channelId: 'directline',
        conversation: { id: her.id },
        from: { id: her.user, role: 'user' },
        channelData: { clientActivityID: 'k1', 'webchat:sequence-id': 1 },
      },
    ]);
    expect(watermark).toBe('1');
  });

  test('twice under one key is said once, and answered alike', async () => {
    const her = await newGuest(chat.url);
    const activity = { type: 'message', text: 'hola', channelData: { clientActivityID: 'again' } };
    const answers = await Promise.all([her.say(activity), her.say(activity), her.say(activity)]);
    for (const { status, body } of answers) expect([status, body.id]).toEqual([200, `${her.id}|again`]);
    expect((await her.read()).body.activities).toHaveLength(1);
    expect(await heardFrom(her.user)).toHaveLength(1);
  });

  test('under one key in two conversations is two messages', async () => {
    const [one, two] = await Promise.all([newGuest(chat.url), newGuest(chat.url)]);
    const activity = { type: 'message', text: 'hola', id: 'same' };
    await Promise.all([one.say(activity), two.say(activity)]);
    expect(await heardFrom(one.user)).toHaveLength(1);
    expect(await heardFrom(two.user)).toHaveLength(1);
  });

  test.each([
    ['a text', { type: 'message', text: 'hola' }, { kind: 'text', text: 'hola' }],
    ['a tap', { type: 'message', text: 'Sí', value: 'a:b:c:yes' }, { kind: 'tap', id: 'a:b:c:yes', title: 'Sí' }],
    [
      'a tap posted back',
      { type: 'message', text: 'a:b:c:yes', channelData: { postBack: true } },
      { kind: 'tap', id: 'a:b:c:yes', title: 'a:b:c:yes' },
    ],
    ['an opened chat', { type: 'event', name: 'webchat/join', locale: 'en-US' }, { kind: 'joined', locale: 'en-US' }],
    [
      'a picture',
      { type: 'message', attachments: [{ contentType: 'image/png', contentUrl: 'data:' }] },
      { kind: 'unreadable', what: 'image' },
    ],
    ['half a character and a NUL', { type: 'message', text: 'a\ud83d\0b' }, { kind: 'text', text: 'a\ufffdb' }],
    ['4,096 characters', { type: 'message', text: 'x'.repeat(4096) }, { kind: 'text', text: 'x'.repeat(4096) }],
  ])('%s is understood', async (_, activity, utterance) => {
    const her = await newGuest(chat.url);
    expect((await her.say(activity)).status).toBe(200);
    expect(await heardFrom(her.user)).toEqual([utterance]);
    expect((await her.read()).body.activities).toHaveLength(1);
  });

  test('typing is taken and nothing comes of it', async () => {
    const her = await newGuest(chat.url);
    expect((await her.say({ type: 'typing' })).status).toBe(200);
    expect((await her.read()).body.activities).toEqual([]);
  });

  test.each([
    ['no type', { text: 'hola' }],
    ['another type', { type: 'conversationUpdate', membersAdded: [] }],
    ['an event we do not know', { type: 'event', name: 'tokens/response', value: {} }],
    ['no words', { type: 'message', text: '  ' }],
    ['4,097 characters', { type: 'message', text: 'x'.repeat(4097) }],
    ['an object for a value', { type: 'message', text: 'hola', value: { $gt: '' } }],
    ['a value that is too long', { type: 'message', text: 'x', value: 'x'.repeat(257) }],
    ['a list', []],
    ['null', null],
  ])('%s is refused as Direct Line refuses', async (_, activity) => {
    const her = await newGuest(chat.url);
    const { status, body } = await her.say(activity ?? Object.create(null));
    expect([status, body.error.code]).toEqual([400, 'BadArgument']);
    expect((await her.read()).body.activities).toEqual([]);
  });

  test('a body that is no JSON is malformed, one over 64 KB too long, a file not supported', async () => {
    const her = await newGuest(chat.url);
    const path = `/conversations/${her.id}`;
    const { token } = her;
    const malformed = await call(chat.url, `${path}/activities`, { ...post, token, body: '{"type":' });
    expect([malformed.status, malformed.body.error.code]).toEqual([400, 'MalformedData']);
    const long = await call(chat.url, `${path}/activities`, { ...post, token, body: 'x'.repeat(65_537) });
    expect(long.status).toBe(413);
    const file = await call(chat.url, `${path}/upload?userId=x`, { ...post, token, body: 'x' });
    expect([file.status, file.body.error.code]).toEqual([415, 'NotSupported']);
  });
});

async function heardFrom(user: string): Promise<unknown[]> {
  const { rows } = await pool.query<{ body: unknown }>(
    `select body from inbox where conversation_id = (select conversation_id from address where value = $1) order by seq`,
    [user],
  );
  return rows.map(({ body }) => body);
}
