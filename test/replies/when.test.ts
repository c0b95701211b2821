import fc from 'fast-check';
import type { Times } from '../../src/domain/times';
import { readWhen } from '../../src/replies/when';

test.each<[string, Times]>([
  ['los martes por la tarde', { days: [2], from: '12:00', before: '18:00' }],
  ['entre semana', { days: [1, 2, 3, 4, 5] }],
  ['sábado a las 8', { days: [6], from: '08:00', before: '09:00' }],
  ['los savados en la mañana', { days: [6], before: '12:00' }],
  ['de lunes a miércoles', { days: [1, 2, 3] }],
  ['lunes, miércoles y viernes', { days: [1, 3, 5] }],
  ['después de las 4', { from: '16:00' }],
  ['antes de las 10 de la mañana', { before: '10:00' }],
  ['de 2 a 4', { from: '14:00', before: '16:00' }],
  ['a las 8:30 a. m.', { from: '08:30', before: '09:30' }],
  ['a las siete y media de la noche', { from: '19:30', before: '20:30' }],
  ['a las 12', { from: '12:00', before: '13:00' }],
  ['cualquier día', {}],
  ['Saturday mornings', { days: [6], before: '12:00' }],
])('%j is %j', (text, times) => {
  expect(readWhen(text)).toEqual(times);
});

test.each([
  '',
  'mañana',
  'buenas tardes',
  'no puedo los lunes',
  'tengo 8 hijos',
  'la niña tiene de 2 a 4 años',
  'artes marciales',
  'llego tarde',
  'el 15 de marzo',
])('%j tells no time', (text) => {
  expect(readWhen(text)).toBeUndefined();
});

test('every day and hour is read back', () => {
  const days = ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'];
  fc.assert(
    fc.property(fc.nat(6), fc.integer({ min: 7, max: 12 }), (day, hour) => {
      const from = `${String(hour).padStart(2, '0')}:00`;
      expect(readWhen(`los ${days[day]} a las ${hour}`)).toMatchObject({ days: [day + 1], from });
    }),
  );
});
