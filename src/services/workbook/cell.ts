/** How a spreadsheet is to take a cell. Whatever does not read as its kind (2025-01-31, 08:00, 12) is written as text. */
export type CellKind = 'text' | 'number' | 'date' | 'time';

/** The look of a cell, by its place in the list of `parts.ts`. */
export const looks = { plain: 0, header: 1, text: 2, date: 3, time: 4 };

/**
 * A cell of a sheet in SpreadsheetML; an empty one is left out. Text is never a formula, and keeps its zeros and its
 * length also when somebody edits it.
 */
export function cell(place: string, text: string, kind: CellKind): string {
  if (text === '') return '';
  const number = numberOf(text, kind);
  return number === undefined ? textCell(place, text, looks.text) : numberCell(place, number, kind);
}

/** A cell of text in a given look. */
export function textCell(place: string, text: string, look: number): string {
  const kept = /^\s|\s$|[\t\n]/.test(text) ? ' xml:space="preserve"' : '';
  return `<c r="${place}" s="${look}" t="inlineStr"><is><t${kept}>${escaped(fitting(text))}</t></is></c>`;
}

/** The letters of a column, of which the first is 0. */
export function columnLetters(index: number): string {
  const before = index < 26 ? '' : columnLetters(Math.floor(index / 26) - 1);
  return before + String.fromCharCode(65 + (index % 26));
}

/** Text as it stands in XML. What XML cannot hold is written as SpreadsheetML has it, `_x0007_`. */
export function escaped(text: string): string {
  return text.replace(/[&<>"]|[^\t\n\x20-\uFFFD]|_(?=x[\dA-Fa-f]{4}_)/g, (sign) => {
    const hexadecimal = sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return entities[sign] ?? `_x${hexadecimal}_`;
  });
}

const entities: { [sign: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

// Excel takes a file with a longer text for broken.
function fitting(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text;
}
const longestText = 32_767;

function numberCell(place: string, number: number, kind: CellKind): string {
  const look = kind === 'date' ? looks.date : kind === 'time' ? looks.time : looks.plain;
  return `<c r="${place}" s="${look}"><v>${number}</v></c>`;
}

// Excel counts days from 1899-12-30, and times as parts of a day.
function numberOf(text: string, kind: CellKind): number | undefined {
  switch (kind) {
    case 'text':
      return undefined;
    case 'number':
      return /^(0|[1-9]\d{0,14})$/.test(text) ? Number(text) : undefined;
    case 'date':
      return /^(19[1-9]|[2-9]\d\d)\d-\d\d-\d\d$/.test(text) ? Date.parse(text) / 86_400_000 + 25_569 : undefined;
    case 'time':
      return /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
        ? (Number(text.slice(0, 2)) * 60 + Number(text.slice(3))) / 1440
        : undefined;
  }
}
