import type { Slot } from '../domain/schedule';
import { meets, type Times } from '../domain/times';
import { isNear } from './near';
import { wordsOf } from './text';

type Offered = { name: string; service: string; slots: Slot[]; free: number };
/** What of a class somebody seeks. */
export type ClassSought = { topic?: string; when?: Times };
/** What had to be left out of account to find anything: the time, the day and the time, the subject, or all of it. */
export type LeftOut = 'time' | 'when' | 'topic' | 'all';

/**
 * The classes somebody seeks by subject, day and time of day; where there are none, those nearest to it: first the time of
 * day is left out of account, then the day, then the subject.
 */
export function classesSought<O extends Offered>(
  offers: O[],
  { topic, when }: ClassSought,
): { found: O[]; leftOut?: LeftOut } {
  const about = topic === undefined ? offers : offers.filter((offer) => isAbout(offer, topic));
  const then = (some: O[], times: Times | undefined) =>
    times ? some.filter(({ slots }) => meets(slots, times)) : some;
  const days = when?.days && { days: when.days };
  const ways: { found: O[]; leftOut?: LeftOut }[] = [
    { found: then(about, when) },
    ...(days ? [{ found: then(about, days), leftOut: 'time' as const }] : []),
    { found: about, leftOut: 'when' },
    { found: then(offers, when), leftOut: 'topic' },
    { found: offers, leftOut: topic === undefined ? 'when' : 'all' },
  ];
  return ways.find(({ found }) => found.length > 0) ?? { found: [] };
}

/** Whether a class is about something, by its own name or its service's; a slip or the beginning of a word is enough. */
export function isAbout({ name, service }: Pick<Offered, 'name' | 'service'>, topic: string): boolean {
  const names = wordsOf(`${name} ${service}`);
  return wordsOf(topic).every((word) =>
    names.some(
      (one) =>
        isNear(word, one) || (word.length > 3 && one.length > 3 && (one.startsWith(word) || word.startsWith(one))),
    ),
  );
}
