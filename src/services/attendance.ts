import { type Marker, writeMarks } from '../db/marks';
import type { Db } from '../db/pool';
import type { MarkGiven, SaveMarksResult } from './desk';

/** Saves what an instructor said of her class, all of it or nothing; the same message again adds nothing. */
export async function saveMarks(
  db: Db,
  marker: Marker,
  sessionId: string,
  marks: MarkGiven[],
): Promise<SaveMarksResult> {
  const { outcome, saved } = await writeMarks(db, sessionId, marks, marker);
  return outcome === 'saved' ? { ok: true, saved } : { ok: false, why: outcome };
}
