import type { Mention } from './mentions';
import type { Answer, Open } from './unclear';

/** What an answer settles: who is meant by what was unclear, and what is left out. */
type Assigned = { answers: Answer[]; left: Open[] };

/**
 * Gives each piece of an answer to what it is about: to the unclear name whose it may be, else in order to what had
 * nobody to choose from. Nothing if any piece fits nowhere, or in two places. `mayRepeat`: it may also say over again
 * what was clear.
 */
export function assigned(mentions: Mention[], open: Open[], mayRepeat: boolean): Assigned | undefined {
  const given = new Map<Open, Mention[]>();
  const give = (one: Open | undefined, mention: Mention) => one && given.set(one, [...(given.get(one) ?? []), mention]);
  let isOver = false;
  for (const mention of inOrder(mentions)) {
    const fitting = placesFor(mention, open, given);
    if (fitting.length > 1 && !areAlike(fitting)) return undefined;
    if (!give(fitting.find((one) => !given.has(one)) ?? fitting[0], mention)) isOver = true;
  }
  // Of two who are named, either may be she whom nobody knows.
  if (isOver && (!mayRepeat || [...given.keys()].some((one) => candidates(one).length === 0))) return undefined;
  for (const mention of mentions.filter(({ is }) => is === 'nobody')) {
    const [one, another] = mention.target ? [mention.target] : open.filter((each) => !given.has(each));
    if (another || !give(one, mention)) return undefined;
  }
  const settled = [...given].map(([one, each]) => ({ one, people: peopleFor(one, each) }));
  if (settled.some(({ people }) => people === undefined)) return undefined;
  return {
    answers: settled.map(({ one: { start, end }, people = [] }) => ({ to: 'people', start, end, people })),
    left: settled.filter(({ people }) => people?.length === 0).map(({ one }) => one),
  };
}

/** Who is sure before who may be several: after "7, la Barrera" the Barrera is not the 7 again. */
function inOrder(mentions: Mention[]): Mention[] {
  const isSure = (one: Mention) => one.is === 'people' && one.numbers.length === 1;
  const said = mentions.filter(({ is }) => is !== 'nobody');
  return [...said.filter(isSure), ...said.filter((one) => !isSure(one))];
}

function candidates({ about }: Open): number[] {
  return about.kind === 'which' || about.kind === 'together' ? about.numbers : [];
}

function placesFor(mention: Mention, open: Open[], given: Map<Open, Mention[]>): Open[] {
  if (mention.target) return [mention.target];
  const choices = open.filter((one) => candidates(one).length > 0);
  if (mention.is !== 'people') return choices.length === 1 ? choices : [];
  const chosen = choices.filter((one) => (numbersOf(mention, candidates(one)) ?? []).length > 0);
  if (chosen.length > 0) return chosen;
  const free = open.filter((one) => candidates(one).length === 0);
  const next = free.find((one) => !given.has(one) || one.about.kind === 'how_many');
  return next ? [next] : [];
}

// The same name twice: the first answer is about the first of them.
function areAlike(places: Open[]): boolean {
  return new Set(places.map(({ about }) => JSON.stringify(about))).size === 1;
}

function peopleFor(one: Open, mentions: Mention[]): number[] | undefined {
  const choices = candidates(one);
  const each = mentions.map((mention) => numbersOf(mention, choices));
  const people = each.flatMap((numbers) => numbers ?? []);
  if (each.includes(undefined)) return undefined;
  const { about } = one;
  if (about.kind === 'how_many') return isWho(about.number, people, mentions) ? people : undefined;
  return people.length <= 1 || choices.length > 0 ? people : undefined;
}

/** "Faltaron 3": "la 3" is the third, three people are the three; a mere "3" is neither. */
function isWho(number: number, people: number[], mentions: Mention[]): boolean {
  const [only, another] = mentions;
  const isThatOne = !another && people[0] === number && only?.is === 'people';
  return isThatOne ? only.led || number === 1 : new Set(people).size === number;
}

function numbersOf(mention: Mention, choices: number[]): number[] | undefined {
  switch (mention.is) {
    case 'nobody':
      return [];
    case 'both':
      return choices.length === 2 ? choices : undefined;
    case 'place': {
      const found = choices.at(mention.value > 0 ? mention.value - 1 : mention.value);
      // "La segunda" of 2 and 9 may be the one or the other.
      const isDoubtful = choices.includes(mention.value) && found !== mention.value;
      return found === undefined || isDoubtful ? undefined : [found];
    }
    case 'people': {
      const numbers =
        choices.length > 0 ? mention.numbers.filter((number) => choices.includes(number)) : mention.numbers;
      return numbers.length === 1 ? numbers : undefined;
    }
  }
}
