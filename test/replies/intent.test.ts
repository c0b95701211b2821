import fc from 'fast-check';
import { type Intent, isGreeting, readIntent } from '../../src/replies/intent';

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
  ['no puedo ir', 'not_coming'],
  ['darme de baja', 'leave_class'],
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
  ['deshacer', 'undo_marks'],
  ['Deshaga eso por favor', 'undo_marks'],
  ['me equivoqué borre lo último', 'undo_marks'],
  ['deshacer la última asistencia', 'undo_marks'],
  ['undo', 'undo_marks'],
  ['undo the last marks', 'undo_marks'],
  ['corregir la clase del martes', 'earlier_attendance'],
  ['marcar la clase de ayer', 'earlier_attendance'],
  ['asistencia de ayer', 'earlier_attendance'],
  ['se me olvidó marcar la lista del lunes', 'earlier_attendance'],
  ['no marqué la clase de ayer', 'earlier_attendance'],
  ['corregir otra clase', 'earlier_attendance'],
  ['asistencia de días anteriores', 'earlier_attendance'],
  ['la lista de los días pasados', 'earlier_attendance'],
  ['asistencia anterior', 'earlier_attendance'],
  ["mark yesterday's class, attendance of monday", 'earlier_attendance'],
  ['corregir la asistencia', 'attendance'],
  ['¿quién falta por marcar?', 'unmarked'],
  ['qué clases me faltan por marcar', 'unmarked'],
  ['asistencias pendientes', 'unmarked'],
  ['who is not marked', 'unmarked'],
  ['mi lista', 'my_list'],
  ['quiénes están en mi lista', 'my_list'],
  ['my list', 'my_list'],
  ['¿ya marqué?', 'unmarked'],
  ['ya marqué la asistencia de hoy?', 'unmarked'],
  ['la de ayer', 'earlier_attendance'],
  ['cuántas vinieron?', 'my_list'],
  ['y quién faltó hoy', 'who_missed'],
  ['¿quiénes faltaron?', 'who_missed'],
  ['who was absent today?', 'who_missed'],
  ['who came today?', 'my_list'],
  ['quiénes llevan tres faltas', 'three_absences'],
  ['quién ha faltado mucho', 'three_absences'],
  ['who missed three classes', 'three_absences'],
  ['mis datos', 'see_data'],
  ['quiero ver mis datos', 'see_data'],
  ['borrar', 'erase_data'],
  ['quiero borrar mis datos', 'erase_data'],
  ['Corregir', 'change_data'],
  ['delete my data', 'erase_data'],
  ['yoga', 'classes'],
  ['a qué hora es mi clase', 'next_session'],
  ['en qué puesto voy', 'line'],
  ['ya no voy a ir', 'leave_class'],
  ['no más recordatorios', 'stop_reminders'],
  ['quiero recordatorios', 'want_reminders'],
  ['no quiero recordatorios', 'stop_reminders'],
  ['seguir en la web', 'web'],
  ['cambié de número', 'new_number'],
  ['Soy María Pérez CC 52.123.456 de Bosa', 'register'],
])('%j asks for %s', (text, intent) => {
  expect(readIntent(text)?.wish).toBe(intent);
});

test.each([
  'did you cancel the class',
  '',
  'hola',
  'buenos días',
  'gracias',
  'sí',
  '1',
  '2',
  'menú',
  'María Pérez',
  'no quiero clases',
  'ya no me voy a inscribir',
  'asistencia y mis datos',
  'la lista de útiles del colegio',
  'me gusta lo que enseñan, ayer estuve hablando con una vecina de la clase que dan en la casa de la cultura',
])('%j is not guessed at', (text) => {
  expect(readIntent(text)).toBeUndefined();
});

test.each<[string, Intent]>([
  ['quiero inscribirme en yoga en Bosa', { wish: 'classes', sought: { topic: 'yoga', place: 'bosa' } }],
  [
    'hay clases de natación los martes por la tarde?',
    { wish: 'classes', sought: { topic: 'natacion', when: { days: [2], from: '12:00', before: '18:00' } } },
  ],
  ['quiero hacer yoga en Manitas', { wish: 'classes', sought: { topic: 'yoga', place: 'manitas' } }],
  ['ya no quiero ir más a costura', { wish: 'leave_class', sought: { topic: 'costura' } }],
  [
    'quiero inscribirme, soy Ana Ruiz cc 52.111.222',
    {
      wish: 'classes',
      given: { names: { first: 'Ana', last: 'Ruiz' }, document: { type: 'CC', number: '52111222' } },
    },
  ],
  ['marcar la clase de ayer', { wish: 'earlier_attendance', day: { ago: 1 } }],
  ['corregir la clase del martes', { wish: 'earlier_attendance', day: { weekday: 2 } }],
])('%j carries what it says along', (text, intent) => {
  expect(readIntent(text)).toEqual(intent);
});

test('an intent can be kept as it is', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('yoga', 'costura', 'danza'),
      fc.constantFrom('Bosa', 'Suba', 'Usme'),
      (topic, place) => {
        const intent = readIntent(`quiero inscribirme en ${topic} en ${place} los jueves`);
        expect(intent).toEqual({ wish: 'classes', sought: { topic, place: place.toLowerCase(), when: { days: [4] } } });
        expect(JSON.parse(JSON.stringify(intent))).toEqual(intent);
      },
    ),
  );
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
