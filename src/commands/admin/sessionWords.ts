import { parseArgs } from 'node:util';
import { isDate } from '../../domain/calendar';

/** A session as staff name it: by the code of its class, its day and, where there are several, when it begins. */
export type SessionNamed = { classCode: string; date: string; starts?: string };

/** What staff can change about a session, and who decided it. Those enrolled are told the reason. */
export type SessionChanged = SessionNamed & { by: string } & (
    | { kind: 'sessions cancel' | 'sessions not-held'; reason: string }
    | { kind: 'sessions move'; to: { date: string; time: string }; until?: string; reason?: string }
    | { kind: 'sessions restore' }
  );

/** Lets a session be marked again; `until`: the last day on which it may be. */
export type SessionReopened = {
  kind: 'sessions reopen';
  classCode: string;
  date: string;
  until: string;
  reason: string;
  by: string;
};

/** What staff can do with a session. */
export type SessionCommand = SessionChanged | SessionReopened;

type Read = { ok: true; command: SessionCommand } | { ok: false; fault: string };

const string = { type: 'string' } as const;
const verbs = {
  cancel: { options: { starts: string, reason: string, by: string }, needs: 'CLASS DATE --reason "why" --by NAME' },
  move: {
    options: { starts: string, to: string, until: string, reason: string, by: string },
    needs: 'CLASS DATE --to "DATE HH:MM" --by NAME',
  },
  restore: { options: { starts: string, by: string }, needs: 'CLASS DATE --by NAME' },
  'not-held': { options: { starts: string, reason: string, by: string }, needs: 'CLASS DATE --reason "why" --by NAME' },
  reopen: {
    options: { until: string, reason: string, by: string },
    needs: 'CLASS DATE --until DATE --reason "why" --by NAME',
  },
};
type Verb = keyof typeof verbs;
type Words = { classCode: string; date: string } & { [option in 'starts' | 'to' | 'until' | 'reason' | 'by']?: string };

/** Reads the words after `sessions`. */
export function readSessions([verb = '', ...args]: string[]): Read {
  if (!isVerb(verb)) return { ok: false, fault: 'sessions needs "cancel", "move", "restore", "not-held" or "reopen".' };
  try {
    const command = commandOf(verb, wordsOf(verb, args));
    return typeof command === 'string' ? { ok: false, fault: `sessions ${verb} ${command}` } : { ok: true, command };
  } catch (fault) {
    return { ok: false, fault: `sessions ${verb}: ${(fault as Error).message}` };
  }
}

// Nothing where a word is missing, or there is one too many.
function wordsOf(verb: Verb, args: string[]): Words | undefined {
  const { positionals, values } = parseArgs({ args, options: verbs[verb].options, allowPositionals: true });
  const [classCode = '', date = '', ...more] = positionals;
  const given: Omit<Words, 'classCode' | 'date'> = Object.fromEntries(
    Object.entries(values).map(([option, value]) => [option, String(value).replace(/\s+/g, ' ').trim()]),
  );
  return classCode !== '' && isDate(date) && more.length === 0 && given.by ? { classCode, date, ...given } : undefined;
}

// A text is what is wrong.
function commandOf(verb: Verb, words: Words | undefined): SessionCommand | string {
  const needed = `needs ${verbs[verb].needs}.`;
  if (!words) return needed;
  const { classCode, date, starts, reason, by = '' } = words;
  if (verb === 'reopen') {
    const { until = '' } = words;
    return isDate(until) && reason ? { kind: 'sessions reopen', classCode, date, until, reason, by } : needed;
  }
  if (starts !== undefined && !isTime(starts)) return 'takes --starts as a time like 08:00.';
  if (reason && reason.length > MOST_REASON) return `takes at most ${MOST_REASON} characters of --reason.`;
  const common = { classCode, date, by, ...(starts !== undefined && { starts }) };
  if (verb === 'restore') return { kind: 'sessions restore', ...common };
  if (verb === 'move') return moveOf(words, common) ?? needed;
  return reason ? { kind: `sessions ${verb}`, ...common, reason } : needed;
}

function moveOf(
  { to, until, reason }: Words,
  common: SessionNamed & { by: string },
): SessionCommand | string | undefined {
  if (to === undefined) return undefined;
  const [date = '', time = '', ...more] = to.split(' ');
  if (!isDate(date) || !isTime(time) || more.length > 0)
    return 'takes --to as a day and a time like "2026-11-30 09:00".';
  if (until !== undefined && !(isTime(until) && until > time)) return 'takes --until as a time after that of --to.';
  return {
    kind: 'sessions move',
    ...common,
    to: { date, time },
    ...(until !== undefined && { until }),
    ...(reason && { reason }),
  };
}

function isVerb(text: string): text is Verb {
  return Object.hasOwn(verbs, text);
}

function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

// As many as a session keeps.
const MOST_REASON = 200;
