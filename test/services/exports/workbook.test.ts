import { parse } from 'csv-parse/sync';
import type { Pool } from 'pg';
import { freshDatabase } from '../../setup/database';
import { opened } from '../workbook/opened';
import { exported } from './exported';
import { enrolOddPeople, odd } from './oddPeople';

let pool: Pool;
const march = { from: '2025-03-01', to: '2025-03-31' };

beforeAll(async () => {
  ({ pool } = await freshDatabase());
  await enrolOddPeople(pool);
});

function file(format: 'csv' | 'xlsx'): Promise<Buffer> {
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
