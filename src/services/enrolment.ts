import { type At, classesOf, classSeen } from '../db/classes';
import { takePlace } from '../db/places';
import type { Db } from '../db/pool';
import { clash } from '../domain/clash';
import { alone } from '../domain/company';
import { ruledOut } from '../domain/rules';
import type { ClassSeen, EnrolResult, PlaceWish } from './placesDesk';

/** Takes a place in a class for a registered person, if its rules let her in. The last one goes to one of all who ask. */
export async function enrol(
  db: Db,
  { classId, personId, wish = {} }: { classId: string; personId: string | undefined; wish?: PlaceWish },
  at: At,
): Promise<EnrolResult> {
  if (personId === undefined) return { ok: false, why: 'not_registered' };
  const before = await classSeen(db, classId, personId, at.now);
  if (!before) return { ok: false, why: 'unknown_class' };
  const refusal = before.offer.letIn ? undefined : ruledOutNow(before.offer, wish, at);
  if (refusal) return { ok: false, why: refusal };
  const { company = alone, orWait = false } = wish;
  const { outcome, place } = await takePlace(db, { classId, personId, company, orWait }, at);
  if (outcome !== 'enrolled' && outcome !== 'waitlisted' && outcome !== 'waiting') return { ok: false, why: outcome };
  const after = await classSeen(db, classId, null, at.now);
  if (!after) throw new Error(`Class ${classId} gave a place and is gone.`);
  const { offer, nextStartsAt } = after;
  if (outcome !== 'enrolled') return { ok: true, kind: 'waiting', offer, place: place ?? 1 };
  const next = nextStartsAt && { startsAt: nextStartsAt.toISOString() };
  return { ok: true, kind: 'enrolled', offer, ...(next && { next }) };
}

/** A class as it is now, and a class of hers that meets at the same time. */
export async function classOffer(
  db: Db,
  { classId, personId }: { classId: string; personId: string | undefined },
  at: At,
): Promise<ClassSeen | null> {
  const seen = await classSeen(db, classId, personId ?? null, at.now);
  if (!seen) return null;
  const { offer } = seen;
  const hers = personId === undefined ? [] : await classesOf(db, personId, at);
  const other = hers.find((one) => one.status === 'enrolled' && one.classId !== classId && clash(one, offer));
  return { ...offer, ...(other && { clash: { name: other.name, slots: other.slots } }) };
}

function ruledOutNow({ rules = {}, livesThere }: ClassSeen, { said = {} }: PlaceWish, { today }: At) {
  return ruledOut(rules, { ...(livesThere && { livesThere }), ...said }, Number(today.slice(0, 4)));
}
