import { parse } from 'csv-parse/sync';
import type { Pool } from 'pg';
import { notListed, wideHead, wideTotals } from '../../../src/services/exports/wide';
import { freshDatabase } from '../../setup/database';
import { classId, conversationOfPhone, importProgramme, imports, now, registered, turn } from '../programme';
import { opened } from '../workbook/opened';
import { childrenOf } from '../workbook/xml';
import { exported } from './exported';

let pool: Pool;
const month = { from: '2025-03-01', to: '2025-03-31' };
const header = 'code,service,site,name,capacity,starts_on,ends_on,slots,instructors';
const people = 'class,document_type,document_number,first_names,last_names,phone';

// A class of two Tuesdays, twice a day on the second, and one with a name no spreadsheet should run.
beforeAll(async () => {
  ({ pool } = await freshDatabase());
  await importProgramme(pool);
  await imports(
    pool,
    'classes',
    `${header}
CORTA,YOGA,MAN-01,"=HYPERLINK(""x.test"")",9,2025-03-04,2025-03-11,tue 08:00-10:00; tue 14:00-15:00,INS-014
CORTA/2,RUMBA,MAN-01,Otra,9,2025-03-04,2025-03-11,wed 08:00-10:00,INS-014`,
  );
  await imports(
    pool,
    'enrolments',
    `${people}\nCORTA,CC,0052000001,Íngrid,Ñáñez,\nCORTA,CC,52000002,Ana,Álvarez,\nCORTA/2,CC,52000003,Eva,Gil,`,
  );
});

async function wide(format: 'wide' | 'wide-excel-es' = 'wide', ofClass = 'CORTA', asOf?: Date): Promise<string[][]> {
  const text = await exported(pool, 'attendance', format, { ...month, class: ofClass, ...(asOf && { asOf }) });
  expect(text.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  return parse(text, { bom: true, delimiter: format === 'wide' ? ',' : ';' });
}

test('before anybody is marked, everybody is blank, and blank is not absent', async () => {
  const [heading = [], ana = [], ingrid = [], foot = [], ...more] = await wide();
  expect(more).toEqual([]);
  const days = ['2025-03-04 08:00', '2025-03-04 14:00', '2025-03-11 08:00', '2025-03-11 14:00'];
  expect(heading).toEqual([...wideHead.map(({ name }) => name), ...days, ...wideTotals.map(({ name }) => name)]);
  const place = ['CORTA', `'=HYPERLINK("x.test")`, 'El Porvenir', 'INS-014'];
  expect(ana).toEqual([
    ...place,
    '1',
    'CC',
    '52000002',
    'Ana',
    'Álvarez',
    '',
    '',
    '',
    '',
    '0',
    '0',
    '0',
    '0',
    '4',
    '4',
  ]);
  expect(ingrid.slice(4, 9)).toEqual(['2', 'CC', '0052000001', 'Íngrid', 'Ñáñez']);
  expect(foot).toEqual([
    ...['Asistieron (P y T)', '', '', '', '', '', '', '', ''],
    ...['0', '0', '0', '0'],
    ...['0', '0', '0', '0', '8', '8'],
  ]);
});

test('marks are letters with their totals; who was not on the list yet has a dash, which counts for nothing', async () => {
  const before = new Date();
  const martha = await conversationOfPhone(pool, '573009990002');
  const late = await registered(pool, { names: { first: 'Zoe', last: 'Zea' } });
  const corta = await classId(pool, 'CORTA');
  await turn(pool, late, (desk) => desk.enrol(corta));
  const sessions = await turn(pool, martha, (desk) => desk.sessionsToday());
  const [morning, afternoon] = sessions.filter(({ className }) => className.startsWith('='));
  const mark = async (sessionId = '', ...statuses: ('present' | 'late' | 'excused' | 'absent')[]) =>
    turn(pool, martha, async (desk) => {
      const list = await desk.roster(sessionId);
      const marks = statuses.map((status, at) => ({ personId: list[at]?.personId ?? '', status }));
      expect(await desk.saveMarks(sessionId, marks)).toMatchObject({ ok: true });
    });
  await mark(morning?.sessionId, 'present', 'late');
  await mark(afternoon?.sessionId, 'absent', 'excused', 'present');
  const [, ana = [], ingrid = [], zoe = [], foot = []] = await wide('wide-excel-es');
  expect(ana.slice(9)).toEqual(['P', 'A', '', '', '1', '0', '0', '1', '2', '4']);
  expect(ingrid.slice(9)).toEqual(['T', 'E', '', '', '0', '1', '1', '0', '2', '4']);
  // She took her place at nine, when the morning's session had begun.
  expect(now.toISOString()).toBe('2025-03-04T14:00:00.000Z');
  expect(zoe.slice(9)).toEqual([notListed, 'P', '', '', '1', '0', '0', '0', '2', '3']);
  expect(foot.slice(9)).toEqual(['2', '1', '0', '0', '2', '1', '1', '1', '6', '11']);
  const then = await wide('wide', 'CORTA', before);
  expect(then).toHaveLength(4);
  expect(then[1]?.slice(9, 13)).toEqual(['', '', '', '']);
});

test('the workbook has a sheet a class with the cells of the CSV, and no formula', async () => {
  const sheets = opened(await exported(pool, 'attendance', 'wide-xlsx', { ...month, site: 'MAN-01' }));
  expect(sheets.map(({ name }) => name)).toEqual(['CORTA', 'CORTA_2']);
  const asCsv = (await wide()).map((row) => row.map((cell) => cell.replace(/^'(?=[=+\-@])/, '')));
  expect(sheets[0]?.rows).toEqual(asCsv);
  expect(JSON.stringify(sheets.map(({ xml }) => xml))).not.toContain('"name":"f"');
  // The totals below are not sorted into the people.
  const filters = sheets.map(({ xml }) => childrenOf(xml, 'autoFilter')[0]?.attributes.ref);
  expect(filters).toEqual(['A1:S4', 'A1:P2']);
});

test('a class nobody is in is a heading only', async () => {
  await expect(wide('wide', 'MAN-YOGA-02')).resolves.toEqual([[...wideHead, ...wideTotals].map(({ name }) => name)]);
});
