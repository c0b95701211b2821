import { claimsOf } from '../db/checkIns';
import { lastMarksOf } from '../db/lastMarks';
import type { Marker } from '../db/marks';
import { missedOf } from '../db/missed';
import { earlierSessions, sessionToMark } from '../db/openSessions';
import type { Db } from '../db/pool';
import { rosterOf, sessionsOn } from '../db/sessions';
import { saveMarks } from './attendance';
import type { Desk } from './desk';
import { undoLast } from './undo';
import type { Vault } from './vault';

type Marking = Pick<
  Desk,
  | 'missed'
  | 'sessionsToday'
  | 'sessionToMark'
  | 'sessionsEarlier'
  | 'lastMarks'
  | 'roster'
  | 'saveMarks'
  | 'undoLast'
  | 'checkIns'
>;

/** What an instructor can look up and do of her classes' attendance; `marker` tells who writes, nobody for a stranger. */
export function markingDesk(
  tx: Db,
  { timeZone, vault }: { timeZone: string; vault: Vault },
  marker: () => Marker | undefined,
): Marking {
  async function ifKnown<T>(work: (who: Marker) => Promise<T>, otherwise: T): Promise<T> {
    const who = marker();
    return who ? work(who) : otherwise;
  }
  return {
    sessionsToday: () => ifKnown((who) => sessionsOn(tx, { at: who.sentAt, timeZone }, who.personId), []),
    sessionsEarlier: () => ifKnown((who) => earlierSessions(tx, { at: who.sentAt, timeZone }, who.personId), []),
    missed: (least) => ifKnown((who) => missedOf(tx, who.personId, { least, now: who.sentAt }), []),
    sessionToMark: (sessionId) => ifKnown((who) => sessionToMark(tx, sessionId, who.personId), undefined),
    lastMarks: (sessionId) => ifKnown((who) => lastMarksOf(tx, sessionId, who.personId), undefined),
    roster: (sessionId) => ifKnown((who) => rosterOf(tx, sessionId, who.personId), []),
    saveMarks: (sessionId, marks, guests = []) =>
      ifKnown((who) => saveMarks(tx, vault, who, { sessionId, marks, guests }), { ok: false, why: 'not_yours' }),
    undoLast: () => ifKnown((who) => undoLast(tx, who), { ok: false, why: 'nothing' }),
    checkIns: (sessionId) => ifKnown((who) => claimsOf(tx, sessionId, who.personId), { claimed: [], refused: 0 }),
  };
}
