import { classOrder } from '../../src/replies/classOrder';
import { quickest } from '../setup/quickest';

const MON = { weekday: 1 };
const TUE = { weekday: 2 };
const THU = { weekday: 4 };
const FRI = { weekday: 5 };
const at = (hour: number, minute = 0, half?: 'am' | 'pm') => ({ hour, minute, ...(half && { half }) });

describe('cancelled', () => {
  test.each([
    ['cancelar la clase de mañana', { day: { in: 1 } }],
    ['no hay clase el viernes', { day: FRI }],
    ['Mañana no hay clase', { day: { in: 1 } }],
    ['hoy no puedo dar la clase', { day: { in: 0 } }],
    ['cancele la clase del jueves por favor', { day: THU }],
    ['no hay clase el jueves 26', { day: { date: 26, falls: 4 } }],
    ['cancelar la clase del jueves 26 de noviembre', { day: { date: 26, month: 11, falls: 4 } }],
    ['cancelar clase', {}],
    ['quiero cancelar la clase del 25', { day: { date: 25 } }],
    ['se cancela la clase del 2 de diciembre', { day: { date: 2, month: 12 } }],
    ['la clase del martes se suspende', { day: TUE }],
    ['no voy a dar clase pasado mañana', { day: { in: 2 } }],
    ['el próximo viernes no tenemos clase', { day: { weekday: 5, week: 'either' } }],
    ['el viernes de la otra semana no hay clase', { day: { weekday: 5, week: 'next' } }],
    ['no hay clase este lunes', { day: { weekday: 1, week: 'this' } }],
    ['cancelar la clase de mañana porque estoy enferma', { day: { in: 1 }, reason: 'estoy enferma' }],
    ['suspender la sesión de hoy', { day: { in: 0 } }],
    ['¿puedo cancelar la clase de mañana?', { day: { in: 1 } }],
    ["cancel tomorrow's class", { day: { in: 1 } }],
    ['no class on Friday', { day: FRI }],
    ['there is no class today', { day: { in: 0 } }],
    ["I can't teach class tomorrow", { day: { in: 1 } }],
    ['cancel the class on november 25', { day: { date: 25, month: 11 } }],
    ["Thursday's class is cancelled because I am ill", { day: THU, reason: 'I am ill' }],
  ])('%s', (text, order) => {
    expect(classOrder(text)).toEqual({ kind: 'cancel', ...order });
  });
});

describe('moved', () => {
  test.each([
    ['pasar la clase del martes al jueves a las 3', { day: TUE, to: THU, starts: at(3) }],
    ['pasar la clase del martes 24 al jueves 26', { day: { date: 24, falls: 2 }, to: { date: 26, falls: 4 } }],
    ['pasar la clase del martes al jueves 3 pm', { day: TUE, to: THU, starts: { ...at(3), half: 'pm' } }],
    ['mañana empezamos a las 9', { day: { in: 1 }, starts: at(9) }],
    ['mover la clase del viernes para el lunes', { day: FRI, to: MON }],
    ['la clase del martes se pasa para el jueves', { day: TUE, to: THU }],
    ['pasemos la de mañana para el viernes a las 10 am', { day: { in: 1 }, to: FRI, starts: at(10, 0, 'am') }],
    ['aplazar la clase de mañana', { day: { in: 1 } }],
    ['cambiar la clase del jueves a las 8:30', { day: THU, starts: at(8, 30) }],
    ['la clase de hoy empieza a las 4 y media', { day: { in: 0 }, starts: at(4, 30) }],
    ['pasar la clase del lunes a la misma hora el martes', { day: MON, to: TUE }],
    ['correr la clase del lunes de 3 a 5 pm', { day: MON, starts: at(3), ends: at(5, 0, 'pm') }],
    ['la clase del jueves pasa al viernes porque es festivo', { day: THU, to: FRI, reason: 'es festivo' }],
    ["move Tuesday's class to Thursday at 3", { day: TUE, to: THU, starts: at(3) }],
    ['tomorrow we start at 9', { day: { in: 1 }, starts: at(9) }],
    ['reschedule the class on Friday to Monday at 10 am', { day: FRI, to: MON, starts: at(10, 0, 'am') }],
    ['postpone tomorrow class', { day: { in: 1 } }],
  ])('%s', (text, order) => {
    expect(classOrder(text)).toEqual({ kind: 'move', ...order });
  });
});

describe('brought back, and who got the news', () => {
  test.each([
    ['sí hay clase mañana', { kind: 'restore', day: { in: 1 } }],
    ['siempre sí hay clase el viernes', { kind: 'restore', day: FRI }],
    ['ya no se cancela la clase del jueves', { kind: 'restore', day: THU }],
    ['there is class after all', { kind: 'restore' }],
    ['restore the class of Friday', { kind: 'restore', day: FRI }],
    ['¿a quién le llegó?', { kind: 'who_got_it' }],
    ['a quienes no les llegó el mensaje', { kind: 'who_got_it' }],
    ['quién falta por avisar', { kind: 'who_got_it' }],
    ['who got the message?', { kind: 'who_got_it' }],
  ])('%s', (text, order) => {
    expect(classOrder(text)).toEqual(order);
  });
});

describe('given by another', () => {
  test.each([
    ['mañana me reemplaza Pedro Gómez', { name: 'Pedro Gómez', day: { in: 1 } }],
    ['Pedro Gómez da mi clase del jueves', { name: 'Pedro Gómez', day: THU }],
    ['me va a reemplazar la profe Martha Peña el viernes', { name: 'Martha Peña', day: FRI }],
    ['Pedro Gómez me cubre el lunes', { name: 'Pedro Gómez', day: MON }],
    ['el jueves me cubre Martha Lucía Peña', { name: 'Martha Lucía Peña', day: THU }],
    ['hoy me reemplaza Elena Rios en lectura', { name: 'Elena Rios', day: { in: 0 } }],
    ['necesito un reemplazo para mañana', { day: { in: 1 } }],
    ['necesito un reemplazo para lectura', {}],
    ['necesito un reemplazo para la clase de educación flexible mañana', { day: { in: 1 } }],
    ['hoy me reemplaza Elena en lectura', { name: 'Elena', day: { in: 0 } }],
    ['mañana da mi clase Pedro Gómez', { name: 'Pedro Gómez', day: { in: 1 } }],
    ['I need a substitute for reading', {}],
    ['Pedro Gomez covers my class on Thursday', { name: 'Pedro Gomez', day: THU }],
    ['tomorrow Pedro Gómez will cover for me', { name: 'Pedro Gómez', day: { in: 1 } }],
  ])('%s', (text, order) => {
    expect(classOrder(text)).toEqual({ kind: 'substitute', ...order });
  });
  test.each([
    ['ya no me reemplaza', {}],
    ['Pedro Gómez ya no me reemplaza mañana', { day: { in: 1 } }],
    ['quitar el reemplazo del jueves', { day: THU }],
    ['Pedro is no longer covering my class', {}],
  ])('%s', (text, order) => {
    expect(classOrder(text)).toEqual({ kind: 'no_substitute', ...order });
  });
});

describe('not held, and held after all', () => {
  test.each([
    ['hoy no hubo clase', { kind: 'not_held', past: { ago: 0 } }],
    ['no hubo clase ayer porque llovió', { kind: 'not_held', past: { ago: 1 }, reason: 'llovió' }],
    ['there was no class today', { kind: 'not_held', past: { ago: 0 } }],
    ['se cancela, se fue la luz', { kind: 'cancel', reason: 'se fue la luz' }],
    ['se cancela la clase de hoy, se fue la luz', { kind: 'cancel', day: { in: 0 } }],
    ['sí hubo clase', { kind: 'held' }],
    ['ayer sí hubo clase', { kind: 'held', past: { ago: 1 } }],
  ])('%s', (text, order) => {
    expect(classOrder(text)).toEqual(order);
  });
});

describe('who came', () => {
  test.each([
    'llegó tarde la 3',
    'llegó Rosa',
    'también vino Carmen Díaz',
    'llegó Carmen Díaz CC 123',
    'faltó la 4',
    'no vino Rosa',
    'todas menos 3 y 7',
    'asistencia yoga: faltaron 3 y 7',
    'la 8 llegó tarde',
    'no era Rosa Elena sino Marta',
    'Era la 8, no la 7',
    'me equivoqué, Rosa sí vino',
    'Rosa María no vino',
    'cambie a Rosa a tarde',
    'it was Rosa, not Marta',
  ])('%s', (text) => {
    expect(classOrder(text)).toEqual({ kind: 'came' });
  });
});

test.each([
  'cancelar',
  'Aura Mejía 41555666',
  'soy Ana Ruiz CC 39.111.222 de Suba',
  'no hay problema',
  'cancelar mi cupo en la clase de yoga',
  '¿mañana hay clase?',
  'hay clase mañana?',
  'pasar lista',
  'pasar la asistencia de ayer',
  'cambiar mi clave',
  'cambiar de idioma',
  'asistencia',
  'mi lista',
  'ver clases',
  'mis clases',
  'hola',
  'gracias',
  'corregir la clase del martes',
  'marcar la clase de ayer',
  'no más recordatorios',
  '¿quién llegó?',
  'quién falta por marcar',
  'buenas tardes, profe',
  'no era el martes sino el jueves',
  'la clase no era a las 8 sino a las 9',
  'no voy',
  'ver las clases del martes',
  'deshacer',
])('no order: %s', (text) => {
  expect(classOrder(text)).toBeUndefined();
});

test('long texts are read in no time', () => {
  for (const text of [
    'dos mil '.repeat(25),
    'la clase '.repeat(400),
    `se cancela, ${'por '.repeat(400)}`,
    'a las 3 de '.repeat(300),
    'no hay '.repeat(500),
    'martes '.repeat(500),
  ]) {
    expect(quickest(() => classOrder(text))).toBeLessThan(100);
  }
});
