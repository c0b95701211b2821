import { type CellKind, cell, columnLetters, looks, textCell } from './cell';

/** A column: its heading, how its cells are taken, how many characters it is wide. */
export type SheetColumn = { name: string; kind: CellKind; width: number };

/** Rows still to be written, the next one in hand. */
export type RowsLeft = { row: string[] | undefined; advance: () => Promise<void> };

/** Writes rows to a sheet until it is full, under a heading that stays in sight and filters; gives the number of its last row. */
export async function* sheetText(columns: readonly SheetColumn[], left: RowsLeft): AsyncGenerator<string, number> {
  const letters = columns.map((_, index) => columnLetters(index));
  let piece = start(columns, letters);
  let at = 1;
  for (; left.row && at < mostRows; await left.advance()) {
    at += 1;
    piece += `<row r="${at}">`;
    for (const [index, { kind }] of columns.entries())
      piece += cell(`${letters[index]}${at}`, left.row[index] ?? '', kind);
    piece += '</row>';
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}${end(`A1:${letters.at(-1)}${at}`)}`;
  return at;
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
