import fc from 'fast-check';
import { wholeNumber } from '../../src/replies/number';

test.each([
  ['3', 3],
  ['3️⃣', 3],
  ['tres', 3],
  ['TRES', 3],
  ['una', 1],
  ['dieciséis', 16],
  ['diez y seis', 16],
  ['veintidós', 22],
  ['veinte y dos', 22],
  ['treinta y cuatro', 34],
  ['noventa y nueve', 99],
  ['twelve', 12],
  ['twenty one', 21],
  ['twenty-one', 21],
  ['0', 0],
  ['dos mil', undefined],
  ['treinta dos', undefined],
  ['tres y cuatro', undefined],
  ['3 4', undefined],
  ['tengo 3', undefined],
  ['', undefined],
  ['1234567', undefined],
])('%j is %s', (text, number) => {
  expect(wholeNumber(text)).toBe(number);
});

test('every number to 99 is read from its Spanish words', () => {
  const tens = 'treinta cuarenta cincuenta sesenta setenta ochenta noventa'.split(' ');
  const units = 'uno dos tres cuatro cinco seis siete ocho nueve'.split(' ');
  fc.assert(
    fc.property(fc.nat(6), fc.nat(8), (ten, unit) => {
      expect(wholeNumber(`${tens[ten]} y ${units[unit]}`)).toBe((ten + 3) * 10 + unit + 1);
    }),
  );
});
