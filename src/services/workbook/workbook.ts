import { contentTypes, packageLinks, type Sheet, styles, workbookLinks, workbookText } from './parts';
import { type RowsLeft, type SheetColumn, sheetText } from './sheet';
import { sheetName } from './sheetName';
import { type ZipEntry, zipped } from './zip';

/** A table of a workbook. `name` becomes one a sheet can have; `foot` is a last row that is not filtered with the others. */
export type Table = {
  name: string;
  columns: readonly SheetColumn[];
  rows: AsyncIterable<string[]>;
  foot?: string[] | undefined;
};

/**
 * Gives an XLSX workbook of tables in pieces, holding a few rows at a time; what does not fit on a sheet goes on on the
 * next. Nothing in it is a formula.
 */
export function workbook(tables: Iterable<Table> | AsyncIterable<Table>): AsyncGenerator<Buffer> {
  return zipped(entries(tables));
}

async function* entries(tables: Iterable<Table> | AsyncIterable<Table>): AsyncGenerator<ZipEntry> {
  yield { name: '_rels/.rels', text: [packageLinks] };
  yield { name: 'xl/styles.xml', text: [styles] };
  const sheets: Sheet[] = [];
  for await (const table of tables) yield* sheetsOf(table, sheets);
  yield { name: 'xl/workbook.xml', text: [workbookText(sheets)] };
  yield { name: 'xl/_rels/workbook.xml.rels', text: [workbookLinks(sheets)] };
  yield { name: '[Content_Types].xml', text: [contentTypes(sheets)] };
}

async function* sheetsOf({ name, columns, rows, foot }: Table, sheets: Sheet[]): AsyncGenerator<ZipEntry> {
  const source = rows[Symbol.asyncIterator]();
  try {
    const left = await rowsLeft(source);
    for (let part = 1; part === 1 || left.row; part += 1) {
      const taken = sheets.map((sheet) => sheet.name);
      const sheet = {
        name: sheetName(part === 1 ? name : `${name} ${part}`, taken),
        lastRow: 1,
        columns: columns.length,
      };
      sheets.push(sheet);
      yield { name: `xl/worksheets/sheet${sheets.length}.xml`, text: counted(sheetText(columns, left, foot), sheet) };
    }
  } finally {
    await source.return?.();
  }
}

async function rowsLeft(source: AsyncIterator<string[]>): Promise<RowsLeft> {
  const left: RowsLeft = {
    row: undefined,
    advance: async () => {
      const { done, value } = await source.next();
      left.row = done ? undefined : value;
    },
  };
  await left.advance();
  return left;
}

async function* counted(text: AsyncGenerator<string, number>, sheet: Sheet): AsyncGenerator<string> {
  sheet.lastRow = yield* text;
}
