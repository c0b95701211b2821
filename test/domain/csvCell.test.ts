import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvCell, csvLine } from '../../src/domain/csvCell';

test.each([
  ['Rosa', 'Rosa'],
  ['', ''],
  ['Díaz, Rosa', '"Díaz, Rosa"'],
  ['a;b', '"a;b"'],
  ['dijo "sí"', '"dijo ""sí"""'],
  ['dos\nlíneas', '"dos\nlíneas"'],
  ['=1+1', "'=1+1"],
  ['+57', "'+57"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\tx', '"\'\tx"'],
  ['\rx', '"\'\rx"'],
  ['\0x', "'\0x"],
  ['  =1', "'  =1"],
  ['\u00a0=1', "'\u00a0=1"],
  ['\u200b=1', "'\u200b=1"],
  ['＝1', "'＝1"],
  ['＋1', "'＋1"],
  ['－1', "'－1"],
  ['＠x', "'＠x"],
  ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
  ['Sáenz-Mahecha', 'Sáenz-Mahecha'],
  ['2023-10-05', '2023-10-05'],
])('%j is written as %j', (text, cell) => {
  expect(csvCell(text)).toBe(cell);
});

const hostile = fc.string({
  unit: fc.constantFrom(...'=+-@＝＋－＠\t\r\n\0 ",;\'aé1\u00a0\u200b\ufeff'),
  maxLength: 12,
});

test('whatever stands in the cells, a line reads back as them, and no cell begins like a formula', () => {
  const cells = fc.array(fc.oneof(hostile, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })), {
    minLength: 2,
    maxLength: 5,
  });
  fc.assert(
    fc.property(cells, fc.constantFrom(',' as const, ';' as const), (texts, delimiter) => {
      const [read] = parse(csvLine(texts, delimiter), { delimiter, record_delimiter: '\r\n' }) as string[][];
      expect(read).toHaveLength(texts.length);
      for (const [at, text] of texts.entries()) {
        const cell = read?.[at] ?? '';
        expect([text, `'${text}`]).toContain(cell);
        expect(cell.replace(/^[\s\p{Cc}\p{Cf}]+/u, '')).not.toMatch(/^[=+\-@＝＋－＠]/);
        expect(cell).not.toMatch(/^[\t\r\n\0]/);
      }
    }),
    { numRuns: 2000 },
  );
});
