import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { type ChatPage, chatPageRoutes } from '../../../../src/channels/webchat/pageRoutes';
import { serve, stopAll } from '../../../http/httpServer';

afterEach(stopAll);

const plain: ChatPage = { origins: [], publicUrl: undefined, locale: 'es', phone: false };

async function opened(page: Partial<ChatPage> = {}) {
  const { url, port } = await serve(chatPageRoutes({ ...plain, ...page }));
  const get = (path: string, headers: Record<string, string> = {}) => fetch(url + path, { headers });
  const assets = async () =>
    [...(await (await get('/')).text()).matchAll(/"(\/chat\/[^"]+)"/g)].map(([, at = '']) => at);
  return { url, port, get, assets };
}

/** An answer as it comes over the wire. */
async function raw(port: number, path: string, encodings: string): Promise<{ encoding?: string; body: Buffer }> {
  const asked = get({ port, path, host: '127.0.0.1', headers: { 'accept-encoding': encodings } });
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  const encoding = answer.headers['content-encoding'];
  return { body: Buffer.concat(await answer.toArray()), ...(encoding && { encoding }) };
}

test.each([
  ['', 'es-CO,es;q=0.9,en;q=0.8', 'es'],
  ['', 'en-GB', 'en'],
  ['?lang=en', 'es-CO', 'en'],
  ['?lang=es', 'en', 'es'],
  ['?lang=fr', 'de,it', 'es'],
])('for "%s" and a browser in %s the page is in "%s"', async (query, accepted, language) => {
  const { get } = await opened();
  const page = await (await get(`/${query}`, { 'accept-language': accepted })).text();
  expect(page).toContain(`<html lang="${language}">`);
  expect(page).toContain(language === 'es' ? 'lang="en" hreflang="en">English' : 'lang="es" hreflang="es">Español');
  expect(page).not.toMatch(/\{\{|<!-- /);
});

test('without scripts there is a kind word and WhatsApp, in the demo the simulated phone, else the word alone', async () => {
  const unscripted = async (page: Partial<ChatPage>) => {
    const { get } = await opened(page);
    return /<noscript>([\s\S]*)<\/noscript>/.exec(await (await get('/')).text())?.[1] ?? '';
  };
  const [whatsapp, demo, neither] = await Promise.all([
    unscripted({ number: '573000000000' }),
    unscripted({ phone: true }),
    unscripted({}),
  ]);
  expect(whatsapp).toContain('https://wa.me/573000000000?text=hola');
  expect(demo).toContain('href="/phone"');
  expect(neither).toContain('le atendemos con gusto');
  expect(neither).not.toContain('<a ');
});

test('page, style and script weigh less than 15 KB together, as a browser is sent them', async () => {
  const { port, assets } = await opened();
  const weights = await Promise.all(
    ['/', ...(await assets())].map(async (path) => {
      const [zipped, plainly] = await Promise.all([raw(port, path, 'gzip'), raw(port, path, 'identity')]);
      expect(zipped.encoding).toBe('gzip');
      expect(gunzipSync(zipped.body)).toEqual(plainly.body);
      return zipped.body.length;
    }),
  );
  expect(weights).toHaveLength(3);
  expect(weights.reduce((sum, one) => sum + one)).toBeLessThan(15_000);
});

test('a browser that takes brotli is sent that; one that takes neither, the plain text', async () => {
  const { port } = await opened();
  const [brotli, none] = await Promise.all([raw(port, '/', 'gzip, deflate, br'), raw(port, '/', 'br;q=0')]);
  expect(brotli.encoding).toBe('br');
  expect(none.encoding).toBeUndefined();
  expect(brotliDecompressSync(brotli.body)).toEqual(none.body);
});

test('style and script are kept for ever under their version; another version is given what there is', async () => {
  const { get, assets } = await opened();
  for (const path of await assets()) {
    expect((await get(path)).headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const old = await get(path.replace(/chat\/[^/]+/, 'chat/old'));
    expect([old.status, old.headers.get('cache-control')]).toEqual([200, 'no-cache']);
  }
});

test('a page that a browser has already is not sent again', async () => {
  const { get } = await opened();
  for (const path of ['/', '/embed.js']) {
    const etag = (await get(path)).headers.get('etag') ?? '';
    const again = await get(path, { 'if-none-match': etag });
    expect([again.status, await again.text()]).toEqual([304, '']);
  }
});

test('the policy lets the page load what is ours, reach our sockets, and stand in frames of the origins allowed', async () => {
  const policyOf = async (page: Partial<ChatPage>) => {
    const { get, port } = await opened(page);
    return { port, policy: (await get('/')).headers.get('content-security-policy') ?? '' };
  };
  const alone = await policyOf({});
  expect(alone.policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';/);
  expect(alone.policy).toContain(`connect-src 'self' ws://127.0.0.1:${alone.port};`);
  expect(alone.policy).toMatch(/frame-ancestors 'none'$/);
  const framed = await policyOf({ origins: ['https://www.city.example'], publicUrl: 'https://chat.example/relevo' });
  expect(framed.policy).toContain("connect-src 'self' wss://chat.example;");
  expect(framed.policy).toMatch(/frame-ancestors https:\/\/www\.city\.example$/);
});

test('nothing on the page comes from anywhere else, and no markup holds script or style', async () => {
  const { get, assets } = await opened();
  const page = await (await get('/')).text();
  expect(page).not.toMatch(/(src|href)="(https?:)?\/\//);
  expect(page).not.toMatch(/<style| style=| on\w+=/);
  for (const path of await assets())
    expect(await (await get(path)).text()).not.toMatch(/url\(|@import|\bimport\b.*from/);
  expect((await assets()).map((path) => path.slice(-4)).sort()).toEqual(['.css', 't.js']);
});
