import { orderTo } from '../../dialogs/orders';
import { attendanceSaid } from '../../src/replies/attendanceSaid';
import { quickest } from '../setup/quickest';

test.each([
  ['todas menos 3 y 7', 'todas menos 3 y 7'],
  ['Buenas tardes profe, asistencia yoga: faltaron 3 y 7', 'faltaron 3 y 7'],
  ['asistencia: todas menos 3 y 7, la 5 llegó tarde', 'todas menos 3 y 7, la 5 llegó tarde'],
  ['asistencia todas menos 3, tarde: 5', 'todas menos 3, tarde: 5'],
  ['hoy vinieron todas menos la tres la siete', 'vinieron todas menos la tres la siete'],
  ['la 8 llegó tarde', 'la 8 llegó tarde'],
  ['3 y 7 no vinieron', '3 y 7 no vinieron'],
  ['asistencia del jueves 12: todas', 'todas'],
  ['vinieron todas ayer menos la 3', 'vinieron todas menos la 3'],
  ['attendance: all but 3 and 7', 'all but 3 and 7'],
  ['7 was late', '7 was late'],
])('%j says %j', (text, said) => {
  expect(attendanceSaid(text)?.said).toBe(said);
});

test.each([
  'asistencia',
  'asistencia del martes',
  'asistencia de hoy por favor',
  'lista de la clase',
  '¿vinieron todas?',
  'todas',
  'la 1',
  'la 3 por favor',
  'las 3 de la tarde',
  'el 3 no hay clase',
  'llegaron los libros',
  'no vino la luz',
])('%j says nothing of who came', (text) => {
  expect(attendanceSaid(text)).toBeUndefined();
});

test.each([
  ['asistencia del martes: todas menos 3', { weekday: 2 }],
  ['ayer faltaron la 3 y la 5', { ago: 1 }],
  ['vinieron todas ayer menos la 3', { ago: 1 }],
  ['todas menos 3 que está enferma desde el lunes', undefined],
  ['faltó la 3 porque ayer se enfermó', undefined],
  ['hoy faltaron la 3 y la 5', undefined],
])('%j is of that day', (text, day) => {
  expect(orderTo({ kind: 'came' }, text).known.day).toEqual(day);
});

test('anything is read in a moment', () => {
  for (const text of [
    'asistencia '.repeat(900),
    'hoy '.repeat(2500),
    'asistencia de la clase '.repeat(400),
    '3 y '.repeat(2500),
  ]) {
    expect(quickest(() => attendanceSaid(text))).toBeLessThan(200);
  }
});
