import { say } from '../../src/script/say';
import { languageOf, sentence } from '../../src/script/sentences';

test.each([
  ['es', 'es'],
  ['es-CO', 'es'],
  ['EN-us', 'en'],
  ['fr', 'es'],
  ['', 'es'],
])('the locale %j speaks %s', (locale, language) => {
  expect(languageOf(locale)).toBe(language);
});

test.each([
  [0, 'lunes · 0 cupos'],
  [1, 'lunes · 1 cupo'],
  [3, 'lunes · 3 cupos'],
])('%i places have the right plural', (free, said) => {
  expect(sentence('es', say('enrolment.row', { when: 'lunes', free }))).toBe(said);
});

test('what a person wrote is put into a sentence as it is, never as a pattern', () => {
  const name = "{n, plural, one {#}} O'Brien 'x' #";
  expect(sentence('es', say('menu.hello', { name }))).toBe(`Hola, ${name}. ¿Qué quiere hacer?`);
});

test('a blank left out, and one too many, are compile errors', () => {
  // @ts-expect-error the blank is missing
  say('menu.hello');
  // @ts-expect-error there is no such blank
  say('menu.hello', { name: 'Ana', age: 3 });
  // @ts-expect-error there is no such sentence
  say('menu.goodbye');
  // @ts-expect-error a plural's form is no blank
  say('enrolment.row', { when: 'lunes', free: 1, '# cupo': 1 });
  expect(sentence('es', say('enrolment.row', { when: 'lunes', free: 1 }))).toBe('lunes · 1 cupo');
});
