import fc from 'fast-check';
import { readCompany } from '../../src/replies/company';

test.each([
  ['voy sola', 0, 0, 0],
  ['Sola, gracias', 0, 0, 0],
  ['nadie', 0, 0, 0],
  ['no, con nadie', 0, 0, 0],
  ['just me', 0, 0, 0],
  ['dos niños y mi mamá', 2, 1, 0],
  ['Dos niños y mi mama.', 2, 1, 0],
  ['mis 3 hijos', 3, 0, 0],
  ['con mi hija', 1, 0, 0],
  ['mi hijo y mi hija', 2, 0, 0],
  ['sí, con mi bebé', 1, 0, 0],
  ['llevo a mi niña de 4 años', 1, 0, 0],
  ['dos niños de 3 y 5 años', 2, 0, 0],
  ['un bebé de seis meses y mi abuela', 1, 1, 0],
  ['los gemelos', 2, 0, 0],
  ['un par de nietos', 2, 0, 0],
  ['una persona mayor', 0, 1, 0],
  ['2 personas mayores', 0, 2, 0],
  ['mi suegra y dos nietas', 2, 1, 0],
  ['mi hijo con discapacidad', 0, 0, 1],
  ['una persona con discapacidad', 0, 0, 1],
  ['mi mamá en silla de ruedas', 0, 0, 1],
  ['dos niños, uno con discapacidad', 1, 0, 1],
  ['dos niños con discapacidad', 0, 0, 2],
  ['mi hermana discapacitada', 0, 0, 1],
  ['llevo a mi esposo que es discapacitado y mi hijo de 3 años', 1, 0, 1],
  ['mi esposo con discapacidad', 0, 0, 1],
  ['my husband in a wheelchair and one kid', 1, 0, 1],
  ['2️⃣ niños', 2, 0, 0],
  ['two kids and my mother', 2, 1, 0],
  ['my son in a wheelchair', 0, 0, 1],
  ['an elderly person', 0, 1, 0],
  ['una persona mayor, mi suegra', 0, 1, 0],
  ['un niño, no perdón, son dos', 2, 0, 0],
  ['no llevo a nadie', 0, 0, 0],
  ['no voy sola', undefined, 0, 0],
  ['si puedo llevo a mi mamá', undefined, 0, 0],
  ['mi hijo de 30 años', undefined, 0, 0],
  ['one elderly person', 0, 1, 0],
])('"%s"', (text, children, older, disabled) => {
  const read = readCompany(text);
  if (children === undefined) expect(read.ok).toBe(false);
  else expect(read).toEqual({ ok: true, value: { children, older, disabled } });
});

test.each([
  ['mis hijos', 'how_many', 'hijos'],
  ['mi mamá y mis niños', 'how_many', 'ninos'],
  ['mi esposo', 'which_group', 'esposo'],
  ['mi mamá y mi hermano', 'which_group', 'hermano'],
  ['dos', 'not_understood', 'dos'],
  ['2 personas', 'which_group', '2'],
  ['400 niños', 'not_understood', '400 ninos'],
  ['¿cuánto cuesta?', 'not_understood', 'cuanto'],
  ['no sé', 'not_understood', 'se'],
  ['cero niños', 'not_understood', 'cero ninos'],
  ['', 'not_understood', ''],
])('"%s" is asked back', (text, why, about) => {
  expect(readCompany(text)).toEqual({ ok: false, why, text: about });
});

const small = fc.integer({ min: 1, max: 9 });
const spoken = fc.record({ children: fc.option(small), older: fc.option(small), disabled: fc.option(small) });

test('whatever counts are said are the counts read, in any order', () => {
  fc.assert(
    fc.property(spoken, fc.boolean(), ({ children, older, disabled }, turned) => {
      fc.pre([children, older, disabled].some(Boolean));
      const parts = [
        ...(children ? [`${children} niños`] : []),
        ...(older ? [`${older} personas mayores`] : []),
        ...(disabled ? [`${disabled} personas con discapacidad`] : []),
      ];
      const text = (turned ? parts.reverse() : parts).join(' y ');
      const value = { children: children ?? 0, older: older ?? 0, disabled: disabled ?? 0 };
      expect(readCompany(text)).toEqual({ ok: true, value });
    }),
  );
});

const word = fc.constantFrom(
  ...'dos 3 niños mi mis hijo hijos mamá con discapacidad uno y de años en silla ruedas persona mayor sola no 99 zxq'.split(
    ' ',
  ),
);

test('of any words, counts are whole, from 0 to 20 and not all 0 unless she comes alone', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 45 }), (words) => {
      const read = readCompany(words.join(' '));
      if (!read.ok) return;
      const counts = Object.values(read.value);
      expect(counts.every((count) => Number.isInteger(count) && count >= 0 && count <= 20)).toBe(true);
      expect(counts.some((count) => count > 0) || words.some((one) => one === 'sola' || one === 'no')).toBe(true);
    }),
  );
});

test('capitals, accents and stops change nothing', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 10 }), (words) => {
      const text = words.join(' ');
      const plain = text.normalize('NFD').replace(/\p{M}/gu, '');
      expect(readCompany(`¡${plain.toUpperCase()}!`)).toEqual(readCompany(text));
    }),
  );
});
