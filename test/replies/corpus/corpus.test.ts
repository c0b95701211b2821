import { judged, scoreOf } from './score';
import { halves } from './suite';
import { suites } from './suites';

const all = suites.flatMap(judged);

test.each(halves)('of the %s half at least four of five are read right, and at most one in 20 wrong', (half) => {
  const verdicts = all.filter(({ row }) => row.half === half).map(({ verdict }) => verdict);
  const { right, wrong } = scoreOf(verdicts);
  expect(right / verdicts.length).toBeGreaterThanOrEqual(0.8);
  expect(wrong / verdicts.length).toBeLessThanOrEqual(0.05);
});
