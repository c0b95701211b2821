import type { Pool } from 'pg';
import { writeAudit } from '../db/audit';
import { oneImportAtATime } from '../db/installation';
import {
  type Compared,
  compared,
  holdPeople,
  type MarksTwice,
  type MergeRefusal,
  marksTwice,
  mergePeople,
  type PlacesTwice,
  peopleNow,
  placesTwice,
  undoMerge,
} from '../db/merges';
import { type Db, inTransaction } from '../db/pool';
import { decideReview, type OpenReview, reopenReview, reviewToDecide } from '../db/reviews';
import { keptOf } from '../domain/keep';
import { offerFreed, type PlaceClock } from './offers';
import type { Vault } from './vault';

/** Who decides, for the audit log. */
export type Decider = { actor: string; channel: string };

/** Why nothing came of a decision; `classes` are the codes of those in the way. */
export type Undecided = { ok: false; why: MergeRefusal | 'not_open' | 'not_one_of_them'; classes?: string };

/**
 * What staff look at before they decide: both as they stand, and what a merge would do: whom it would keep, which of two
 * places in a class stays, which of two marks in a session counts.
 */
export type Pair = {
  review: OpenReview;
  people: Compared[];
  kept: string;
  places: PlacesTwice[];
  marks: MarksTwice[];
};

/** The two people of a near match, one of them to be kept; each look is in the audit log. Nothing where there is none open of that number. */
export async function lookAtPair(
  pool: Pool,
  id: string,
  { keep }: { keep?: string | undefined },
  by: Decider,
): Promise<Pair | undefined> {
  return inTransaction(pool, async (db) => {
    const review = await openPair(db, id);
    if (!review) return undefined;
    const people = await peopleOf(db, review);
    const [one, other] = people;
    if (!one) return undefined;
    await writeAudit(
      db,
      people.map(({ personId }) => ({
        ...by,
        action: 'look',
        object: { kind: 'person', id: personId },
        details: { review: id },
      })),
    );
    if (!other) return { review, people, kept: one.personId, places: [], marks: [] };
    const { kept, gone } = partsOf(one, other, keep);
    const [places, marks] = [
      await placesTwice(db, kept.personId, gone.personId),
      await marksTwice(db, kept.personId, gone.personId),
    ];
    return { review, people, kept: kept.personId, places, marks };
  });
}

/** How two are to be made one: whom to keep, and whose marks count where both have some that differ: an id, or 'attended'. */
export type MergeWish = { keep?: string | undefined; marks?: string | undefined };

/** Decides that two people are one, and makes them one. What that frees is offered on. */
export async function mergePair(
  pool: Pool,
  id: string,
  { keep, marks }: MergeWish,
  { vault, clock, ...by }: Decider & { vault: Vault; clock: PlaceClock },
): Promise<{ ok: true; kept: string } | Undecided> {
  return inTransaction(pool, async (db) => {
    // What an import has looked up stays true while it writes.
    await oneImportAtATime(db);
    const review = await openPair(db, id);
    if (!review) return { ok: false, why: 'not_open' };
    const [first, second] = await peopleNow(db, review.subjects);
    if (!first || !second) return { ok: false, why: 'not_two' };
    await holdPeople(db, [first, second]);
    const people = await compared(db, [first, second]);
    const [one, other] = people;
    if (!one || !other) return { ok: false, why: 'not_two' };
    const names = people.map(({ personId }) => personId);
    if (keep !== undefined && !names.includes(keep)) return { ok: false, why: 'not_one_of_them' };
    if (marks !== undefined && ![...names, 'attended'].includes(marks)) return { ok: false, why: 'not_one_of_them' };
    const { kept, gone } = partsOf(one, other, keep);
    const merged = await mergePeople(db, {
      ...{ keep: kept.personId, lose: gone.personId, said: keep !== undefined, marks, review: id, by: by.actor },
      sealed: sealedAnew(vault, gone, kept),
    });
    if (merged.outcome !== 'merged')
      return { ok: false, why: merged.outcome, ...(merged.classes && { classes: merged.classes }) };
    for (const classId of merged.freed) await offerFreed(db, classId, clock);
    await decideReview(db, id, { decision: 'merge', by: by.actor });
    const details = { gone: gone.personId, review: id, ...(marks !== undefined && { marks }) };
    await writeAudit(db, [{ ...by, action: 'merge', object: { kind: 'person', id: kept.personId }, details }]);
    return { ok: true, kept: kept.personId };
  });
}

function partsOf(one: Compared, other: Compared, keep: string | undefined): { kept: Compared; gone: Compared } {
  const kept = [one, other].find(({ personId }) => personId === keep) ?? keptOf(one, other);
  return { kept, gone: kept === one ? other : one };
}

// A number opens only for the person it was sealed for.
function sealedAnew(vault: Vault, from: Compared, to: Compared): Buffer | undefined {
  if (to.hasNumber || !from.hasNumber || !from.documentCipher) return undefined;
  return vault.seal(to.personId, vault.open(from.personId, from.documentCipher));
}

/** Decides that two people are two: they are not brought up again. */
export async function tellApart(pool: Pool, id: string, by: Decider): Promise<{ ok: true } | Undecided> {
  return inTransaction(pool, async (db) => {
    if (!(await openPair(db, id))) return { ok: false, why: 'not_open' };
    await decideReview(db, id, { decision: 'apart', by: by.actor });
    await writeAudit(db, [{ ...by, action: 'tell_apart', object: { kind: 'review', id } }]);
    return { ok: true };
  });
}

/** What came of taking a decision back. */
export type Undone =
  | { ok: true; stayed: number }
  | { ok: false; why: 'not_decided' | 'merged_further' | 'document_taken' | 'class_full'; classes?: string };

/** Takes back what was decided on two people, who are then to be decided on again. A merge is undone exactly. */
export async function undoDecision(pool: Pool, id: string, { actor, channel }: Decider): Promise<Undone> {
  const by = { actor, channel };
  return inTransaction(pool, async (db) => {
    await oneImportAtATime(db);
    const review = await reviewToDecide(db, id);
    if (review?.kind !== 'near_match' || !isOfPairs(review.decision)) return { ok: false, why: 'not_decided' };
    let stayed = 0;
    if (review.decision === 'merge') {
      const undone = await undoMerge(db, id, by.actor);
      if (undone.outcome === 'not_merged') return { ok: false, why: 'not_decided' };
      if (undone.outcome !== 'undone')
        return { ok: false, why: undone.outcome, ...(undone.classes && { classes: undone.classes }) };
      stayed = undone.stayed;
    }
    await reopenReview(db, id);
    await writeAudit(db, [
      {
        ...by,
        action: review.decision === 'merge' ? 'merge_undone' : 'tell_apart_undone',
        object: { kind: 'review', id },
        details: { stayed },
      },
    ]);
    return { ok: true, stayed };
  });
}

async function openPair(db: Db, id: string): Promise<OpenReview | undefined> {
  const review = await reviewToDecide(db, id);
  return review?.kind === 'near_match' && review.decision === null ? review : undefined;
}

async function peopleOf(db: Db, review: OpenReview): Promise<Compared[]> {
  return compared(db, await peopleNow(db, review.subjects));
}

function isOfPairs(decision: string | null): decision is 'merge' | 'apart' {
  return decision === 'merge' || decision === 'apart';
}
