import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Pool } from 'pg';
import { freshDatabase } from '../../setup/database';
import { classId, importClassOf34, importProgramme, only, registered, turn, vault } from '../programme';
import { opened } from '../workbook/opened';
import { exported } from './exported';

let pool: Pool;
const march = { from: '2025-03-01', to: '2025-03-31' };
const odd = [
  { first: '=cmd|" /C calc"!A0', last: '+Gil', number: '0012345678' },
  { first: 'Íngrid Güiñá', last: '@SUM(A1)', number: '123456789012345678' },
  { first: '-1', last: '=1+1', number: '1E5' },
  { first: '\'Eva; "la", Ña', last: 'A & B <c>', number: '00000000000000000001' },
];

beforeAll(async () => {
  ({ pool } = await freshDatabase());
  await importProgramme(pool);
  await importClassOf34(pool);
  const yoga = await classId(pool, 'MAN-YOGA-01');
  for (const { first, last, number } of odd) {
    const talk = await registered(pool, { names: { first, last } });
    await turn(pool, talk, (desk) => desk.enrol(yoga));
    const { rows } = await pool.query<{ id: string }>('select id from person where first_names = $1', [first]);
    const { id } = only(rows);
    await pool.query('update person set document_cipher = $2 where id = $1', [id, vault.seal(id, number)]);
  }
});

function file(format: 'csv' | 'excel-es' | 'xlsx'): Promise<Buffer> {
  return exported(pool, 'attendance', format, march);
}

// The workbook needs no apostrophe against formulas, because its text is text.
async function asCsv(): Promise<string[][]> {
  const rows: string[][] = parse(await file('csv'), { bom: true });
  return rows.map((row) => row.map((cell) => cell.replace(/^'(?=[=+\-@])/, '')));
}

test('the workbook has the cells of the CSV', async () => {
  const [sheet, ...more] = opened(await file('xlsx'));
  expect(more).toEqual([]);
  expect(sheet?.name).toBe('Asistencia');
  const rows = await asCsv();
  expect(rows.length).toBeGreaterThan(150);
  expect(sheet?.rows).toEqual(rows);
  for (const { first, last, number } of odd)
    expect(sheet?.rows).toContainEqual(expect.arrayContaining([first, last, number]));
});

test('days, times and counts are such, everything else is text: document numbers keep their zeros', async () => {
  const [sheet] = opened(await file('xlsx'));
  const [heading = [], ...rows] = sheet?.rows ?? [];
  const sorts = new Map(heading.map((name, at) => [name, new Set(sheet?.sorts.slice(1).map((row) => row[at]))]));
  for (const [name, of] of sorts) {
    of.delete('');
    const sort =
      name === 'fecha' ? 'date' : /^hora/.test(name) ? 'time' : /^sesion|cargo/.test(name) ? 'number' : 'text @';
    expect({ name, of: [...of] }).toEqual({ name, of: rows.some((row) => row[heading.indexOf(name)]) ? [sort] : [] });
  }
  expect(JSON.stringify(sheet?.xml)).not.toContain('"name":"f"');
});

const office = spawnSync('soffice', ['--version']).status === 0;
const withOffice = office ? test : test.skip;
const why = office ? '' : ' (skipped: there is no soffice on the PATH)';

withOffice(
  `LibreOffice opens the workbook with the cells of the CSV${why}`,
  async () => {
    expect(converted(await file('xlsx'), 'attendance.xlsx', '')).toEqual(await asCsv());
  },
  120_000,
);

withOffice(
  `LibreOffice opens the CSV for a Spanish Excel with its accents${why}`,
  async () => {
    // A CSV cannot say that a document number is text; that is what the workbook is for.
    const withoutNumber = (row: string[]) => row.filter((_, at) => at !== 12);
    const rows = converted(await file('excel-es'), 'attendance.csv', '59,34,76,1,,0,false,false');
    expect(rows.map(withoutNumber)).toEqual(parse(await file('csv'), { bom: true }).map(withoutNumber));
  },
  120_000,
);

// Through the program and back: what it would show, as CSV.
function converted(bytes: Buffer, name: string, reading: string): string[][] {
  const folder = mkdtempSync(join(tmpdir(), 'relevo-office-'));
  try {
    writeFileSync(join(folder, name), bytes);
    const shown = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,1';
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const filter = reading ? [`--infilter=CSV:${reading}`] : [];
    const words = [
      profile,
      '--headless',
      ...filter,
      '--convert-to',
      shown,
      '--outdir',
      join(folder, 'out'),
      join(folder, name),
    ];
    const { stderr, status } = spawnSync('soffice', words, { encoding: 'utf8', timeout: 100_000 });
    expect({ stderr, status }).toMatchObject({ status: 0 });
    return parse(onlyFile(join(folder, 'out')), { bom: true });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function onlyFile(folder: string): Buffer {
  return readFileSync(join(folder, only(readdirSync(folder))));
}
