import { meets } from '../../src/domain/times';

const slots = [
  { weekday: 2, starts: '08:00', ends: '10:00' },
  { weekday: 6, starts: '14:00', ends: '16:00' },
];

test.each([
  [{}, true],
  [{ days: [6, 7] }, true],
  [{ days: [1] }, false],
  [{ before: '12:00' }, true],
  [{ from: '12:00', before: '18:00' }, true],
  [{ from: '18:00' }, false],
  // One and the same meeting must be on the day and at the hour.
  [{ days: [2], from: '12:00' }, false],
  [{ days: [6], from: '14:00', before: '15:00' }, true],
])('a class on Tuesday morning and Saturday afternoon meets %j: %s', (times, does) => {
  expect(meets(slots, times)).toBe(does);
});
