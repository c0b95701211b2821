import { parseArgs } from 'node:util';
import { isUuid } from './uuid';

/**
 * Whose places they are: a person by her id, the people of a file, or else whoever's document is asked for. A document is
 * never among the words, which a terminal keeps and every user of the machine can list.
 */
export type Whose = { person: string } | { file: string } | 'asked';

/** What staff can do with places; classes by their codes. `by`: who decided it. */
export type PlaceCommand =
  | { kind: 'enrolments move'; whose: Whose; from: string; to: string; by: string }
  | { kind: 'enrolments end'; whose: Whose; of: string; reason: string; by: string };

type Read = { ok: true; command: PlaceCommand } | { ok: false; fault: string };

const string = { type: 'string' } as const;
const common = { by: string, person: string, file: string };

/** Reads the words after `enrolments`. */
export function readEnrolments([verb, ...words]: string[]): Read {
  if (verb !== 'move' && verb !== 'end') return { ok: false, fault: 'enrolments needs "move" or "end".' };
  try {
    return verb === 'move' ? readMove(words) : readEnd(words);
  } catch (fault) {
    return { ok: false, fault: `enrolments ${verb}: ${(fault as Error).message}` };
  }
}

function readMove(args: string[]): Read {
  const { positionals, values } = parseArgs({
    args,
    options: { ...common, from: string, to: string },
    allowPositionals: true,
  });
  const { from = '', to = '', by = '' } = values;
  const whose = whoseOf(positionals, values);
  if (typeof whose === 'object' && 'fault' in whose) return { ok: false, fault: `enrolments move: ${whose.fault}` };
  if (from === '' || to === '' || by.trim() === '')
    return { ok: false, fault: 'enrolments move needs --from CLASS --to CLASS --by NAME.' };
  return { ok: true, command: { kind: 'enrolments move', whose, from, to, by: by.trim() } };
}

function readEnd(args: string[]): Read {
  const { positionals, values } = parseArgs({
    args,
    options: { ...common, class: string, reason: string },
    allowPositionals: true,
  });
  const { class: of = '', by = '' } = values;
  const reason = values.reason?.trim() ?? '';
  const whose = whoseOf(positionals, values);
  if (typeof whose === 'object' && 'fault' in whose) return { ok: false, fault: `enrolments end: ${whose.fault}` };
  if (of === '' || reason === '' || by.trim() === '')
    return { ok: false, fault: 'enrolments end needs --class CLASS --reason "why" --by NAME.' };
  if (reason.length > 300) return { ok: false, fault: 'enrolments end: --reason takes at most 300 characters.' };
  return { ok: true, command: { kind: 'enrolments end', whose, of, reason, by: by.trim() } };
}

function whoseOf(
  positionals: string[],
  { person, file }: { person?: string; file?: string },
): Whose | { fault: string } {
  if (positionals.length > 0)
    return { fault: 'a document is not written on this line, where others can read it: you are asked for it.' };
  if (person !== undefined && file !== undefined) return { fault: 'it takes --person or --file, not both.' };
  if (person !== undefined)
    return isUuid(person) ? { person } : { fault: '--person needs the id "reviews show" gives.' };
  return file === undefined ? 'asked' : { file };
}
