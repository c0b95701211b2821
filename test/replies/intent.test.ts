import { isGreeting, readIntent } from '../../src/replies/intent';

test.each([
  ['quiero inscribirme en yoga', 'classes'],
  ['me quiero inscribir', 'classes'],
  ['incribirme', 'classes'],
  ['hay cupos?', 'classes'],
  ['Ver clases', 'classes'],
  ['¿Qué cursos hay en Bosa?', 'classes'],
  ['apuntarme', 'classes'],
  ['separar cupo', 'classes'],
  ['me inscribe por favor', 'classes'],
  ['registrarme en una clase de yoga', 'classes'],
  ['HORARIOS', 'classes'],
  ['I want to see the classes', 'classes'],
  ['mis clases', 'my_classes'],
  ['Quiero ver mis clases por favor', 'my_classes'],
  ['no puedo ir', 'my_classes'],
  ['darme de baja', 'my_classes'],
  ['my classes', 'my_classes'],
  ['registrarme', 'register'],
  ['Buenas, me quiero registrar', 'register'],
  ['sign up', 'register'],
  ['asistencia', 'attendance'],
  ['Asistencia 📋', 'attendance'],
  ['tomar asistencia', 'attendance'],
  ['asistensia', 'attendance'],
  ['llamar a lista', 'attendance'],
  ['lista', 'attendance'],
  ['attendance please', 'attendance'],
  ['mis datos', 'see_data'],
  ['quiero ver mis datos', 'see_data'],
  ['borrar', 'change_data'],
  ['quiero borrar mis datos', 'change_data'],
  ['Corregir', 'change_data'],
  ['delete my data', 'change_data'],
])('%j asks for %s', (text, intent) => {
  expect(readIntent(text)).toBe(intent);
});

test.each([
  '',
  'hola',
  'buenos días',
  'gracias',
  'sí',
  '1',
  '2',
  'menú',
  'María Pérez',
  'yoga',
  'no quiero clases',
  'ya no me voy a inscribir',
  'asistencia y mis datos',
  'la lista de útiles del colegio',
  'me gusta lo que enseñan, ayer estuve hablando con una vecina de la clase que dan en la casa de la cultura',
])('%j is not guessed at', (text) => {
  expect(readIntent(text)).toBeUndefined();
});

test.each(['hola', 'Buenos días', '¡Hola! ¿cómo está?', 'muchas gracias', 'hello'])('%j only greets', (text) => {
  expect(isGreeting(text)).toBe(true);
});

test.each(['', 'hola, soy Ana', 'hola quiero clases', '1', 'no gracias'])('%j is no mere greeting', (text) => {
  expect(isGreeting(text)).toBe(false);
});

test('a very long text is read at once', () => {
  const started = process.hrtime.bigint();
  expect(readIntent('dos mil '.repeat(2000))).toBeUndefined();
  expect(readIntent('inscripciones '.repeat(2000))).toBeUndefined();
  expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(50);
});
