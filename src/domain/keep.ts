/** What decides which of two people who are one is kept. */
export type Facts = { personId: string; hasNumber: boolean; registeredAt: Date | null; knownSince: Date };

/** The one of two who is kept: who gave her document goes before who did not, then who is registered, then who came first. */
export function keptOf<F extends Facts>(one: F, other: F): F {
  if (one.hasNumber !== other.hasNumber) return one.hasNumber ? one : other;
  const [isIn, isOtherIn] = [one.registeredAt !== null, other.registeredAt !== null];
  if (isIn !== isOtherIn) return isIn ? one : other;
  return one.knownSince <= other.knownSince ? one : other;
}
