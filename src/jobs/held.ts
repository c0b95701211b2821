import { settleHeld, thinOut } from '../db/heldMessages';
import type { Db } from '../db/pool';
import { WINDOW_MS } from '../domain/delivery';
import type { Job } from './clock';

/** Looks after messages that wait for their person: for her to write, or for their turn with her. */
export function heldJob(db: Db, everyMs = 30_000): Job {
  return {
    name: 'held',
    everyMs,
    async run() {
      await settleHeld(db, { windowMs: WINDOW_MS, days: KEPT_DAYS });
      await thinOut(db, { most: MOST_IN_LINE, newest: NEWEST });
    },
  };
}
const KEPT_DAYS = 7;
// As many as one person may be sent on credit: more than four minutes’ worth. Nobody gets there by talking.
const MOST_IN_LINE = 45;
const NEWEST = 10;
