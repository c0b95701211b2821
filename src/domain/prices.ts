/** What a delivered message costs, by the channel's own categories. */
export type Prices = { currency: string; of: { [category: string]: number } };

/** Reads "USD,service=0.0008,utility=0.0008"; nothing where it is not so. */
export function readPrices(text: string): Prices | undefined {
  if (text.length > 1000 || !/^[A-Z]{3}(,\s*[a-z_-]+=\d+(\.\d+)?)+$/.test(text)) return undefined;
  const [currency = '', ...prices] = text.split(',').map((part) => part.trim());
  const pairs = prices.map((price) => price.split('='));
  return { currency, of: Object.fromEntries(pairs.map(([category, price]) => [category, Number(price)])) };
}

/** What so many messages cost; undefined where the category has no price. */
export function costOf(prices: Prices | undefined, category: string | null, messages: number): number | undefined {
  const price = category === null ? undefined : prices?.of[category];
  return price === undefined ? undefined : price * messages;
}
