import { dateBefore } from '../../src/domain/daySaid';
import { daySaid } from '../../src/replies/daySaid';

test.each([
  ['la clase de ayer', { ago: 1 }],
  ['antes de ayer', { ago: 2 }],
  ['la de antier', { ago: 2 }],
  ['la del martes', { weekday: 2 }],
  ['hoy por la mañana', { ago: 0 }],
  ['mañana', { ago: -1 }],
  ["Tuesday's class", { weekday: 2 }],
  ['yesterday', { ago: 1 }],
  ['la del jueves 12', { date: 12, falls: 4 }],
  ['asistencia del 5 de noviembre', { date: 5, month: 11 }],
  ["November 5's class", { date: 5, month: 11 }],
  ['asistencia del jueves, faltó el 5', { weekday: 4 }],
])('%j names a day', (text, day) => {
  expect(daySaid(text)).toEqual(day);
});

test.each(['', 'la clase', 'por la mañana', 'martes y jueves', 'ayer o el martes'])(
  '%j names none, or several',
  (text) => {
    expect(daySaid(text)).toBeUndefined();
  },
);

test.each([
  [{ ago: 1 }, '2026-11-17'],
  [{ weekday: 2 }, '2026-11-17'],
  [{ weekday: 3 }, '2026-11-18'],
  [{ weekday: 4 }, '2026-11-12'],
  [{ date: 5, falls: 4 }, '2026-11-05'],
  [{ date: 18 }, '2026-11-18'],
  [{ date: 20 }, '2026-10-20'],
  [{ date: 5, month: 12 }, '2025-12-05'],
  [{ date: 5, falls: 2 }, undefined],
])('said on a Wednesday of what was, %j is the day just gone, if there is one', (day, date) => {
  expect(dateBefore(day, '2026-11-18')).toBe(date);
});
