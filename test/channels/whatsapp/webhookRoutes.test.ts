import { createHmac } from 'node:crypto';
import { whatsappRoutes } from '../../../src/channels/whatsapp/webhookRoutes';
import type { DeliveryStatus } from '../../../src/domain/delivery';
import type { AddressChange, Inbound } from '../../../src/domain/talk';
import type { HttpReply } from '../../../src/http/message';
import { createLog } from '../../../src/log';
import { body, change, message, PHONE_NUMBER_ID, status, wrap } from './webhookBodies';

const SECRET = 'test-app-secret';

describe('the handshake', () => {
  const right = { 'hub.mode': 'subscribe', 'hub.verify_token': 'our-token', 'hub.challenge': '1158201444' };

  test('with our token is answered with its challenge as plain text', async () => {
    const reply = await shake(right);
    expect(reply).toMatchObject({ status: 200, body: '1158201444' });
    expect(reply.headers?.['content-type']).toMatch(/^text\/plain/);
  });

  test('never answers a challenge as HTML', async () => {
    const reply = await shake({ ...right, 'hub.challenge': '<script>alert(1)</script>' });
    expect(reply.headers?.['content-type']).toMatch(/^text\/plain/);
  });

  test.each([
    ['another token', { ...right, 'hub.verify_token': 'our-tokens' }],
    ['an empty token', { ...right, 'hub.verify_token': '' }],
    ['no token', { 'hub.mode': 'subscribe', 'hub.challenge': '1' }],
    ['another mode', { ...right, 'hub.mode': 'unsubscribe' }],
    ['no challenge', { 'hub.mode': 'subscribe', 'hub.verify_token': 'our-token' }],
    ['nothing', {}],
  ])('with %s is refused', async (_what, query) => {
    const { answers, get } = setUp();
    const reply = await get(query);
    expect(reply.status).toBe(403);
    expect(reply.body).toBeUndefined();
    expect(answers.refused).toEqual(['handshake']);
  });

  test('with no token configured is refused whatever is given', async () => {
    const { get } = setUp({ verifyToken: '' });
    expect((await get({ ...right, 'hub.verify_token': '' })).status).toBe(403);
  });
});

describe('a delivery', () => {
  test('that is signed is answered 200 once its messages and then its statuses are stored', async () => {
    const { answers, post } = setUp();
    const reply = await post(body({ statuses: [status()], messages: [message()] }));
    expect(reply.status).toBe(200);
    expect(answers.calls).toEqual(['messages', 'statuses']);
    expect(answers.messages.map((each) => each.utterance)).toEqual([{ kind: 'text', text: 'hola' }]);
    expect(answers.statuses.map((each) => each.tag)).toEqual(['41']);
    expect(answers.received).toEqual([{ messages: 1, changes: 0, statuses: 1, dropped: 0, foreign: 0 }]);
  });

  test('is not answered before it is stored', async () => {
    let stored: () => void = () => {};
    const { post } = setUp({ accept: () => new Promise((resolve) => (stored = resolve)) });
    let answered = false;
    const reply = post(body({ messages: [message()] })).then((given) => {
      answered = true;
      return given;
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(answered).toBe(false);
    stored();
    expect((await reply).status).toBe(200);
  });

  test.each<[string, string | undefined]>([
    ['no signature', undefined],
    ['another body’s signature', sign(Buffer.from('{}'))],
    ['a SHA-1 signature', 'sha1=0000'],
  ])('with %s is refused and nothing of it is taken or said', async (_what, signature) => {
    const { answers, post } = setUp();
    const reply = await post(body({ messages: [message()] }), signature);
    expect(reply).toEqual({ status: 401 });
    expect(answers).toMatchObject({ calls: [], refused: ['unsigned'], logged: [] });
  });

  test('that is unsigned is refused before anybody reads it', async () => {
    const { answers, post } = setUp();
    expect((await post(Buffer.from('{'), undefined)).status).toBe(401);
    expect(answers.refused).toEqual(['unsigned']);
  });

  test('that is signed but no JSON is answered 400', async () => {
    const { answers, post } = setUp();
    expect((await post(Buffer.from('{"object":'))).status).toBe(400);
    expect(answers).toMatchObject({ calls: [], refused: ['not_json'] });
  });

  test.each([
    ['of another product', Buffer.from('{"object":"page","entry":[]}')],
    ['without anything for us', wrap([change({ calls: [{}] }, 'calls')])],
    ['for another number', wrap([change({ messages: [message()] }, 'messages', '9')])],
    ['of malformed items only', body({ messages: [null, {}] })],
  ])('%s is acknowledged, so that it does not come for days', async (_what, raw) => {
    const { answers, post } = setUp();
    expect((await post(raw)).status).toBe(200);
    expect(answers.calls).toEqual([]);
  });

  test.each(['accept', 'acceptStatuses'] as const)(
    'is answered 503 when %s fails, and logged without its values',
    async (name) => {
      const fault = Object.assign(new Error('duplicate key wamid.HBgMNTczMDA5OTk4ODc3'), { code: '53100' });
      const { answers, post } = setUp({ [name]: () => Promise.reject(fault) });
      expect((await post(body({ messages: [message()], statuses: [status()] }))).status).toBe(503);
      expect(answers.refused).toEqual(['not_stored']);
      expect(answers.logged.join()).toMatch(/53100/);
      expect(answers.logged.join()).not.toMatch(/wamid|57300/);
    },
  );

  test('files what somebody wrote before her number changed before it changes, and the rest after', async () => {
    const { answers, post } = setUp();
    const moved = (id: string, timestamp: string) =>
      message({
        id,
        timestamp,
        type: 'system',
        from: '573009998877',
        from_user_id: undefined,
        system: { type: 'user_changed_number', wa_id: '573001112233', user_id: 'CO.new', previous_user_id: 'CO.old' },
      });
    const items = [
      message({ id: 'after', timestamp: '1749416390' }),
      moved('moved', '1749416385'),
      message({ id: 'same second, known anew', timestamp: '1749416385', from_user_id: 'CO.new' }),
      message({ id: 'same second', timestamp: '1749416385' }),
      message({ id: 'before', timestamp: '1749416380' }),
    ];
    expect((await post(body({ messages: items }))).status).toBe(200);
    expect(answers.calls).toEqual(['messages', 'change', 'messages']);
    expect(answers.messages.map(({ messageId }) => messageId)).toEqual([
      'same second',
      'before',
      'after',
      'same second, known anew',
    ]);
    expect(answers.changes.map(({ messageId }) => messageId)).toEqual(['moved']);
  });

  test('tells the operator of the account, in words without anything personal', async () => {
    const { answers, post } = setUp();
    const value = { display_phone_number: '573001112233', event: 'FLAGGED', current_limit: 'TIER_1K' };
    expect((await post(wrap([change(value, 'phone_number_quality_update')]))).status).toBe(200);
    expect(answers.events).toEqual(['phone_number_quality_update']);
    expect(JSON.parse(answers.logged.join())).toMatchObject({
      kind: 'phone_number_quality_update',
      outcome: 'FLAGGED',
      status: 'TIER_1K',
    });
    expect(answers.logged.join()).not.toMatch(/57300/);
  });

  test('that holds what cannot be read is answered 200, and an operator told; not of what is another number’s', async () => {
    const { answers, post } = setUp();
    await post(body({ messages: [message(), message({ timestamp: 'soon' }), 7] }));
    expect(answers.received).toMatchObject([{ messages: 1, dropped: 2, foreign: 0 }]);
    expect(answers.logged.map((line) => JSON.parse(line))).toMatchObject([{ level: 'warn', count: 2 }]);
    expect((await post(wrap([change({ messages: [message()] }, 'messages', '999')]))).status).toBe(200);
    expect(answers.received).toMatchObject([{}, { messages: 0, dropped: 0, foreign: 1 }]);
    expect(answers.logged).toHaveLength(1);
    expect(answers.logged.join()).not.toMatch(/57300|hola/);
  });

  test('may be as long as Meta’s longest', () => {
    const route = whatsappRoutes(setUp().webhook).find(({ method }) => method === 'POST');
    expect(route).toMatchObject({ path: '/webhooks/whatsapp', maxBody: 3 * 1024 * 1024 });
  });
});

function shake(query: Record<string, string>): Promise<HttpReply> {
  return setUp().get(query);
}

function sign(raw: Buffer): string {
  return `sha256=${createHmac('sha256', SECRET).update(raw).digest('hex')}`;
}

type Given = {
  verifyToken?: string;
  accept?: (messages: Inbound[]) => Promise<void>;
  acceptStatuses?: (statuses: DeliveryStatus[]) => Promise<void>;
};

function setUp({ verifyToken = 'our-token', accept, acceptStatuses }: Given = {}) {
  const answers = {
    calls: [] as string[],
    messages: [] as Inbound[],
    changes: [] as AddressChange[],
    statuses: [] as DeliveryStatus[],
    events: [] as string[],
    refused: [] as string[],
    received: [] as object[],
    logged: [] as string[],
  };
  const webhook = {
    config: { appSecrets: ['older-secret', SECRET], verifyToken, phoneNumberId: PHONE_NUMBER_ID },
    accept:
      accept ??
      (async (messages: Inbound[]) => {
        answers.calls.push('messages');
        answers.messages.push(...messages);
      }),
    acceptChange: async (change: AddressChange) => {
      answers.calls.push('change');
      answers.changes.push(change);
    },
    acceptStatuses:
      acceptStatuses ??
      (async (statuses: DeliveryStatus[]) => {
        answers.calls.push('statuses');
        answers.statuses.push(...statuses);
      }),
    metrics: {
      refused: (why: string) => answers.refused.push(why),
      received: (counts: object) => answers.received.push(counts),
      accountEvent: (field: string) => answers.events.push(field),
    },
    log: createLog('info', { write: (line) => answers.logged.push(line) }),
  };
  const ask = (method: string, request: object) => {
    const route = whatsappRoutes(webhook).find((each) => each.method === method);
    if (!route) throw new Error(`No route for ${method}`);
    const base = {
      method,
      path: route.path,
      params: {},
      query: new URLSearchParams(),
      address: '127.0.0.1',
      headers: {},
      body: Buffer.alloc(0),
    };
    return route.answer({ ...base, ...request });
  };
  return {
    webhook,
    answers,
    get: (query: Record<string, string>) => ask('GET', { query: new URLSearchParams(query) }),
    post: (raw: Buffer, ...signature: (string | undefined)[]) =>
      ask('POST', {
        body: raw,
        headers: { 'x-hub-signature-256': signature.length > 0 ? signature[0] : sign(raw) },
      }),
  };
}
