import { homeRoutes } from '../../src/http/pages';
import { exchange, serve, stopAll } from './httpServer';

afterEach(stopAll);

async function home(options: Parameters<typeof homeRoutes>[0]) {
  const { url, port } = await serve(homeRoutes(options));
  const answer = await fetch(`${url}/acerca`);
  return { url, port, answer, page: await answer.text() };
}

test('with the simulated phone on, the page leads to it', async () => {
  const { page } = await home({ phone: true });
  expect(page).toContain('href="/phone"');
  expect(page).not.toContain('número de WhatsApp');
  expect(page).not.toMatch(/<!-- |\{\{/);
});

test('with WhatsApp on, it does not', async () => {
  const { page } = await home({ phone: false });
  expect(page).not.toContain('/phone');
  expect(page).toContain('número de WhatsApp');
  expect(page).not.toMatch(/<!-- |\{\{/);
});

test('the page is in Spanish, leads to the health pages and says how to export', async () => {
  const { page } = await home({ phone: true });
  expect(page).toContain('<html lang="es">');
  for (const path of ['/healthz', '/readyz', '/metrics']) expect(page).toContain(`href="${path}"`);
  expect(page).toContain('npm run admin -- export attendance');
  expect(page).toContain('/admin/exports/attendance.csv?from=');
});

test('the page asks nobody else for anything, and its policy lets it ask only for what it has', async () => {
  const { url, answer, page } = await home({ phone: true });
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(answer.headers.get('content-security-policy')).toMatch(
    /^default-src 'none'; style-src 'self'; img-src 'self';/,
  );
  expect(page).not.toMatch(/(src|href)="(https?:)?\/\//);
  expect(page).not.toMatch(/<script|<style| style=| on\w+=/);
  const asked = [...page.matchAll(/(?:src|<link[^>]*href)="([^"]+)"/g)].map(([, path]) => path);
  expect(asked).toEqual(['/home.svg', '/home.css', '/home.svg']);
  const types = await Promise.all(asked.map(async (path) => (await fetch(url + path)).headers.get('content-type')));
  expect(types).toEqual(['image/svg+xml', 'text/css; charset=utf-8', 'image/svg+xml']);
});

test('a browser that has the style or the picture is not sent it again, and gets it compressed the first time', async () => {
  const { url } = await home({ phone: true });
  for (const path of ['/home.css', '/home.svg']) {
    const first = await fetch(url + path, { headers: { 'accept-encoding': 'br' } });
    const tag = first.headers.get('etag') ?? '';
    expect(first.headers.get('content-encoding')).toBe('br');
    expect(tag).toMatch(/^"[\w-]{16}"$/);
    expect((await fetch(url + path, { headers: { 'if-none-match': tag } })).status).toBe(304);
    expect((await fetch(url + path, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  }
});

test('the address in the example is the public one, else the one asked for', async () => {
  expect((await home({ phone: true, publicUrl: 'https://relevo.example' })).page).toContain(
    '"https://relevo.example/admin/exports',
  );
  const { page, port } = await home({ phone: true });
  expect(page).toContain(`"http://127.0.0.1:${port}/admin/exports`);
});

test('a Host with markup does not reach the page', async () => {
  const { port } = await home({ phone: true });
  const answer = await exchange(port, 'GET /acerca HTTP/1.1\r\nHost: "><script>\r\nConnection: close\r\n\r\n');
  expect(answer).toMatch(/^HTTP\/1.1 400 /);
  expect(answer).not.toContain('<script>');
});
