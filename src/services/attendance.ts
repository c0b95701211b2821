import { holdSession, type Marker, writeMarks } from '../db/marks';
import type { Db } from '../db/pool';
import type { MarkGiven, SaveMarksResult } from './desk';

/** Saves what an instructor said of her class, all of it or nothing; the same message again adds nothing. */
export async function saveMarks(
  db: Db,
  marker: Marker,
  sessionId: string,
  marks: MarkGiven[],
): Promise<SaveMarksResult> {
  const held = await holdSession(db, sessionId, marker.personId);
  if (!held) return { ok: false, why: 'not_yours' };
  const result = await writeMarks(db, { id: sessionId, ...held }, marks, marker);
  if (!result.mine) return { ok: false, why: 'not_yours' };
  if (result.strangers > 0) return { ok: false, why: 'not_on_roster' };
  if (result.newer > 0) return { ok: false, why: 'changed_meanwhile' };
  return { ok: true, saved: result.written };
}
