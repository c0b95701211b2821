import { type ClassSession, sessionsOfClass } from '../../db/classSessions';
import { dateIn, timeIn } from '../../domain/calendar';
import { localTime } from './localTime';
import type { AdminTools } from './run';
import type { SessionNamed } from './sessionWords';

/**
 * The session a command is about. Nothing where there is none, or more than one: what is wrong has been said then. `movedTo`:
 * one that was there at first and begins at this instant now is meant too, so that a move can be said again.
 */
export async function sessionMeant(
  { classCode, date, starts }: SessionNamed,
  { pool, timeZone, complain }: Pick<AdminTools, 'pool' | 'timeZone' | 'complain'>,
  movedTo?: Date,
): Promise<ClassSession | undefined> {
  const sessions = await sessionsOfClass(pool, classCode);
  if (!sessions) {
    complain(`No class has the code "${classCode}".`);
    return undefined;
  }
  const isNamed = (at: Date) => dateIn(timeZone, at) === date && (!starts || timeIn(timeZone, at) === starts);
  const [found, ...more] = sessions.filter(({ startsAt }) => isNamed(startsAt));
  if (found && more.length === 0) return found;
  if (found) {
    const times = [found, ...more].map(({ startsAt }) => timeIn(timeZone, startsAt)).join(', ');
    complain(`${classCode} has several sessions on ${date}: say which with --starts: ${times}.`);
    return undefined;
  }
  const moved = sessions.find(
    ({ startsAt, firstStartsAt }) =>
      firstStartsAt && isNamed(firstStartsAt) && startsAt.getTime() === movedTo?.getTime(),
  );
  const at = starts ? ` at ${starts}` : '';
  if (!moved) complain(`${classCode} has no session on ${date}${at}. ${nearest(sessions, date, timeZone)}`);
  return moved;
}

function nearest(sessions: ClassSession[], date: string, timeZone: string): string {
  const noon = Date.parse(`${date}T12:00:00Z`);
  const away = ({ startsAt }: ClassSession) => Math.abs(startsAt.getTime() - noon);
  const near = [...sessions]
    .sort((one, other) => away(one) - away(other))
    .slice(0, MOST_NEAR)
    .sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime())
    .map(({ startsAt, isCancelled }) => `${localTime(timeZone, startsAt)}${isCancelled ? ' (cancelled)' : ''}`);
  return near.length === 0 ? 'It has none at all.' : `Those nearest are: ${near.join(', ')}.`;
}

const MOST_NEAR = 4;
