import type { CommandRead } from './command';

/** What `npm run admin` does about people. */
export type PeopleCommand = { kind: 'instructors code'; code: string };

/** Reads the words after `instructors`. */
export function readInstructors([verb, code, ...more]: string[]): CommandRead {
  if (verb !== 'code') return { ok: false, fault: 'instructors knows only "code".' };
  if (!code || code.startsWith('-') || more.length > 0)
    return { ok: false, fault: 'instructors code needs the code of one instructor, such as INS-014.' };
  return { ok: true, command: { kind: 'instructors code', code } };
}
