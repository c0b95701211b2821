import type { DaySaid } from '../domain/daySaid';
import { daysAheadIn } from './daysAhead';
import { timedWords, whenIn } from './when';

/** The one day that a sentence names: "la clase de ayer", "el martes"; of several, or none, nothing. */
export function daySaid(text: string): DaySaid | undefined {
  const words = timedWords(text).slice(0, longest);
  const dated = daysAheadIn(words).filter(({ day, at, length }) => 'date' in day && isPlainDate(words, at, length));
  const [date, another] = dated;
  if (date && 'date' in date.day && !another) return date.day;
  const near = words.flatMap((word, at) => nearDay(word, words.slice(Math.max(0, at - 2), at)));
  const named = whenIn(words).times?.days ?? [];
  const days: DaySaid[] = [...near, ...named.map((day) => ({ weekday: day }))];
  return days.length === 1 ? days[0] : undefined;
}

const longest = 50;

// "El 5" may be who is number five, and so may "el jueves 3 y 7 faltaron".
function isPlainDate(words: string[], at: number, length: number): boolean {
  const [first = '', last = ''] = [words[at], words[at + length - 1]];
  const next = words[at + length] ?? '';
  const isDigit = (word: string) => /^\d/.test(word);
  return (
    (!isDigit(first) || !isDigit(last)) &&
    !(isDigit(last) && (isDigit(next) || next === 'y' || next === 'and' || next === 'no'))
  );
}

const agoOf = new Map([
  ...alike('hoy today', 0),
  ...alike('ayer yesterday', 1),
  ...alike('antier antiayer anteayer antesdeayer', 2),
  ...alike('manana tomorrow', -1),
]);

function alike(words: string, ago: number): [string, number][] {
  return words.split(' ').map((word) => [word, ago]);
}

// "Por la mañana" is no day, and "antes de ayer" the day before.
function nearDay(word: string, before: string[]): DaySaid[] {
  const ago = agoOf.get(word);
  if (ago === undefined || (word === 'manana' && /^las?$/.test(before.at(-1) ?? ''))) return [];
  return [{ ago: word === 'ayer' && before.join(' ') === 'antes de' ? 2 : ago }];
}
