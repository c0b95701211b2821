import { isNoName } from '../notNames';
import { type Cursor, take, typed } from './cursor';
import { doubt, isNot, meantAt } from './unclear';

/** A name in a list, whose it may be, and whether it is theirs beyond doubt: "Paula" is not quite Paola's. */
export type Named = { text: string; numbers: number[]; isSure: boolean; start: number; end: number };

/** Takes a name, "doña Rosa Díaz". Nobody's is noted as unclear. */
export function takeName(cursor: Cursor): Named | undefined {
  const title = take(cursor, 'title');
  const run = take(cursor, 'run');
  if (!run) {
    if (title) cursor.at -= 1;
    return undefined;
  }
  const text = typed(cursor, run.start, run.end);
  const place = { text, start: run.start, end: run.end };
  const meant = meantAt(cursor, place);
  if (meant) return { ...place, numbers: meant, isSure: true };
  const found = isNot(cursor, place) ? { numbers: [], isSure: true } : cursor.people.named(run.words);
  if (found.numbers.length === 0) doubtName(cursor, place, run.words);
  return { ...place, ...found };
}

/** The one whose name it is; where there are several, or it is not quite hers, that is noted. */
export function onlyOne(cursor: Cursor, { text, numbers, isSure, start, end }: Named): number[] {
  const isMeant = meantAt(cursor, { start, end }) !== undefined;
  if (isMeant || numbers.length === 0) return numbers;
  if (numbers.length === 1 && isSure) return numbers;
  doubt(cursor, { kind: 'which', text, numbers }, { start, end });
  return [];
}

function doubtName(cursor: Cursor, place: { text: string; start: number; end: number }, words: string[]): void {
  const { text } = place;
  const together = isNot(cursor, place) ? [] : cursor.people.together(words);
  if (words.some(isNoName)) doubt(cursor, { kind: 'not_understood', text }, place);
  else if (together.length > 0) doubt(cursor, { kind: 'together', text, numbers: together }, place);
  else doubt(cursor, { kind: 'no_such_name', text }, place);
}
