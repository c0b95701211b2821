import { maskedName, maskedNumber } from '../../src/domain/mask';

test.each([
  [{ first: 'María Elena', last: 'Pérez Gómez' }, 'María Elena P. G.'],
  [{ first: 'Ana', last: '' }, 'Ana'],
  [{ first: 'Ana', last: 'de la Cruz' }, 'Ana D. L. C.'],
])('%j is shown as %s', (names, shown) => {
  expect(maskedName(names)).toBe(shown);
});

test.each([
  ['1020304050', '…050'],
  ['52123456', '…56'],
  ['1234', '…4'],
  ['12', '…'],
])('of %s only %s is shown', (number, shown) => {
  expect(maskedNumber(number)).toBe(shown);
});
