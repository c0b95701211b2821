import { spelled } from './near';

/** Writes each word that only sounds like one of `known` as that one; a word of `known`, and a short one, stays as it is. */
export function respelling(known: Iterable<string>): (word: string) => string {
  const right = new Set(known);
  const bySound = new Map([...right].map((word) => [spelled(word).sound, word]));
  return (word) => {
    if (word.length < shortest || word.length > longest || right.has(word)) return word;
    return bySound.get(spelled(word).sound) ?? word;
  };
}

// "Se", "ce" and "ve", "be" are too short to tell apart.
const shortest = 4;
const longest = 20;
