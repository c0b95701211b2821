import { writeAudit } from '../db/audit';
import { planNotices } from '../db/notices';
import { noteWhyEnded, type Place } from '../db/places';
import type { Db } from '../db/pool';
import { givePlaceUp, type PlaceClock } from './offers';

/**
 * Gives up somebody's place, or her place in line, in the name of staff: as if she had left herself, but with a reason, and
 * she is told. False: she has nothing there.
 */
export async function withdraw(
  db: Db,
  { reason, ...place }: Place & { reason: string },
  by: { actor: string; channel: string },
  clock: PlaceClock,
): Promise<boolean> {
  const ended = await givePlaceUp(db, place, 'staff', clock);
  if (!ended) return false;
  const { classId, personId } = place;
  await noteWhyEnded(db, ended.id, reason);
  const had = ended.wasIn ? 'place' : 'place_in_line';
  const object = { kind: 'enrolment', id: ended.id };
  await writeAudit(db, [{ ...by, action: 'end_place', object, details: { class: classId, had } }]);
  await planNotices(db, [
    { key: `place-ended:${ended.id}`, personId, script: 'placeEnded', known: { classId, had }, dueAt: clock.now },
  ]);
  return true;
}
