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
  ['mi mamá se cayó y no responde', ['health']],
  ['Mi mamá se cayó. No responde.', ['health']],
  ['la niña está convulsionando', ['health']],
  ['mi esposo no puede respirar', ['health']],
  ['que dolor tan fuerte en el pecho y se me duerme el brazo', ['health']],
  ['no tengo minutos en el celular, mi esposo no respira', ['health']],
  ['mi marido me pegó y estoy sangrando mucho', ['health', 'violence']],
  ['yo lo que quiero es morirme de una vez pa no ser carga', ['life']],
  ['mi hija dice que se quiere matar', ['life']],
  ['no puedo salir porque el me encierra con candado', ['violence']],
  ['a mi hija le pega el marido', ['care']],
  ['ya no quiero bivir mas', ['life']],
  ['me da miedo ir a la casa porque el me espera pa cascarme', ['violence']],
])('%j tells of %j', (text, dangers) => {
  expect(dangerIn(text)).toEqual({ dangers, language: 'es' });
});

test.each([
  ['my husband hits me', ['violence']],
  ['I want to die', ['life']],
  ['they beat my mother', ['care']],
  ['the old lady fell and she is bleeding from her head', ['health']],
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
  'auxilio no sé qué hacer aquí, me explica',
  'usted me mata de la risa',
  'mi mamá se cayó el año pasado',
  'cuido a mi esposo que sufre del corazón',
  'me duele la cabeza',
  'tengo cita médica',
  'no puedo ir, mi niño está enfermo con gripa',
  'no puedo ir, mi mamá se cayó',
  'excusada: la mamá se cayó',
  'la 5 no vino, al esposo le dio un infarto',
  'se cayó el sistema y no responde',
  'my father had a stroke two years ago',
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
