import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import type { Browser } from 'playwright-core';
import { exportRoutes } from '../../../src/http/exportRoutes';
import { createToken } from '../../../src/services/tokens';
import { openBrowser, withBrowser } from '../../channels/simulator/browser';
import { serve, stopAll } from '../../http/httpServer';
import { freshDatabase } from '../../setup/database';
import { classId, importClassOf34, importProgramme, imports, registered, timeZone, turn, vault } from '../programme';
import { exported } from './exported';

let pool: Pool;
const day = { from: '2025-03-04', to: '2025-03-04' };

beforeAll(async () => {
  ({ pool } = await freshDatabase());
  await importProgramme(pool);
  await importClassOf34(pool);
  await imports(
    pool,
    'classes',
    `code,service,site,name,capacity,starts_on,ends_on,slots,instructors
RARA,RUMBA,MAN-02,"=HYPERLINK(""x.test"")",9,2025-03-01,2025-03-31,tue 16:00-18:00,INS-015`,
  );
  const eva = await registered(pool, { names: { first: '<script>alert(1)</script>', last: '=1+1' } });
  const odd = await classId(pool, 'RARA');
  await turn(pool, eva, (desk) => desk.enrol(odd));
});
afterAll(stopAll);

async function page(filter: { from: string; to: string; class?: string; asOf?: Date } = day): Promise<string> {
  return (await exported(pool, 'roster', 'html', filter)).toString();
}

test('a class of 34 has a numbered line each, names and no document', async () => {
  const html = await page({ ...day, class: 'MAN-34' });
  expect(html.match(/<tr><td class="number">/g)).toHaveLength(34);
  expect(html).toContain('<td class="number">1</td><th scope="row">Rosa María Álvarez</th><td></td><td></td>');
  expect(html).toContain('<dd>martes 4 de marzo (2025-03-04)</dd>');
  expect(html).not.toMatch(/99000000/);
});

test('it loads nothing, runs nothing, and its policy knows its style by sum', async () => {
  const html = await page();
  expect(html).not.toMatch(/<script|<img|<link|<form|style=| on\w+=|https?:|url\(|@import/i);
  const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(html) ?? [];
  const sum = createHash('sha256').update(style).digest('base64');
  expect(html).toContain(
    `content="default-src 'none'; style-src 'sha256-${sum}'; base-uri 'none'; form-action 'none'"`,
  );
});

test('a name is text, also for a spreadsheet that opens the page', async () => {
  const html = await page();
  expect(html).toContain('<h1>&#39;&#61;HYPERLINK'.replace('&#61;', '='));
  expect(html).toContain('&#60;script&#62;alert(1)&#60;/script&#62; =1+1');
  expect(html).not.toMatch(/>=/);
});

test('nobody on a list is said', async () => {
  await expect(page({ from: '2025-03-05', to: '2025-03-05' })).resolves.toContain('No hay nadie en lista');
});

test('a list of a past moment says so', async () => {
  const html = await page({ ...day, asOf: new Date('2099-01-01T12:00:00Z') });
  expect(html).toContain('Lista como se conocía el 2099-01-01T12:00:00.000Z.');
});

withBrowser('the printed roster', (chromium) => {
  let browser: Browser;
  let url: string;
  let token: string;
  beforeAll(async () => {
    browser = await openBrowser(chromium);
    token = await createToken(pool, 'impresora');
    ({ url } = await serve(exportRoutes({ pool, vault, timeZone, now: () => new Date() })));
  }, 60_000);
  afterAll(() => browser.close());

  async function openPage() {
    const context = await browser.newContext({ extraHTTPHeaders: { authorization: `Bearer ${token}` } });
    const tab = await context.newPage();
    const complaints: string[] = [];
    tab.on('console', (message) => complaints.push(message.text()));
    await tab.goto(`${url}/admin/exports/roster.html?from=2025-03-04&to=2025-03-04`);
    return { tab, complaints };
  }

  test.each(['A4', 'Letter'] as const)('each class begins a sheet of %s, and nothing is cut off', async (format) => {
    const { tab } = await openPage();
    const pdf = (await tab.pdf({ format, preferCSSPageSize: false })).toString('latin1');
    // The class of 34 takes two sheets, the other one.
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(3);
    await tab.emulateMedia({ media: 'print' });
    const width = format === 'A4' ? 210 - 24 : 216 - 24;
    await tab.setViewportSize({ width: Math.floor((width / 25.4) * 96), height: 1000 });
    const overflow = await tab.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect(overflow).toBe(0);
    await tab.context().close();
  });

  test('the style is on although the policy is strict', async () => {
    const { tab, complaints } = await openPage();
    expect(complaints).toEqual([]);
    expect(await tab.evaluate(`getComputedStyle(document.querySelector('table')).borderCollapse`)).toBe('collapse');
    await tab.context().close();
  });

  test('a screen reader finds the heads of columns and rows', async () => {
    const { tab } = await openPage();
    const table = tab.getByRole('table', { name: 'Personas en lista: 34' });
    await expect(table.getByRole('columnheader').allInnerTexts()).resolves.toEqual([
      'N.º',
      'Nombres y apellidos',
      'Asistencia',
      'Firma',
    ]);
    await expect(table.getByRole('rowheader').count()).resolves.toBe(34);
    await tab.context().close();
  });
});
