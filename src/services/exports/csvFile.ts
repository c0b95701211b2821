import { csvLine, type Separator } from '../../domain/csvCell';

/** The lines of a table as a CSV file in pieces: UTF-8 with a byte order mark, RFC 4180, no cell a formula. */
export async function* csvFile(
  header: string[],
  lines: AsyncIterable<string[]>,
  separator: Separator,
): AsyncGenerator<string> {
  let piece = `\uFEFF${csvLine(header, separator)}`;
  for await (const line of lines) {
    piece += csvLine(line, separator);
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = '';
  }
  if (piece) yield piece;
}

const pieceLength = 16_384;
