import { quietMs } from '../../src/domain/quietHours';

const hour = 3_600_000;
const bogota = (time: string) => quietMs('America/Bogota', new Date(`2026-11-23T${time}:00-05:00`)) / hour;

test.each([
  ['06:59', 1 / 60],
  ['07:00', 0],
  ['12:00', 0],
  ['19:59', 0],
  ['20:00', 11],
  ['23:30', 7.5],
  ['00:00', 7],
  ['03:15', 3.75],
])('at %s people are left alone for %d more hours', (time, hours) => {
  expect(bogota(time)).toBeCloseTo(hours, 6);
});

test('the night is shorter when the clocks go forward', () => {
  // Santiago, 6 September 2026: at midnight it is one o'clock.
  expect(quietMs('America/Santiago', new Date('2026-09-05T20:00:00-04:00')) / hour).toBe(10);
});
