import fc from 'fast-check';
import { isHoliday } from '../../src/domain/holidays';
import { formatSlots, parseSlots, type Slot, sessionDates } from '../../src/domain/schedule';

const monday: Slot = { weekday: 1, starts: '08:00', ends: '10:00' };
const wednesday: Slot = { weekday: 3, starts: '08:00', ends: '10:00' };

test.each([
  ['mon 08:00-10:00; wed 08:00-10:00'],
  ['wed 08:00-10:00; mon 08:00-10:00'],
  ['lun 8:00-10:00; mié 8-10'],
  ['Lunes 08:00 - 10:00;miércoles 08:00–10:00;'],
  ['MIERCOLES 8 a 10\nlunes 8 a 10'],
])('%j is Monday and Wednesday from eight to ten', (text) => {
  expect(parseSlots(text)).toEqual({ ok: true, slots: [monday, wednesday] });
});

test.each([
  ['', 'empty', ''],
  [' ; ', 'empty', ';'],
  ['a demanda', 'form', 'a demanda'],
  ['mon', 'form', 'mon'],
  ['mon 8:00 pm-10:00 pm', 'form', 'mon 8:00 pm-10:00 pm'],
  ['dos jueves al mes', 'form', 'dos jueves al mes'],
  ['hoy 08:00-10:00', 'day', 'hoy 08:00-10:00'],
  ['mon 25:00-26:00', 'time', 'mon 25:00-26:00'],
  ['mon 08:60-09:00', 'time', 'mon 08:60-09:00'],
  ['mon 19:00-18:00', 'order', 'mon 19:00-18:00'],
  ['mon 08:00-08:00', 'order', 'mon 08:00-08:00'],
  ['mon 08:00-10:00; mon 09:00-11:00', 'overlap', 'mon 09:00-11:00'],
])('%j is refused: %s', (text, why, piece) => {
  expect(parseSlots(text)).toEqual({ ok: false, faults: [{ why, text: piece }] });
});

test('every bad piece is listed at once', () => {
  expect(parseSlots('xyz 08:00-10:00; mon 08:00-10:00; tue 9-8')).toEqual({
    ok: false,
    faults: [
      { why: 'day', text: 'xyz 08:00-10:00' },
      { why: 'order', text: 'tue 9-8' },
    ],
  });
});

test('slots that follow each other do not overlap', () => {
  expect(parseSlots('mon 08:00-10:00; mon 10:00-12:00')).toMatchObject({ ok: true });
});

const hours = fc.uniqueArray(fc.integer({ min: 0, max: 23 * 60 + 59 }), { minLength: 2, maxLength: 2 });
const anySlots = fc.uniqueArray(
  fc.tuple(fc.integer({ min: 1, max: 7 }), hours).map(([weekday, ends]) => {
    const [starts = 0, end = 0] = ends.sort((a, b) => a - b);
    return { weekday, starts: hhmm(starts), ends: hhmm(end) };
  }),
  { selector: (slot) => slot.weekday, minLength: 1 },
);

test('slots are read as they are written', () => {
  fc.assert(
    fc.property(anySlots, (slots) => {
      const text = formatSlots(slots);
      const read = parseSlots(text);
      expect(read.ok && formatSlots(read.slots)).toBe(text);
      expect(read.ok && new Set(read.slots)).toEqual(new Set(slots));
    }),
  );
});

test('sessions are every slot of the term without holidays, numbered in order', () => {
  // 2 and 16 November 2026 are holidays.
  expect(sessionDates('2026-11-01', '2026-11-16', [wednesday, monday], isHoliday)).toEqual([
    { number: 1, date: '2026-11-04', starts: '08:00', ends: '10:00' },
    { number: 2, date: '2026-11-09', starts: '08:00', ends: '10:00' },
    { number: 3, date: '2026-11-11', starts: '08:00', ends: '10:00' },
  ]);
});

test('a term includes its first and its last day, and two meetings of one day', () => {
  const late = { weekday: 1, starts: '14:00', ends: '16:00' };
  const dates = sessionDates('2026-11-09', '2026-11-09', [late, monday], () => false);
  expect(dates.map(({ number, starts }) => [number, starts])).toEqual([
    [1, '08:00'],
    [2, '14:00'],
  ]);
});

test('a term that ends before it starts has no sessions', () => {
  expect(sessionDates('2026-11-10', '2026-11-09', [monday], () => false)).toEqual([]);
});

function hhmm(minutes: number): string {
  return new Date(minutes * 60_000).toISOString().slice(11, 16);
}
