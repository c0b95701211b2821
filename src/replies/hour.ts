import { numberAt } from './number';
import { wordSet } from './text';
import { dayOf } from './weekday';

/** Between which times "HH:MM": `from` included, `before` not; one of them may be open. */
export type Span = { from?: string; before?: string };

/**
 * The hours that begin at a word: "a las 8", "después de las 4", "de 2 a 4 pm", "9 am". A bare number is no hour. Without
 * "am" or "pm" one to six are after noon: no class begins in the night.
 */
export function hourAt(words: string[], at: number): { span: Span; length: number } | undefined {
  return rangeAt(words, at) ?? boundAt(words, at) ?? atAt(words, at);
}

type Clock = { hour: number; minute: number; half?: 'am' | 'pm'; length: number };

function rangeAt(words: string[], at: number): { span: Span; length: number } | undefined {
  const isLed = froms.has(words[at] ?? '');
  const start = at + (isLed ? 1 : 0) + articleAt(words, at + (isLed ? 1 : 0));
  const first = clockAt(words, start);
  const link = start + (first?.length ?? 0);
  if (!first || !tos.has(words[link] ?? '')) return undefined;
  const next = link + 1 + articleAt(words, link + 1);
  const last = clockAt(words, next);
  if (!last || counted.has(words[next + last.length] ?? '')) return undefined;
  // "2 a 4" alone may be people; after a day, or with "pm", it is hours.
  if (!isLed && !first.half && !last.half && dayOf(words[at - 1] ?? '') === undefined) return undefined;
  const half = first.half ?? (last.half && first.hour <= last.hour % 12 ? last.half : undefined);
  const [from, before] = [minutesOf({ ...first, ...(half && { half }) }), minutesOf(last)];
  return from < before
    ? { span: { from: clock(from), before: clock(before) }, length: next + last.length - at }
    : undefined;
}

function boundAt(words: string[], at: number): { span: Span; length: number } | undefined {
  for (const [phrase, side] of bounds) {
    const length = phrase.split(' ').length;
    if (words.slice(at, at + length).join(' ') !== phrase) continue;
    const start = at + length + articleAt(words, at + length);
    const time = clockAt(words, start);
    if (!time || counted.has(words[start + time.length] ?? '')) return undefined;
    return { span: { [side]: clock(minutesOf(time)) }, length: start + time.length - at };
  }
  return undefined;
}

// "A las 8" begins in that hour; a number with "am" or "pm" needs no "a las".
function atAt(words: string[], at: number): { span: Span; length: number } | undefined {
  const isLed = (words[at] === 'a' && articleAt(words, at + 1) === 1) || words[at] === 'at';
  const start = isLed ? at + (words[at] === 'at' ? 1 : 2) : at;
  const time = clockAt(words, start);
  if (!time || (!isLed && !time.half) || counted.has(words[start + time.length] ?? '')) return undefined;
  const from = minutesOf(time);
  return { span: { from: clock(from), before: clock(from + 60) }, length: start + time.length - at };
}

const froms = wordSet('de desde entre from between');
const tos = wordSet('a hasta y to and until');
const bounds: [string, 'from' | 'before'][] = [
  ['despues de', 'from'],
  ['a partir de', 'from'],
  ['desde', 'from'],
  ['luego de', 'from'],
  ['after', 'from'],
  ['from', 'from'],
  ['antes de', 'before'],
  ['hasta', 'before'],
  ['before', 'before'],
  ['until', 'before'],
];
// "De 2 a 4 años" tells an age, "a las 8 cuadras" a way.
const counted = wordSet(
  'anos ano hijos hijas ninos personas cuadras meses dias semanas veces nietos years children kids people',
);

function articleAt(words: string[], at: number): 0 | 1 {
  return words[at] === 'las' || words[at] === 'la' ? 1 : 0;
}

/** A time of day that begins at a word: "3", "8:30", "8 y media de la mañana"; `length` in words. */
export function clockAt(words: string[], at: number): Clock | undefined {
  const whole = /^(\d{1,2})[:.](\d{2})$/.exec(words[at] ?? '');
  const plain = whole ? { value: Number(whole[1]), length: 1 } : numberAt(words.slice(at, at + 1), 0);
  if (!plain || plain.value < 1 || plain.value > 23) return undefined;
  const spoken = whole ? undefined : minutesSpoken.get(words.slice(at + 1, at + 3).join(' '));
  const length = 1 + (spoken === undefined ? 0 : 2);
  const minute = whole ? Number(whole[2]) : (spoken ?? 0);
  if (minute > 59) return undefined;
  return { hour: plain.value, minute, ...halfAt(words, at + length, length) };
}

const minutesSpoken = new Map([
  ['y media', 30],
  ['y cuarto', 15],
  ['y treinta', 30],
  ['en punto', 0],
]);

function halfAt(words: string[], at: number, before: number): { half?: 'am' | 'pm'; length: number } {
  const half = halves.get(words[at] ?? '');
  if (half) return { half, length: before + 1 };
  const spoken = halves.get(words.slice(at, at + 3).join(' '));
  return spoken ? { half: spoken, length: before + 3 } : { length: before };
}

const halves = new Map<string, 'am' | 'pm'>([
  ['am', 'am'],
  ['pm', 'pm'],
  ['de la manana', 'am'],
  ['in the morning', 'am'],
  ['de la tarde', 'pm'],
  ['in the afternoon', 'pm'],
  ['de la noche', 'pm'],
]);

function minutesOf({ hour, minute, half }: Clock): number {
  const isLater = half === 'pm' || (!half && hour < 7);
  const hours = hour < 12 && isLater ? hour + 12 : hour === 12 && half === 'am' ? 0 : hour;
  return hours * 60 + minute;
}

function clock(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
}
