import fc from 'fast-check';
import { isWithin } from '../../src/domain/edits';
import type { Names } from '../../src/domain/names';
import { nameLikeness } from '../../src/domain/namesake';
import { type Likeness, type NearMatch, nearMatch, numbersOneSlipAway } from '../../src/domain/nearMatch';

const named = (text: string): Names => {
  const [first = '', last = ''] = text.split('|');
  return { first, last };
};

test.each<[string, string, Likeness['names']]>([
  ['María Elena|Pérez Gómez', 'maria elena|perez gomez', 'same'],
  ['María Elena|Pérez', 'Pérez|María Elena', 'same'],
  ['Ana|de la Cruz', 'Ana|Cruz', 'same'],
  ['María Elena|Pérez Gómez', 'María|Pérez', 'alike'],
  ['María Elena|Pérez', 'Elena|Pérez', 'alike'],
  ['María Elena|Pérez', 'María Elena|Peréz Gómez', 'alike'],
  ['Yenny|Ruiz Pinzón', 'Yeny|Ruiz Pinzón', 'alike'],
  ['Íngrid|Ñáñez', 'Ingird|Nañez', 'alike'],
  ['Rosa Elena|Martínez', 'Rosa|Martines', 'alike'],
  ['Rosa Elena|Martínez Gil', 'Roza|Martines Gil', 'other'],
  ['María|Pérez', 'Mario|Pérez', 'other'],
  ['Luisa|Pérez', 'Luis|Pérez', 'other'],
  ['Ana María|Pérez', 'Ana Milena|Pérez', 'other'],
  ['Ana|Ruiz', 'Ana|Díaz', 'other'],
  ['Ana|Ruiz', 'Eva|Ruiz', 'other'],
  ['Ana|Gil', 'Ana|Gel', 'other'],
  ['Ana|', 'Ana|Ruiz', 'other'],
  ['Ana|Ruiz', 'Ana María Luz Paz|Ruiz', 'other'],
  ['Ana Ana|Ruiz', 'Ana|Ruiz Gil', 'other'],
])('%s and %s: %s', (one, other, likeness) => {
  expect(nameLikeness(named(one), named(other))).toBe(likeness);
  expect(nameLikeness(named(other), named(one))).toBe(likeness);
});

test.each<[Likeness['names'], Likeness['document'], Likeness['place'], NearMatch | undefined]>([
  ['same', 'one_slip', 'elsewhere', 'document_slip'],
  ['alike', 'one_slip', 'elsewhere', 'document_slip'],
  ['other', 'one_slip', 'phone', undefined],
  ['alike', 'other_type', 'elsewhere', 'document_type'],
  ['other', 'other_type', 'site', undefined],
  ['same', 'missing', 'site', 'names_at_site'],
  ['alike', 'missing', 'site', undefined],
  ['same', 'missing', 'phone', 'names_on_phone'],
  ['alike', 'missing', 'phone', 'names_on_phone'],
  ['other', 'missing', 'phone', undefined],
  ['same', 'missing', 'elsewhere', undefined],
  ['same', 'different', 'phone', undefined],
])('names %s, document %s, place %s: %s', (names, document, place, found) => {
  expect(nearMatch({ names, document, place })).toBe(found);
});

test('the numbers a slip away are all there are, and none more', () => {
  const all = [...'0123456789'].flatMap((one) => [`${one}2`, `5${one}`, `${one}52`, `5${one}2`, `52${one}`]);
  const wanted = new Set([...all, '25', '2', '5']);
  wanted.delete('52');
  expect(numbersOneSlipAway('CC', '52').sort()).toEqual([...wanted].sort());
  expect(numbersOneSlipAway('CC', '1020304050').length).toBeLessThan(250);
  const number = fc.stringMatching(/^[0-9]{3,12}$/);
  fc.assert(
    fc.property(
      number,
      fc.nat(11),
      fc.constantFrom('cut', 'swap', 'change', 'add'),
      fc.nat(9),
      (number, at, how, digit) => {
        const [before, here, after] = [number.slice(0, at), number.charAt(at), number.slice(at + 1)];
        const slipped = {
          cut: before + after,
          swap: before + after.charAt(0) + here + after.slice(1),
          change: `${before}${digit}${after}`,
          add: `${before}${digit}${here}${after}`,
        }[how];
        const near = numbersOneSlipAway('CC', number);
        expect(near.includes(slipped)).toBe(slipped !== number);
        expect(near.every((one) => one !== number && isWithin(one, number, 1))).toBe(true);
      },
    ),
  );
});

test('letters are tried where a number may have them', () => {
  expect(numbersOneSlipAway('PA', 'AB12')).toContain('AX12');
  expect(numbersOneSlipAway('CC', '1234').some((one) => /\D/.test(one))).toBe(false);
});
