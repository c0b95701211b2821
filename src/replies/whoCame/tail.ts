import { type Clause, doubtCount, peopleClauses, type Status } from './clause';
import { type Cursor, peek, sees, take } from './cursor';
import type { Element } from './elements';
import { beginsItem, type Item, takeList } from './list';
import { takeReason, takeStatuses } from './reason';

/** Takes "menos la 4" after a list or after "todas". Where there is none the list is empty; nothing if it is not understood. */
export function takeExcept(cursor: Cursor): Item[] | undefined {
  const skipped = sees(cursor, ['comma']) ? 1 : 0;
  if (!sees(cursor, ['except'], skipped)) return [];
  cursor.at += skipped + 1;
  take(cursor, 'colon');
  const items = takeList(cursor);
  // "Menos tres" says how many; "menos 3" is taken for the number, as everybody writes it.
  if (items.length === 1 && items[0]?.maybeCount === 'letters') doubtCount(cursor, items);
  return items.length > 0 ? items : undefined;
}

/**
 * A status right after a list that already belongs to something ("faltaron 3, 5 llegó tarde"). With one person in the
 * list it is more about her; else it must be plain which of them it is about, or nothing is understood.
 */
export function takeTail(cursor: Cursor, items: Item[]): { head: Item[]; clauses: Clause[] } | undefined {
  const isAfterComma = sees(cursor, ['comma']) && sees(cursor, ['that'], 1);
  const skipped = isAfterComma ? 2 : sees(cursor, ['that']) ? 1 : 0;
  if (!sees(cursor, ['status'], skipped) || (skipped === 0 && standsBefore(cursor)))
    return { head: items, clauses: [] };
  cursor.at += skipped;
  const statuses = takeStatuses(cursor);
  const cut = items.length === 1 ? 0 : tailStart(items, statuses);
  if (cut === undefined || statuses.some(({ bare }) => bare)) return undefined;
  const given = takeReason(cursor, statuses);
  const about = { items: items.slice(cut), statuses, extent: 'named' as const, reason: given.reason };
  const clauses = given.ok ? peopleClauses(about, cursor) : undefined;
  return clauses && { head: cut === 0 ? items : items.slice(0, cut), clauses };
}

/** Whether a status after these people is about all of them: one, "3 y 7", or "3, 7" with a verb of many. */
export function isPlainGroup(items: Item[], statuses: Status[]): boolean {
  const parted: Item['before'][] = items.slice(1).map(({ before }) => before);
  if (parted.length === 0) return true;
  const isClosedEarly = parted.slice(0, -1).includes('and') && parted.some((sep) => sep !== 'and');
  if (isClosedEarly || (parted.includes('space') && parted.includes('comma'))) return false;
  if (parted.includes('space')) return statuses.every(({ of }) => of === 'many');
  return parted.at(-1) === 'and' || statuses.every(({ of }) => of === 'many');
}

/** "Vinieron 1 2 3 faltaron 4 5": whether the verb here begins something new, and people but no other status follow. */
function standsBefore(cursor: Cursor): boolean {
  const status = peek(cursor);
  if (status?.is !== 'status' || status.of !== 'many' || !beginsItem(cursor, 1)) return false;
  const next = cursor.elements.slice(cursor.at + 1).find(({ is }) => !passing.has(is));
  return next?.is !== 'status';
}

const passing = new Set<Element['is']>([
  'number',
  'run',
  'article',
  'articles',
  'title',
  'dash',
  'upTo',
  'from',
  'and',
]);

function tailStart(items: Item[], statuses: Status[]): number | undefined {
  const last = items.at(-1);
  // "Menos 3 7 llegó tarde" may be one list; "menos la 3 la 7 llegó tarde" is not.
  const isApart = last?.before !== 'space' || last.led || items.at(-2)?.before === 'and';
  if (statuses[0]?.of === 'one' && isApart) return items.length - 1;
  // "3 y 7, 9 y 10 tarde": a list ends with its "y"; what follows is another.
  const closed = items.findIndex(({ before }) => before === 'and');
  const cut = items.findIndex(({ before }, at) => closed >= 0 && at > closed && before !== 'and');
  return cut > 0 && isPlainGroup(items.slice(cut), statuses) ? cut : undefined;
}
