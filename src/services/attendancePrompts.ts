import { attendanceDue } from '../db/attendanceDue';
import { planNotices } from '../db/notices';
import type { Db } from '../db/pool';
import { addDays, dateIn, instantOf } from '../domain/calendar';

/**
 * Plans that whoever may mark a session is asked when it is over, and once more the next morning. Each is told only if
 * somebody is not marked then; who was asked is not asked again.
 */
export async function planAttendancePrompts(db: Db, now: Date, timeZone: string): Promise<number> {
  const due = await attendanceDue(db, { since: new Date(now.getTime() - ASKED_WITHIN_MS), until: now });
  await planNotices(
    db,
    due.flatMap(({ sessionId, personId, endsAt }) => {
      const notice = { personId, script: 'attendanceDue', known: { sessionId }, about: `session:${sessionId}` };
      const morning = instantOf(timeZone, addDays(dateIn(timeZone, endsAt), 1), CHASED_AT);
      // An evening class is over when others are left alone; its instructor is still on her feet.
      const urgent = now.getTime() - endsAt.getTime() < STILL_THERE_MS;
      return [
        { ...notice, key: `attendance_due:${sessionId}:${personId}`, urgent, dueAt: endsAt },
        { ...notice, key: `attendance_chase:${sessionId}:${personId}`, dueAt: morning },
      ];
    }),
  );
  return due.length;
}
/** After an outage longer than this nobody is asked about what was before it. */
const ASKED_WITHIN_MS = 12 * 3_600_000;
const STILL_THERE_MS = 30 * 60_000;
const CHASED_AT = '09:00';
