import { clash } from '../../src/domain/clash';
import { parseRules, ruledOut } from '../../src/domain/rules';

test.each([
  ['', {}],
  ['min_age=60', { minAge: 60 }],
  ['min_age = 18; max_age=28', { minAge: 18, maxAge: 28 }],
  ['Locality=Bosa; newcomers_first', { locality: 'Bosa', newcomersFirst: true }],
])('"%s" is read', (text, rules) => {
  expect(parseRules(text)).toEqual({ ok: true, rules });
});

test.each([
  ['age=60', 'unknown'],
  ['min_age=sixty', 'age'],
  ['min_age=0', 'age'],
  ['max_age=121', 'age'],
  ['locality=', 'empty'],
  ['newcomers_first=no', 'unknown'],
  ['min_age=60; max_age=30', 'order'],
])('"%s" is refused: %s', (text, why) => {
  expect(parseRules(text)).toMatchObject({ ok: false, faults: [{ why }] });
});

test.each([
  [{}, {}, undefined],
  [{ newcomersFirst: true }, {}, undefined],
  [{ minAge: 60 }, {}, 'age_unknown'],
  [{ minAge: 60 }, { birthYear: 1967 }, 'too_young'],
  // She turns sixty this year, perhaps after today.
  [{ minAge: 60 }, { birthYear: 1966 }, undefined],
  [{ maxAge: 28 }, { birthYear: 1997 }, undefined],
  [{ maxAge: 28 }, { birthYear: 1996 }, 'too_old'],
  [{ locality: 'Bosa' }, {}, 'home_unknown'],
  [{ locality: 'Bosa' }, { livesThere: false }, 'elsewhere'],
  [{ locality: 'Bosa' }, { livesThere: true }, undefined],
])('with the rules %j who says %j in 2026 is refused for %s', (rules, said, why) => {
  expect(ruledOut(rules, said, 2026)).toBe(why);
});

const week = (weekday: number, starts: string, ends: string) => [{ weekday, starts, ends }];
const spring = { startsOn: '2026-02-02', endsOn: '2026-06-26' };
const autumn = { startsOn: '2026-06-27', endsOn: '2026-11-27' };

test.each([
  ['the same hours', { ...spring, slots: week(1, '08:00', '10:00') }, true],
  ['hours that overlap', { ...spring, slots: week(1, '09:30', '11:00') }, true],
  ['one right after the other', { ...spring, slots: week(1, '10:00', '12:00') }, false],
  ['another day', { ...spring, slots: week(2, '08:00', '10:00') }, false],
  ['another term', { ...autumn, slots: week(1, '08:00', '10:00') }, false],
])('%s: clash is %s', (_, other, is) => {
  const mine = { ...spring, slots: week(1, '08:00', '10:00') };
  expect([clash(mine, other), clash(other, mine)]).toEqual([is, is]);
});
