import { folded } from '../../../src/replies/text';
import { judged, scoreOf } from './score';
import { halves } from './suite';
import { suites } from './suites';
import { whoCameSuite } from './whoCame';

const all = suites.flatMap(judged);

// The aim is 97 of 100 right and one in 200 wrong in the unseen half.
test.each([
  ['seen', { right: 0.99, wrong: 0.002 }],
  ['unseen', { right: 0.975, wrong: 0.005 }],
])('of the %s half at least so many are read right, and at most so many wrong', (half, least) => {
  const verdicts = all.filter(({ row }) => row.half === half).map(({ verdict }) => verdict);
  const { right, wrong } = scoreOf(verdicts);
  expect(verdicts.length).toBeGreaterThan(1000);
  expect(right / verdicts.length).toBeGreaterThanOrEqual(least.right);
  expect(wrong / verdicts.length).toBeLessThanOrEqual(least.wrong);
});

// Of the unseen half only how many: who mends a reader is not to read them.
test('no danger is missed, and nothing else is taken for one', () => {
  const danger = suites.filter(({ reader }) => reader === 'danger').flatMap(judged);
  const missed = danger.filter(({ verdict }) => verdict !== 'right').map(({ row }) => row);
  expect(missed.filter(({ half }) => half === 'seen').map(({ text }) => text)).toEqual([]);
  expect(missed.length).toBe(0);
});

test('no utterance stands in both halves of a reader', () => {
  for (const { reader, rows } of suites) {
    const keys = (half: string) =>
      rows
        .filter((row) => row.half === half)
        .map(({ language, text, context }) => `${language} ${context}: ${folded(text)}`);
    const seen = new Set(keys('seen'));
    expect({ reader, twice: keys('unseen').filter((key) => seen.has(key)) }).toEqual({ reader, twice: [] });
  }
});

test.each(halves)('of the %s replies about who came at least 98 of 100 are read right, and none wrong', (half) => {
  const mine = judged(whoCameSuite).filter(({ row }) => row.half === half);
  const { right, wrong } = scoreOf(mine.map(({ verdict }) => verdict));
  expect(wrong).toBe(0);
  expect(right / mine.length).toBeGreaterThanOrEqual(0.98);
});
