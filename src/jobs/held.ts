import { settleHeld } from '../db/heldMessages';
import type { Db } from '../db/pool';
import { WINDOW_MS } from '../domain/delivery';
import type { Job } from './clock';

/** Looks after messages that wait for their person to write. */
export function heldJob(db: Db, everyMs = 30_000): Job {
  return {
    name: 'held',
    everyMs,
    async run() {
      await settleHeld(db, { windowMs: WINDOW_MS, days: KEPT_DAYS });
    },
  };
}
const KEPT_DAYS = 7;
