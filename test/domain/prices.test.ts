import { costOf, readPrices } from '../../src/domain/prices';

test('prices are read with their currency', () => {
  expect(readPrices('USD,service=0.0008, utility=0.0008,authentication-international=1')).toEqual({
    currency: 'USD',
    of: { service: 0.0008, utility: 0.0008, 'authentication-international': 1 },
  });
});

test.each(['', 'USD', 'service=0.0008', 'usd,service=1', 'USD,service', 'USD,service=x', 'USD,service=-1'])(
  '"%s" are no prices',
  (text) => {
    expect(readPrices(text)).toBeUndefined();
  },
);

test('what has no price costs an unknown sum', () => {
  const prices = readPrices('USD,service=0.5');
  expect(costOf(prices, 'service', 3)).toBe(1.5);
  expect(costOf(prices, 'utility', 3)).toBeUndefined();
  expect(costOf(prices, null, 3)).toBeUndefined();
  expect(costOf(undefined, 'service', 3)).toBeUndefined();
});
