import { CsvError, parse } from 'csv-parse/sync';
import type { Column } from './columns';

/** The columns of a file, no others, in any order; all of them but those that it may lack. */
export type Columns = { [name: string]: Column<unknown> };

/** A line of a file: its row as a spreadsheet counts them, and what its cells say. */
export type Line<C extends Columns> = { row: number; cells: { [K in keyof C]: Value<C[K]> } };
type Value<C> = C extends Column<infer V> ? V : never;

/** A file read, or everything that is wrong with it. */
export type Table<C extends Columns> = { ok: true; lines: Line<C>[] } | { ok: false; faults: string[] };

/**
 * Reads a CSV file as spreadsheets save it: UTF-8, or the Unicode text of Excel; comma, semicolon or tab; names of columns in
 * the first row, in capitals or not.
 */
export function readTable<C extends Columns>(file: Buffer, columns: C): Table<C> {
  const text = textOf(file);
  if (typeof text !== 'string') return { ok: false, faults: [text.fault] };
  const records = parseRecords(text);
  if (!Array.isArray(records)) return { ok: false, faults: [records.fault] };
  const names = withoutEmptyEnd(records[0] ?? []).map((name) => name.trim().toLowerCase());
  const faults = headerFaults(names, columns);
  return faults.length > 0 ? { ok: false, faults } : readLines(records.slice(1), names, columns);
}

/** A sentence about one cell of a file. */
export function cellFault(row: number, column: string, fault: string): string {
  return `row ${row}, column "${column}": ${fault}`;
}

const SAVED_AS = 'in Excel, save it as "CSV UTF-8 (delimitado por comas)", in English "CSV UTF-8 (comma delimited)"';

function textOf(file: Buffer): string | { fault: string } {
  if (file.subarray(0, 4).equals(WORKBOOK)) return { fault: `the file is a workbook, not a CSV: ${SAVED_AS}` };
  const encoding = file[0] === 0xff && file[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(file);
  } catch {
    return { fault: `the file is not in UTF-8: ${SAVED_AS}` };
  }
}
// .xlsx and .ods are zips.
const WORKBOOK = Buffer.from('PK\u0003\u0004');

// Some write in a first line, which a spreadsheet does not show, what stands between the cells.
function parseRecords(whole: string): string[][] | { fault: string } {
  const [told = '', between] = /^sep=(.)\r?\n/i.exec(whole) ?? [];
  const text = whole.slice(told.length);
  const header = text.slice(0, text.indexOf('\n') + 1 || undefined);
  const delimiter = between ?? [';', '\t'].find((one) => header.includes(one)) ?? ',';
  try {
    return parse(text, { delimiter, relax_column_count: true });
  } catch (fault) {
    // Its own words quote the file, where personal data may stand.
    if (fault instanceof CsvError)
      return {
        fault: `line ${fault.lines}: the quotes are not in pairs; a quote within a quoted cell is written twice`,
      };
    throw fault;
  }
}

function headerFaults(names: string[], columns: Columns): string[] {
  const wanted = Object.keys(columns);
  if (!names.some((name) => wanted.includes(name)))
    return [`row 1: it has to name the columns, and names none of them. They are ${wanted.join(', ')}`];
  const missing = wanted.filter((name) => !columns[name]?.mayLack && !names.includes(name));
  const extra = names.filter((name) => !wanted.includes(name));
  const twice = names.filter((name, at) => wanted.includes(name) && names.indexOf(name) < at);
  return [
    ...missing.map((name) => `row 1: the column "${name}" is missing`),
    ...extra.map((name) => (name ? `row 1: there is no column "${name}"` : 'row 1: a column has no name')),
    ...twice.map((name) => `row 1: the column "${name}" stands twice`),
  ];
}

function readLines<C extends Columns>(records: string[][], names: string[], columns: C): Table<C> {
  const lines: Line<C>[] = [];
  const faults: string[] = [];
  for (const [at, record] of records.entries()) {
    if (record.every((cell) => cell.trim() === '')) continue;
    const line = readLine(record, at + 2, names, columns);
    if ('faults' in line) faults.push(...line.faults);
    else lines.push(line);
  }
  if (lines.length === 0 && faults.length === 0) faults.push('the file has no rows below its first');
  return faults.length > 0 ? { ok: false, faults } : { ok: true, lines };
}

function readLine<C extends Columns>(
  record: string[],
  row: number,
  names: string[],
  columns: C,
): Line<C> | { faults: string[] } {
  const filled = withoutEmptyEnd(record).length;
  if (filled > names.length) return { faults: [`row ${row}: ${filled} cells, but there are ${names.length} columns`] };
  const faults: string[] = [];
  const cells: { [name: string]: unknown } = {};
  for (const [name, column] of Object.entries(columns)) {
    if (column.mayLack && !names.includes(name)) continue;
    const text = (record[names.indexOf(name)] ?? '').trim();
    const read = BROKEN.test(text) ? ({ ok: false, why: BROKEN_WHY } as const) : column.read(text);
    if (read.ok) cells[name] = read.value;
    else faults.push(cellFault(row, name, text === '' || column.isPersonal ? read.why : `"${text}" ${read.why}`));
  }
  return faults.length > 0 ? { faults } : { row, cells: cells as Line<C>['cells'] };
}

// What "ñ" and its like become where a UTF-8 file was opened as another, and saved so.
const BROKEN = /[ÃÂ][\u0080-\u00bf\u0152-\u0192\u2013-\u2122]|\ufffd/;
const BROKEN_WHY =
  'has broken letters, such as "Ã±" for "ñ": open the original by Data, From text, as UTF-8, and save it anew';

// Spreadsheets write cells that somebody has emptied.
function withoutEmptyEnd(cells: string[]): string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1);
}
