import { parseArgs } from 'node:util';
import { isDate } from '../../domain/calendar';

/** What staff can do with a session. `date` is the day it was on, `until` the last day on which it may be marked. */
export type SessionCommand = {
  kind: 'sessions reopen';
  classCode: string;
  date: string;
  until: string;
  reason: string;
  by: string;
};

type Read = { ok: true; command: SessionCommand } | { ok: false; fault: string };

const string = { type: 'string' } as const;

/** Reads the words after `sessions`. */
export function readSessions([verb, ...words]: string[]): Read {
  if (verb !== 'reopen') return { ok: false, fault: 'sessions knows only "reopen".' };
  try {
    const options = { until: string, reason: string, by: string };
    const { positionals, values } = parseArgs({ args: words, options, allowPositionals: true });
    const [classCode = '', date = '', ...more] = positionals;
    const { until = '', reason = '', by = '' } = values;
    const isWhole = isDate(date) && isDate(until) && reason.trim() !== '' && by.trim() !== '' && more.length === 0;
    if (!isWhole) {
      return { ok: false, fault: 'sessions reopen needs CLASS DATE --until DATE --reason "why" --by NAME.' };
    }
    return {
      ok: true,
      command: { kind: 'sessions reopen', classCode, date, until, reason: reason.trim(), by: by.trim() },
    };
  } catch (fault) {
    return { ok: false, fault: `sessions reopen: ${(fault as Error).message}` };
  }
}
