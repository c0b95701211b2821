import type { ClassSession } from '../../db/classSessions';
import { type Db, inTransaction } from '../../db/pool';
import type { SessionRefusal } from '../../db/sessionChanges';
import { reopenSession } from '../../db/sessionRules';
import { addDays, instantOf } from '../../domain/calendar';
import type { ChangeResult } from '../../services/changesDesk';
import { cancelSession, moveSession, noteNotHeld, restoreSession } from '../../services/sessions';
import { localTime } from './localTime';
import type { AdminTools } from './run';
import { sessionMeant } from './sessionMeant';
import type { SessionChanged, SessionCommand, SessionReopened } from './sessionWords';

/** Does what staff do with a session, and gives the exit code: 0 also where it is so already. */
export function runSessions(command: SessionCommand, tools: AdminTools): Promise<number> {
  return command.kind === 'sessions reopen' ? reopen(command, tools) : change(command, tools);
}

/** Lets a session be marked again until the end of a day. */
async function reopen(command: SessionReopened, tools: AdminTools): Promise<number> {
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

async function change(command: SessionChanged, tools: AdminTools): Promise<number> {
  const { pool, timeZone, say, complain } = tools;
  const times = command.kind === 'sessions move' ? newTimes(command, timeZone) : undefined;
  const session = await sessionMeant(command, tools, times?.startsAt);
  if (!session) return 1;
  const name = `${command.classCode} of ${localTime(timeZone, session.startsAt)}`;
  if (times && isAt(session, times)) {
    say(`${name} is at that time already.`);
    return 0;
  }
  const result = await inTransaction(pool, (db) => changed(db, command, session, tools));
  if (result.ok) {
    say(`${name} ${done(command)}. ${told(result.told)}`);
    return 0;
  }
  const already = alreadyIs[command.kind];
  if (result.why === already?.why) {
    say(`${name} ${already.is} already.`);
    return 0;
  }
  complain(`${name} ${refusals[result.why](command)}`);
  return 1;
}

type Moved = SessionChanged & { kind: 'sessions move' };

function newTimes({ to, until }: Moved, timeZone: string): { startsAt: Date; endsAt?: Date } {
  const startsAt = instantOf(timeZone, to.date, to.time);
  return { startsAt, ...(until !== undefined && { endsAt: instantOf(timeZone, to.date, until) }) };
}

function isAt({ startsAt, endsAt, isCancelled }: ClassSession, to: { startsAt: Date; endsAt?: Date }): boolean {
  const ends = to.endsAt ?? endsAt;
  return !isCancelled && startsAt.getTime() === to.startsAt.getTime() && endsAt.getTime() === ends.getTime();
}

function changed(
  db: Db,
  command: SessionChanged,
  { sessionId }: ClassSession,
  { timeZone, now }: AdminTools,
): Promise<ChangeResult> {
  const by = { kind: 'staff', actor: command.by, channel: 'command' } as const;
  switch (command.kind) {
    case 'sessions cancel':
      return cancelSession(db, { sessionId, reason: command.reason }, by, now);
    case 'sessions not-held':
      return noteNotHeld(db, { sessionId, reason: command.reason }, by, now);
    case 'sessions restore':
      return restoreSession(db, sessionId, by, now);
    case 'sessions move': {
      const { reason } = command;
      const to = { sessionId, ...newTimes(command, timeZone), ...(reason !== undefined && { reason }) };
      return moveSession(db, to, by, now);
    }
  }
}

function done(command: SessionChanged): string {
  switch (command.kind) {
    case 'sessions cancel':
      return 'is cancelled';
    case 'sessions not-held':
      return 'was not held, and is noted so';
    case 'sessions restore':
      return 'takes place after all';
    case 'sessions move':
      return `is moved to ${command.to.date} ${command.to.time}`;
  }
}

function told(people: number): string {
  if (people === 0) return 'Nobody with a place needs to be told.';
  return `${people === 1 ? 'One person with a place is' : `${people} people with a place are`} told, and whoever teaches it.`;
}

const cancelled = { why: 'cancelled', is: 'is cancelled' } as const;
const alreadyIs: { [kind in SessionChanged['kind']]?: { why: SessionRefusal; is: string } } = {
  'sessions cancel': cancelled,
  'sessions not-held': cancelled,
  'sessions restore': { why: 'planned', is: 'is to take place' },
};

const forInstructors = () => 'was refused as to an instructor, which staff are not.';
const refusals: Record<SessionRefusal, (command: SessionChanged) => string> = {
  unknown_session: () => 'is gone: somebody has just imported the class anew.',
  not_yours: forInstructors,
  unproven: forInstructors,
  cancelled: ({ kind }) =>
    kind === 'sessions restore' ? 'cannot take place: its class is cancelled.' : 'is cancelled: restore it first.',
  planned: () => 'is to take place.',
  begun: () => 'has begun: "sessions not-held" notes that it was not held.',
  not_begun: () => 'has not begun: "sessions cancel" cancels it.',
  closed: () => 'is closed: "sessions reopen" opens it again.',
  marked: () => 'stays as it is: somebody is marked in it.',
  in_the_past: () => 'stays as it is: the new time is over.',
  taken: ({ classCode }) => `stays as it is: ${classCode} has another session at that time.`,
};
