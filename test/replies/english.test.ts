import { isPlainlyEnglish } from '../../src/replies/english';

test.each([
  'hi, do you speak english?',
  'I want to enroll in a class',
  'is it free?',
  'I want yoga in Bosa please',
  'what classes are there',
  'I am Mary Smith',
  'how do I register',
])('"%s" is English', (text) => expect(isPlainlyEnglish(text)).toBe(true));

test.each([
  'hola',
  'hello',
  'ok please',
  'quiero clases de inglés',
  'English',
  'María Pérez Gómez',
  'Will Torres',
  'me interesa the voice',
  'bosa',
  'si, for favor',
  'CC 52123456',
  'no',
  '',
  'is',
  'yoga',
])('"%s" is not plainly so', (text) => expect(isPlainlyEnglish(text)).toBe(false));
