import { isParticle } from '../../domain/names';
import type { RosterLine } from '../../services/desk';
import { areNearNames, type Spelled, spelled } from '../near';
import { wordsOf } from '../text';

/** The people of a roster, ready to be found by the words of their names. */
export type People = {
  lines: RosterLine[];
  numbers: Set<number>;
  /** Whether a folded word is a word of somebody's name: as written, with a slip, or not at all. */
  knows(word: string): 'exactly' | 'nearly' | false;
  /** The numbers of all people whose name holds these words in their order, given or family names first. */
  named(words: string[]): number[];
};

/** Makes a roster ready. Words with slips are compared once each, however often they occur. */
export function peopleOf(roster: RosterLine[]): People {
  const names = roster.map(ordersOf);
  const known = [...new Set(names.flatMap(({ orders }) => orders.flat()))].map(spelled);
  const exact = new Set(known.map(({ word }) => word));
  const meant = new Map<string, Set<string>>();
  const near = (word: string) => {
    const found = meant.get(word) ?? nearest(word, known);
    meant.set(word, found);
    return found;
  };
  const having = (asked: string[], fits: Fits) =>
    names.filter(({ orders }) => orders.some((name) => holdsInOrder(name, asked, fits))).map(({ number }) => number);
  return {
    lines: roster,
    numbers: new Set(roster.map(({ number }) => number)),
    knows: (word) => (exact.has(word) ? 'exactly' : near(word).size > 0 && 'nearly'),
    named(words) {
      const asked = words.filter((word) => word.length === 1 || !joinsWords(word));
      if (asked.length > longestName || asked.join('').length < 2) return [];
      const exactly = having(asked, (word, one) => word === one);
      return exactly.length > 0 ? exactly : having(asked, (word, one) => near(word).has(one));
    },
  };
}

type Fits = (word: string, one: string) => boolean;

const longestName = 8;

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
