import type { Pool } from 'pg';
import type { OfferTerms } from '../db/places';
import { dateIn } from '../domain/calendar';
import { tendOffers } from '../services/offers';
import type { Job } from './clock';

export type OfferTools = { pool: Pool; now: () => Date; timeZone: string; terms: OfferTerms; everyMs?: number };

/** Passes places on that nobody took in time, and ends the lists of classes that are no more. */
export function offersJob({ pool, now, timeZone, terms, everyMs = 5000 }: OfferTools): Job {
  return {
    name: 'offers',
    everyMs,
    run: async () => {
      const at = now();
      await tendOffers(pool, { now: at, today: dateIn(timeZone, at), terms });
    },
  };
}
