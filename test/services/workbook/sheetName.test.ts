import fc from 'fast-check';
import { sheetName } from '../../../src/services/workbook/sheetName';

test.each([
  ['MAN-YOGA-01', [], 'MAN-YOGA-01'],
  ['man-yoga-01', ['MAN-YOGA-01'], 'man-yoga-01 (2)'],
  ['A', ['a', 'A (2)'], 'A (3)'],
  ['a/b\\c[d]e:f*g?h', [], 'a_b_c_d_e_f_g_h'],
  ["'x'", [], '_x_'],
  ['=HYPERLINK("http://x.test")', [], '=HYPERLINK("http___x.test")'],
  ['History', [], 'History (2)'],
  ['', [], 'Hoja'],
  ['Una clase con un código larguísimo', [], 'Una clase con un código larguís'],
  ['Una clase con un código larguísimo', ['una clase con un código larguís'], 'Una clase con un código lar (2)'],
])('%j beside %j is the sheet %j', (text, taken, name) => {
  expect(sheetName(text, taken)).toBe(name);
});

test('whatever the text, Excel takes the name, and no two are the same', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { maxLength: 6 }), (texts) => {
      const names: string[] = [];
      for (const text of texts) names.push(sheetName(text, names));
      for (const name of names) {
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(31);
        expect(name).not.toMatch(/[[\]:*?/\\\p{Cc}\p{Cs}]|^'|'$/u);
      }
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    }),
  );
});
