import { isWithin } from './edits';
import { isParticle, type Names } from './names';

/** Whether two names may be one person's: they share a word. Accents, case and particles ("de", "la") do not count. */
export function mayBeSamePerson(one: Names, other: Names): boolean {
  const words = new Set(nameWords(one));
  return nameWords(other).some((word) => words.has(word));
}

/**
 * How alike two whole names are: `same` but for accents, case, particles and order; `alike` where besides one word has a
 * slip, or one of them lacks a second name or two. A single word is never alike another name.
 */
export function nameLikeness(one: Names, other: Names): 'same' | 'alike' | 'other' {
  const [shorter = [], longer = []] = [nameWords(one), nameWords(other)].sort((a, b) => a.length - b.length);
  const left = [...longer];
  const unmatched = shorter.filter((word) => !takenFrom(left, (other) => other === word));
  if (unmatched.length === 0 && left.length === 0) return 'same';
  const [slip, ...more] = unmatched;
  if (shorter.length < 2 || longer.length - shorter.length > MOST_LEFT_OUT || more.length > 0) return 'other';
  return slip === undefined || takenFrom(left, (other) => isSlipOf(slip, other)) ? 'alike' : 'other';
}

/** Whether two words are the names of a woman and a man: "Mario" is no slip for "María", nor "Luis" for "Luisa". */
export function differsInGender(one: string, other: string): boolean {
  const [stem, otherStem] = [one.replace(/[ao]$/, ''), other.replace(/[ao]$/, '')];
  return one !== other && stem === otherStem;
}

// A second first name and a second last name.
const MOST_LEFT_OUT = 2;

function takenFrom(words: string[], fits: (word: string) => boolean): boolean {
  const at = words.findIndex(fits);
  if (at >= 0) words.splice(at, 1);
  return at >= 0;
}

function isSlipOf(one: string, other: string): boolean {
  return Math.min(one.length, other.length) > 3 && !differsInGender(one, other) && isWithin(one, other, 1);
}

function nameWords({ first, last }: Names): string[] {
  const plain = `${first} ${last}`.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.split(/[^\p{L}]+/u).filter((word) => word && !isParticle(word));
}
