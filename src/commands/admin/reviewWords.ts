import { parseArgs } from 'node:util';

/**
 * What staff can do with what only a person can decide; `keep` is the person who stays where two are merged, `marks` whose
 * marks count where both have some that differ.
 */
export type ReviewCommand =
  | { kind: 'reviews list' }
  | { kind: 'reviews show'; id: string; keep?: string }
  | { kind: 'reviews undo'; id: string }
  | { kind: 'reviews decide'; id: string; decision: string; keep?: string; marks?: string };

type Read = { ok: true; command: ReviewCommand } | { ok: false; fault: string };

/** Reads the words after `reviews`. */
export function readReviews([verb, id = '', ...words]: string[]): Read {
  switch (verb) {
    case 'list':
      return id === ''
        ? { ok: true, command: { kind: 'reviews list' } }
        : { ok: false, fault: 'reviews list takes no more words.' };
    case 'show':
      return readShow(id, words);
    case 'undo':
      return isNumber(id) && words.length === 0
        ? { ok: true, command: { kind: 'reviews undo', id } }
        : { ok: false, fault: 'reviews undo needs the number "reviews list" gives.' };
    case 'decide':
      return readDecision(id, words);
    default:
      return { ok: false, fault: 'reviews needs "list", "show", "decide" or "undo".' };
  }
}

function readShow(id: string, args: string[]): Read {
  try {
    const { keep } = parseArgs({ args, options: { keep: { type: 'string' } } }).values;
    return isNumber(id)
      ? { ok: true, command: { kind: 'reviews show', id, ...(keep && { keep }) } }
      : { ok: false, fault: 'reviews show needs the number "reviews list" gives.' };
  } catch (fault) {
    return { ok: false, fault: `reviews show: ${(fault as Error).message}` };
  }
}

function readDecision(id: string, words: string[]): Read {
  try {
    const { positionals, values } = parseArgs({
      args: words,
      options: { keep: { type: 'string' }, marks: { type: 'string' } },
      allowPositionals: true,
    });
    const decision = positionals.join(' ').trim();
    if (!isNumber(id) || decision === '')
      return { ok: false, fault: 'reviews decide needs the number "reviews list" gives, and what was decided.' };
    const { keep, marks } = values;
    if ((keep !== undefined || marks !== undefined) && decision !== 'merge')
      return { ok: false, fault: 'reviews decide: --keep and --marks go with "merge".' };
    const command = { kind: 'reviews decide', id, decision, ...(keep && { keep }), ...(marks && { marks }) } as const;
    return { ok: true, command };
  } catch (fault) {
    return { ok: false, fault: `reviews decide: ${(fault as Error).message}` };
  }
}

function isNumber(text: string): boolean {
  return /^\d{1,18}$/.test(text);
}
