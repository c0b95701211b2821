import { type Clause, named, numbersOf, oppositeOf, type Status } from './clause';
import { type Cursor, sees, take } from './cursor';
import { beginsItem, takeList } from './list';
import { takeStatuses } from './reason';
import { takeExcept } from './tail';
import { doubt } from './unclear';

/** Takes "los mismos de ayer menos la 3 y la 9 también": who came or missed the time before. Whoever was not marked then stays so. */
export function takeLast(cursor: Cursor, before: Status[]): Clause[] | undefined {
  const place = take(cursor, 'last');
  const statuses = before.length > 0 ? before : takeStatuses(cursor);
  const status = statuses.length === 0 ? 'present' : oppositeOf([{ status: oppositeOf(statuses) ?? 'late' }]);
  const except = status && takeExcept(cursor);
  if (!place || !status || !except) return undefined;
  const more = takeMore(cursor);
  const { last } = cursor.people;
  if (last.size === 0) doubt(cursor, { kind: 'no_last' }, place);
  const left = numbersOf(except);
  const came = [...last].filter(([, mark]) => mark === 'present' || mark === 'late').map(([number]) => number);
  const wanted = new Set(status === 'present' ? came : [...last.keys()].filter((number) => !came.includes(number)));
  for (const number of more) wanted.add(number);
  for (const number of left) wanted.delete(number);
  const others = [...new Set([...last.keys(), ...left])].filter((number) => !wanted.has(number));
  return [named([...wanted], status), named(others, status === 'present' ? 'absent' : 'present')];
}

/** "… y la 9", "… más la 9": who came besides. */
function takeMore(cursor: Cursor): number[] {
  const skipped = sees(cursor, ['comma']) ? 1 : 0;
  if (!sees(cursor, ['and', 'plus'], skipped) || !beginsItem(cursor, skipped + 1)) return [];
  cursor.at += skipped + 1;
  return numbersOf(takeList(cursor));
}
