import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Pool } from 'pg';
import { freshDatabase } from '../../setup/database';
import { conversationOfPhone, only, turn } from '../programme';
import { exported } from './exported';
import { enrolOddPeople } from './oddPeople';

const office = spawnSync('soffice', ['--version']).status === 0;
const suite = office ? describe : describe.skip;
if (!office) console.warn('Skipped: no soffice on the PATH (apt-get install libreoffice-calc-nogui).');

const march = { from: '2025-03-01', to: '2025-03-31' };
const class34 = { ...march, class: 'MAN-34' };

suite('LibreOffice opens, with every accent,', () => {
  let pool: Pool;
  beforeAll(async () => {
    ({ pool } = await freshDatabase());
    await enrolOddPeople(pool);
    const martha = await conversationOfPhone(pool, '573009990002');
    await turn(pool, martha, async (desk) => {
      const today = (await desk.sessionsToday()).find(({ className }) => className === 'Clase de 34');
      const list = await desk.roster(today?.sessionId ?? '');
      const marks = list.map(({ personId }) => ({ personId, status: 'present' as const }));
      await desk.saveMarks(today?.sessionId ?? '', marks);
    });
  });

  const tidy = (format: 'csv' | 'excel-es' | 'xlsx') => exported(pool, 'attendance', format, march);

  test('workbooks: the cells of the CSV', async () => {
    const shown = converted({
      'tidy.xlsx': await tidy('xlsx'),
      'wide.xlsx': await exported(pool, 'attendance', 'wide-xlsx', class34),
      'open.xlsx': await exported(pool, 'open-data', 'xlsx', march),
    });
    expect(shown['tidy.csv']).toEqual(parsed(await tidy('csv')).map(withoutApostrophes));
    expect(shown['wide.csv']).toEqual(parsed(await exported(pool, 'attendance', 'wide', class34)));
    expect(shown['open.csv']).toEqual(parsed(await exported(pool, 'open-data', 'csv', march)));
    expect(JSON.stringify(shown)).toMatch(/Ñáñez.*Íngrid Güiñá|Íngrid Güiñá.*Ñáñez/);
  }, 120_000);

  test.each([
    ['csv', 'wide', 'csv', '44'],
    ['excel-es', 'wide-excel-es', 'excel-es', '59'],
  ] as const)(
    'the files %s and %s',
    async (format, wide, open, separator) => {
      const files = {
        'tidy.csv': await tidy(format),
        'wide.csv': await exported(pool, 'attendance', wide, class34),
        'open.csv': await exported(pool, 'open-data', open, march),
      };
      const shown = converted(files, `CSV:${separator},34,76,1,,0,false,false`);
      // A CSV cannot say that a document number is text; that is what the workbook is for.
      const withoutNumber = (of: string[][] = []) =>
        of.map((row) => row.filter((_, at) => at !== of[0]?.indexOf('numero_documento')));
      for (const [name, bytes] of Object.entries(files))
        expect(withoutNumber(shown[name])).toEqual(
          withoutNumber(parsed(bytes, String.fromCharCode(Number(separator)))),
        );
      expect(shown['tidy.csv']?.length).toBeGreaterThan(150);
      expect(JSON.stringify(shown['wide.csv'])).toContain('Ñáñez');
    },
    120_000,
  );

  test('the printed list, without running a name', async () => {
    const page = await exported(pool, 'roster', 'html', { from: '2025-03-06', to: '2025-03-06' });
    const cells = converted({ 'list.html': page }, 'HTML (StarCalc)')['list.csv'] ?? [];
    expect(cells.flat()).toEqual(
      expect.arrayContaining(['Nombres y apellidos', `'-1 =1+1`, 'Íngrid Güiñá @SUM(A1)', `'=cmd|" /C calc"!A0 +Gil`]),
    );
    expect(cells.flat().join()).not.toMatch(/#(NAME|VALUE|REF)|Err:/);
  }, 120_000);
});

function parsed(bytes: Buffer, delimiter = ','): string[][] {
  return parse(bytes, { bom: true, delimiter });
}

// The workbook needs no apostrophe against formulas, because its text is text.
function withoutApostrophes(row: string[]): string[] {
  return row.map((cell) => cell.replace(/^'(?=[=+\-@])/, ''));
}

// Through the program and back: what it would show on the first sheet of each, as CSV.
function converted(files: Record<string, Buffer>, reading?: string): Record<string, string[][]> {
  const folder = mkdtempSync(join(tmpdir(), 'relevo-office-'));
  try {
    mkdirSync(join(folder, 'in'));
    const paths = Object.keys(files).map((name) => join(folder, 'in', name));
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, 'in', name), bytes);
    const shown = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,1';
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const filter = reading ? [`--infilter=${reading}`] : [];
    const out = join(folder, 'out');
    const words = [profile, '--headless', ...filter, '--convert-to', shown, '--outdir', out, ...paths];
    const { stderr, status } = spawnSync('soffice', words, { encoding: 'utf8', timeout: 100_000 });
    expect({ stderr, status }).toMatchObject({ status: 0 });
    return Object.fromEntries(paths.map((path) => shownOf(path, out)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// It adds the name of the sheet to that of a file with several.
function shownOf(path: string, out: string): [string, string[][]] {
  const name = path.replace(/^.*\/(.*)\.\w+$/, '$1');
  const file = only(readdirSync(out).filter((one) => one.startsWith(name)));
  return [`${name}.csv`, parse(readFileSync(join(out, file)), { bom: true, relax_column_count: true })];
}
