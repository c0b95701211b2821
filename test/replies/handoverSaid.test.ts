import fc from 'fast-check';
import { handoverAsked, handoverCodeSaid } from '../../src/replies/handoverSaid';
import { quickest } from '../setup/quickest';

test.each([
  ['seguir 48213907', '48213907'],
  ['Seguir: 4821 3907', '48213907'],
  ['continue 48213907', '48213907'],
  ['seguir 4821390', undefined],
  ['seguir 482139071', undefined],
  ['48213907', undefined],
  ['mi cédula es 48213907', undefined],
])('a code: %s', (text, code) => expect(handoverCodeSaid(text)).toBe(code));

test.each([
  ['seguir en WhatsApp', 'whatsapp'],
  ['quiero seguir por wasap', 'whatsapp'],
  ['continuar en la web', 'web'],
  ['Continue on the website', 'web'],
  ['seguir en la página', 'web'],
  ['quiero seguir en la clase', undefined],
  ['no quiero seguir', undefined],
  ['me dijeron por whatsapp que hay cupos', undefined],
])('the wish: %s', (text, where) => expect(handoverAsked(text)).toBe(where));

test('no text throws or takes long', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 5000 }), (text) => {
      handoverAsked(text);
      handoverCodeSaid(text);
    }),
  );
  expect(quickest(() => handoverAsked(`seguir ${'a '.repeat(2000)}`))).toBeLessThan(20);
  expect(quickest(() => handoverCodeSaid(`seguir ${'4 '.repeat(2000)}`))).toBeLessThan(20);
});
