import fc from 'fast-check';
import { isWithin } from '../../src/domain/edits';
import { areNearNames, isNear, soundOf, spelled } from '../../src/replies/near';

test.each([
  ['kenedi', 'kennedy'],
  ['quenedi', 'kennedy'],
  ['yenny', 'jeny'],
  ['vosa', 'bosa'],
  ['faltarron', 'faltaron'],
  ['binieron', 'vinieron'],
  ['tunjuelto', 'tunjuelito'],
  ['gonzales', 'gonzalez'],
  ['katerin', 'catherine'],
  ['jimena', 'ximena'],
  ['pasaprote', 'pasaporte'],
])('%s may be %s', (typed, known) => {
  expect(isNear(typed, known)).toBe(true);
});

test.each([
  ['rosa', 'bosa'],
  ['luz', 'paz'],
  ['suba', 'sube'],
  ['usme', 'suma'],
  ['andrea', 'andres perez'],
  ['ana', 'eva'],
])('%s is not %s', (typed, known) => {
  expect(isNear(typed, known)).toBe(false);
});

test.each([
  ['maria', 'mario'],
  ['luis', 'luisa'],
  ['daniela', 'daniel'],
  ['antonio', 'antonia'],
])('%s is no slip for the name %s', (typed, known) => {
  expect(areNearNames(spelled(typed), spelled(known))).toBe(false);
});

test('letters swapped are one edit', () => {
  expect(isWithin('roas', 'rosa', 1)).toBe(true);
  expect(isWithin('abc', 'cab', 1)).toBe(false);
});

test('words an edit apart are within one, both ways, and the sound of a word sounds like itself', () => {
  const word = fc.stringMatching(/^[a-z]{2,12}$/);
  fc.assert(
    fc.property(word, fc.nat(12), fc.stringMatching(/^[a-z]$/), (word, at, letter) => {
      const edited = word.slice(0, at) + letter + word.slice(at + 1);
      expect(isWithin(word, edited, 1)).toBe(true);
      expect(isWithin(edited, word, 1)).toBe(true);
      expect(isWithin(word, `${word}zz`, 1)).toBe(false);
      expect(soundOf(word).length).toBeLessThanOrEqual(word.length);
    }),
  );
});
