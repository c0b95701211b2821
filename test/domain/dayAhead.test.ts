import { type DayAhead, datesMeant, timesMeant } from '../../src/domain/dayAhead';

// A Wednesday.
const today = '2026-11-18';

test.each<[string, DayAhead, string[]]>([
  ['tomorrow', { in: 1 }, ['2026-11-19']],
  ['el viernes', { weekday: 5 }, ['2026-11-20']],
  ['el lunes', { weekday: 1 }, ['2026-11-23']],
  ['el miércoles, said on one', { weekday: 3 }, ['2026-11-18', '2026-11-25']],
  ['este miércoles', { weekday: 3, week: 'this' }, ['2026-11-18']],
  ['el próximo viernes', { weekday: 5, week: 'either' }, ['2026-11-20', '2026-11-27']],
  ['el próximo lunes', { weekday: 1, week: 'either' }, ['2026-11-23']],
  ['el próximo miércoles', { weekday: 3, week: 'either' }, ['2026-11-25']],
  ['el viernes de la otra semana', { weekday: 5, week: 'next' }, ['2026-11-27']],
  ['el viernes en ocho', { weekday: 5, week: 'later' }, ['2026-11-27']],
  ['el 25', { date: 25 }, ['2026-11-25']],
  ['el jueves 26', { date: 26, falls: 4 }, ['2026-11-26']],
  ['el jueves 25, which is a Wednesday', { date: 25, falls: 4 }, []],
  ['el 18', { date: 18 }, ['2026-11-18']],
  ['el 2', { date: 2 }, ['2026-12-02']],
  ['el 31', { date: 31 }, ['2026-12-31']],
  ['el 15 de enero', { date: 15, month: 1 }, ['2027-01-15']],
  ['el 31 de febrero', { date: 31, month: 2 }, []],
])('%s', (_, day, dates) => {
  expect(datesMeant(day, today)).toEqual(dates);
});

test.each([
  [{ hour: 3, minute: 0 }, '08:00', ['15:00']],
  [{ hour: 9, minute: 30 }, '14:00', ['09:30']],
  [{ hour: 12, minute: 0 }, '08:00', ['12:00']],
  [{ hour: 7, minute: 0 }, '08:00', ['07:00']],
  [{ hour: 7, minute: 0 }, '18:00', ['07:00', '19:00']],
  [{ hour: 6, minute: 0 }, '08:00', ['06:00', '18:00']],
  [{ hour: 7, minute: 0, half: 'pm' as const }, '08:00', ['19:00']],
  [{ hour: 12, minute: 0, half: 'am' as const }, '08:00', ['00:00']],
  [{ hour: 15, minute: 0 }, '08:00', ['15:00']],
])('%j for a class at %s', (time, usual, times) => {
  expect(timesMeant(time, usual)).toEqual(times);
});
