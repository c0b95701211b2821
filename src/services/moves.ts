import { writeAudit } from '../db/audit';
import { dropNotices, planNotices } from '../db/notices';
import { endPlace, holdClasses, type PlaceRefusal, placeIn, takePlace } from '../db/places';
import type { Db } from '../db/pool';
import { aboutPlace, offerFreed, type PlaceClock } from './offers';

export type PlaceMoved = { ok: true } | { ok: false; why: MoveRefusal };
export type MoveRefusal = 'not_enrolled' | PlaceRefusal;

/**
 * Gives somebody a place in another class for the one she has, with those who come along. What she attended stays where it
 * was: on the lists of the meetings that have begun. The place she leaves is offered on.
 */
export async function movePlace(
  db: Db,
  { personId, from, to }: { personId: string; from: string; to: string },
  by: { actor: string; channel: string },
  clock: PlaceClock,
): Promise<PlaceMoved> {
  await holdClasses(db, [from, to]);
  const place = await placeIn(db, { classId: from, personId });
  if (!place) return { ok: false, why: 'not_enrolled' };
  const { id, ...company } = place;
  const { outcome } = await takePlace(db, { classId: to, personId, company, orWait: false }, clock);
  if (outcome === 'waiting' || outcome === 'waitlisted') return { ok: false, why: 'full' };
  if (outcome !== 'enrolled') return { ok: false, why: outcome };
  await endPlace(db, { classId: from, personId }, 'moved', clock.now);
  await dropNotices(db, [aboutPlace(id)]);
  await offerFreed(db, from, clock);
  const object = { kind: 'enrolment', id };
  await writeAudit(db, [{ ...by, action: 'move_place', object, details: { from, to } }]);
  await planNotices(db, [
    {
      key: `place-moved:${id}`,
      personId,
      script: 'placeMoved',
      known: { classId: to, from },
      dueAt: clock.now,
    },
  ]);
  return { ok: true };
}
