import { codeMinute } from '../../src/domain/checkIn';
import { checkInLink, checkInRoutes } from '../../src/http/checkInRoutes';
import type { HttpReply, HttpRequest } from '../../src/http/message';
import { checkInCode, checkInTicket } from '../../src/services/checkIn';
import { importProgramme, only, vault } from '../services/programme';
import { type FreshDatabase, freshDatabase } from '../setup/database';

let database: FreshDatabase;
let session: string;
beforeAll(async () => {
  database = await freshDatabase();
  await importProgramme(database.pool);
  await database.pool.query(`update class set name = '<b>Yoga & más</b>' where code = 'MAN-YOGA-01'`);
  const { rows } = await database.pool.query<{ id: string }>(
    `select s.id from session s join class c on c.id = s.class_id
     where c.code = 'MAN-YOGA-01' and s.starts_at::date = '2025-03-04'`,
  );
  session = only(rows).id;
});

async function page(time: string, ticket = checkInTicket(vault, session), number?: string): Promise<HttpReply> {
  const now = () => new Date(`2025-03-04T${time}-05:00`);
  const [route] = checkInRoutes({ pool: database.pool, vault, now, ...(number && { number }) });
  const request = { params: { ticket }, query: new URLSearchParams(), headers: {} } as unknown as HttpRequest;
  return route?.answer(request) ?? { status: 0 };
}

test('the page shows the code of this minute and comes again with the next', async () => {
  const { status, headers, body } = await page('08:10:20');
  const code = checkInCode(vault, session, codeMinute(new Date('2025-03-04T08:10:20-05:00')));
  expect(status).toBe(200);
  expect(String(body)).toContain(`asistir <b>${code}</b>`);
  expect(headers?.refresh).toBe('40');
  expect(String(body)).toContain('&lt;b&gt;Yoga &amp; más&lt;/b&gt;');
  expect(String(body)).not.toContain('<svg');
});

test('with a number there is a QR code that opens WhatsApp with the words typed', async () => {
  expect(String((await page('08:10:20', undefined, '573000000000')).body)).toContain('<svg');
  expect(checkInLink('573000000000', '4821')).toBe('https://wa.me/573000000000?text=asistir%204821');
});

test.each(['07:29:59', '10:15:01'])('at %s, out of class, there is no code', async (time) => {
  const { body } = await page(time);
  expect(String(body)).not.toMatch(/asistir <b>/);
});

test('an address that is not ours shows nothing', async () => {
  expect((await page('08:10:00', 'x.y')).status).toBe(404);
});

test('the page comes every minute, its style only once', async () => {
  const style = checkInRoutes({ pool: database.pool, vault, now: () => new Date() })[1];
  const asked = (headers: object) => style?.answer({ headers } as unknown as HttpRequest);
  const tag = (await asked({}))?.headers?.etag ?? '';
  expect(tag).toMatch(/^"[\w-]{16}"$/);
  expect((await asked({ 'if-none-match': tag }))?.status).toBe(304);
});
