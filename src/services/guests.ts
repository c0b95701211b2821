import { randomUUID } from 'node:crypto';
import { addGuest, type Guest, guestMeant } from '../db/guests';
import { type Marker, writeMarks } from '../db/marks';
import type { Db } from '../db/pool';
import type { GuestGiven } from './desk';
import type { Newcomer } from './nearMatches';
import { filed } from './registration';
import type { Vault } from './vault';

type Meant = Guest & { status: GuestGiven['status']; several: boolean; newcomer?: Newcomer };

/** Whom an instructor means by those who came without a place; who is nobody known gets an id of her own. */
export async function guestsMeant(db: Db, vault: Vault, sessionId: string, guests: GuestGiven[]): Promise<Meant[]> {
  const meant: Meant[] = [];
  for (const { names, document, status, isNew } of guests) {
    const index = document?.number === undefined ? null : vault.index(document.number);
    const found = await guestMeant(db, sessionId, names, document && { type: document.type, index });
    const known = isNew && index === null ? null : found.personId;
    const personId = known ?? randomUUID();
    meant.push({
      personId,
      names,
      status,
      several: found.several && !isNew,
      // The number is filed under its holder; it cannot be under two people.
      ...(document && !found.holder && { document: filed(vault, personId, document) }),
      ...(document && !found.holder && known === null && { newcomer: { personId, document } }),
      ...(found.holder && { holder: found.holder }),
    });
  }
  return [...new Map(meant.map((guest) => [guest.personId, guest])).values()];
}

/** Puts them on the session's list and marks them; gives how many marks that were. Whoever calls has seen that she may. */
export async function welcomeGuests(db: Db, marker: Marker, sessionId: string, guests: Meant[]): Promise<number> {
  if (guests.length === 0) return 0;
  for (const guest of guests) {
    const outcome = await addGuest(db, sessionId, guest, marker);
    if (outcome !== 'added' && outcome !== 'listed')
      throw new Error(`A guest was refused as "${outcome}" where marks had just been taken.`);
  }
  const marks = guests.map(({ personId, status }) => ({ personId, status }));
  return (await writeMarks(db, sessionId, marks, marker)).saved;
}
