import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { projectFile } from '../../../src/projectFiles';
import { columns } from '../../../src/services/exports/attendanceColumns';
import { exportKinds, exportParameters } from '../../../src/services/exports/exportRequest';
import { openDataColumns } from '../../../src/services/exports/openData';
import { notListed, wideHead, wideTotals } from '../../../src/services/exports/wide';

const dictionary = readFileSync(projectFile('deployment', 'export.md'), 'utf8');

/** The first cells of a section's table, without the marks of code; each row of it is whole. */
function table(heading: string): string[][] {
  const section = dictionary.split(new RegExp(`^#+ ${heading}$`, 'm'))[1]?.split(/^#/m)[0] ?? '';
  const lines = section.match(/^\|.*\|$/gm) ?? [];
  const rows = lines.map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
  for (const row of rows) expect(row).toHaveLength(rows[0]?.length ?? 0);
  for (const row of rows.slice(2)) for (const cell of row) expect(cell).not.toBe('');
  return rows.slice(2);
}

const code = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map(([, word]) => word);
const names = (of: readonly { name: string }[]) => of.map(({ name }) => name);

test.each([
  ['Columns', names(columns)],
  ['The wide sheet', names([...wideHead, ...wideTotals])],
  ['Open data', names(openDataColumns)],
])('under "%s" stands every column of the file, in its order, and no other', (heading, wanted) => {
  expect(table(heading).map(([name]) => code(name)[0])).toEqual(wanted);
});

test('every column of a kind is told as one', () => {
  const words = { date: 'date', time: 'time', number: 'whole number', text: /^(text|instant)/ };
  const told = new Map(table('Columns').map(([name, type]) => [code(name)[0], type]));
  for (const { name, kind } of columns) expect(told.get(name)).toMatch(words[kind]);
});

test('every parameter and every format is told', () => {
  expect(table('Parameters').flatMap(([name]) => code(name))).toEqual([...exportParameters]);
  expect(table('Attendance').flatMap(([name]) => code(name))).toEqual([...exportKinds.attendance]);
  for (const format of [...exportKinds.roster, ...exportKinds['open-data']])
    expect(dictionary).toContain(`\`${format}\``);
  expect(dictionary).toContain(`\`${notListed}\``);
});

test('the rows shown as an example are a file of these columns', () => {
  const [, example = ''] = /^Two rows of `csv`:\n\n((?: {4}.*\n?)+)/m.exec(dictionary) ?? [];
  const rows: Record<string, string>[] = parse(example.replaceAll(/^ {4}/gm, ''), { columns: true });
  expect(Object.keys(rows[0] ?? {})).toEqual(names(columns));
  expect(rows.map((row) => row.estado_asistencia)).toEqual(['asistió', '']);
});
