import { goOnRoutes } from '../../src/http/goOnRoutes';
import type { HttpRequest } from '../../src/http/message';

const page = async (code: string, number?: string) => {
  const request = { params: { code }, query: new URLSearchParams(), headers: {} } as unknown as HttpRequest;
  return goOnRoutes(number ? { number } : {})[0]?.answer(request);
};

test('with a number the page opens WhatsApp with the words typed, by a link and a QR code', async () => {
  const body = String((await page('48213907', '573000000000'))?.body);
  expect(body).toContain('href="https://wa.me/573000000000?text=seguir%2048213907"');
  expect(body).toContain('<svg');
  expect(body).toContain('seguir <b>48213907</b>');
});

test('without one it says what to send', async () => {
  const body = String((await page('48213907'))?.body);
  expect(body).not.toContain('wa.me');
  expect(body).toContain('seguir <b>48213907</b>');
});

test.each(['', '1234', '<script>', '482139071'])('a code like "%s" is none', async (code) => {
  expect((await page(code))?.status).toBe(404);
});
