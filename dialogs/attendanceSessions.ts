import { dateIn } from '../src/domain/calendar';
import { dateBefore } from '../src/domain/daySaid';
import { type Said, say } from '../src/script/say';
import type { Reader, World } from '../src/script/steps';
import type { SessionToMark } from '../src/services/desk';
import type { Attendance } from './attendanceKnown';

/** The sessions that she may mean: today's, or those of the days before that can still be marked, of the day she named. */
export async function sessionsMeant(
  { sessionId, earlier, day }: Partial<Attendance>,
  { desk, today, timeZone }: World,
): Promise<SessionToMark[]> {
  if (sessionId !== undefined) {
    const asked = await desk.sessionToMark(sessionId);
    return asked ? [asked] : [];
  }
  const date = day && dateBefore(day, today);
  if (!earlier || date === today) return desk.sessionsToday();
  const open = await desk.sessionsEarlier();
  return date ? open.filter(({ startsAt }) => dateIn(timeZone, new Date(startsAt)) === date) : open;
}

/** That there is none, and who can let an older one be marked. */
export function noSession({ earlier, day }: Partial<Attendance>): Said {
  if (!earlier) return say('attendance.none');
  return day ? say('attendance.noneThatDay') : say('attendance.noneEarlier');
}

/** Reads why a mark of an earlier day is changed: any words, kept as they are. */
export const reasonTyped: Reader<Attendance, string> = (text) => {
  const reason = text.slice(0, 500).replace(/\s+/g, ' ').trim().slice(0, MOST_REASON);
  return /\p{L}{3}/u.test(reason) && !/[?¿]/.test(reason)
    ? { ok: true, value: reason }
    : { ok: false, again: say('attendance.whyShort') };
};
const MOST_REASON = 200;
