import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EchoService, type Item, openEchoService, secrets } from './echoService';

// Each kind of message at Meta's limits, and one step beyond, written down by hand from Meta's pages.
type Contract = { kind: string; at: object[]; beyond: { why: string; code: number; body: object }[] };
const contracts: Contract[] = JSON.parse(readFileSync(join(__dirname, 'contract.json'), 'utf8'), (_, value) => {
  const [, length] = /^x\*(\d+)$/.exec(typeof value === 'string' ? value : '') ?? [];
  return length === undefined ? value : 'x'.repeat(Number(length));
});

let service: EchoService;
beforeAll(async () => {
  service = await openEchoService({ window: 'off', limits: false, listBody: 1024 });
});
afterAll(() => service.close());

async function upload(type: string, size: number): Promise<{ status: number; json: Item }> {
  const form = new FormData();
  form.set('messaging_product', 'whatsapp');
  form.set('type', type);
  form.set('file', new Blob([new Uint8Array(size)], { type }), 'file');
  const headers = { authorization: `Bearer ${secrets.accessToken}` };
  const url = `${service.standIn.url}/v25.0/${secrets.phoneNumberId}/media`;
  const response = await fetch(url, { method: 'POST', headers, body: form });
  return { status: response.status, json: await response.json() };
}

describe.each(contracts)('$kind', ({ kind, at, beyond }) => {
  test.each(at.map((body, n) => [n, body] as const))('number %i, at the limits, is taken', async (_, body) => {
    const { status, json } = await service.send({ to: '573001112233', type: kind, [kind]: body });
    expect([status, json.error]).toEqual([200, undefined]);
    expect(json.messages[0].id).toMatch(/^wamid\./);
  });

  test.each(beyond)('is refused with $code for $why', async ({ code, body }) => {
    const { status, json } = await service.send({ to: '573001112233', type: kind, [kind]: body });
    expect(status).toBe(400);
    expect(json.error).toMatchObject({ code, type: 'OAuthException', fbtrace_id: expect.any(String) });
    expect(json.error.error_data).toMatchObject({ messaging_product: 'whatsapp', details: expect.any(String) });
  });
});

describe('files', () => {
  test.each([
    ['audio/ogg', 16_000_000],
    ['image/jpeg', 5_000_000],
    ['video/mp4', 16_000_000],
    ['image/webp', 500_000],
    ['text/plain', 1],
    ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 1],
  ])('of %s are taken up to %i bytes', async (type, most) => {
    expect((await upload(type, most)).status).toBe(200);
    if (most > 1) expect((await upload(type, most + 1)).json.error.code).toBe(131053);
  });

  test.each(['text/csv', 'application/zip', 'image/gif', 'text/html'])('of %s are refused', async (type) => {
    const { status, json } = await upload(type, 10);
    expect([status, json.error.code]).toEqual([400, 100]);
  });

  test('are found, fetched with the token only, sent, and gone once deleted', async () => {
    const { json } = await upload('text/plain', 3);
    const headers = { authorization: `Bearer ${secrets.accessToken}` };
    const node = `${service.standIn.url}/v25.0/${json.id}`;
    const sheet = (await (await fetch(node, { headers })).json()) as Item;
    expect(sheet).toMatchObject({ mime_type: 'text/plain', file_size: 3 });
    expect((await fetch(sheet.url)).status).toBe(401);
    expect(Buffer.from(await (await fetch(sheet.url, { headers })).arrayBuffer())).toHaveLength(3);
    expect((await fetch(`${node}?phone_number_id=1`, { headers })).status).toBe(400);
    const body = { to: '573001112233', type: 'document', document: { id: json.id, filename: 'asistencia.csv' } };
    expect((await service.send(body)).status).toBe(200);
    expect(await (await fetch(node, { method: 'DELETE', headers })).json()).toEqual({ success: true });
    expect((await fetch(node, { headers })).status).toBe(400);
    expect((await service.send(body)).json.error).toMatchObject({ code: 100, error_subcode: 33 });
  });
});
