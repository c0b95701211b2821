/** Meta's two speed limits. `refusal` takes a place in both, or says which one is full; `at` is in milliseconds. */
export type Rates = { refusal: (pair: string, at: number) => 130429 | 131056 | undefined };

/** Starts with both limits untouched: 80 messages a second per number; per person one in 6 s, with 45 at once on credit. */
export function openRates(): Rates {
  const number = bucket(80, 80 / 1000);
  const pairs = new Map<string, Bucket>();

  return {
    refusal: (pair, at) => {
      const ours = pairs.get(pair) ?? bucket(45, 1 / 6000);
      pairs.set(pair, ours);
      if (level(number, at) < 1) return 130429;
      if (level(ours, at) < 1) return 131056;
      number.level -= 1;
      ours.level -= 1;
      return undefined;
    },
  };
}

type Bucket = { size: number; perMs: number; level: number; at: number };

function bucket(size: number, perMs: number): Bucket {
  return { size, perMs, level: size, at: Number.NEGATIVE_INFINITY };
}

function level(of: Bucket, at: number): number {
  of.level = Math.min(of.size, of.level + Math.max(0, at - of.at) * of.perMs);
  of.at = Math.max(of.at, at);
  return of.level;
}
