import type { Colleague } from '../services/changesDesk';
import { areNearNames, spelled } from './near';
import { wordsOf } from './text';

/** The colleagues whom a name means: those who are so called to the letter, else nearly; the near ones before all others. */
export function colleaguesNamed(name: string, colleagues: Colleague[]): Colleague[] {
  const asked = wordsOf(name).slice(0, 8).map(spelled);
  if (asked.length === 0) return [];
  const having = (fits: (one: string, word: string) => boolean) =>
    colleagues.filter(({ firstNames, lastNames }) => {
      const words = wordsOf(`${firstNames} ${lastNames}`);
      return asked.every(({ word }) => words.some((one) => fits(one, word)));
    });
  const exactly = having((one, word) => one === word);
  const found = exactly.length > 0 ? exactly : having((one, word) => areNearNames(spelled(word), spelled(one)));
  const near = found.filter(({ isNear }) => isNear);
  return near.length > 0 ? near : found;
}
