import { controlRoutes } from '../../../src/channels/whatsapp/simulator/control/controlRoutes';
import { type EchoService, type Item, openEchoService, until } from './echoService';

let service: EchoService;
beforeEach(async () => {
  service = await openEchoService({ statuses: 'all', routes: controlRoutes });
});
afterEach(() => service.close());

async function ask(path: string, body?: object): Promise<{ status: number; body: Item }> {
  const post = body && {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  const response = await fetch(`${service.standIn.url}/simulator/${path}`, post || {});
  return { status: response.status, body: await response.json() };
}
const phone = '573001112233';
const hour = 3_600_000;

describe('the clock', () => {
  test('standing still holds statuses back until it is moved, and closes the window after a day', async () => {
    expect((await ask('clock', { speed: 0 })).body).toMatchObject({ speed: 0 });
    await ask('say', { phone, text: 'hola' });
    await service.send({ to: phone, text: { body: 'Hola' } });
    expect(service.statuses()).toEqual([]);
    await ask('clock', { advanceMs: hour });
    expect(service.statuses().map(({ status }) => status)).toEqual(['sent', 'delivered', 'read']);
    await ask('clock', { advanceMs: 23 * hour + 1000 });
    await service.send({ to: phone, text: { body: 'Hola' } });
    await ask('clock', { advanceMs: 1000 });
    expect(service.statuses().at(-1)).toMatchObject({ status: 'failed', errors: [{ code: 131047 }] });
    expect((await ask('invariants')).body).toMatchObject({ holds: false, counts: { window: 1 } });
  });

  test('moved on brings again, within a moment, what Meta would bring again for days', async () => {
    await service.close();
    service = await openEchoService({ routes: controlRoutes, delivery: { retryFactor: 1 }, speed: 0 });
    service.answers.push(...Array<number>(10).fill(503));
    await ask('say', { phone, text: 'hola' });
    await until(() => service.arrived.length === 1, 'the first attempt');
    await ask('clock', { advanceMs: 4 * 24 * hour });
    expect(service.arrived.length).toBe(11);
    expect((await ask('figures')).body.webhooks).toMatchObject({ attempts: 11, answered200: 1 });
  });

  test.each([[{ speed: -1 }], [{ advanceMs: -1 }], [{ speedy: 1 }]])('%j is refused', async (body) => {
    expect((await ask('clock', body)).status).toBe(400);
  });
});

describe('faults', () => {
  const send = () => service.send({ to: phone, text: { body: 'Hola' } });

  test('of the next send are met once, by the person they are meant for', async () => {
    // Also by somebody who has no phone yet.
    await ask('faults/next', { fault: 'refuse:131042', phone: '573009998877' });
    await ask('say', { phone, text: 'hola' });
    await ask('say', { phone: '573009998877', text: 'hola' });
    expect((await send()).status).toBe(200);
    const refused = await service.send({ to: '573009998877', text: { body: 'Hola' } });
    expect(refused).toMatchObject({ status: 400, json: { error: { code: 131042 } } });
    expect((await service.send({ to: '573009998877', text: { body: 'Hola' } })).status).toBe(200);
  });

  test('with a code come later, as a failed status, when that is asked for', async () => {
    await ask('say', { phone, text: 'hola' });
    await ask('faults/next', { fault: 'fail:131049' });
    expect((await send()).status).toBe(200);
    await until(() => service.statuses().length === 1, 'the failure');
    expect(service.statuses()[0]).toMatchObject({ status: 'failed', errors: [{ code: 131049 }] });
    const { lost } = (await ask(`thread?phone=${phone}`)).body;
    expect(lost).toMatchObject([{ text: 'Hola', code: 131049 }]);
  });

  test('with a code come after the message was sent, when that is asked for', async () => {
    await ask('say', { phone, text: 'hola' });
    await ask('faults/next', { fault: 'failLate:131026' });
    await send();
    expect(await service.standIn.settled(3000)).toBe(true);
    expect(service.statuses()).toMatchObject([{ status: 'sent' }, { status: 'failed', errors: [{ code: 131026 }] }]);
    expect(service.statuses()[0]).not.toHaveProperty('errors');
    expect((await ask(`thread?phone=${phone}`)).body.lost).toMatchObject([{ text: 'Hola', code: 131026 }]);
  });

  test('of the statuses twist their order and number', async () => {
    await ask('say', { phone, text: 'hola' });
    await ask('faults/next', { fault: 'statusesMixed' });
    await send();
    expect(await service.standIn.settled(3000)).toBe(true);
    expect(service.statuses().map(({ status }) => status)).toEqual(['read', 'delivered', 'sent']);
    await ask('faults/next', { fault: 'statusesTwice' });
    await send();
    expect(await service.standIn.settled(3000)).toBe(true);
    expect(service.statuses()).toHaveLength(9);
  });

  test('drawn by shares can be read back', async () => {
    await ask('faults', { shares: { 'refuse:131056': 1 }, latencyMs: [1, 2] });
    expect((await ask('faults')).body).toEqual({
      shares: { 'refuse:131056': 1 },
      slowMs: 2000,
      latencyMs: [1, 2],
    });
    await ask('say', { phone, text: 'hola' });
    expect((await send()).json.error.code).toBe(131056);
  });

  test('trickle in as a slow loris', async () => {
    await ask('say', { phone, text: 'hola' });
    await ask('faults', { shares: { slowLoris: 1 }, slowMs: 200 });
    const began = Date.now();
    expect((await send()).json.messages).toHaveLength(1);
    expect(Date.now() - began).toBeGreaterThanOrEqual(180);
  });

  test.each([
    ['faults/next', { fault: 'explode' }],
    ['faults/next', { fault: 'refuse:999999' }],
    ['faults', { shares: { html: 2 } }],
  ])('%s with %j is refused', async (path, body) => {
    expect((await ask(path, body)).status).toBe(400);
  });
});

describe('what people send', () => {
  const things: [object, object][] = [
    [{ kind: 'audio' }, { type: 'audio', audio: { voice: true } }],
    [{ kind: 'audio', isFile: true, withUrl: true }, { audio: { voice: false, url: expect.stringMatching(/^http/) } }],
    [
      { kind: 'document', filename: 'a.pdf' },
      { type: 'document', document: { filename: 'a.pdf', mime_type: 'application/pdf' } },
    ],
    [{ kind: 'sticker' }, { sticker: { animated: false } }],
    [{ kind: 'location', latitude: 4.6, longitude: -74.1 }, { location: { latitude: 4.6, longitude: -74.1 } }],
    [
      { kind: 'contact', name: 'Ana', phone, isAnswer: true },
      { type: 'contacts', origin: 'contact_request' },
    ],
    [
      { kind: 'contact', name: 'Ana', phone },
      { type: 'contacts', origin: 'other' },
    ],
    [{ kind: 'reaction', emoji: '👍' }, { reaction: { emoji: '👍' } }],
    [{ kind: 'flowReply', response: '{"a":1}' }, { interactive: { nfm_reply: { response_json: '{"a":1}' } } }],
    [
      { kind: 'edit', text: 'Hola' },
      { type: 'edit', edit: { message: { text: { body: 'Hola' } } } },
    ],
    [{ kind: 'revoke' }, { type: 'revoke', revoke: { original_message_id: expect.any(String) } }],
    [{ kind: 'order' }, { order: { product_items: [{ quantity: 1 }] } }],
    [{ kind: 'welcome' }, { type: 'request_welcome' }],
    [{ kind: 'brokenReply' }, { type: 'interactive', errors: [{ code: 131000 }] }],
    [{ kind: 'newDevice' }, { type: 'system', system: { type: 'user_identity_changed' } }],
    [{ kind: 'unsupported', what: 'poll_creation' }, { unsupported: { type: 'poll_creation' } }],
  ];

  test.each(things)('%j comes as %j', async (thing, expected) => {
    await ask('say', { phone, text: 'hola' });
    expect((await ask('send', { phone, thing })).status).toBe(200);
    await until(() => service.messages().length === 2, 'the message');
    expect(service.messages()[1]).toMatchObject(expected);
  });

  test('may have been forwarded, or come by an advertisement', async () => {
    const referral = { source_type: 'ad', source_id: '1', headline: 'Clases' };
    await ask('say', { phone, text: 'hola', around: { forwarded: 'often', referral } });
    await until(() => service.messages().length === 1, 'the message');
    expect(service.messages()[0]).toMatchObject({ context: { frequently_forwarded: true }, referral });
  });

  test('is not all that a webhook may bring', async () => {
    await ask('event', { field: 'account_alerts', value: { alert_info: { alert_type: 'X' } } });
    await until(() => service.arrived.length === 1, 'the event');
    expect(service.arrived[0]).toMatchObject({
      isSigned: true,
      value: { entry: [{ changes: [{ field: 'account_alerts', value: { alert_info: { alert_type: 'X' } } }] }] },
    });
  });
});

describe('people', () => {
  test('are opened, changed and moved', async () => {
    await ask('person', { name: 'Ana', phone, bsuid: 'CO.1', hidesPhone: true, username: '@ana', windowOpen: true });
    expect((await ask('people')).body.people).toMatchObject([
      { name: 'Ana', hidesPhone: true, username: '@ana', reach: 'online', lastHeard: expect.any(Number) },
    ]);
    const moved = await ask('identity', { phone, act: 'changeNumber', to: '573009998877' });
    expect(moved.body).toMatchObject({ name: 'Ana', phone: '573009998877' });
    const other = await ask('identity', { phone: '573009998877', act: 'giveNumberTo', to: 'Eva' });
    expect(other.body).toMatchObject({ name: 'Eva', phone: '573009998877' });
    const nothingToGive = await ask('identity', { bsuid: 'CO.77', act: 'giveNumberTo', to: 'Eva' });
    expect(nothingToGive.status).toBe(409);
  });
});

describe('whoever asks', () => {
  test('for a route there is not, or with what it does not take, is told so, and not in Meta’s words', async () => {
    expect(await ask('nope')).toEqual({ status: 404, body: { error: 'no_such_route' } });
    expect(await ask('say')).toEqual({ status: 405, body: { error: 'no_such_method' } });
    const { status, body } = await ask('say', { phone: 5, text: 'hola' });
    expect(status).toBe(400);
    expect(body).toEqual({ error: 'malformed', what: [expect.stringMatching(/^phone: /)] });
    expect((await ask('tap', { phone, choice: 'Sí' })).body.error).toMatch(/^She sees nothing to tap/);
  });

  test('has the bot’s webhook verified as Meta does when it is configured', async () => {
    expect(await ask('verify', {})).toEqual({ status: 200, body: { verified: true } });
  });
});
