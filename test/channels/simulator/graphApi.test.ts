import { openRates } from '../../../src/channels/whatsapp/simulator/graph/rates';
import { askOf, hour, sendOf, type TestNumber, testNumber, text } from './graphNumber';

let account: TestNumber;
beforeEach(() => {
  account = testNumber();
});
const send = (body: object) => sendOf(account)(body);
const ask: ReturnType<typeof askOf> = (...args) => askOf(account)(...args);

describe('who may ask', () => {
  test.each([
    ['no token', { authorization: '' }],
    ['another token', { authorization: 'Bearer other' }],
  ])('%s is refused with 401 and code 190', async (_, headers) => {
    const { status, body } = await ask('/v25.0/106540352242922/messages', { body: {}, headers });
    expect(status).toBe(401);
    expect(body.error).toMatchObject({ code: 190, type: 'OAuthException' });
  });

  test('an unknown number is refused with 400, code 100, subcode 33', async () => {
    const { status, body } = await ask('/v25.0/999/messages', { body: { messaging_product: 'whatsapp' } });
    expect(status).toBe(400);
    expect(body.error).toMatchObject({ code: 100, error_subcode: 33, type: 'GraphMethodException' });
  });

  test('a path without a version or with an unknown edge is refused', async () => {
    expect((await ask('/106540352242922/messages', { body: {} })).body.error).toMatchObject({ code: 2500 });
    expect((await ask('/v25.0/106540352242922/other', { body: {} })).body.error).toMatchObject({ code: 2500 });
  });
});

describe('the number', () => {
  test('shows the fields that are asked for, and its id', async () => {
    const { status, body } = await ask('/v25.0/106540352242922', { query: 'fields=verified_name,quality_rating,nope' });
    expect([status, body]).toEqual([200, { verified_name: 'Relevo', quality_rating: 'GREEN', id: '106540352242922' }]);
  });
});

describe('an accepted send', () => {
  test('is answered with a wamid that holds the number, and with the contact', async () => {
    const { body } = await send(text('hola'));
    expect(body).toMatchObject({
      messaging_product: 'whatsapp',
      contacts: [{ input: '573001112233', wa_id: '573001112233' }],
    });
    const [{ id }] = body.messages as [{ id: string }];
    expect(id).toMatch(/^wamid\.HBgM[A-Za-z0-9+/]+=*$/);
    const inside = Buffer.from(id.slice(6), 'base64');
    expect([...inside.subarray(0, 3)]).toEqual([0x1c, 0x18, 12]);
    expect(inside.toString('latin1', 3, 15)).toBe('573001112233');
    expect([...inside.subarray(15, 21)]).toEqual([0x15, 0x02, 0x00, 0x11, 0x18, 20]);
    expect(inside.toString('latin1', 21, 41)).toMatch(/^[0-9A-F]{20}$/);
    expect([...inside.subarray(41)]).toEqual([0]);
  });

  test('to a business-scoped id gives user_id and no wa_id', async () => {
    const { body, sent } = await send({ to: undefined, recipient: 'CO.123', ...text('hola') });
    expect(body.contacts).toEqual([{ input: 'CO.123', user_id: 'CO.123' }]);
    expect(sent?.to).toEqual({ bsuid: 'CO.123' });
  });

  test('with both addresses goes to the phone', async () => {
    const { body, sent } = await send({ to: '+57 300 111 2233', recipient: 'CO.123', ...text('hola') });
    expect(sent?.to).toEqual({ phone: '573001112233' });
    expect(body.contacts).toEqual([{ input: '+57 300 111 2233', wa_id: '573001112233', user_id: 'CO.123' }]);
  });

  test('fills a template and says that it was accepted', async () => {
    const parameters = [
      { type: 'text', text: 'Ana' },
      { type: 'text', text: 'yoga' },
    ];
    const template = {
      name: 'class_reminder',
      language: { code: 'es_CO' },
      components: [{ type: 'body', parameters }],
    };
    const { status, body } = await send({ type: 'template', template });
    expect([status, body.messages]).toEqual([200, [{ id: expect.any(String), message_status: 'accepted' }]]);
  });
});

describe('the 24-hour window', () => {
  test('is open for exactly a day after her last message', async () => {
    account.heard = account.at - 24 * hour;
    expect((await send(text('hola'))).sent?.failure).toBeUndefined();
    account.heard = account.at - 24 * hour - 1;
    expect((await send(text('hola'))).sent?.failure).toBe(131047);
  });

  test('does not close for templates', async () => {
    account.heard = undefined;
    const parameters = [{ type: 'text', parameter_name: 'nombre', text: 'Ana' }];
    const template = { name: 'named', language: { code: 'es' }, components: [{ type: 'body', parameters }] };
    const { status, sent } = await send({ type: 'template', template });
    expect([status, sent?.failure]).toEqual([200, undefined]);
  });

  test('can refuse at once, or be off', async () => {
    account.heard = undefined;
    account.window = 'refusal';
    expect((await send(text('hola'))).body.error).toMatchObject({ code: 131047 });
    account.window = 'off';
    expect((await send(text('hola'))).sent?.failure).toBeUndefined();
  });
});

describe('speed', () => {
  beforeEach(() => {
    account.rates = openRates();
  });

  test('a person takes 45 at once, then one every six seconds', async () => {
    for (let i = 0; i < 45; i++) expect((await send(text('hola'))).status).toBe(200);
    expect((await send(text('hola'))).body.error).toMatchObject({ code: 131056 });
    expect((await send({ ...text('hola'), to: '573009998877' })).status).toBe(200);
    account.at += 5999;
    expect((await send(text('hola'))).status).toBe(400);
    account.at += 1;
    expect((await send(text('hola'))).status).toBe(200);
    expect((await send(text('hola'))).status).toBe(400);
  });

  test('the number sends 80 a second', async () => {
    const sendTo = (i: number) => send({ ...text('hola'), to: `5730000${10000 + i}` });
    for (let i = 0; i < 80; i++) expect((await sendTo(i)).status).toBe(200);
    expect((await sendTo(80)).body.error).toMatchObject({ code: 130429 });
    account.at += 1000;
    for (let i = 0; i < 80; i++) expect((await sendTo(i)).status).toBe(200);
    expect((await sendTo(80)).status).toBe(400);
  });
});

describe('reading and typing', () => {
  const read = (more: object) =>
    ask('/v25.0/106540352242922/messages', { body: { messaging_product: 'whatsapp', status: 'read', ...more } });

  test('a known message is marked as read, with or without typing', async () => {
    const typing = await read({ message_id: 'wamid.known', typing_indicator: { type: 'text' } });
    expect(typing).toEqual({
      status: 200,
      body: { success: true },
      read: { messageId: 'wamid.known', isTyping: true },
    });
    expect((await read({ message_id: 'wamid.known' })).read?.isTyping).toBe(false);
  });

  test('an unknown message or status is refused', async () => {
    expect((await read({ message_id: 'wamid.other' })).body.error).toMatchObject({ code: 131009 });
    expect((await read({ status: 'seen', message_id: 'wamid.known' })).body.error).toMatchObject({ code: 100 });
  });
});

describe('files', () => {
  async function upload(type: string, content = 'a;b') {
    const form = new FormData();
    form.set('messaging_product', 'whatsapp');
    form.set('file', new Blob([content], { type }), 'asistencia.csv');
    const wire = new Response(form);
    const headers = { 'content-type': wire.headers.get('content-type') ?? '' };
    return ask('/v25.0/106540352242922/media', { body: Buffer.from(await wire.arrayBuffer()), headers });
  }

  test('a file is taken, described for thirty days, and may be sent', async () => {
    const { status, body } = await upload('text/plain');
    expect(status).toBe(200);
    const id = String(body.id);
    const sheet = await ask(`/v25.0/${id}`);
    expect(sheet.body).toMatchObject({ id, mime_type: 'text/plain', file_size: 3, messaging_product: 'whatsapp' });
    expect((await send({ type: 'document', document: { id, filename: 'asistencia.csv' } })).status).toBe(200);
    account.at += 30 * 24 * hour;
    account.heard = account.at;
    expect((await ask(`/v25.0/${id}`)).body.error).toMatchObject({ code: 100, error_subcode: 33 });
    expect((await send({ type: 'document', document: { id } })).body.error).toMatchObject({ error_subcode: 33 });
  });

  test('text/csv is refused', async () => {
    const { status, body } = await upload('text/csv');
    expect([status, body.error]).toMatchObject([400, { code: 100 }]);
  });

  test('what is no form is refused', async () => {
    const { body } = await ask('/v25.0/106540352242922/media', { body: Buffer.from('x') });
    expect(body.error).toMatchObject({ code: 100 });
  });
});
