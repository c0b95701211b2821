import { isWithin } from '../domain/edits';
import { differsInGender } from '../domain/namesake';

/** A word as it is written and as it sounds, each with the set of its letters as bits. */
export type Spelled = { word: string; letters: number; sound: string; sounds: number };

/** A word, ready to be compared with many. The words of places and names come by again and again: the latest are kept. */
export function spelled(word: string): Spelled {
  const known = kept.get(word);
  if (known) return known;
  const sound = soundOf(word);
  const made = { word, letters: lettersOf(word), sound, sounds: lettersOf(sound) };
  if (kept.size >= mostKept) kept.clear();
  kept.set(word, made);
  return made;
}

const kept = new Map<string, Spelled>();
const mostKept = 4_000;

/** Whether a word may be a known word with a slip or two: it sounds the same in Spanish, or an edit or two apart by length. */
export function isNear(typed: string, known: string): boolean {
  return typed === known || areNear(spelled(typed), spelled(known));
}

/** As `isNear`, with words made ready before. */
export function areNear(one: Spelled, other: Spelled): boolean {
  if (one.word === other.word) return true;
  const [shorter = 0, longer = 0] = [one.word.length, other.word.length].sort((a, b) => a - b);
  if (shorter < 3 || longer > longestWord || longer - shorter > 2) return false;
  const [edits, soundEdits] = [slips(shorter), shorter < 7 ? 0 : 1];
  // Most words are told apart by their letters alone, long before edits are counted.
  return (
    (mayBeWithin(one.letters, other.letters, edits) && isWithin(one.word, other.word, edits)) ||
    (mayBeWithin(one.sounds, other.sounds, soundEdits) && isWithin(one.sound, other.sound, soundEdits))
  );
}

/** As `areNear`, for people's names: "Mario" is no slip for "María", nor "Luis" for "Luisa". */
export function areNearNames(typed: Spelled, known: Spelled): boolean {
  return !differsInGender(typed.word, known.word) && areNear(typed, known);
}

/** How a folded word sounds in Bogotá, letters that sound alike made one: "Yenny", "Jeni" and "Llenni" are the same. */
export function soundOf(word: string): string {
  return word
    .replace(/(.)\1+/g, (same) => (same === 'll' ? 'y' : same.charAt(0)))
    .replace(/[cs]h/g, 'x')
    .replace(/ph/g, 'f')
    .replace(/h/g, '')
    .replace(/^x(?=[aeiou])(?!.*x)/, 'j')
    .replace(/qu(?=[ei])|[ck](?![ei])|q|k/g, 'k')
    .replace(/c|z/g, 's')
    .replace(/g(?=[eiy])/g, 'j')
    .replace(/gu(?=[ei])/g, 'g')
    .replace(/[vw]/g, 'b')
    .replace(/y(?![aeiou])/g, 'i')
    .replace(/y/g, 'j')
    .replace(/(.)\1+/g, '$1');
}

const longestWord = 30;

function lettersOf(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
}

/** An edit adds at most one letter and takes away at most one. */
function mayBeWithin(one: number, other: number, edits: number): boolean {
  return bitsIn(one & ~other) <= edits && bitsIn(other & ~one) <= edits;
}

function bitsIn(bits: number): number {
  let many = 0;
  for (let left = bits; left !== 0; left &= left - 1) many++;
  return many;
}

function slips(length: number): number {
  return length < 5 ? 0 : length < 8 ? 1 : 2;
}
