import { parseArgs } from 'node:util';

/** What staff can do about those who have asked for a person; `by`: who has answered her. */
export type HelpCommand =
  | { kind: 'help-requests list' }
  | { kind: 'help-requests show'; id: string }
  | { kind: 'help-requests close'; id: string; by: string };

type Read = { ok: true; command: HelpCommand } | { ok: false; fault: string };

/** Reads the words after `help-requests`. */
export function readHelpRequests([verb, id = '', ...words]: string[]): Read {
  if (verb === 'list' && id === '') return { ok: true, command: { kind: 'help-requests list' } };
  if (verb !== 'show' && verb !== 'close')
    return { ok: false, fault: 'help-requests needs "list", "show" or "close".' };
  if (!/^\d{1,18}$/.test(id))
    return { ok: false, fault: `help-requests ${verb} needs the number "help-requests list" gives.` };
  try {
    const { by = '' } = parseArgs({ args: words, options: { by: { type: 'string' } } }).values;
    if (verb === 'show') return { ok: true, command: { kind: 'help-requests show', id } };
    if (by.trim() === '') return { ok: false, fault: 'help-requests close needs --by NAME: who has answered her.' };
    return { ok: true, command: { kind: 'help-requests close', id, by: by.trim() } };
  } catch (fault) {
    return { ok: false, fault: `help-requests ${verb}: ${(fault as Error).message}` };
  }
}
