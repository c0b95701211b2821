import { ordinalAt, wholeNumber } from '../number';
import { phraseSet, wordSet, wordsOf } from '../text';
import type { People } from './people';
import type { Open } from './unclear';

/**
 * A piece of an answer to what was unclear: people it may mean, in what order they were offered, both of two, or nobody.
 * `target`: what was unclear is named in it ("Yurany es la 13"); `led`: a number with an article, which is no count.
 */
export type Mention = { target?: Open } & (
  | { is: 'people'; numbers: number[]; led: boolean }
  | { is: 'place'; value: number; numbers: number[] }
  | { is: 'both' | 'nobody' }
);

/** The pieces of an answer: "19 y 2", "Rosa Tovar, y Yurany no está". Nothing if any of it is not understood. */
export function mentionsIn(reply: string, people: People, open: Open[]): Mention[] | undefined {
  const pieces = reply
    .replace(/(\d)\.(?=\s*\p{L})/gu, '$1 ')
    .split(/[,;\n]|\.(?=\s|$)|\s(?:y|e|and|&)\s/u)
    .map((piece) => wordsOf(piece).filter((word) => !said.has(word)))
    .filter((words) => words.length > 0);
  const mentions = pieces.slice(0, mostPieces + 1).map((words) => mentionIn(words, people, open));
  const known = mentions.filter((one) => one !== undefined);
  return known.length === mentions.length && known.length <= mostPieces ? known : undefined;
}

const mostPieces = 30;

// "Era la de apellido Tovar, la señora": words that only lead to who it is.
const said = wordSet(
  'es era eran son fue fueron perdon digo dije quise decir me refiero referia doña dona don senora senor sra sr numero num nro number it its was is i mean meant she her apellido llama que esa ella seria hablo hablaba',
);
const articles = wordSet('la el las los the a de del');
const nobody = phraseSet(
  'ninguna|ninguno|nadie|ninguna de ellas|ninguna de las dos|omitir|omitala|omita|ninguna esta|no esta|no esta en la lista|no esta en lista|no aparece|no existe|ya no esta|quitela|saltela|dejela asi|dejelo asi|dejala|none|none of them|nobody|skip|not on the list|no on list|leave it|no hay|se equivoque|otra que no esta|es nueva|nueva|neither|neither of them|none of those|ninguna de esas',
);
const both = phraseSet('ambas|ambos|las dos|los dos|las 2|los 2|both|both of them|the two|todas ellas|dos rosas');

/** "Ninguna de ellas", "todas ellas": said of those who were asked about, and not of the whole class. */
export function isOfThoseAsked(reply: string): boolean {
  const phrase = wordsOf(reply)
    .filter((word) => !said.has(word))
    .join(' ');
  return nobody.has(phrase) || both.has(phrase) || phrase === 'all of them';
}

function mentionIn(words: string[], people: People, open: Open[]): Mention | undefined {
  const plain = words.slice(words.findIndex((word) => !articles.has(word)));
  const target = open.find((one) => namesIt(one, plain));
  const rest = target ? plain.slice(textOf(target).length) : words;
  const phrase = rest.join(' ');
  if (target && rest.length === 0 && open.length > 0) return whole(words, people);
  if (nobody.has(phrase)) return { is: 'nobody', ...(target && { target }) };
  if (both.has(phrase)) return { is: 'both', ...(target && { target }) };
  const bare = rest.filter((word) => !articles.has(word));
  const isLed = bare.length < rest.length;
  const found = placeIn(bare) ?? peopleIn(bare, people, isLed) ?? whole(words, people);
  return found && { ...found, ...(target && found.is === 'people' && { target }) };
}

// "Rosa Tovar" begins with the very "Rosa" that was unclear.
function whole(words: string[], people: People): Mention | undefined {
  const { numbers, isSure } = people.named(words.filter((word) => word.length > 1 || /\p{L}/u.test(word)));
  return numbers.length > 0 && isSure ? { is: 'people', numbers, led: true } : undefined;
}

function placeIn(words: string[]): Mention | undefined {
  const place = ordinalAt(words, 0);
  const isPlace =
    place && !/^\d/.test(words[0] ?? '') && place.length === words.filter((word) => word !== 'one').length;
  return isPlace ? { is: 'place', value: place.value, numbers: [] } : undefined;
}

/** "19", "la diecinueve", "Tovar", "19 Rosa Tovar", "Rosa 19". */
function peopleIn(words: string[], people: People, led: boolean): Mention | undefined {
  const number = wholeNumber(words.join(' '));
  if (number !== undefined) return people.numbers.has(number) ? { is: 'people', numbers: [number], led } : undefined;
  const digits = words.filter((word) => /^\d+$/.test(word)).map(Number);
  const { numbers, isSure } = people.named(words.filter((word) => !/^\d+$/.test(word)));
  if (numbers.length === 0 || !isSure || digits.length > 1) return undefined;
  const [own] = digits;
  if (own === undefined) return { is: 'people', numbers, led: true };
  return numbers.includes(own) ? { is: 'people', numbers: [own], led: true } : undefined;
}

/** What of a reply is unclear, in folded words. */
function textOf({ about }: Open): string[] {
  if ('text' in about) return wordsOf(about.text);
  return about.kind === 'no_such_number' ? [String(about.number)] : [];
}

function namesIt(one: Open, words: string[]): boolean {
  const text = textOf(one);
  return text.length > 0 && words.length > text.length && text.every((word, at) => words[at] === word);
}
