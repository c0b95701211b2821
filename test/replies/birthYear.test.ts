import { readBirthYear } from '../../src/replies/birthYear';

test.each([
  ['1962', 1962],
  ['nací en 1962', 1962],
  ['en el 62', 1962],
  ['tengo 63 años', 1963],
  ['63', 1963],
  ['sesenta y tres', 1963],
  ["I'm 63", 1963],
  ['born in 1962', 1962],
  ['1962 o 1963', undefined],
  ['12 de marzo de 1962', undefined],
  ['2150', undefined],
  ['300', undefined],
  ['no sé', undefined],
  ['', undefined],
])('"%s" in 2026 is %s', (text, year) => {
  expect(readBirthYear(text, 2026)).toBe(year);
});
