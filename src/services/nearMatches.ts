import { type DocumentSought, nearCandidates, openNearMatches } from '../db/nearMatches';
import type { Db } from '../db/pool';
import { type DocumentGiven, documentTypes } from '../domain/document';
import { nameLikeness } from '../domain/namesake';
import { nearMatch, numbersOneSlipAway } from '../domain/nearMatch';
import type { Vault } from './vault';

/** Somebody who has just been registered, or put on a list. */
export type Newcomer = { personId: string; document: DocumentGiven };

/**
 * Has staff look at whoever may be somebody we know already: a document a slip away, or the same names where one of the
 * two gave no number. It never keeps anybody from being registered. `by`: where she was.
 */
export async function lookForNearMatches(
  db: Db,
  vault: Vault,
  newcomers: Newcomer[],
  by: 'chat' | 'import' | 'class',
): Promise<void> {
  for (let at = 0; at < newcomers.length; at += AT_ONCE) {
    const some = newcomers.slice(at, at + AT_ONCE);
    const documents = some.flatMap((newcomer) => documentsNear(vault, newcomer));
    const people = some.map(({ personId }) => personId);
    const pairs = (await nearCandidates(db, people, documents)).flatMap((candidate) => {
      const { personId, otherId, names, otherNames } = candidate;
      const alike = nearMatch({ ...candidate, names: nameLikeness(names, otherNames) });
      return alike ? { personId, otherId, alike } : [];
    });
    if (pairs.length > 0) await openNearMatches(db, pairs, by);
  }
}

// Each has some 230 near documents.
const AT_ONCE = 100;

function documentsNear(vault: Vault, { personId, document: { type, number } }: Newcomer): DocumentSought[] {
  if (number === undefined) return [];
  const same = vault.index(number);
  return [
    ...numbersOneSlipAway(type, number).map((near) => ({ personId, type, index: vault.index(near) })),
    ...documentTypes.filter((other) => other !== type).map((other) => ({ personId, type: other, index: same })),
  ];
}
