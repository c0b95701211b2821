import fc from 'fast-check';
import { addDays, dateIn, dayName, instantOf, isDate, spokenDate, timeIn, weekday } from '../../src/domain/calendar';

const bogota = 'America/Bogota';

test('nine in the evening in Bogotá is still the same day', () => {
  const evening = new Date('2026-11-23T02:00:00Z');
  expect(dateIn(bogota, evening)).toBe('2026-11-22');
  expect(timeIn(bogota, evening)).toBe('21:00');
  expect(dateIn('UTC', evening)).toBe('2026-11-23');
});

test('a local time gives its instant', () => {
  expect(instantOf(bogota, '2026-11-22', '08:00')).toEqual(new Date('2026-11-22T13:00:00Z'));
  expect(instantOf('Europe/Madrid', '2026-07-01', '08:00')).toEqual(new Date('2026-07-01T06:00:00Z'));
  expect(instantOf('Asia/Kolkata', '2026-07-01', '00:15')).toEqual(new Date('2026-06-30T18:45:00Z'));
});

test('midnight is 00:00, not 24:00', () => {
  expect(timeIn(bogota, new Date('2026-11-22T05:00:00Z'))).toBe('00:00');
});

test('what is no date or no time is a fault', () => {
  expect(() => instantOf(bogota, '2026-02-30', '08:00')).toThrow(RangeError);
  expect(() => instantOf(bogota, '2026-02-20', 'noon')).toThrow(RangeError);
  expect(() => weekday('tomorrow')).toThrow(RangeError);
});

test('an instant goes to local date and time and back, in zones with and without clock changes', () => {
  const zone = fc.constantFrom(bogota, 'UTC', 'America/New_York', 'America/Santiago', 'Europe/Madrid', 'Asia/Kolkata');
  // Minutes of 2020 to 2029; the hour that a clock change repeats has two instants, so only the local side must hold.
  const minute = fc.integer({ min: 26_297_280, max: 31_556_160 });
  fc.assert(
    fc.property(zone, minute, (zone, minutes) => {
      const instant = new Date(minutes * 60_000);
      const back = instantOf(zone, dateIn(zone, instant), timeIn(zone, instant));
      expect([dateIn(zone, back), timeIn(zone, back)]).toEqual([dateIn(zone, instant), timeIn(zone, instant)]);
      if (zone === bogota) expect(back).toEqual(instant);
    }),
  );
});

test('weekdays count from Monday', () => {
  expect(weekday('2026-11-23')).toBe(1);
  expect(weekday('2026-11-22')).toBe(7);
});

test('days are added over months and leap years', () => {
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2027-02-28', 1)).toBe('2027-03-01');
  expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
});

test.each([
  ['2026-02-28', true],
  ['2026-02-29', false],
  ['2028-02-29', true],
  ['2026-13-01', false],
  ['2026-1-1', false],
  ['', false],
])('%s is a date: %s', (text, is) => {
  expect(isDate(text)).toBe(is);
});

test('days and dates are named in the language', () => {
  expect([1, 2, 3, 4, 5, 6, 7].map((day) => dayName(day, 'es'))).toEqual([
    'lunes',
    'martes',
    'miércoles',
    'jueves',
    'viernes',
    'sábado',
    'domingo',
  ]);
  expect(dayName(3, 'en')).toBe('Wednesday');
  expect(spokenDate('2026-11-23', 'es')).toBe('lunes 23 de noviembre');
  expect(spokenDate('2026-11-23', 'en')).toBe('Monday, November 23');
});
