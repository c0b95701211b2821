import { type CellKind, cell, columnLetters, looks, textCell } from './cell';

/** A column: its heading, how its cells are taken, how many characters it is wide. */
export type SheetColumn = { name: string; kind: CellKind; width: number };

/** Rows still to be written, the next one in hand. */
export type RowsLeft = { row: string[] | undefined; advance: () => Promise<void> };

/**
 * Writes rows to a sheet until it is full, under a heading that stays in sight and filters, and the foot under the last
 * of all; gives the number of the last row that is filtered.
 */
export async function* sheetText(
  columns: readonly SheetColumn[],
  left: RowsLeft,
  foot?: string[],
): AsyncGenerator<string, number> {
  const letters = columns.map((_, index) => columnLetters(index));
  const most = foot ? mostRows - 1 : mostRows;
  let piece = start(columns, letters);
  let at = 1;
  for (; left.row && at < most; await left.advance()) {
    at += 1;
    piece += rowText(left.row, at, columns, letters);
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = '';
  }
  const last = foot && !left.row ? rowText(foot, at + 1, columns, letters) : '';
  yield `${piece}${last}${end(`A1:${letters.at(-1)}${at}`)}`;
  return at;
}

function rowText(row: string[], at: number, columns: readonly SheetColumn[], letters: string[]): string {
  let cells = '';
  for (const [index, { kind }] of columns.entries()) cells += cell(`${letters[index]}${at}`, row[index] ?? '', kind);
  return `<row r="${at}">${cells}</row>`;
}

// Excel's own limit.
const mostRows = 1_048_576;

const pieceLength = 65_536;

function start(columns: readonly SheetColumn[], letters: string[]): string {
  const widths = columns.map(({ width }, n) => `<col min="${n + 1}" max="${n + 1}" width="${width}" customWidth="1"/>`);
  const headings = columns.map(({ name }, n) => textCell(`${letters[n]}1`, name, looks.header));
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData><row r="1">${headings.join('')}</row>`;
}

// A document number is text on purpose: no green triangle.
function end(range: string): string {
  return `</sheetData><autoFilter ref="${range}"/><ignoredErrors><ignoredError sqref="${range}" numberStoredAsText="1"/></ignoredErrors></worksheet>`;
}
