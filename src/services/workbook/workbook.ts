import { contentTypes, packageLinks, type Sheet, styles, workbookLinks, workbookText } from './parts';
import { type RowsLeft, type SheetColumn, sheetText } from './sheet';
import { type ZipEntry, zipped } from './zip';

/**
 * Gives an XLSX workbook of a table in pieces, holding a few rows at a time; what does not fit on a sheet goes on on the
 * next. Nothing in it is a formula.
 */
export function workbook(
  name: string,
  columns: readonly SheetColumn[],
  rows: AsyncIterable<string[]>,
): AsyncGenerator<Buffer> {
  return zipped(entries(name, columns, rows));
}

async function* entries(
  name: string,
  columns: readonly SheetColumn[],
  rows: AsyncIterable<string[]>,
): AsyncGenerator<ZipEntry> {
  yield { name: '_rels/.rels', text: [packageLinks] };
  yield { name: 'xl/styles.xml', text: [styles] };
  const source = rows[Symbol.asyncIterator]();
  try {
    const sheets: Sheet[] = [];
    for (const left = await rowsLeft(source); sheets.length === 0 || left.row; ) {
      const sheet = { name: sheets.length === 0 ? name : `${name} ${sheets.length + 1}`, lastRow: 1 };
      sheets.push(sheet);
      yield { name: `xl/worksheets/sheet${sheets.length}.xml`, text: counted(sheetText(columns, left), sheet) };
    }
    yield { name: 'xl/workbook.xml', text: [workbookText(sheets, columns.length)] };
    yield { name: 'xl/_rels/workbook.xml.rels', text: [workbookLinks(sheets)] };
    yield { name: '[Content_Types].xml', text: [contentTypes(sheets)] };
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
