import type { Breaches } from './invariants';
import type { World } from './world';

/** What was broken, and what is still open: sends without an acknowledged status, messages whose webhook was not taken. */
export type Invariants = Breaches & { holds: boolean; withoutStatus: number[]; notTaken: number };

/** Waits until the business has answered what it was told, and has had its own requests answered; 5 s at most. */
export async function answered({ delivery, sending, pauses }: World): Promise<void> {
  const until = Date.now() + 5000;
  await new Promise((resolve) => setImmediate(resolve));
  while ((delivery.posting() > 0 || sending.size > 0) && Date.now() < until && (await pauses.pause(1)));
}

/** How the invariants stand. */
export function invariantsOf({ invariants, ledger, threads, statuses }: World): Invariants {
  const breaches = invariants.read();
  const open = statuses === 'none' ? [] : ledger.read().accepted.filter(({ told }) => told === undefined);
  return {
    ...breaches,
    holds: Object.values(breaches.counts).every((count) => count === 0),
    withoutStatus: open.map(({ order }) => order),
    notTaken: threads
      .all()
      .flatMap(({ bubbles }) => bubbles)
      .filter(({ direction, ticks }) => direction === 'inbound' && ticks === 'sent').length,
  };
}

/** Whether nothing is under way any more, or within `timeoutMs` of real time. */
export async function isSettled(world: World, timeoutMs: number): Promise<boolean> {
  const until = Date.now() + timeoutMs;
  const isQuiet = (): boolean => world.delivery.underWay() === 0 && world.fatesOpen === 0;
  while (!isQuiet() && Date.now() < until && (await world.pauses.pause(5)));
  return isQuiet();
}
