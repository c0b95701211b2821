import type { Locality } from '../domain/localities';
import { isNear } from './near';
import { wordSet, wordsOf } from './text';

/** Folded words, with a locality's name that dictation wrote as two made one: "por usa quien", "enga tiva". */
export function namesJoined(words: string[], localities: Locality[]): string[] {
  const names = localities
    .flatMap(({ name, aliases }) => [name, ...aliases].map(wordsOf))
    .filter((name) => name.length === 1)
    .map(([name = '']) => name);
  for (let at = 0; at + 1 < words.length; at++) {
    const [one = '', other = ''] = [words[at], words[at + 1]];
    if (!mayBeSplit(words, at) || names.includes(one) || names.includes(other)) continue;
    const name = names.find((whole) => whole.length >= shortestSplit && isNear(one + other, whole));
    if (name) return [...words.slice(0, at), name, ...words.slice(at + 2)];
  }
  return words;
}

// "La usa quien quiera": only where a place is led in, or nothing else is said.
function mayBeSplit(words: string[], at: number): boolean {
  const [one = '', other = ''] = [words[at], words[at + 1]];
  if (one.length < 2 || other.length < 2) return false;
  return words.length === 2 || leads.has(words[at - 1] ?? '');
}

const shortestSplit = 7;
const leads = wordSet('en por de vivo soy estoy localidad in from');
