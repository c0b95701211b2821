import { type Cursor, type Is, peek, sees, take, typed } from './cursor';
import type { Item } from './list';
import { type Named, onlyOne, takeName } from './name';
import { doubt, meantAt } from './unclear';

type Taken = Pick<Item, 'people' | 'maybeCount'> & { start?: number; end?: number };

/** Takes one person by number, by name or by both, or a range of numbers: "la 3", "doña Rosa", "4 Rosa", "del 1 al 5". */
export function takeOne(cursor: Cursor): Taken | undefined {
  const start = peek(cursor)?.start ?? 0;
  const upTo = takeFromStart(cursor);
  if (upTo) return { people: upTo, maybeCount: false };
  const ahead = takeArticles(cursor);
  const number = take(cursor, 'number');
  if (number) return takeNumbered(cursor, number, ahead);
  const name = takeName(cursor);
  if (!name || ahead === 'many') return notUnderstood(cursor, start);
  const own = takeOwnNumber(cursor, name.numbers);
  return { people: own ? agreed(cursor, own, name) : onlyOne(cursor, name), maybeCount: false };
}

type Ahead = 'one' | 'many' | 'none';

/** "La 3", "número 3", "doña Rosa", "del 1 al 5"; "las 3" may be three of them. */
function takeArticles(cursor: Cursor): Ahead {
  if (take(cursor, 'from')) return 'none';
  let ahead: Ahead = 'none';
  while (sees(cursor, ['article', 'articles', 'title'])) {
    if (take(cursor, 'articles')) ahead = 'many';
    else if (take(cursor, 'article', 'title') && ahead === 'none') ahead = 'one';
  }
  return ahead;
}

/** "Hasta la 20": from the first on. */
function takeFromStart(cursor: Cursor): number[] | undefined {
  const first = Math.min(...cursor.people.numbers);
  if (!sees(cursor, ['upTo']) || !sees(cursor, ['number'], 1)) return undefined;
  cursor.at += 1;
  const to = take(cursor, 'number');
  return to && existing(cursor, to).flatMap((last) => between(cursor, first, last));
}

function takeNumbered(cursor: Cursor, number: Is<'number'>, ahead: Ahead): Taken | undefined {
  if (take(cursor, 'onwards')) {
    return { people: existing(cursor, number).flatMap((from) => between(cursor, from, Infinity)), maybeCount: false };
  }
  const to = takeRangeEnd(cursor);
  if (to) return { people: range(cursor, number, to), maybeCount: false };
  // "Las dos" are two of somebody.
  const isWhole = ahead === 'many' && number.value === cursor.people.numbers.size && !sees(cursor, ['run']);
  if (isWhole && number.spelled) return { people: [...cursor.people.numbers], maybeCount: false };
  if (ahead === 'many' && number.spelled) return notUnderstood(cursor, number.start);
  const name = takeName(cursor);
  if (name) return { people: agreed(cursor, number, name), maybeCount: false };
  const isMeant = ahead === 'one' || meantAt(cursor, number) !== undefined;
  const maybeCount = isMeant ? false : number.spelled || ahead === 'many' ? 'letters' : 'digits';
  return { people: existing(cursor, number), maybeCount, start: number.start, end: number.end };
}

function takeRangeEnd(cursor: Cursor): Is<'number'> | undefined {
  if (!sees(cursor, ['upTo', 'dash'])) return undefined;
  const skipped = sees(cursor, ['article'], 1) ? 2 : 1;
  if (!sees(cursor, ['number'], skipped)) return undefined;
  cursor.at += skipped;
  return take(cursor, 'number');
}

function range(cursor: Cursor, from: Is<'number'>, to: Is<'number'>): number[] {
  const ends = [...existing(cursor, from), ...existing(cursor, to)];
  // "5-1", "3-7-9", and "veinte a treinta" are not said plainly enough.
  if (from.value >= to.value || sees(cursor, ['dash', 'upTo'])) notUnderstood(cursor, from.start);
  return ends.length < 2 ? [] : between(cursor, from.value, to.value);
}

function between(cursor: Cursor, from: number, to: number): number[] {
  return [...cursor.people.numbers].filter((number) => number >= from && number <= to);
}

/** "4 Rosa", "3. Ana", "Rosa (4)": they must agree. */
function agreed(cursor: Cursor, number: Is<'number'>, name: Named): number[] {
  const place = { start: Math.min(number.start, name.start), end: Math.max(number.end, name.end) };
  const meant = meantAt(cursor, place);
  if (meant) return meant;
  const known = existing(cursor, number);
  const differs = known.length > 0 && name.numbers.length > 0 && !name.numbers.includes(number.value);
  const text = typed(cursor, place.start, place.end);
  if (differs) doubt(cursor, { kind: 'which', text, numbers: [number.value, ...name.numbers] }, place);
  return differs ? [] : known;
}

/** "Rosa (4)", "Rosa 4", "Rosa la 4". In "Rosa la 5 llegó tarde" the five is somebody else, if she is no Rosa. */
function takeOwnNumber(cursor: Cursor, numbers: number[]): Is<'number'> | undefined {
  const isBracketed = sees(cursor, ['open']) && sees(cursor, ['number'], 1) && sees(cursor, ['close'], 2);
  const led = isBracketed || sees(cursor, ['article']) ? 1 : 0;
  const number = peek(cursor, led);
  if (number?.is !== 'number') return undefined;
  const isAnother =
    !isBracketed && numbers.length === 1 && !numbers.includes(number.value) && sees(cursor, ['status'], led + 1);
  if (isAnother) return undefined;
  cursor.at += isBracketed ? 3 : led + 1;
  return number;
}

function existing(cursor: Cursor, place: Is<'number'>): number[] {
  const meant = meantAt(cursor, place);
  if (meant) return meant;
  if (cursor.people.numbers.has(place.value)) return [place.value];
  doubt(cursor, { kind: 'no_such_number', number: place.value }, place);
  return [];
}

function notUnderstood(cursor: Cursor, start: number): undefined {
  const end = peek(cursor)?.end ?? peek(cursor, -1)?.end ?? start;
  doubt(cursor, { kind: 'not_understood', text: typed(cursor, start, end) }, { start, end });
}
