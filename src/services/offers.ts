import type { Pool } from 'pg';
import { dropNotices, planNotices } from '../db/notices';
import {
  endPlace,
  endWaitlist,
  holdClass,
  isOfferDue,
  type OfferTerms,
  offerPlaces,
  offersDue,
  type Place,
  type PlaceEnded,
  type Waited,
  waitlistsToTend,
} from '../db/places';
import { type Db, inTransaction } from '../db/pool';

/** The clock of what is done about places, and how long an offer stands. */
export type PlaceClock = { now: Date; today: string; terms: OfferTerms };

/** A day to answer, but not in the last two hours before a meeting she could still go to. */
export const usualTerms: OfferTerms = { hours: 24, marginHours: 2 };

/** Offers what is free in a class to the next in line and tells them, in the transaction that freed it. */
export async function offerFreed(db: Db, classId: string, { terms, ...at }: PlaceClock): Promise<void> {
  const offers = await offerPlaces(db, classId, at, terms);
  await planNotices(
    db,
    offers.map(({ enrolmentId, personId, until }) => ({
      key: `offer:${enrolmentId}:${until.getTime()}`,
      personId,
      script: 'placeOffer',
      known: { classId },
      about: aboutPlace(enrolmentId),
      dueAt: at.now,
    })),
  );
}

/** Ends what somebody has in a class, and offers it to the next in line. Nothing: she has nothing there. */
export async function givePlaceUp(
  db: Db,
  place: Place,
  why: 'left' | 'refused' | 'expired' | 'staff',
  clock: PlaceClock,
): Promise<PlaceEnded | undefined> {
  await holdClass(db, place.classId);
  if (why === 'expired' && !(await isOfferDue(db, place, clock.now))) return undefined;
  const ended = await endPlace(db, place, why, clock.now);
  if (ended === undefined) return undefined;
  await dropNotices(db, [aboutPlace(ended.id)]);
  if (why === 'expired') await tellExpired(db, place, ended, clock.now);
  await offerFreed(db, place.classId, clock);
  return ended;
}

/** Ends the waitlist of a class that is over or cancelled, and says so to those who waited. */
export async function dissolveWaitlist(
  db: Db,
  classId: string,
  why: 'over' | 'cancelled',
  { now }: PlaceClock,
): Promise<void> {
  await holdClass(db, classId);
  const ended = await endWaitlist(db, classId, why, now);
  await dropNotices(
    db,
    ended.map(({ enrolmentId }) => aboutPlace(enrolmentId)),
  );
  await planNotices(
    db,
    ended.map(({ enrolmentId, personId }) => ({
      key: `list-ended:${enrolmentId}`,
      personId,
      script: 'listEnded',
      known: { classId, why },
      dueAt: now,
    })),
  );
}

/**
 * What the clock does about places: offers that nobody answered go on to the next, lists of classes that are no more are
 * ended, and what was freed without anybody offering it (a capacity changed by hand) is offered. Each in its own transaction.
 */
export async function tendOffers(pool: Pool, clock: PlaceClock): Promise<void> {
  for (const place of await offersDue(pool, clock.now, AT_ONCE)) {
    await inTransaction(pool, (db) => givePlaceUp(db, place, 'expired', clock));
  }
  for (const waited of await waitlistsToTend(pool, clock.today)) {
    await inTransaction(pool, (db) => tendWaitlist(db, waited, clock));
  }
}
const AT_ONCE = 500;

function tendWaitlist(db: Db, { classId, isCancelled, isOver }: Waited, clock: PlaceClock): Promise<void> {
  if (!isCancelled && !isOver) return offerFreed(db, classId, clock);
  return dissolveWaitlist(db, classId, isCancelled ? 'cancelled' : 'over', clock);
}

// She may want to wait again, with those who were to come along.
function tellExpired(
  db: Db,
  { classId, personId }: Place,
  { id, wasIn: _, ...company }: PlaceEnded,
  now: Date,
): Promise<void> {
  return planNotices(db, [
    {
      key: `offer-ended:${id}`,
      personId,
      script: 'offerEnded',
      known: { classId, ...company },
      dueAt: now,
    },
  ]);
}

/** What notices about a place die with. */
export function aboutPlace(enrolmentId: string): string {
  return `enrolment:${enrolmentId}`;
}
