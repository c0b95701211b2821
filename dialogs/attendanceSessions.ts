import { dateIn } from '../src/domain/calendar';
import { dateBefore } from '../src/domain/daySaid';
import { reasonIn } from '../src/replies/classOrder';
import { daySaid } from '../src/replies/daySaid';
import { type Said, say } from '../src/script/say';
import type { Known, Reader, World } from '../src/script/steps';
import type { SessionToMark } from '../src/services/desk';
import type { Attendance, Told } from './attendanceKnown';
import { sessionOf } from './sessionChosen';

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

/** Where she goes on who says that there was no class: this one, or of another day that she names. */
export function notHeldOf(
  told: Told | undefined,
  known: Partial<Attendance>,
  { today, timeZone }: World,
): { name: string; known: Known } | undefined {
  if (told?.noClass === undefined) return undefined;
  const [past, reason] = [daySaid(told.noClass), reasonIn(told.noClass)];
  const at = new Date(sessionOf(known)?.startsAt ?? 0);
  const isOther = past && dateBefore(past, today) !== dateIn(timeZone, at);
  const which = isOther ? { said: told.noClass, past } : { sessionId: told.sessionId };
  return { name: 'sessionNotHeld', known: { ...which, begun: true, ...(reason && { reason }) } };
}

/** Reads why a mark of an earlier day is changed: any words, kept as they are. */
export const reasonTyped: Reader<Attendance, string> = (text) => {
  const reason = text.slice(0, 500).replace(/\s+/g, ' ').trim().slice(0, MOST_REASON);
  return /\p{L}{3}/u.test(reason) && !/[?¿]/.test(reason)
    ? { ok: true, value: reason }
    : { ok: false, again: say('attendance.whyShort') };
};
const MOST_REASON = 200;
