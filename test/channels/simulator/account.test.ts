import { controlRoutes } from '../../../src/channels/whatsapp/simulator/control/controlRoutes';
import { rsaPair } from '../../setup/rsaPair';
import { type EchoService, type Item, openEchoService, secrets, until } from './echoService';

const account = '102290129340398';
let service: EchoService;
beforeEach(async () => {
  service = await openEchoService({ window: 'off', routes: controlRoutes });
});
afterEach(() => service.close());

type Answer = { status: number; body: Item };
async function graph(path: string, method = 'GET', body?: object | FormData): Promise<Answer> {
  const isForm = body instanceof FormData;
  const response = await fetch(`${service.standIn.url}/v25.0/${path}`, {
    method,
    headers: { authorization: `Bearer ${secrets.accessToken}`, ...(!isForm && { 'content-type': 'application/json' }) },
    ...(body && { body: isForm ? body : JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}
async function control(path: string, body: object): Promise<number> {
  const headers = { 'content-type': 'application/json' };
  const url = `${service.standIn.url}/simulator/${path}`;
  return (await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })).status;
}
const post = (path: string, body: object | FormData) => graph(path, 'POST', body);

describe('templates', () => {
  const draft = {
    name: 'class_reminder',
    language: 'es_CO',
    category: 'UTILITY',
    parameter_format: 'NAMED',
    components: [
      {
        type: 'BODY',
        text: 'Hola {{name}}, hay clase.',
        example: { body_text_named_params: [{ param_name: 'name', example: 'Ana' }] },
      },
      { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Voy' }] },
    ],
  };
  const sent = (more: object[] = []) => ({
    to: '573001112233',
    type: 'template',
    template: {
      name: 'class_reminder',
      language: { code: 'es_CO' },
      components: [{ type: 'body', parameters: [{ type: 'text', parameter_name: 'name', text: 'Ana' }] }, ...more],
    },
  });
  const button = (index: string, payload: string) => ({
    type: 'button',
    sub_type: 'quick_reply',
    index,
    parameters: [{ type: 'payload', payload }],
  });

  test('wait for approval, may then be sent, and not while they are paused', async () => {
    expect((await post(`${account}/message_templates`, draft)).body).toMatchObject({ status: 'PENDING' });
    expect((await service.send(sent())).json.error.code).toBe(132001);
    expect(await control('template', { name: 'class_reminder', status: 'APPROVED' })).toBe(200);
    expect((await service.send(sent([button('0', 'go')]))).status).toBe(200);
    await control('template', { name: 'class_reminder', status: 'PAUSED' });
    expect((await service.send(sent())).json.error.code).toBe(132015);
    await control('template', { name: 'class_reminder', status: 'DISABLED' });
    expect((await service.send(sent())).json.error.code).toBe(132016);
    await until(() => service.arrived.length === 3, 'three verdicts');
    const changes = service.arrived.map(({ value }) => (value as Item).entry[0].changes[0]);
    expect(changes[1]).toEqual({
      field: 'message_template_status_update',
      value: { event: 'PAUSED', message_template_name: 'class_reminder', message_template_language: 'es_CO' },
    });
  });

  test.each<[string, object[], number]>([
    ['a button that it does not have', [button('1', 'go')], 132018],
    ['an empty payload', [button('0', '')], 131009],
    ['a payload over 128 characters', [button('0', 'x'.repeat(129))], 131009],
    ['a header that it does not have', [{ type: 'header', parameters: [{ type: 'text', text: 'x' }] }], 132012],
  ])('are refused with %s', async (_, more, code) => {
    await post(`${account}/message_templates`, draft);
    await control('template', { name: 'class_reminder', status: 'APPROVED' });
    expect((await service.send(sent(more))).json.error.code).toBe(code);
  });

  test('are listed page by page, and deleted by name', async () => {
    for (const language of ['es', 'es_CO', 'en']) await post(`${account}/message_templates`, { ...draft, language });
    const first = (await graph(`${account}/message_templates?limit=2`)).body;
    expect(first.data.map(({ language }: Item) => language)).toEqual(['es', 'es_CO']);
    expect(first.data[0]).toMatchObject({ status: 'PENDING', category: 'UTILITY', components: [{ type: 'BODY' }, {}] });
    const next = (await graph(`${account}/message_templates?limit=2&after=${first.paging.cursors.after}`)).body;
    expect(next.data).toHaveLength(1);
    expect(next.paging.next).toBeUndefined();
    await graph(`${account}/message_templates?name=class_reminder`, 'DELETE');
    expect((await graph(`${account}/message_templates`)).body.data).toEqual([]);
    expect((await graph(`${account}/message_templates?name=nothing`, 'DELETE')).status).toBe(400);
  });

  test.each([
    ['a name in capitals', { name: 'Reminder' }],
    ['a language that is none', { language: 'spanish' }],
    ['another category', { category: 'NEWS' }],
    ['no text', { components: [] }],
    ['a variable at its end', { components: [{ type: 'BODY', text: 'Hola {{name}}' }] }],
    ['a variable without example', { components: [{ type: 'BODY', text: 'Hola {{name}}.' }] }],
  ])('are refused with %s', async (_, more) => {
    expect((await post(`${account}/message_templates`, { ...draft, ...more })).body.error.code).toBe(100);
  });
});

describe('forms', () => {
  const screen = { id: 'REGISTER', terminal: true, layout: { children: [{ type: 'Footer', label: 'Enviar' }] } };
  const json = (more: object = {}) => JSON.stringify({ version: '7.3', screens: [{ ...screen, ...more }] });
  const message = (id: string, mode = 'published') => ({
    to: '573001112233',
    type: 'interactive',
    interactive: {
      type: 'flow',
      body: { text: 'Regístrese' },
      action: {
        name: 'flow',
        parameters: { flow_message_version: '3', flow_id: id, flow_cta: 'Registrarme', flow_token: 't', mode },
      },
    },
  });

  test('are drafted, uploaded, published and sent', async () => {
    const { body } = await post(`${account}/flows`, { name: 'registration', categories: ['SIGN_UP'] });
    const form = new FormData();
    form.set('name', 'flow.json');
    form.set('asset_type', 'FLOW_JSON');
    form.set('file', new Blob([json()], { type: 'application/json' }), 'flow.json');
    expect((await post(`${body.id}/assets`, form)).body).toEqual({ success: true, validation_errors: [] });
    expect((await service.send(message(body.id))).json.error.code).toBe(132068);
    expect((await service.send(message(body.id, 'draft'))).status).toBe(200);
    expect((await post(`${body.id}/publish`, {})).body).toEqual({ success: true });
    expect((await service.send(message(body.id))).status).toBe(200);
    expect((await graph(`${body.id}`)).body).toMatchObject({ status: 'PUBLISHED', json_version: '7.3' });
    expect((await graph(`${account}/flows`)).body.data).toMatchObject([{ name: 'registration', status: 'PUBLISHED' }]);
    expect((await post(`${body.id}/assets`, form)).status).toBe(400);
    expect((await graph(body.id, 'DELETE')).status).toBe(400);
    expect((await post(`${body.id}/deprecate`, {})).body).toEqual({ success: true });
  });

  test.each([
    ['a screen whose id has digits', json({ id: 'SCREEN1' }), 'letters'],
    ['no Footer on its last screen', json({ layout: { children: [] } }), 'Footer'],
    ['no last screen', json({ terminal: false }), 'terminal'],
    ['no JSON', '{', 'JSON'],
  ])('with %s are taken with their faults, and cannot be published', async (_, flow_json, word) => {
    const { status, body } = await post(`${account}/flows`, { name: 'x', categories: ['OTHER'], flow_json });
    expect([status, body.success]).toEqual([200, true]);
    expect(JSON.stringify(body.validation_errors)).toContain(word);
    expect((await post(`${body.id}/publish`, {})).status).toBe(400);
  });

  test('have names that are not taken yet', async () => {
    await post(`${account}/flows`, { name: 'x', categories: ['OTHER'] });
    const again = await post(`${account}/flows`, { name: 'x', categories: ['OTHER'] });
    expect(again.body.error).toMatchObject({ code: 100, error_subcode: 4016019 });
    expect((await service.send(message('404'))).json.error.code).toBe(131009);
  });
});

describe('the account', () => {
  test('shows how healthy its number is', async () => {
    const path = `${secrets.phoneNumberId}?fields=health_status,quality_rating,throughput`;
    expect((await graph(path)).body).toMatchObject({ health_status: { can_send_message: 'AVAILABLE' } });
    await control('account', { health: 'BLOCKED' });
    expect((await graph(path)).body).toMatchObject({
      quality_rating: 'RED',
      health_status: { can_send_message: 'BLOCKED' },
    });
  });

  test('tells what its token may do, and refuses it once it is dead', async () => {
    const check = () => graph(`debug_token?input_token=${secrets.accessToken}`);
    expect((await check()).body.data).toMatchObject({ is_valid: true, expires_at: 0 });
    await control('account', { tokenDiesInMs: 3_600_000 });
    expect((await check()).body.data.expires_at).toBeGreaterThan(Date.now() / 1000);
    await control('clock', { advanceMs: 3_700_000 });
    const dead = await service.send({ to: '573001112233', text: { body: 'Hola' } });
    expect(dead).toMatchObject({ status: 401, json: { error: { code: 190, error_subcode: 463 } } });
  });

  test('subscribes and unsubscribes our app', async () => {
    expect((await graph(`${account}/subscribed_apps`)).body.data).toHaveLength(1);
    await graph(`${account}/subscribed_apps`, 'DELETE');
    expect((await graph(`${account}/subscribed_apps`)).body.data).toEqual([]);
    expect((await post(`${account}/subscribed_apps`, {})).body).toEqual({ success: true });
  });

  test('tells the history of a message', async () => {
    await service.close();
    service = await openEchoService({ window: 'off', statuses: 'all', routes: controlRoutes });
    const { json } = await service.send({ to: '573001112233', text: { body: 'Hola' } });
    expect(await service.standIn.settled(3000)).toBe(true);
    const path = `${secrets.phoneNumberId}/message_history?message_id=`;
    const { data } = (await graph(`${path}${encodeURIComponent(json.messages[0].id)}`)).body;
    const names = data[0].events.data.map((event: Item) => event.delivery_status);
    expect(names).toEqual(['SENT', 'DELIVERED', 'READ']);
    expect((await graph(`${path}wamid.x`)).body.error).toMatchObject({ code: 100, error_subcode: 33 });
  });
});

describe('the key that forms with an endpoint are encrypted for', () => {
  const pem = (modulusLength: number) => rsaPair(modulusLength).publicKey;
  const path = `${secrets.phoneNumberId}/whatsapp_business_encryption`;

  test('is taken as a form or as JSON, and shown', async () => {
    expect((await graph(path)).body).toEqual({ data: [] });
    const key = pem(2048);
    const form = new FormData();
    form.set('business_public_key', key);
    expect((await post(path, form)).body).toEqual({ success: true });
    expect((await post(path, { business_public_key: key })).body).toEqual({ success: true });
    expect((await graph(path)).body).toEqual({
      data: [{ business_public_key: key, business_public_key_signature_status: 'VALID' }],
    });
  });

  test('is refused if it is none', async () => {
    for (const key of ['', 'x', pem(1024)])
      expect(await post(path, { business_public_key: key })).toMatchObject({
        status: 400,
        body: { error: { code: 100 } },
      });
  });
});
