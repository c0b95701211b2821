import { coordinatorWish } from '../../src/replies/coordinatorWishes';

test.each([
  ['pendientes', 'pending'],
  ['Ver pendientes', 'pending'],
  ['lista', 'pending'],
  ['asistencia', 'pending'],
  ['¿qué clases faltan por marcar?', 'pending'],
  ['listas sin marcar', 'pending'],
  ['pending', 'pending'],
  ['attendance', 'pending'],
  ['¿Quién dicta yoga?', 'teachers'],
  ['quiénes dan las clases', 'teachers'],
  ['instructoras', 'teachers'],
  ['ver los profesores', 'teachers'],
  ['who teaches', 'teachers'],
  ['the teachers', 'teachers'],
  ['ver clases', undefined],
  ['mis datos', undefined],
  ['quiero hablar con la instructora', undefined],
  ['todas menos 3', undefined],
  ['quién '.repeat(300), undefined],
])('%s', (text, wish) => {
  expect(coordinatorWish(text, false)).toBe(wish);
});

test.each([
  ['asistencia', undefined],
  ['mi lista', undefined],
  ['pendientes', 'pending'],
  ['quién dicta', 'teachers'],
])('whoever teaches too means her own lists by words of attendance: %s', (text, wish) => {
  expect(coordinatorWish(text, true)).toBe(wish);
});
