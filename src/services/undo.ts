import { lastMarked, undoneBy } from '../db/lastMarked';
import { type Marker, undoMarks } from '../db/marks';
import type { Db } from '../db/pool';
import { rosterOf } from '../db/sessions';
import type { RosterLine, UndoResult } from './desk';

/** Takes back what her last message marked, and tells how those people stand now and whom a colleague has changed since. */
export async function undoLast(db: Db, marker: Marker): Promise<UndoResult> {
  const last = await lastMarked(db, marker);
  if (!last) return { ok: false, why: 'nothing' };
  const { sessionId, className } = last;
  const before = await rosterOf(db, sessionId, marker.personId);
  const { outcome } = await undoMarks(db, sessionId, marker);
  if (outcome !== 'undone' && outcome !== 'changed_since') return { ok: false, why: outcome };
  const undone = new Set(await undoneBy(db, sessionId, marker));
  const now = new Map((await rosterOf(db, sessionId, marker.personId)).map((line) => [line.personId, line]));
  // A guest whose mark is taken back is on the list no more.
  const roster = before
    .filter(({ personId }) => last.people.includes(personId))
    .map((line) => now.get(line.personId) ?? withoutMark(line));
  return {
    ok: true,
    className,
    startsAt: last.startsAt.toISOString(),
    undone: roster.filter(({ personId }) => undone.has(personId)),
    kept: roster.filter(({ personId }) => !undone.has(personId)),
  };
}

function withoutMark({ number, personId, firstNames, lastNames }: RosterLine): RosterLine {
  return { number, personId, firstNames, lastNames };
}
