import { type Cursor, type Is, peek, sees, take } from './cursor';
import { takeGroup } from './group';
import { takeOne } from './one';
import { takeAside } from './reason';
import { doubt, isHowMany, meantAt } from './unclear';

/**
 * Somebody, or a range of people, in a list. `before`: what parts it from the one before. `led`: an article stands before
 * it ("la 3"). `maybeCount`: it is a lone number that may be a count. `status` and `reason` are its own, from brackets.
 */
export type Item = {
  people: number[];
  start: number;
  end: number;
  before: 'comma' | 'and' | 'space' | 'nothing';
  led?: boolean;
  maybeCount: 'digits' | 'letters' | false;
  status?: Is<'status'>;
  reason?: string;
};

/** Takes a list of people: "3, 7 y Rosa", "1 a 12", "la 4", "dos: la 3 y la 7". With `nor`, "ni 3 ni 7" too. Nothing where none begins. */
export function takeList(cursor: Cursor, { nor = false } = {}): Item[] {
  return takeBracketedList(cursor, nor) ?? takeCountedList(cursor, nor) ?? takePlainList(cursor, nor);
}

function takePlainList(cursor: Cursor, nor: boolean): Item[] {
  const items: Item[] = [];
  if (nor) take(cursor, 'nor');
  let before: Item['before'] = 'nothing';
  while (beginsItem(cursor)) {
    const item = takeItem(cursor, before);
    if (!item) return [];
    items.push(item);
    const parted = takeSeparator(cursor, nor);
    if (!parted) break;
    before = parted;
  }
  return items;
}

/** Whether somebody may be named here, or so many elements further on. */
export function beginsItem(cursor: Cursor, ahead = 0): boolean {
  const isFrom = sees(cursor, ['from', 'upTo'], ahead) && sees(cursor, ['number'], ahead + 1);
  const element = peek(cursor, ahead);
  if (isFrom) return element?.is === 'from' || (element?.is === 'upTo' && element.alone === true);
  return sees(cursor, ['number', 'run', 'article', 'articles', 'title', 'ordinal', 'firsts', 'twins', 'both'], ahead);
}

/** "Menos (5, 6)": a list in brackets of its own. */
function takeBracketedList(cursor: Cursor, nor: boolean): Item[] | undefined {
  if (!sees(cursor, ['open'])) return undefined;
  const begun = cursor.at;
  cursor.at += 1;
  const items = takePlainList(cursor, nor);
  if (items.length > 0 && take(cursor, 'close')) return items;
  cursor.at = begun;
  return undefined;
}

/** "3: Rosa, la 5 y la 9", "2 (3 y 7)", "dos, la 3 y la 7", "2 personas: …": how many, and then who. They must agree. */
function takeCountedList(cursor: Cursor, nor: boolean): Item[] | undefined {
  const [begun, doubts] = [cursor.at, cursor.unclear.length];
  const count = take(cursor, 'number');
  const items = count && takeCounted(cursor, count, nor);
  if (items) return items;
  cursor.at = begun;
  cursor.unclear.length = doubts;
  return undefined;
}

function takeCounted(cursor: Cursor, count: Is<'number'>, nor: boolean): Item[] | undefined {
  const before = peek(cursor, -2);
  const isOfPersons = take(cursor, 'persons', 'only') !== undefined;
  const [sign] = [peek(cursor)?.is].filter((is) => is === 'colon' || is === 'open' || is === 'comma');
  if (sign) cursor.at += 1;
  const items = sign ? takePlainList(cursor, nor) : [];
  if (items.length === 0 || (sign === 'open' && !take(cursor, 'close'))) return undefined;
  const found = new Set(numbersIn(items)).size;
  const isSaid = isOfPersons || sign === 'colon';
  if (!isSaid && (found !== count.value || found < 2)) return undefined;
  // "2, la 3 y la 7" may be three people.
  const isDoubtful =
    sign === 'comma' &&
    !count.spelled &&
    !isOfPersons &&
    meantAt(cursor, count) === undefined &&
    !isHowMany(cursor, count, true);
  if (isDoubtful && items.some(({ led, maybeCount }) => !led && maybeCount)) return undefined;
  if (isDoubtful) doubt(cursor, { kind: 'how_many', number: count.value }, count);
  const isComplete = items.every(({ people }) => people.length > 0);
  const status = before?.is === 'status' ? before.status : 'absent';
  if (isComplete && found !== count.value)
    doubt(cursor, { kind: 'count_differs', status, said: count.value, found }, count);
  return items;
}

function numbersIn(items: Item[]): number[] {
  return items.flatMap(({ people }) => people);
}

/** What parts two people, taken only if another one follows. */
function takeSeparator(cursor: Cursor, nor: boolean): Item['before'] | undefined {
  const joins = nor ? (['and', 'nor'] as const) : (['and'] as const);
  if (sees(cursor, [...joins]) && beginsItem(cursor, 1)) return take(cursor, ...joins) && 'and';
  if (!sees(cursor, ['comma'])) return followsWithSpace(cursor) ? 'space' : undefined;
  // "3, 7, y 9"
  const joined = sees(cursor, [...joins], 1) ? 1 : 0;
  if (!beginsItem(cursor, 1 + joined)) return undefined;
  cursor.at += 1 + joined;
  return joined ? 'and' : 'comma';
}

// "3 7 9": figures one after the other are a list too, and so is "la tres la siete"; mere words are not.
function followsWithSpace(cursor: Cursor): boolean {
  const [last, next] = [peek(cursor, -1), peek(cursor)];
  if (next?.is === 'article' || next?.is === 'title') return beginsItem(cursor) && sees(cursor, ['number', 'run'], 1);
  return next?.is === 'number' && !next.spelled && (last?.is === 'run' || (last?.is === 'number' && !last.spelled));
}

function takeItem(cursor: Cursor, before: Item['before']): Item | undefined {
  const [begun, start] = [cursor.at, peek(cursor)?.start ?? 0];
  const led = sees(cursor, ['article', 'title']);
  const group = takeGroup(cursor);
  const taken = group ? { people: group, maybeCount: false as const } : takeOne(cursor);
  if (!taken || cursor.at === begun) return undefined;
  const item: Item = { start, end: peek(cursor, -1)?.end ?? start, before, ...(led && { led }), ...taken };
  const aside = takeAside(cursor);
  return aside ? { ...item, ...aside } : item;
}
