import fc from 'fast-check';
import { folded, longestText, wordsOf } from '../../src/replies/text';

test.each([
  ['  SÍ,   Señora ', 'si, senora'],
  ['3️⃣', '3'],
  ['🔟', '10'],
  ['𝐇𝐎𝐋𝐀', 'hola'],
  ['１２', '12'],
  ['a\u200Bb', 'ab'],
  ['👍🏽', '👍'],
  ['ÑANDÚ', 'nandu'],
  ['uno\n\tdos', 'uno dos'],
])('%j folds to %j', (text, plain) => {
  expect(folded(text)).toBe(plain);
});

test('words are parted from numbers and signs', () => {
  expect(wordsOf("¡La 2a, por favor! I don't")).toEqual(['la', '2', 'a', 'por', 'favor', 'i', 'dont']);
});

test('folding twice changes nothing, and nothing gets longer than a message can be', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 6000 }), (text) => {
      expect(folded(text).length).toBeLessThanOrEqual(longestText);
      expect(folded(folded(text))).toBe(folded(text));
    }),
  );
});

test.each([
  ['xfa q dia es', ['porfa', 'que', 'dia', 'es']],
  ['voy pa la clase tb', ['voy', 'para', 'la', 'clase', 'tambien']],
  ['no puedo xq trabajo x la tarde', ['no', 'puedo', 'porque', 'trabajo', 'por', 'la', 'tarde']],
  ['la d costura', ['la', 'de', 'costura']],
  ['Ana D', ['ana', 'd']],
  ['mi pa 8 x 10', ['mi', 'pa', '8', 'x', '10']],
])('%j is spelled out', (text, words) => {
  expect(wordsOf(text)).toEqual(words);
});
