/** What separates the cells of a line: a comma, or a semicolon for Excel in Spanish. */
export type Separator = ',' | ';';

/** A line of a CSV file as RFC 4180 wants it, with its end. */
export function csvLine(cells: string[], separator: Separator): string {
  return `${cells.map(csvCell).join(separator)}\r\n`;
}

/**
 * A cell of a CSV file that no spreadsheet runs as a formula: where it would, an apostrophe is put in front (OWASP,
 * "CSV injection"). A cell with either separator in it is quoted, so that opening the file with the other does not tear it.
 */
export function csvCell(text: string): string {
  const safe = notFormula(text);
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A text that no spreadsheet runs as a formula, also when it comes from a page it opens. */
export function notFormula(text: string): string {
  return runsAsFormula.test(text) ? `'${text}` : text;
}

// Also after spaces and invisible characters, which spreadsheets drop, and in full width, which some of them narrow.
const runsAsFormula = /^(?:[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹢﹣﹦﹫]|[\t\r\n\0])/u;
