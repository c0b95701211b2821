import { spanishWords } from '../../src/replies/spanish';

test.each([
  ['hola', 1],
  ['buenas tardes', 2],
  ['hola, quiero inscribirme en yoga', 3],
  ['ver clases', 2],
  ['no tengo cédula', 2],
])('"%s" has %i words of Spanish', (text, n) => expect(spanishWords(text)).toBe(n));

test.each([
  'hello',
  'bosa',
  'no',
  'gracias',
  'María de la Cruz Bueno',
  'Nina Claro',
  'La Candelaria',
  'CC 52123456',
  'is it free?',
  '',
])('"%s" may be said by anybody', (text) => expect(spanishWords(text)).toBe(0));

test('what a class is called is said in every language', () => {
  expect(spanishWords('Inglés para viajar con mis hijos', ['Inglés para viajar con mis hijos'])).toBe(0);
});
