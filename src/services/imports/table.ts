import { CsvError, parse } from 'csv-parse/sync';
import type { Column } from './columns';

/** The columns of a file, no others, in any order; all of them but those that it may lack. */
export type Columns = { [name: string]: Column<unknown> };

/** A line of a file: its row as a spreadsheet counts them, and what its cells say. */
export type Line<C extends Columns> = { row: number; cells: { [K in keyof C]: Value<C[K]> } };
type Value<C> = C extends Column<infer V> ? V : never;

/** A file read, or everything that is wrong with it. */
export type Table<C extends Columns> = { ok: true; lines: Line<C>[] } | { ok: false; faults: string[] };

/** Reads a CSV file: UTF-8, comma or semicolon, names of columns in the first row. */
export function readTable<C extends Columns>(file: Buffer, columns: C): Table<C> {
  const text = utf8(file);
  if (text === undefined)
    return { ok: false, faults: ['the file is not in UTF-8: in Excel, save it as "CSV UTF-8 (comma delimited)"'] };
  const records = parseRecords(text);
  if (!Array.isArray(records)) return { ok: false, faults: [records.fault] };
  const names = (records[0] ?? []).map((name) => name.trim());
  const faults = headerFaults(names, columns);
  return faults.length > 0 ? { ok: false, faults } : readLines(records.slice(1), names, columns);
}

/** A sentence about one cell of a file. */
export function cellFault(row: number, column: string, fault: string): string {
  return `row ${row}, column "${column}": ${fault}`;
}

function utf8(file: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    return undefined;
  }
}

function parseRecords(text: string): string[][] | { fault: string } {
  const header = text.slice(0, text.indexOf('\n') + 1 || undefined);
  try {
    return parse(text, { delimiter: header.includes(';') ? ';' : ',', relax_column_count: true });
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
  if (record.length > names.length)
    return { faults: [`row ${row}: ${record.length} cells, but there are ${names.length} columns`] };
  const faults: string[] = [];
  const cells: { [name: string]: unknown } = {};
  for (const [name, column] of Object.entries(columns)) {
    if (column.mayLack && !names.includes(name)) continue;
    const text = (record[names.indexOf(name)] ?? '').trim();
    const read = column.read(text);
    if (read.ok) cells[name] = read.value;
    else faults.push(cellFault(row, name, text === '' || column.isPersonal ? read.why : `"${text}" ${read.why}`));
  }
  return faults.length > 0 ? { faults } : { row, cells: cells as Line<C>['cells'] };
}
