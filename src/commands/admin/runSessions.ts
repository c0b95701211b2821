import { reopenSession } from '../../db/sessionRules';
import { addDays, instantOf } from '../../domain/calendar';
import type { AdminTools } from './run';
import type { SessionCommand } from './sessionWords';

/** Lets a session be marked again until the end of a day. */
export async function reopen(command: SessionCommand, tools: AdminTools): Promise<number> {
  const { pool, timeZone, now, say, complain } = tools;
  const { classCode, date, reason, by } = command;
  const until = instantOf(timeZone, addDays(command.until, 1), '00:00');
  if (until <= now) {
    complain(`${command.until} is over: the session would stay closed.`);
    return 2;
  }
  if (!(await reopenSession(pool, { classCode, date, timeZone }, { until, reason, by }))) {
    complain(`${classCode} has no session on ${date}.`);
    return 1;
  }
  say(`${classCode} of ${date} may be marked until the end of ${command.until}.`);
  return 0;
}
