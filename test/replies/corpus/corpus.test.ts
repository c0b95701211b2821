import { judged, scoreOf } from './score';
import { halves } from './suite';
import { suites } from './suites';

const all = suites.flatMap(judged);

test.each(halves)('of the %s half at least 97 of 100 are read right, and at most one in 200 wrong', (half) => {
  const verdicts = all.filter(({ row }) => row.half === half).map(({ verdict }) => verdict);
  const { right, wrong } = scoreOf(verdicts);
  expect(right / verdicts.length).toBeGreaterThanOrEqual(0.97);
  expect(wrong / verdicts.length).toBeLessThanOrEqual(0.005);
});
