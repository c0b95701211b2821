import fc from 'fast-check';
import { createPairs } from '../../../src/channels/whatsapp/pairs';

test('one person gets 45 messages at once, then one in six seconds', () => {
  const pairs = createPairs();
  for (let n = 0; n < 45; n++) {
    expect(pairs.wait('ana', 1000)).toBe(0);
    pairs.take('ana', 1000);
  }
  expect(pairs.wait('ana', 1000)).toBe(6000);
  expect(pairs.wait('ana', 4000)).toBe(3000);
  expect(pairs.wait('ana', 7000)).toBe(0);
  pairs.take('ana', 7000);
  expect(pairs.wait('ana', 7000)).toBe(6000);
});

test('nobody waits for what others get', () => {
  const pairs = createPairs();
  for (let n = 0; n < 45; n++) pairs.take('ana', 0);
  expect(pairs.wait('eva', 0)).toBe(0);
});

test('whoever has got nothing for four and a half minutes has all her credit back', () => {
  const pairs = createPairs();
  for (let n = 0; n < 45; n++) pairs.take('ana', 100_000);
  for (let n = 0; n < 45; n++) {
    expect(pairs.wait('ana', 370_000)).toBe(0);
    pairs.take('ana', 370_000);
  }
  expect(pairs.wait('ana', 370_000)).toBeGreaterThan(0);
});

// Meta's bucket, as its pages tell of it.
test('the limit is never passed, however messages come', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 60_000 }), { maxLength: 400 }), (gaps) => {
      const pairs = createPairs();
      let credit = 45;
      let now = 0;
      let filled = 0;
      for (const gap of gaps) {
        now += gap % 7 === 0 ? gap : gap % 100;
        now += pairs.wait('ana', now);
        credit = Math.min(45, credit + (now - filled) / 6000);
        filled = now;
        expect(credit).toBeGreaterThan(1 - 1e-6);
        credit -= 1;
        pairs.take('ana', now);
      }
    }),
    { numRuns: 50 },
  );
});
