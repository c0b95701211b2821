import { Readable } from 'node:stream';
import { parse } from 'csv-parse/sync';
import type { Pool } from 'pg';
import { exportRoutes } from '../../src/http/exportRoutes';
import { createToken } from '../../src/services/tokens';
import { importClassOf34, importProgramme, timeZone, vault } from '../services/programme';
import { opened } from '../services/workbook/opened';
import { freshDatabase } from '../setup/database';
import { serve, stopAll } from './httpServer';

let pool: Pool;
let url: string;
let token: string;
let logged: () => string;
let now = new Date();

beforeAll(async () => {
  ({ pool } = await freshDatabase());
  await importProgramme(pool);
  await importClassOf34(pool);
  token = await createToken(pool, 'tablero');
  ({ url, logged } = await serve(exportRoutes({ pool, vault, timeZone, now: () => now })));
});
afterAll(stopAll);

function get(query: string, authorization = `Bearer ${token}`, file = 'attendance.csv'): Promise<Response> {
  return fetch(`${url}/admin/exports/${file}?${query}`, { headers: authorization ? { authorization } : {} });
}

test('with a token the export of a class of 34 comes as a file nobody keeps or guesses at', async () => {
  const answer = await get('from=2025-03-04&to=2025-03-04&class=MAN-34');
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="asistencia_2025-03-04_2025-03-04.csv"',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  const rows: Record<string, string>[] = parse(bytes, { bom: true, columns: true });
  expect(rows).toHaveLength(34);
  expect(rows.map((row) => row.numero_documento)).toContain('9900000033');
  const { rows: audits } = await pool.query(`select actor, channel, details from audit where action = 'export'`);
  expect(audits).toEqual([
    {
      actor: 'token:tablero',
      channel: 'http',
      details: {
        from: '2025-03-04',
        to: '2025-03-04',
        site: null,
        class: 'MAN-34',
        instructor: null,
        service: null,
        asOf: null,
        format: 'csv',
        rows: 34,
        complete: true,
      },
    },
  ]);
});

test('for a Spanish Excel', async () => {
  const answer = await get('from=2025-03-04&to=2025-03-04&format=excel-es');
  await expect(answer.text()).resolves.toContain('fecha;hora_inicio;');
});

test('as a workbook', async () => {
  const answer = await get('from=2025-03-04&to=2025-03-04&class=MAN-34&format=xlsx');
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'content-disposition': 'attachment; filename="asistencia_2025-03-04_2025-03-04.xlsx"',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  const [sheet] = opened(Buffer.from(await answer.arrayBuffer()));
  expect(sheet?.rows).toHaveLength(35);
  expect(sheet?.rows.map((row) => row[12])).toContain('9900000033');
});

test.each(['', 'Bearer relevo_wrongwrongwrong', 'Basic cmVsZXZvOnJlbGV2bw=='])(
  '%p is refused, and learns nothing of the parameters',
  async (authorization) => {
    const answer = await get('from=x', authorization);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="relevo"');
    await expect(answer.json()).resolves.toEqual({ error: 'token_wanted' });
  },
);

test.each([
  ['', ['from is missing: a date of the form 2025-01-31', 'to is missing: a date of the form 2025-01-31']],
  [
    'from=2025-02-30&to=31/01/2025',
    ['from must be a date of the form 2025-01-31', 'to must be a date of the form 2025-01-31'],
  ],
  ['from=2025-02-02&to=2025-02-01', ['to is before from']],
  [
    'from=2025-02-02&to=2025-02-03&as_of=yesterday&format=pdf&site=X&class=Y',
    [
      'as_of must be a date, or an instant like 2025-01-31T18:00:00-05:00',
      'format must be one of csv, excel-es, xlsx, wide, wide-excel-es, wide-xlsx',
      'site: no site has this code',
      'class: no class has this code',
    ],
  ],
  ['from=2025-02-02&to=2025-02-03&sight=MAN-01&to=2025-02-04', ['to is given twice', 'there is no parameter "sight"']],
  [
    'from=0000-01-01&to=0000-01-02&as_of=0000-01-01',
    [
      'from must be a date of the form 2025-01-31',
      'to must be a date of the form 2025-01-31',
      'as_of must be a date, or an instant like 2025-01-31T18:00:00-05:00',
    ],
  ],
  [
    'from=2025-02-02&to=2025-02-03&site=%00&instructor=INS-000&service=NO',
    ['site: no site has this code', 'instructor: no instructor has this code', 'service: no service has this code'],
  ],
  [
    'from=2025-02-02&to=2025-02-03&format=wide',
    ['class is missing: a wide CSV holds one class, wide-xlsx a sheet for each'],
  ],
])('%p is answered with all that is wrong with it', async (query, errors) => {
  const answer = await get(query);
  expect(answer.status).toBe(400);
  await expect(answer.json()).resolves.toEqual({ errors });
});

test.each([
  ['roster.html', 'from=2025-03-01&to=2025-04-01', ['to is more than 31 days from from: print fewer lists at a time']],
  ['roster.html', 'from=2025-03-01&to=2025-03-01&format=csv', ['format must be one of html']],
  [
    'open-data.csv',
    'from=2025-03-02&to=2025-03-30&class=MAN-34',
    [
      'from must be the first day of a month: open data are of whole months',
      'to must be the last day of a month: open data are of whole months',
      'class: open data are of the whole programme',
    ],
  ],
  ['open-data.csv', 'from=2025-03-01&to=2025-03-31&as_of=2025-03-30', ['to must lie in a month that was over by then']],
  ['open-data.csv', 'from=2098-03-01&to=2098-03-31', ['to must lie in a month that was over by then']],
])('%s with %p is answered with all that is wrong with it', async (file, query, errors) => {
  const answer = await get(query, undefined, file);
  expect(answer.status).toBe(400);
  await expect(answer.json()).resolves.toEqual({ errors });
});

test.each([
  [
    'attendance.csv',
    'format=wide&class=MAN-34',
    'text/csv; charset=utf-8',
    'attachment; filename="asistencia_ancha_MAN-34_',
  ],
  [
    'attendance.csv',
    'format=wide-xlsx',
    /sheet$/,
    'attachment; filename="asistencia_ancha_2025-03-01_2025-03-31.xlsx"',
  ],
  ['roster.html', 'site=MAN-01', 'text/html; charset=utf-8', 'inline; filename="lista_MAN-01_'],
  ['open-data.csv', 'format=excel-es', 'text/csv; charset=utf-8', 'attachment; filename="datos_abiertos_2025-03-01'],
])('%s with %s is a file nobody keeps or guesses at', async (file, query, type, disposition) => {
  const answer = await get(`from=2025-03-01&to=2025-03-31&${query}`, undefined, file);
  expect(answer.status).toBe(200);
  expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(100);
  expect(answer.headers.get('content-type')).toMatch(type);
  expect(answer.headers.get('content-disposition')).toContain(disposition);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
});

test('a month is over by the clock of the service', async () => {
  now = new Date('2025-03-31T23:59:00-05:00');
  const early = await get('from=2025-03-01&to=2025-03-31', undefined, 'open-data.csv');
  now = new Date('2025-04-01T00:00:00-05:00');
  const late = await get('from=2025-03-01&to=2025-03-31', undefined, 'open-data.csv');
  expect([early.status, late.status]).toEqual([400, 200]);
  now = new Date();
});

test.each(['attendance.csv', 'roster.html', 'open-data.csv'])('%s is not for strangers', async (file) => {
  await expect(get('from=2025-03-01&to=2025-03-31', '', file)).resolves.toMatchObject({ status: 401 });
});

test('the filters by instructor and service take their classes only', async () => {
  const codes = async (query: string) => {
    const answer = await get(`from=2025-03-01&to=2025-03-31&${query}`);
    const rows: Record<string, string>[] = parse(await answer.text(), { bom: true, columns: true });
    return [...new Set(rows.map((row) => row.codigo_clase))];
  };
  await expect(codes('instructor=INS-014')).resolves.toEqual(['MAN-34']);
  await expect(codes('service=YOGA')).resolves.toEqual(['MAN-34']);
  await expect(codes('instructor=INS-015')).resolves.toEqual([]);
  await expect(codes('service=RUMBA')).resolves.toEqual([]);
});

test.each([
  ['2025-03-01', 0],
  ['2025-03-01T00:00:00-05:00', 0],
  ['2099-01-01', 34],
  ['2099-01-01T00:00:00Z', 34],
  ['2099-01-01T00:00:00+05:00', 34],
  ['2099-01-01T00:00:00%2B05:00', 34],
])('as of %s there are %i people on the list', async (asOf, people) => {
  const answer = await get(`from=2025-03-04&to=2025-03-04&class=MAN-34&as_of=${asOf}`);
  expect(parse(await answer.text(), { bom: true })).toHaveLength(people + 1);
});

test('a third export at once is asked to come again; one that its reader left makes room', async () => {
  const [route] = exportRoutes({ pool, vault, timeZone, now: () => now });
  const ask = async () => {
    const query = new URLSearchParams('from=2025-03-04&to=2025-03-04');
    const headers = { authorization: `Bearer ${token}` };
    const request = {
      method: 'GET',
      path: '',
      params: {},
      query,
      headers,
      address: '127.0.0.1',
      body: Buffer.alloc(0),
    };
    const reply = await route?.answer(request);
    return reply ?? { status: 0 };
  };
  const [first, second, third] = [await ask(), await ask(), await ask()];
  expect([first.status, second.status, third.status]).toEqual([200, 200, 503]);
  expect(third.headers).toMatchObject({ 'retry-after': '30' });
  for (const { body } of [first, second]) if (body instanceof Readable) body.destroy();
  await new Promise(setImmediate);
  const fourth = await ask();
  expect(fourth.status).toBe(200);
  if (fourth.body instanceof Readable) fourth.body.destroy();
});

test('an export that fails is not an export that ends, and the log holds no name', async () => {
  await pool.query(`update person set document_cipher = '\\x00' where last_names = 'Ñáñez'`);
  const whole = get('from=2025-03-04&to=2025-03-04&class=MAN-34').then(async (answer) => {
    if (answer.status !== 200) throw new Error(String(answer.status));
    return answer.text();
  });
  await expect(whole).rejects.toThrow();
  expect(logged()).not.toMatch(/Ñáñez|99000000/);
});
