import fc from 'fast-check';
import { checkInCodeIn, checkInSaid } from '../../src/replies/checkInCode';

test.each([
  ['4821', '4821'],
  ['asistir 4821', '4821'],
  ['Asistir: 4 8 2 1', '4821'],
  ['el código es 48-21', '4821'],
  ['4️⃣8️⃣2️⃣1️⃣', '4821'],
  ['hola ya llegué 4821', '4821'],
  ['482', undefined],
  ['48211', undefined],
  ['mi cédula es 4821', undefined],
  ['tengo 4821 pesos', undefined],
])('%s', (text, code) => {
  expect(checkInCodeIn(text)).toBe(code);
});

test.each([
  ['asistir 4821', '4821'],
  ['ASISTIR 4821', '4821'],
  ['attend 4821', '4821'],
  ['4821', undefined],
  ['asistir', undefined],
  ['asistir a la clase 4821 de yoga', undefined],
])('out of the blue: %s', (text, code) => {
  expect(checkInSaid(text)).toBe(code);
});

test('any four digits after the word are read as they are, and no text throws', () => {
  fc.assert(fc.property(fc.integer({ min: 1000, max: 9999 }), (n) => checkInSaid(`asistir ${n}`) === String(n)));
  fc.assert(fc.property(fc.string({ maxLength: 6000 }), (text) => checkInSaid(text) === undefined || text.length > 0));
});
