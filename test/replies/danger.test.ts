import fc from 'fast-check';
import { dangerIn } from '../../src/replies/danger';
import { suites } from './corpus/suites';

test.each([
  ['me pega', ['violence']],
  ['Mi esposo me está pegando', ['violence']],
  ['hola señorita es que mi marido me pega y no sé qué hacer', ['violence']],
  ['tengo miedo', ['violence']],
  ['le tengo miedo a mi ex', ['violence']],
  ['me kiere matar', ['violence']],
  ['me amenaza', ['violence']],
  ['¡AUXILIOOO!', ['violence']],
  ['no me deja salir de la casa', ['violence']],
  ['me quiero morir', ['life']],
  ['ya no quiero vivir más', ['life']],
  ['el papá le pega al niño', ['care']],
  ['golpean a mi mamá en la casa', ['care']],
  ['me pega y me quiero morir', ['violence', 'life']],
])('%j tells of %j', (text, dangers) => {
  expect(dangerIn(text)).toEqual({ dangers, language: 'es' });
});

test.each([
  ['my husband hits me', ['violence']],
  ['I want to die', ['life']],
  ['they beat my mother', ['care']],
])('%j tells of %j, in English', (text, dangers) => {
  expect(dangerIn(text)).toEqual({ dangers, language: 'en' });
});

test.each([
  'me pega el sol',
  'se me pegó la gripa',
  'tengo miedo de no alcanzar cupo',
  'me muero de risa',
  'me mata la rodilla',
  'clase de defensa personal',
  'primeros auxilios',
  'taller de prevención de violencias',
  'no quiero vivir lejos de la manzana',
  'el profe no me pega ni me grita',
  'tengo miedo del computador',
  'me toca clase hoy',
  'le pega a la pelota',
  'Auxilio de transporte',
])('%j only sounds like danger', (text) => {
  expect(dangerIn(text)).toBeUndefined();
});

const elsewhere = suites.filter(({ reader }) => reader !== 'danger').flatMap(({ rows }) => rows);

test('nothing that people write of other things is taken for danger', () => {
  expect(elsewhere.length).toBeGreaterThan(1000);
  expect(elsewhere.filter(({ text }) => dangerIn(text)).map(({ text }) => text)).toEqual([]);
});

test('danger is heard in the middle of anything', () => {
  const texts = elsewhere.map(({ text }) => text);
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.constantFrom(...texts), (before, after) => {
      expect(dangerIn(`${before}. Mi marido me golpea. ${after}`)?.dangers).toContain('violence');
    }),
  );
});
