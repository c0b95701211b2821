import { isParticle, type Names } from './names';

/** Whether two names may be one person's: they share a word. Accents, case and particles ("de", "la") do not count. */
export function mayBeSamePerson(one: Names, other: Names): boolean {
  const words = new Set(nameWords(one));
  return nameWords(other).some((word) => words.has(word));
}

function nameWords({ first, last }: Names): string[] {
  const plain = `${first} ${last}`.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.split(/[^\p{L}]+/u).filter((word) => word && !isParticle(word));
}
