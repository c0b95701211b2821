import { folded } from '../text';
import { type Cursor, type Is, sees, take, typed } from './cursor';
import { doubt, meantAt } from './unclear';

/** Takes several people said as one, or a place in the list: "las primeras 10", "la última", "las dos Rosas", "las gemelas Castro". */
export function takeGroup(cursor: Cursor): number[] | undefined {
  const begun = cursor.at;
  const isMany = take(cursor, 'articles') !== undefined;
  if (!isMany) take(cursor, 'article');
  const people = takePlaces(cursor) ?? takeTwins(cursor) ?? takeNamesakes(cursor, isMany);
  if (!people) cursor.at = begun;
  return people;
}

/** "Primeras 10", "10 primeras", "últimas dos", "primera", "penúltima". */
function takePlaces(cursor: Cursor): number[] | undefined {
  const numbers = [...cursor.people.numbers];
  const ordinal = take(cursor, 'ordinal');
  if (ordinal) {
    const found = numbers.at(ordinal.value > 0 ? ordinal.value - 1 : ordinal.value);
    if (found === undefined) doubt(cursor, { kind: 'no_such_number', number: ordinal.value }, ordinal);
    return found === undefined ? [] : ofThatName(cursor, ordinal, found);
  }
  const begun = cursor.at;
  const before = take(cursor, 'number');
  const which = take(cursor, 'firsts');
  const count = before ?? (which && take(cursor, 'number'));
  if (!which || !count) {
    cursor.at = begun;
    return undefined;
  }
  if (count.value > numbers.length) doubt(cursor, { kind: 'no_such_number', number: count.value }, count);
  return which.last ? numbers.slice(-count.value) : numbers.slice(0, count.value);
}

/** "La segunda", where somebody is called Segunda, is the one or the other. */
function ofThatName(cursor: Cursor, ordinal: Is<'ordinal'>, place: number): number[] {
  const text = typed(cursor, ordinal.start, ordinal.end);
  const called = cursor.people.knows(folded(text)) === 'exactly' ? cursor.people.named([folded(text)]).numbers : [];
  const meant = meantAt(cursor, ordinal);
  if (meant || called.every((number) => number === place)) return meant ?? [place];
  doubt(cursor, { kind: 'which', text, numbers: [...new Set([place, ...called])] }, ordinal);
  return [];
}

/** "Gemelas Castro", "Castro twins": two who have the same family names. */
function takeTwins(cursor: Cursor): number[] | undefined {
  const isNamedFirst = sees(cursor, ['run']) && sees(cursor, ['twins'], 1);
  if (!isNamedFirst && !(sees(cursor, ['twins']) && sees(cursor, ['run'], 1))) return undefined;
  const run = isNamedFirst ? take(cursor, 'run') : undefined;
  take(cursor, 'twins');
  const name = run ?? take(cursor, 'run');
  return name && pairOf(cursor, name, 2);
}

/** "Ambas Rosas", "las dos Rosas", "las Castro": all who are called that. */
function takeNamesakes(cursor: Cursor, isMany: boolean): number[] | undefined {
  const begun = cursor.at;
  const isBoth = take(cursor, 'both') !== undefined;
  const count = isMany && sees(cursor, ['number']) && sees(cursor, ['run'], 1) ? take(cursor, 'number') : undefined;
  const name = isBoth || isMany ? take(cursor, 'run') : undefined;
  if (name) return pairOf(cursor, name, isBoth ? 2 : count?.value);
  cursor.at = begun;
  return undefined;
}

function pairOf(cursor: Cursor, name: Is<'run'>, count: number | undefined): number[] {
  const meant = meantAt(cursor, name);
  if (meant) return meant;
  const numbers = cursor.people.called(name.words);
  const text = typed(cursor, name.start, name.end);
  const isAgreed = count === undefined ? numbers.length > 1 && isOneFamily(cursor, numbers) : numbers.length === count;
  if (isAgreed) return numbers;
  if (numbers.length === 0) doubt(cursor, { kind: 'no_such_name', text }, name);
  else doubt(cursor, { kind: 'which', text, numbers }, name);
  return [];
}

// Three called Castro who are no sisters may not be all that she means by "las Castro".
function isOneFamily({ people }: Cursor, numbers: number[]): boolean {
  const them = people.lines.filter(({ number }) => numbers.includes(number));
  const isOne = (names: (string | undefined)[]) => new Set(names).size === 1;
  return (
    numbers.length === 2 ||
    isOne(them.map(({ lastNames }) => lastNames)) ||
    isOne(them.map(({ firstNames }) => firstNames))
  );
}
