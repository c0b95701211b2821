import { disabilities, type Group, people, personsWords, personWords, plain, twins } from './companyWords';
import { wordSet } from './text';

/** A group as words name it: how many they say by themselves, how many words it takes. */
export type Named = { of?: Group; count?: number; length: number; isKind?: boolean };

/** The group named at a word: "mi hijo" is one, "mis hijos" may be any number. */
export function groupAt(words: string[], at: number): Named | undefined {
  const word = words[at] ?? '';
  if (twins.has(word)) return { of: 'children', count: 2, length: 1 };
  const isOne = personWords.has(word);
  if (isOne || personsWords.has(word)) {
    const next = words[at + 1] ?? '';
    const isAged = words.slice(at + 1, at + 5).join(' ') === 'de la tercera edad';
    const isOlder = next === 'mayor' || next === 'mayores' || isAged;
    const length = isAged ? 5 : isOlder ? 2 : 1;
    return { ...(isOlder && { of: 'older' as const }), ...(isOne && { count: 1 }), length, isKind: true };
  }
  if (word === 'older' || word === 'elderly') {
    const next = words[at + 1] ?? '';
    const isNext = personWords.has(next) || personsWords.has(next);
    return { of: 'older', ...(!personsWords.has(next) && { count: 1 }), length: isNext ? 2 : 1, isKind: true };
  }
  // "Mi hijo mayor" may be of any age.
  if (/^mayor(?:es)?$/.test(words[at + 1] ?? '')) return undefined;
  for (const [of, single, plural] of people) {
    const length = ofWhom.has(words[at + 1] ?? '') ? 2 : 1;
    if (single.has(word)) return { of, count: 1, length };
    if (plural.has(word)) return { of, length };
  }
  return undefined;
}

/** How many words from here say that somebody has a disability: "que está en silla de ruedas", "he uses a wheelchair". */
export function disabilityFrom(words: string[], at: number): number {
  for (let skipped = 0; skipped < few; skipped++) {
    const length = disabilityAt(words, at + skipped);
    if (length > 0) return skipped + length;
    if (!linksTo.has(words[at + skipped] ?? '')) return 0;
  }
  return 0;
}
const linksTo = wordSet('que esta es tiene usa con en he she is who has uses');

function disabilityAt(words: string[], at: number): number {
  const rest = words.slice(at, at + few).join(' ');
  const found = disabilities.find((phrase) => rest === phrase || rest.startsWith(`${phrase} `));
  return found === undefined ? 0 : found.split(' ').length;
}

/** The groups some words name. */
export function groupsNamed(line: string): Group[] {
  const words = line.split(/[ /]+/).map(plain);
  return [...new Set(words.flatMap((_, at) => groupAt(words, at)?.of ?? []))];
}

const ofWhom = wordSet('pequeno pequena pequenos pequenas menor menores chiquito chiquita chiquitos mio mia mios');
const few = 5;

/** Whether somebody is named of whom it is not said why he is to be cared for: "mi esposo", "una persona". */
export function isOfNoGroup(words: string[], at: number): boolean {
  return words.slice(at, at + 2).some((word) => personWords.has(word) || personsWords.has(word));
}
