/** Random choices that depend on the seed alone: the same seed makes the same bodies. */
export type Dice = {
  /** In [0, 1). */
  roll: () => number;
  /** A whole number from 0, below the limit. */
  below: (limit: number) => number;
  pick: <T>(list: readonly T[]) => T;
  /** True so often. */
  often: (share: number) => boolean;
};

/** Dice of a seed (mulberry32). */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  const roll = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(roll() * limit);
  return { roll, below, pick: (list) => list[below(list.length)] as never, often: (share) => roll() < share };
}
