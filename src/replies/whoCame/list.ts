import { isNoName } from '../notNames';
import { type Cursor, type Is, peek, sees, take, typed } from './cursor';
import { takeAside } from './reason';

/**
 * Somebody, or a range of people, in a list. `before`: what parts it from the one before. `maybeCount`: it is a lone
 * number that may be a count. `status` and `reason` are its own, from brackets.
 */
export type Item = {
  people: number[];
  before: 'comma' | 'and' | 'space' | 'nothing';
  maybeCount: 'digits' | 'letters' | false;
  status?: Is<'status'>;
  reason?: string;
};

/** Takes a list of people: "3, 7 y Rosa", "1 a 12", "la 4". With `nor`, "ni 3 ni 7" too. Nothing where none begins. */
export function takeList(cursor: Cursor, { nor = false } = {}): Item[] {
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

function beginsItem(cursor: Cursor, ahead = 0): boolean {
  const isFrom = sees(cursor, ['from'], ahead) && sees(cursor, ['number'], ahead + 1);
  return isFrom || sees(cursor, ['number', 'run', 'article', 'articles', 'title'], ahead);
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

// "3 7 9": figures one after the other are a list too; words one after the other are not.
function followsWithSpace(cursor: Cursor): boolean {
  const [last, next] = [peek(cursor, -1), peek(cursor)];
  return last?.is === 'number' && next?.is === 'number' && !last.spelled && !next.spelled;
}

function takeItem(cursor: Cursor, before: Item['before']): Item | undefined {
  const ahead = takeArticles(cursor);
  const start = peek(cursor)?.start ?? 0;
  const item: Item = { people: [], before, maybeCount: false };
  const number = take(cursor, 'number');
  if (number) {
    const upTo = takeRangeEnd(cursor);
    const name = upTo ? undefined : takeName(cursor);
    // "Las dos" are two of somebody.
    if (ahead === 'many' && number.spelled && !upTo) return notUnderstood(cursor, start);
    item.people = upTo
      ? range(cursor, number, upTo)
      : name
        ? both(cursor, number, name)
        : existing(cursor, number.value);
    if (!upTo && !name && ahead !== 'one') item.maybeCount = number.spelled || ahead === 'many' ? 'letters' : 'digits';
  } else {
    const name = takeName(cursor);
    if (!name || ahead === 'many') return notUnderstood(cursor, start);
    const own = take(cursor, 'number') ?? takeBracketed(cursor);
    item.people = own ? both(cursor, own, name) : one(cursor, name);
  }
  const aside = takeAside(cursor);
  return aside ? { ...item, ...aside } : item;
}

/** "La 3", "número 3", "doña Rosa", "del 1 al 5"; "las 3" may be three of them. */
function takeArticles(cursor: Cursor): 'one' | 'many' | 'none' {
  if (take(cursor, 'from')) return 'none';
  let ahead: 'one' | 'many' | 'none' = 'none';
  while (sees(cursor, ['article', 'articles', 'title'])) {
    if (take(cursor, 'articles')) ahead = 'many';
    else if (take(cursor, 'article', 'title') && ahead === 'none') ahead = 'one';
  }
  return ahead;
}

function takeRangeEnd(cursor: Cursor): Is<'number'> | undefined {
  if (!sees(cursor, ['upTo', 'dash'])) return undefined;
  const skipped = sees(cursor, ['article'], 1) ? 2 : 1;
  if (!sees(cursor, ['number'], skipped)) return undefined;
  cursor.at += skipped;
  return take(cursor, 'number');
}

function range(cursor: Cursor, from: Is<'number'>, to: Is<'number'>): number[] {
  const ends = [...existing(cursor, from.value), ...existing(cursor, to.value)];
  // "5-1", "3-7-9", and "veinte a treinta" are not said plainly enough.
  if (from.value >= to.value || sees(cursor, ['dash', 'upTo'])) notUnderstood(cursor, from.start);
  if (ends.length < 2) return [];
  return [...cursor.people.numbers].filter((number) => number >= from.value && number <= to.value);
}

type Name = { text: string; numbers: number[] };

function takeName(cursor: Cursor): Name | undefined {
  const title = take(cursor, 'title');
  const run = take(cursor, 'run');
  if (!run) {
    if (title) cursor.at -= 1;
    return undefined;
  }
  const text = typed(cursor, run.start, run.end);
  const numbers = cursor.people.named(run.words);
  const isNoNameAtAll = numbers.length === 0 && run.words.some(isNoName);
  if (isNoNameAtAll) cursor.unclear.push({ kind: 'not_understood', text });
  else if (numbers.length === 0) cursor.unclear.push({ kind: 'no_such_name', text });
  return { text, numbers };
}

function one(cursor: Cursor, { text, numbers }: Name): number[] {
  if (numbers.length > 1) cursor.unclear.push({ kind: 'which', text, numbers });
  return numbers.length === 1 ? numbers : [];
}

/** A number and a name together: "4 Rosa", "Rosa (4)". They must agree. */
function both(cursor: Cursor, number: Is<'number'>, { numbers }: Name): number[] {
  const known = existing(cursor, number.value);
  if (known.length > 0 && numbers.length > 0 && !numbers.includes(number.value)) {
    cursor.unclear.push({ kind: 'contradiction', number: number.value });
  }
  return known;
}

function existing(cursor: Cursor, number: number): number[] {
  if (cursor.people.numbers.has(number)) return [number];
  cursor.unclear.push({ kind: 'no_such_number', number });
  return [];
}

function takeBracketed(cursor: Cursor): Is<'number'> | undefined {
  const isNumber = sees(cursor, ['open']) && sees(cursor, ['number'], 1) && sees(cursor, ['close'], 2);
  if (!isNumber) return undefined;
  cursor.at += 1;
  const number = take(cursor, 'number');
  cursor.at += 1;
  return number;
}

function notUnderstood(cursor: Cursor, start: number): undefined {
  const end = peek(cursor)?.end ?? peek(cursor, -1)?.end ?? start;
  cursor.unclear.push({ kind: 'not_understood', text: typed(cursor, start, end) });
}
