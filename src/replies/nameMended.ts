import { isFamilyName } from '../domain/familyNames';
import { isGivenName } from '../domain/givenNames';
import { fullName, isParticle, type Names, splitName } from '../domain/names';
import { isNear } from './near';
import { isNoName } from './notNames';
import { namesAnother } from './others';
import type { Read } from './reading';
import { folded } from './text';

type ReadPiece = (text: string) => Read<Names, string>;

/**
 * The name of somebody who takes back a slip in it: "Teresa Gómes, perdón, Gómez", "tatianarojas ay no, tatiana rojas".
 * `unsure`: she says that something is wrong with it, and not what; undefined: nothing is taken back.
 */
export function mendedName(typed: string, read: ReadPiece): Names | 'unsure' | undefined {
  const last = [...typed.matchAll(takenBack)].at(-1);
  if (!last || last.index === 0) return undefined;
  const before = typed.slice(0, last.index);
  const said = typed.slice(last.index + last[0].length);
  const after = said.replace(spelling, '');
  if (after === '') return isSpeltSo(before, said) ? undefined : 'unsure';
  const wrong = read(before);
  for (const piece of endsOf(after)) {
    const words = nameWords(piece);
    if (words.length > 0 && words.length < 3 && wrong.ok) {
      const mended = withWords(fullName(wrong.value).split(' '), words);
      if (mended) return splitName(mended.join(' '));
    }
    const right = read(piece);
    if (right.ok && right.value.last !== '' && !(wrong.ok && isOnlyFamily(words[0] ?? '')))
      return namesAnother(before) ? 'unsure' : right.value;
  }
  return isOfSlip.test(folded(after)) && !isOfDelay.test(folded(after)) ? 'unsure' : undefined;
}

/** The whole name where she begins it anew: "me pusieron Otilia, imagínese, Otilia Barón"; what stands before is left out. */
export function begunAnew(typed: string, read: ReadPiece): Names | undefined {
  const before = new Set<string>();
  let tries = 0;
  for (const { 0: part, 1: first = '', index } of typed.matchAll(starts)) {
    const word = folded(first);
    if (index > 0 && before.has(word) && word.length > 1 && !isNoName(word) && tries++ < mostTries) {
      const told = read(typed.slice(index).replace(/^[\s.,;:!…-]+(?:bueno|o sea|es decir)?\s*/iu, ''));
      if (told.ok && told.value.last !== '' && !namesAnother(typed.slice(0, index))) return told.value;
    }
    for (const one of folded(part).match(/\p{L}+/gu) ?? []) before.add(one);
  }
  return undefined;
}

const mostTries = 2;

const takenBack =
  /(?<!\p{L})(?:(?:(?:ay|uy|no),? ){0,3}(?:(?:ay|uy),? no(?=[,.:;]+ \p{L})|perd[oó]n(?:e|eme|ame)?|disculpe(?:me)?|sorry|oops|ups|digo|corrijo|miento|mejor dicho|quise decir|(?:i )?meant?)(?:,? typo)?)(?!\p{L})[\s,.:;]*/giu;
// What may begin a name: the first word, and what follows a comma or a full stop.
const starts = /(?:^|[,;:.!…]+\s+(?:(?:bueno|o sea|es decir),? )?)(\p{L}+)[^,;:.!…]*/giu;
// "Es con h martha galvis".
const spelling =
  /^(?:es |va |se escribe )?con (?:(?:doble )?(?:\p{L}|hache|zeta|ese|jota|ye|i griega|y griega|i latina|ka|ce|ve|uve|be))(?: intermedia| al final| al principio| muda)?(?!\p{L})[\s,.;:]*/iu;
const isOfSlip =
  /(?<!\p{L})(?:mal|corrector|teclado|dedo|dedos|error|equivoc\p{L}+|escrib\p{L}+|typo|spel\p{L}+|falt\p{L}+)(?!\p{L})/u;
const isOfDelay = /(?<!\p{L})(?:demor\p{L}+|tard\p{L}+|letra|molest\p{L}+|audio)(?!\p{L})/u;

/** "Perdón, es con h": whether the name she wrote has it. */
function isSpeltSo(name: string, said: string): boolean {
  const [, letter = ''] = / ?con (\p{L})(?!\p{L})/iu.exec(said) ?? [];
  return letter !== '' && name.toLowerCase().includes(letter.toLowerCase());
}

/** The end of what she says from each pause on, the whole of it first: the name may come after more talk. */
function endsOf(text: string): string[] {
  const pauses = [...text.matchAll(/[.,;:!]+\s+/g)].slice(0, mostPauses);
  return [text, ...pauses.map(({ index, 0: pause }) => text.slice(index + pause.length))].map((end) => end.trim());
}
const mostPauses = 4;

function nameWords(piece: string): string[] {
  const told = piece
    .replace(/^(?:es|era|soy|con|va|it['’]?s|its)\s+(?=\p{L}{3})/iu, '')
    .replace(/[,.;:]?\s+con \p{L}{1,6}[.\s]*$/iu, '');
  return told
    .replace(/[.,;:!*]+/g, ' ')
    .split(' ')
    .filter(Boolean);
}

/** A name with one or two words of it put right, by their likeness to the wrong ones; a lone last name by any other. */
function withWords(name: string[], words: string[]): string[] | undefined {
  const [first = ''] = words;
  const from = name.findIndex((one) => folded(one) === folded(first));
  if (from > 0 && isOnlyFamily(first)) return [...name.slice(0, from), ...words];
  const mended = [...name];
  for (const word of words) {
    const like = name.findIndex((one) => !isParticle(one) && isAlike(folded(one), folded(word)));
    const at = like >= 0 ? like : name.length === 2 && words.length === 1 && isOnlyFamily(word) ? 1 : -1;
    if (at < 0) return undefined;
    mended[at] = word;
  }
  return mended;
}

function isAlike(one: string, other: string): boolean {
  const isBegunAlike = one.slice(0, 4) === other.slice(0, 4) && Math.min(one.length, other.length) > 3;
  return isBegunAlike || isNear(one, other) || isTurned(one, other);
}

/** "Glaids" and "Gladys": the same letters but for one. */
function isTurned(one: string, other: string): boolean {
  if (one.length !== other.length || one.length < 4 || one.charAt(0) !== other.charAt(0)) return false;
  return [...other].filter((letter) => !one.includes(letter)).length < 2 && one.at(-1) === other.at(-1);
}

function isOnlyFamily(word: string): boolean {
  return isFamilyName(folded(word)) && !isGivenName(folded(word));
}
