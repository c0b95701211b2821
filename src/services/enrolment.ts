import { takePlace } from '../db/classes';
import type { Db } from '../db/pool';
import type { EnrolResult } from './desk';

/** Takes a place in a class for a registered person. The last place goes to one of all who ask, whoever they are. */
export async function enrol(
  db: Db,
  place: { classId: string; personId: string | undefined },
  at: { now: Date; today: string },
): Promise<EnrolResult> {
  if (place.personId === undefined) return { ok: false, why: 'not_registered' };
  const taken = await takePlace(db, { classId: place.classId, personId: place.personId }, at);
  if (taken.outcome !== 'enrolled') return { ok: false, why: taken.outcome };
  if (!taken.offer) throw new Error(`Class ${place.classId} gave a place and is gone.`);
  const next = taken.nextStartsAt && { startsAt: taken.nextStartsAt.toISOString() };
  return { ok: true, offer: taken.offer, ...(next && { next }) };
}
