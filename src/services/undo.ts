import { lastMarked, undoneBy } from '../db/lastMarked';
import { type Marker, undoMarks } from '../db/marks';
import type { Db } from '../db/pool';
import { rosterOf } from '../db/sessions';
import type { UndoResult } from './desk';

/** Takes back what her last message marked, and tells how those people stand now and whom a colleague has changed since. */
export async function undoLast(db: Db, marker: Marker): Promise<UndoResult> {
  const last = await lastMarked(db, marker);
  if (!last) return { ok: false, why: 'nothing' };
  const { sessionId, className } = last;
  const { outcome } = await undoMarks(db, sessionId, marker);
  if (outcome === 'nothing' || outcome === 'closed' || outcome === 'not_yours') return { ok: false, why: outcome };
  const undone = new Set(await undoneBy(db, sessionId, marker));
  const roster = (await rosterOf(db, sessionId, marker.personId)).filter(({ personId }) =>
    last.people.includes(personId),
  );
  return {
    ok: true,
    className,
    startsAt: last.startsAt.toISOString(),
    undone: roster.filter(({ personId }) => undone.has(personId)),
    kept: roster.filter(({ personId }) => !undone.has(personId)),
  };
}
