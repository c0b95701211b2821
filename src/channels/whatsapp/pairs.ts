/** How many messages one person gets how fast. Milliseconds of a clock that only grows. */
export type Pairs = {
  /** How long a message to this person has to wait; 0: it may go. */
  wait: (person: string, now: number) => number;
  /** Notes that one goes. */
  take: (person: string, now: number) => void;
};

// Meta's rule for a number and one person: one message in six seconds, and 45 on credit.
const EVERY_MS = 6000;
const BURST = 45;

/**
 * Keeps to Meta's limit of a pair ahead of time, so that it hardly ever has to say 131056. Each process counts what it
 * sends itself; where several together go over the limit, that refusal (4^X seconds for this person alone) is what holds.
 */
export function createPairs(): Pairs {
  // For each person the moment at which all her credit is back. Two generations, so that nobody has to be looked for:
  // whoever was written to in neither has all of it.
  let young = new Map<string, number>();
  let old = new Map<string, number>();
  let since = 0;

  function turnOver(now: number): void {
    if (now - since < BURST * EVERY_MS) return;
    old = now - since < 2 * BURST * EVERY_MS ? young : new Map();
    young = new Map();
    since = now;
  }
  function fullAt(person: string, now: number): number {
    turnOver(now);
    return Math.max(now, young.get(person) ?? old.get(person) ?? now);
  }
  return {
    wait: (person, now) => Math.max(0, fullAt(person, now) - now - (BURST - 1) * EVERY_MS),
    take: (person, now) => {
      young.set(person, fullAt(person, now) + EVERY_MS);
    },
  };
}
