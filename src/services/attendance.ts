import { type Marker, writeMarks } from '../db/marks';
import type { Db } from '../db/pool';
import { mayMark } from '../db/sessionRules';
import { rosterOf } from '../db/sessions';
import type { GuestGiven, MarkGiven, SaveMarksResult } from './desk';
import { guestsMeant, welcomeGuests } from './guests';
import { lookForNearMatches } from './nearMatches';
import type { Vault } from './vault';

/** Saves what an instructor said of her class, guests and all, or nothing; the same message again adds nothing. */
export async function saveMarks(
  db: Db,
  vault: Vault,
  marker: Marker,
  { sessionId, marks, guests }: { sessionId: string; marks: MarkGiven[]; guests: GuestGiven[] },
): Promise<SaveMarksResult> {
  // To whoever may not mark the list nothing is told of anybody.
  const mayAsk = guests.length > 0 && (await mayMark(db, sessionId, marker.personId));
  const meant = mayAsk ? await guestsMeant(db, vault, sessionId, guests) : [];
  const several = meant.findIndex((guest) => guest.several);
  if (several >= 0) return { ok: false, why: 'several_named', guest: several };
  const listed = new Set(
    meant.length > 0 ? (await rosterOf(db, sessionId, marker.personId)).map(({ personId }) => personId) : [],
  );
  const known = meant
    .filter(({ personId }) => listed.has(personId))
    .map(({ personId, status }) => ({ personId, status }));
  const { outcome, saved } = await writeMarks(db, sessionId, [...marks, ...known], marker);
  if (outcome !== 'saved') return { ok: false, why: outcome };
  const fresh = meant.filter(({ personId }) => !listed.has(personId));
  const more = await welcomeGuests(db, marker, sessionId, fresh);
  const newcomers = fresh.flatMap(({ newcomer }) => newcomer ?? []);
  await lookForNearMatches(db, vault, newcomers, 'class');
  return { ok: true, saved: saved + more };
}
