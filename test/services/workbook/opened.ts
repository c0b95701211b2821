import { unzipped } from './unzipped';
import { childrenOf, type Element, readXml } from './xml';

/** A sheet as a reader sees it: cells as shown, and of which sort they are. */
export type OpenedSheet = { name: string; rows: string[][]; sorts: string[][]; xml: Element };

/** Opens a workbook as a spreadsheet does, from its first link to its cells. */
export function opened(archive: Buffer): OpenedSheet[] {
  const files = unzipped(archive);
  const part = (name: string) => readXml(files.get(name) ?? '');
  const types = new Map(
    childrenOf(part('[Content_Types].xml'), 'Override').map(({ attributes }) => [
      attributes.PartName,
      attributes.ContentType,
    ]),
  );
  const [start] = childrenOf(part('_rels/.rels'), 'Relationship');
  expect(start?.attributes.Target).toBe('xl/workbook.xml');
  expect(types.get('/xl/workbook.xml')).toMatch(/sheet\.main\+xml$/);
  const links = new Map(
    childrenOf(part('xl/_rels/workbook.xml.rels'), 'Relationship').map(({ attributes }) => [
      attributes.Id,
      attributes.Target,
    ]),
  );
  expect([...links.values()]).toContain('styles.xml');
  const formats = formatsOf(part('xl/styles.xml'));
  const [list] = childrenOf(part('xl/workbook.xml'), 'sheets');
  return childrenOf(list, 'sheet').map(({ attributes }) => {
    const target = links.get(attributes['r:id']);
    expect(types.get(`/xl/${target}`)).toMatch(/worksheet\+xml$/);
    return openedSheet(attributes.name ?? '', part(`xl/${target}`), formats);
  });
}

function formatsOf(styles: Element): string[] {
  const [own] = childrenOf(styles, 'numFmts');
  const codes = new Map(
    childrenOf(own, 'numFmt').map(({ attributes }) => [attributes.numFmtId, attributes.formatCode]),
  );
  const [looks] = childrenOf(styles, 'cellXfs');
  const standard: Record<string, string> = { 0: 'General', 49: '@' };
  return childrenOf(looks, 'xf').map(
    ({ attributes: { numFmtId = '' } }) => codes.get(numFmtId) ?? standard[numFmtId] ?? '?',
  );
}

function openedSheet(name: string, xml: Element, formats: string[]): OpenedSheet {
  const [rows] = childrenOf(xml, 'sheetData');
  const cells = childrenOf(rows, 'row').map((row, above) => {
    expect(row.attributes.r).toBe(String(above + 1));
    return childrenOf(row, 'c').map((cell) => ({ column: columnOf(cell, above + 1), ...openedCell(cell, formats) }));
  });
  const width = cells[0]?.length ?? 0;
  const table = (of: 'shown' | 'sort') =>
    cells.map((row) => Array.from({ length: width }, (_, n) => row.find(({ column }) => column === n)?.[of] ?? ''));
  return { name, rows: table('shown'), sorts: table('sort'), xml };
}

function columnOf({ attributes: { r = '' } }: Element, row: number): number {
  const [, letters = '', number] = /^([A-Z]+)(\d+)$/.exec(r) ?? [];
  expect(number).toBe(String(row));
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function openedCell(cell: Element, formats: string[]): { shown: string; sort: string } {
  const format = formats[Number(cell.attributes.s ?? 0)] ?? '?';
  const [inline] = childrenOf(cell, 'is');
  if (cell.attributes.t === 'inlineStr') return { shown: textOf(childrenOf(inline, 't')[0]), sort: `text ${format}` };
  expect(cell.children.map(({ name }) => name)).toEqual(['v']);
  const value = Number(childrenOf(cell, 'v')[0]?.text);
  const moment = new Date(Math.round((value - 25_569) * 86_400_000)).toISOString();
  if (format === 'hh:mm') return { shown: moment.slice(11, 16), sort: 'time' };
  return format === 'General' ? { shown: String(value), sort: 'number' } : { shown: moment.slice(0, 10), sort: 'date' };
}

// Without xml:space, Excel drops the blanks around a text; _xHHHH_ stands for what XML cannot hold.
function textOf(element: Element | undefined): string {
  const { text = '', attributes = {} } = element ?? {};
  const kept = attributes['xml:space'] === 'preserve' ? text : text.replace(/^[ \t\n]+|[ \t\n]+$/g, '');
  return kept.replace(/_x([\dA-F]{4})_/g, (_, hexadecimal) => String.fromCharCode(Number.parseInt(hexadecimal, 16)));
}
