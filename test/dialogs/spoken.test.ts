import { shortSlots, spokenHours, spokenInstant, spokenList, spokenSlots } from '../../dialogs/spoken';
import type { World } from '../../src/script/steps';

const morning = { starts: '08:00', ends: '10:00' };
const on = (...weekdays: number[]) => weekdays.map((weekday) => ({ weekday, ...morning }));

test.each([
  [on(1), 'lunes, 8:00 a 10:00 a. m.', 'Monday, 8:00 to 10:00 AM'],
  [on(3, 1), 'lunes y miércoles, 8:00 a 10:00 a. m.', 'Monday and Wednesday, 8:00 to 10:00 AM'],
  [on(1, 3, 5), 'lunes, miércoles y viernes, 8:00 a 10:00 a. m.', 'Monday, Wednesday, and Friday, 8:00 to 10:00 AM'],
  [on(1, 2, 3, 4, 5), 'lunes a viernes, 8:00 a 10:00 a. m.', 'Monday to Friday, 8:00 to 10:00 AM'],
  [
    [...on(2), { weekday: 6, starts: '11:00', ends: '13:00' }],
    'martes, 8:00 a 10:00 a. m.; sábado, 11:00 a. m. a 1:00 p. m.',
    'Tuesday, 8:00 to 10:00 AM; Saturday, 11:00 AM to 1:00 PM',
  ],
  [[{ weekday: 7, starts: '12:00', ends: '14:30' }], 'domingo, 12:00 a 2:30 p. m.', 'Sunday, 12:00 to 2:30 PM'],
  [[], '', ''],
])('a week of %j is said', (slots, es, en) => {
  expect(spokenSlots(slots, 'es')).toBe(es);
  expect(spokenSlots(slots, 'en')).toBe(en);
});

test('there is a short way of saying it for narrow rows', () => {
  expect(shortSlots(on(1, 3, 5), 'es')).toBe('lun, mié y vie, 8:00 a 10:00 a. m.');
});

test('midnight and noon are said in twelve hours', () => {
  expect(spokenHours('00:00', '00:30', 'es')).toBe('12:00 a 12:30 a. m.');
});

test('an instant is told in the time zone of the service', () => {
  const world = { timeZone: 'America/Bogota', locale: 'es' } as World;
  expect(spokenInstant('2026-11-24T02:00:00Z', world)).toEqual({ date: 'lunes 23 de noviembre', time: '9:00 p. m.' });
});

test('things in a row are joined as people do', () => {
  expect(spokenList(['Ana', 'Rosa', 'Inés'], 'es')).toBe('Ana, Rosa e Inés');
  expect(spokenList(['Ana'], 'es')).toBe('Ana');
});
