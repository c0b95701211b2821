import { parseArgs } from 'node:util';

/** What staff can do with a whole class. `isSure`: nobody is asked first. */
export type ClassCommand = { kind: 'classes cancel'; classCode: string; reason: string; by: string; isSure: boolean };

type Read = { ok: true; command: ClassCommand } | { ok: false; fault: string };

const string = { type: 'string' } as const;
const options = { reason: string, by: string, yes: { type: 'boolean' } } as const;

/** Reads the words after `classes`. */
export function readClasses([verb, ...args]: string[]): Read {
  if (verb !== 'cancel') return { ok: false, fault: 'classes knows only "cancel".' };
  try {
    const { positionals, values } = parseArgs({ args, options, allowPositionals: true });
    const [classCode = '', ...more] = positionals;
    const [reason, by] = [values.reason?.trim(), values.by?.trim()];
    if (classCode === '' || more.length > 0 || !reason || !by)
      return { ok: false, fault: 'classes cancel needs CLASS --reason "why" --by NAME.' };
    if (reason.length > 300) return { ok: false, fault: 'classes cancel takes at most 300 characters of --reason.' };
    return { ok: true, command: { kind: 'classes cancel', classCode, reason, by, isSure: values.yes === true } };
  } catch (fault) {
    return { ok: false, fault: `classes cancel: ${(fault as Error).message}` };
  }
}
