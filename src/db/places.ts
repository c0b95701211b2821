import type { Company } from '../domain/company';
import type { RuleRefusal } from '../domain/rules';
import type { EnrolRefusal } from '../services/placesDesk';
import type { At } from './classes';
import type { Db } from './pool';

/** Somebody's place in a class. */
export type Place = { classId: string; personId: string };

/** What became of somebody who wants a place; `place` is hers in line. */
export type PlaceTaken = { outcome: 'enrolled' | 'waitlisted' | 'waiting' | PlaceRefusal; place: number | null };
/** Why no place is given, whatever the class's rules say. */
export type PlaceRefusal = Exclude<EnrolRefusal, RuleRefusal>;

/** Takes a place with those who come along if there is one, or waits in line; in one statement. */
export async function takePlace(
  db: Db,
  { classId, personId, company, orWait }: Place & { company: Company; orWait: boolean },
  { now, today }: At,
): Promise<PlaceTaken> {
  const { rows } = await db.query<PlaceTaken>({
    name: 'take-place',
    text: 'select outcome, waits_at as place from take_place($1, $2, $3, $4, $5, $6, $7, $8)',
    values: [classId, personId, now, today, company.children, company.older, company.disabled, orWait],
  });
  const [row] = rows;
  if (!row) throw new Error('take_place gave no row.');
  return row;
}

/** Why a place, an offer or a place in line came to an end. */
export type WhyEnded = 'left' | 'refused' | 'expired' | 'over' | 'cancelled' | 'moved' | 'staff';

/** Takes the lock under which a class's places are counted. */
export async function holdClass(db: Db, classId: string): Promise<void> {
  await db.query({ name: 'class-hold', text: 'select from class where id = $1 for no key update', values: [classId] });
}

/** Takes the locks of several classes, in an order in which nobody waits for another. */
export async function holdClasses(db: Db, classIds: string[]): Promise<void> {
  await db.query('select from class where id = any ($1) order by id for no key update', [classIds]);
}

/** The ids of classes, by their codes. */
export async function classesByCode(db: Db, codes: string[]): Promise<{ [code: string]: string }> {
  const { rows } = await db.query<{ code: string; id: string }>('select code, id from class where code = any ($1)', [
    codes,
  ]);
  return Object.fromEntries(rows.map(({ code, id }) => [code, id]));
}

/** The place somebody has in a class, held before, with those who come along; nothing if she has none yet. */
export async function placeIn(db: Db, { classId, personId }: Place): Promise<PlaceHeld | undefined> {
  const { rows } = await db.query<PlaceHeld>(
    `select id, children, older, disabled from enrolment where class_id = $1 and person_id = $2 and status = 'enrolled'`,
    [classId, personId],
  );
  return rows[0];
}

/** What somebody has in a class: the row, and who is to come along. */
export type PlaceHeld = { id: string } & Company;

/** What somebody had until it was ended; `wasIn`: a place, not one in line or one she was offered. */
export type PlaceEnded = PlaceHeld & { wasIn: boolean };

/**
 * Ends what a person has in a class, held before; nothing if she has none. Refused can be only what is offered. It is free
 * with the commit.
 */
export async function endPlace(
  db: Db,
  { classId, personId }: Place,
  why: WhyEnded,
  at: Date,
): Promise<PlaceEnded | undefined> {
  const { rows } = await db.query<PlaceEnded>({
    name: 'place-end',
    text: `
      update enrolment set status = 'withdrawn', ended_at = $4, offered_until = null, why_ended = $3
      where class_id = $1 and person_id = $2 and status in ('enrolled', 'waitlisted', 'offered')
        and ($3 <> 'refused' or status = 'offered')
      returning id, children, older, disabled, enrolled_at is not null as "wasIn"`,
    values: [classId, personId, why, at],
  });
  return rows[0];
}

/** Notes why staff have ended a place, in their words. */
export async function noteWhyEnded(db: Db, enrolmentId: string, reason: string): Promise<void> {
  await db.query(`update enrolment set end_reason = $2 where id = $1 and why_ended = 'staff'`, [enrolmentId, reason]);
}

/** How long an offered place stands, and how long before a meeting it ends at the latest; in hours. */
export type OfferTerms = { hours: number; marginHours: number };

/** A place that is held for somebody until a given time. */
export type OfferMade = { enrolmentId: string; personId: string; until: Date };

/** Offers what is free in a class to those first in line, and holds it for them. */
export async function offerPlaces(
  db: Db,
  classId: string,
  { now, today }: At,
  { hours, marginHours }: OfferTerms,
): Promise<OfferMade[]> {
  const { rows } = await db.query<OfferMade>({
    name: 'place-offer',
    text: `
      select enrolment_id as "enrolmentId", person_id as "personId", until
      from offer_places($1, $2, $3, make_interval(hours => $4), make_interval(hours => $5))`,
    values: [classId, now, today, hours, marginHours],
  });
  return rows;
}

/** Offers nobody has answered in time, the oldest first. */
export async function offersDue(db: Db, now: Date, limit: number): Promise<Place[]> {
  const { rows } = await db.query<Place>({
    name: 'offers-due',
    text: `
      select class_id as "classId", person_id as "personId"
      from enrolment where status = 'offered' and offered_until <= $1
      order by offered_until, id limit $2`,
    values: [now, limit],
  });
  return rows;
}

/** Whether somebody's offer has run out, once her class is held: she may just have taken it. */
export async function isOfferDue(db: Db, { classId, personId }: Place, now: Date): Promise<boolean> {
  const { rowCount } = await db.query({
    name: 'offer-due',
    text: `
      select from enrolment
      where class_id = $1 and person_id = $2 and status = 'offered' and offered_until <= $3`,
    values: [classId, personId, now],
  });
  return rowCount === 1;
}

/** A class somebody waits for a place in. */
export type Waited = { classId: string; isCancelled: boolean; isOver: boolean };

/** Classes with a waitlist that have something to be done: they have ended, or somebody could be offered a place. */
export async function waitlistsToTend(db: Db, today: string): Promise<Waited[]> {
  const { rows } = await db.query<Waited>({
    name: 'waitlists',
    text: `
      select c.id as "classId", c.cancelled_at is not null as "isCancelled", c.ends_on < $1 as "isOver"
      from class c
      where c.id in (select class_id from enrolment where status in ('waitlisted', 'offered'))
        and (c.cancelled_at is not null or c.ends_on < $1 or places_taken(c.id) < c.capacity)
      order by c.id`,
    values: [today],
  });
  return rows;
}

/** Ends the waitlist of a class, held before, with the offers that stand; gives whose it was. */
export async function endWaitlist(
  db: Db,
  classId: string,
  why: 'over' | 'cancelled',
  at: Date,
): Promise<{ enrolmentId: string; personId: string }[]> {
  const { rows } = await db.query<{ enrolmentId: string; personId: string }>(
    `update enrolment set status = 'withdrawn', ended_at = $3, offered_until = null, why_ended = $2
     where class_id = $1 and status in ('waitlisted', 'offered')
     returning id as "enrolmentId", person_id as "personId"`,
    [classId, why, at],
  );
  return rows;
}
