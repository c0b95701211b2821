import type { MarkStatus } from '../../domain/marks';
import { isParticle } from '../../domain/names';
import type { RosterLine } from '../../services/desk';
import { areNearNames, type Spelled, spelled } from '../near';
import { isNoName } from '../notNames';
import { wordsOf } from '../text';
import { isGivenName, isShortFor, nicknames } from './nicknames';

/** Whose a name may be, and whether it is theirs beyond doubt. */
type Found = { numbers: number[]; isSure: boolean };

/** The people of a roster, ready to be found by the words of their names. */
export type People = {
  lines: RosterLine[];
  numbers: Set<number>;
  /** Who was what in the session before, by number. */
  last: Map<number, MarkStatus>;
  /** Whether a folded word is a word of somebody's name: as written, with a slip or in short, or not at all. */
  knows(word: string): 'exactly' | 'nearly' | false;
  /** All people whose name holds these words in their order, given or family names first. */
  named(words: string[]): Found;
  /** All who are called this, said in the plural: "rosas", "castro". */
  called(words: string[]): number[];
  /** The people whose names these are one after the other without a comma, if they can be told apart in one way only. */
  together(words: string[]): number[];
};

/** Makes a roster ready. Words with slips are compared once each, however often they occur. */
export function peopleOf(roster: RosterLine[], last: ReadonlyMap<string, MarkStatus> = new Map()): People {
  const { has, near, named } = finderOf(roster);
  const marks = roster.flatMap(({ number, personId }): [number, MarkStatus][] => {
    const mark = last.get(personId);
    return mark ? [[number, mark]] : [];
  });
  return {
    lines: roster,
    numbers: new Set(roster.map(({ number }) => number)),
    last: new Map(marks),
    knows: (word) => (has(word) ? 'exactly' : near(word).size > 0 && 'nearly'),
    named,
    called: (words) => {
      const found = named(words).numbers;
      const single = named(words.map((word) => word.replace(/(?<=[aeiou])s$|(?<=[^aeiou])es$/, ''))).numbers;
      return single.length > found.length ? single : found;
    },
    together: (words) => apart(words.slice(0, mostTogether), named),
  };
}

type Fits = (word: string, one: string) => boolean;

const longestName = 8;
const mostTogether = 12;

function finderOf(roster: RosterLine[]) {
  const names = roster.map(ordersOf);
  const known = [...new Set(names.flatMap(({ orders }) => orders.flat()))].map(spelled);
  const given = new Set(roster.flatMap(({ firstNames }) => nameWords(firstNames)));
  const exact = new Set(known.map(({ word }) => word));
  const shorts = memo((word) => new Set([...given].filter((name) => isShortFor(word, name))));
  const slips = memo((word) => (isNoName(word) ? new Set<string>() : nearest(word, known)));
  const having = (asked: string[], fits: Fits) =>
    names.filter(({ orders }) => orders.some((name) => holdsInOrder(name, asked, fits))).map(({ number }) => number);
  const named = (words: string[]): Found => {
    const asked = words.filter((word) => word.length === 1 || !joinsWords(word));
    if (asked.length > longestName || asked.join('').length < 2) return { numbers: [], isSure: true };
    const exactly = having(asked, (word, one) => word === one);
    if (exactly.length > 0) return { numbers: exactly, isSure: true };
    const inShort = nicknames(asked).flatMap((each) =>
      having(each, (word, one) => word === one || shorts(word).has(one)),
    );
    if (inShort.length > 0) return { numbers: sorted(inShort), isSure: true };
    const nearly = having(asked, (word, one) => word === one || shorts(word).has(one) || slips(word).has(one));
    return { numbers: nearly, isSure: !asked.some((word) => isOther(word, exact, slips(word))) };
  };
  const near = memo((word) => new Set([...slips(word), ...shorts(word), ...(isNickname(word, named) ? [word] : [])]));
  return { has: (word: string) => exact.has(word), near, named };
}

function sorted(numbers: number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}

// "Paula" where there is only a Paola may be somebody who is not on the list; "Yaneth" for Janeth is only spelling.
function isOther(word: string, exact: Set<string>, near: Set<string>): boolean {
  return !exact.has(word) && isGivenName(word) && ![...near].some((one) => spelled(one).sound === spelled(word).sound);
}

function isNickname(word: string, named: (words: string[]) => Found): boolean {
  return nicknames([word]).length > 1 && named([word]).numbers.length > 0;
}

function memo(find: (word: string) => Set<string>): (word: string) => Set<string> {
  const found = new Map<string, Set<string>>();
  return (word) => {
    const known = found.get(word) ?? find(word);
    found.set(word, known);
    return known;
  };
}

function ordersOf({ number, firstNames, lastNames }: RosterLine): { number: number; orders: string[][] } {
  const [first, last] = [nameWords(firstNames), nameWords(lastNames)];
  return {
    number,
    orders: [
      [...first, ...last],
      [...last, ...first],
    ],
  };
}

function nameWords(names: string): string[] {
  return wordsOf(names).filter((word) => !joinsWords(word));
}

// "De la" is also written as one word.
function joinsWords(word: string): boolean {
  return isParticle(word) || /^del[ao]s?$/.test(word);
}

function nearest(typed: string, known: Spelled[]): Set<string> {
  const one = spelled(typed);
  return new Set(known.filter((other) => areNearNames(one, other)).map(({ word }) => word));
}

/**
 * Whether the asked words are in a name in this order, some left out; an initial stands for a word. The order matters:
 * "Rosa Ana" without a comma may be two people, and is not Ana Rosa.
 */
function holdsInOrder(name: string[], asked: string[], fits: Fits): boolean {
  let from = 0;
  return asked.every((word) => {
    const fitsHere = (one: string) => (word.length === 1 ? one.startsWith(word) : fits(word, one));
    const at = name.findIndex((one, place) => place >= from && fitsHere(one));
    from = at + 1;
    return at >= 0;
  });
}

/** The fewest names these words can be cut into, each one person's. Shorter names first have been tried in vain. */
function apart(words: string[], named: (words: string[]) => Found): number[] {
  const best: (number[] | undefined)[] = [[]];
  for (let end = 1; end <= words.length; end += 1) {
    for (let start = Math.max(0, end - 4); start < end; start += 1) {
      const before = best[start];
      const { numbers, isSure } = before ? named(words.slice(start, end)) : { numbers: [], isSure: false };
      const [only] = numbers;
      const isOne = before && only !== undefined && numbers.length === 1 && isSure && !before.includes(only);
      if (isOne && (best[end]?.length ?? Infinity) > before.length + 1) best[end] = [...before, only];
    }
  }
  const found = best[words.length] ?? [];
  return found.length > 1 ? found : [];
}
