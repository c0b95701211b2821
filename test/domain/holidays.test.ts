import { weekday } from '../../src/domain/calendar';
import { holidays, isHoliday } from '../../src/domain/holidays';

test('the holidays of 2026 are those of the law', () => {
  expect(holidays(2026)).toEqual([
    '2026-01-01',
    '2026-01-12',
    '2026-03-23',
    '2026-04-02',
    '2026-04-03',
    '2026-05-01',
    '2026-05-18',
    '2026-06-08',
    '2026-06-15',
    '2026-06-29',
    '2026-07-20',
    '2026-08-07',
    '2026-08-17',
    '2026-10-12',
    '2026-11-02',
    '2026-11-16',
    '2026-12-08',
    '2026-12-25',
  ]);
});

test('two holidays on one day are one: 30 June 2025', () => {
  expect(holidays(2025)).toHaveLength(17);
  expect(holidays(2025).filter((date) => date === '2025-06-30')).toHaveLength(1);
});

test('six years have 108 holidays less those that meet', () => {
  const years = [2023, 2024, 2025, 2026, 2027, 2028];
  expect(years.map((year) => holidays(year).length)).toEqual([18, 18, 17, 18, 18, 18]);
});

test.each([
  ['2024-03-28', true],
  ['2024-03-29', true],
  ['2024-03-31', false],
  ['2024-05-13', true],
  ['2027-03-26', true],
  ['2028-01-10', true],
  ['2026-01-06', false],
  ['2026-11-22', false],
])('%s is a holiday: %s', (date, is) => {
  expect(isHoliday(date)).toBe(is);
});

test('moved holidays are Mondays in every year', () => {
  const fixed = /-(01-01|05-01|07-20|08-07|12-08|12-25)$/;
  for (let year = 1984; year < 2100; year++) {
    const moved = holidays(year).filter((date) => !fixed.test(date));
    expect(moved.filter((date) => weekday(date) === 4)).toHaveLength(1);
    expect(moved.filter((date) => weekday(date) === 5)).toHaveLength(1);
    expect(moved.filter((date) => ![1, 4, 5].includes(weekday(date)))).toEqual([]);
  }
});
