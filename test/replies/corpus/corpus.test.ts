import { judged, scoreOf } from './score';
import { halves } from './suite';
import { suites } from './suites';
import { whoCameSuite } from './whoCame';

const all = suites.flatMap(judged);

test.each(halves)('of the %s half at least four of five are read right, and at most one in 20 wrong', (half) => {
  const verdicts = all.filter(({ row }) => row.half === half).map(({ verdict }) => verdict);
  const { right, wrong } = scoreOf(verdicts);
  expect(right / verdicts.length).toBeGreaterThanOrEqual(0.8);
  expect(wrong / verdicts.length).toBeLessThanOrEqual(0.05);
});

test.each(halves)('of the %s replies about who came at least 97 of 100 are read right, and none wrong', (half) => {
  const mine = judged(whoCameSuite).filter(({ row }) => row.half === half);
  const { right, wrong } = scoreOf(mine.map(({ verdict }) => verdict));
  expect(wrong).toBe(0);
  expect(right / mine.length).toBeGreaterThanOrEqual(0.97);
});
