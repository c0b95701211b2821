import { request as httpRequest } from 'node:http';
import { controlRoutes } from '../../../src/channels/whatsapp/simulator/control/controlRoutes';
import { phoneRoutes } from '../../../src/channels/whatsapp/simulator/phoneRoutes';
import { type EchoService, type Item, openEchoService, until } from './echoService';

let service: EchoService;
beforeEach(async () => {
  service = await openEchoService(
    { verifiedName: 'Relevo' },
    {
      routes: (standIn) => [...phoneRoutes(standIn), ...controlRoutes(standIn)],
      reply: (item) => ({ to: item.from, text: { body: `Dijo: ${item.text?.body ?? item.type}` } }),
    },
  );
  service.standIn.person({ name: 'Ana Ruiz', phone: '573001112233', label: 'cuidadora' });
});
afterEach(() => service.close());

async function get(path: string): Promise<Item> {
  return (await fetch(service.url + path)).json();
}

async function post(
  path: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<{ status: number; json: Item }> {
  const response = await fetch(service.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, json: await response.json() };
}

// fetch does not let us forge these headers.
function forgedPost(headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(`${service.url}/phone/say`, { method: 'POST', headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.on('error', reject);
    request.end(JSON.stringify({ person: 'p1', text: 'hola' }));
  });
}

describe('the page', () => {
  test('and every file it names are served, and forbid whatever is not ours', async () => {
    const response = await fetch(`${service.url}/phone`);
    const html = await response.text();
    expect(response.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:/,
    );
    expect(html).not.toMatch(/<style|style=|<script>|\son\w+=|https?:\/\//);
    const files = [...html.matchAll(/(?:src|href)="(\/phone\/[^"]+)"/g)].map(([, path]) => path);
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) expect((await fetch(service.url + file)).status).toBe(200);
  });

  test('modules import only what is served', async () => {
    const seen = new Set(['/phone/phone.js']);
    for (const path of seen) {
      const response = await fetch(service.url + path);
      expect([path, response.status, response.headers.get('content-type')]).toEqual([
        path,
        200,
        'text/javascript; charset=utf-8',
      ]);
      for (const [, name] of (await response.text()).matchAll(/from '\.\/(\w+\.js)'/g)) seen.add(`/phone/${name}`);
    }
    expect(seen.size).toBeGreaterThan(4);
  });
});

describe('the phones', () => {
  test('are listed with the name of the business; strangers we wrote to are not', async () => {
    await service.send({ to: '573009990000', text: { body: 'hola' } });
    expect(await get('/phone/people')).toMatchObject({
      contact: 'Relevo',
      people: [{ id: 'p1', name: 'Ana Ruiz', label: 'cuidadora', phone: '573001112233' }],
    });
  });

  test('can be opened, with a number or hiding it', async () => {
    const { status, json } = await post('/phone/people', { name: ' Eva ' });
    expect([status, json]).toEqual([
      201,
      { id: 'p2', name: 'Eva', label: '', phone: expect.stringMatching(/^57300\d{7}$/) },
    ]);
    expect((await post('/phone/people', { name: 'Luz', hidesNumber: true })).json.phone).toBe('');
    await post('/phone/say', { person: 'p3', text: 'hola' });
    await until(() => service.messages().length === 1, 'her message');
    expect(service.messages()[0]).toMatchObject({ from_user_id: expect.stringMatching(/^CO\.\d+$/) });
    expect((await post('/phone/people', { name: '' })).status).toBe(400);
  });
});

describe('the talk', () => {
  test('goes out by say and comes back by thread, from the cursor on', async () => {
    const start = await get('/phone/thread?person=p1');
    expect(start.phones).toMatchObject([{ person: 'p1', typingMs: 0, bubbles: [], lost: [], state: { windowMs: 0 } }]);
    await post('/phone/say', { person: 'p1', text: '  hola ' });
    await service.standIn.personById('p1')?.nextReply();
    const after = await get(`/phone/thread?person=p1&after=${start.cursor}`);
    expect(after.phones[0].bubbles.map(({ direction, text }: Item) => [direction, text])).toEqual([
      ['inbound', 'hola'],
      ['outbound', 'Dijo: hola'],
    ]);
    await service.standIn.settled(1000);
    const { cursor } = await get('/phone/thread?person=p1');
    await post('/phone/say', { person: 'p1', text: 'otra' });
    const more = await get(`/phone/thread?person=p1&after=${cursor}`);
    expect(more.phones[0].bubbles.map(({ n }: Item) => n)).toEqual(expect.arrayContaining([3]));
    expect(more.phones[0].bubbles.map(({ n }: Item) => n)).not.toContain(1);
  });

  test('a waiting thread answers as soon as something comes, and at the latest after two seconds', async () => {
    const { cursor } = await get('/phone/thread?person=p1');
    const began = Date.now();
    const waiting = get(`/phone/thread?person=p1&after=${cursor}`);
    setTimeout(() => service.standIn.personById('p1')?.says('hola'), 100);
    expect((await waiting).phones).toHaveLength(1);
    expect(Date.now() - began).toBeLessThan(1500);
    await service.standIn.settled(1000);
    await service.standIn.personById('p1')?.nextReply();
    const next = await get('/phone/thread?person=p1');
    const quiet = Date.now();
    expect((await get(`/phone/thread?person=p1&after=${next.cursor}`)).phones).toEqual([]);
    expect(Date.now() - quiet).toBeGreaterThan(1900);
    expect(Date.now() - quiet).toBeLessThan(4000);
  });

  test('a cursor of another run counts for nothing', async () => {
    await post('/phone/say', { person: 'p1', text: 'hola' });
    const { phones, run } = await get('/phone/thread?person=p1&after=other.999999');
    expect(phones[0].bubbles.length).toBeGreaterThan(0);
    expect(run).toBe(service.standIn.threads.run);
  });

  test('release lets go of whoever waits', async () => {
    const { cursor } = await get('/phone/thread?person=p1');
    const began = Date.now();
    const waiting = get(`/phone/thread?person=p1&after=${cursor}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    service.standIn.release();
    await waiting;
    expect(Date.now() - began).toBeLessThan(1000);
  });

  test('a tap goes to the message it is on; what is not there is refused', async () => {
    service.standIn.personById('p1')?.says('hola');
    const { json } = await service.send({
      to: '573001112233',
      type: 'interactive',
      interactive: {
        type: 'button',
        body: { text: '¿Viene?' },
        action: { buttons: [{ type: 'reply', reply: { id: 'y', title: 'Sí' } }] },
      },
    });
    const of = json.messages[0].id;
    expect((await post('/phone/tap', { person: 'p1', choice: 'y', of })).status).toBe(200);
    expect((await post('/phone/tap', { person: 'p1', choice: 'z', of })).status).toBe(404);
    await until(() => service.messages().length === 2, 'the tap');
    expect(service.messages()[1]).toMatchObject({ interactive: { button_reply: { id: 'y' } }, context: { id: of } });
  });

  test('a voice note, a photo and a place can be sent', async () => {
    for (const thing of [
      { kind: 'audio' },
      { kind: 'image' },
      { kind: 'location', latitude: 4.6, longitude: -74.1, name: 'Casa' },
    ])
      expect((await post('/phone/send', { person: 'p1', thing })).status).toBe(200);
    expect((await post('/phone/send', { person: 'p1', thing: { kind: 'bomb' } })).status).toBe(400);
    await until(() => service.messages().length === 3, 'all three');
  });

  test('nobody, nothing and too much are refused', async () => {
    expect((await post('/phone/say', { person: 'p9', text: 'hola' })).status).toBe(404);
    expect((await post('/phone/say', { person: 'p1', text: ' ' })).status).toBe(400);
    expect((await post('/phone/say', { person: 'p1', text: 'x'.repeat(4097) })).status).toBe(400);
  });
});

describe('other sites', () => {
  const host = () => new URL(service.url).host;

  test.each([
    ['a form', { 'content-type': 'text/plain' }, 415],
    ['a foreign origin', { 'content-type': 'application/json', origin: 'https://evil.example' }, 403],
    ['an opaque origin', { 'content-type': 'application/json', origin: 'null' }, 403],
    ['a foreign fetch', { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' }, 403],
  ])('cannot write by %s', async (_, headers, status) => {
    expect(await forgedPost(headers)).toBe(status);
    expect(service.standIn.personById('p1')?.thread()).toEqual([]);
  });

  test('our own page can', async () => {
    const headers = { 'content-type': 'application/json', origin: `http://${host()}`, 'sec-fetch-site': 'same-origin' };
    expect(await forgedPost(headers)).toBe(200);
  });
});

describe('another process', () => {
  test('lets people write and tap, reads the ledger from where it was, and changes the faults', async () => {
    await post('/simulator/say', { name: 'Eva', phone: '573004445566', text: 'hola' });
    await until(() => service.standIn.ledger().totals.accepted === 1, 'the reply');
    expect(await get('/simulator/ledger?after=0')).toMatchObject({
      accepted: [{ order: 1, body: { to: '573004445566' } }],
    });
    expect(await get('/simulator/ledger?after=1')).toMatchObject({ accepted: [], totals: { accepted: 1 } });
    expect(await get('/simulator/thread?phone=573004445566')).toMatchObject({
      bubbles: [{ text: 'hola' }, { text: 'Dijo: hola' }],
    });
    expect((await post('/simulator/tap', { phone: '573004445566', choice: 'x' })).status).toBe(404);
    expect(await get('/simulator/figures')).toMatchObject({
      people: 2,
      totals: { accepted: 1 },
      webhooks: { answered200: 1 },
    });
    expect((await post('/simulator/faults', { shares: { refuse500: 1 } })).status).toBe(200);
    expect((await service.send({ to: '573004445566', text: { body: 'x' } })).status).toBe(500);
    expect((await post('/simulator/faults', { shares: { explode: 1 } })).status).toBe(400);
  });
});
