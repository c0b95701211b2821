import type { DayAhead, TimeSaid } from '../domain/dayAhead';
import { clockAt } from './hour';
import { numberAt } from './number';
import { wordSet } from './text';
import { dayOf } from './weekday';

/** A day to come that a sentence names, where in it, and whether something goes there ("al jueves") or comes from there ("del martes"). */
export type DayNamed = { day: DayAhead; at: number; length: number; role?: 'from' | 'to' };

/** All days to come that are named in timed words, in order; "por la mañana" is none. */
export function daysAheadIn(words: string[]): DayNamed[] {
  const found: DayNamed[] = [];
  for (let at = 0; at < Math.min(words.length, longest); at += 1) {
    const one = phraseAt(words, at) ?? weekdayAt(words, at) ?? dateAt(words, at);
    if (!one) continue;
    const role = roleOf(words, at);
    found.push({ ...one, at, ...(role && { role }) });
    at += one.length - 1;
  }
  return found;
}

/** When something begins: "a las 3", "9:30", "at 3 pm"; with its end, "de 3 a 5". */
export function timeIn(words: string[]): { starts: TimeSaid; ends?: TimeSaid; at: number; length: number } | undefined {
  for (let at = 0; at < Math.min(words.length, longest); at += 1) {
    const first = ledClock(words, at);
    if (!first) continue;
    const link = at + first.length;
    const second = ends.has(words[link] ?? '') ? clockFrom(words, link + 1) : undefined;
    const isEnd = second && (wasFrom.has(words[at] ?? '') || words[link] !== 'y');
    // "De 3" is no time, "de 3 a 5" is.
    if (!isEnd && wasFrom.has(words[at] ?? '') && words[at + 1] !== 'las') continue;
    return {
      starts: bare(first),
      ...(isEnd && { ends: bare(second) }),
      at,
      length: first.length + (isEnd ? second.length + 1 : 0),
    };
  }
  return undefined;
}

const longest = 60;

type Phrase = { day: DayAhead; length: number };
const phrases: [string, DayAhead][] = [
  ['pasado manana', { in: 2 }],
  ['day after tomorrow', { in: 2 }],
  ['de hoy en ocho', { in: 7 }],
  ['en ocho dias', { in: 7 }],
  ['en 8 dias', { in: 7 }],
  ['en quince dias', { in: 14 }],
  ['en 15 dias', { in: 14 }],
  ['hoy', { in: 0 }],
  ['today', { in: 0 }],
  ['todays', { in: 0 }],
  ['tonight', { in: 0 }],
  ['esta tarde', { in: 0 }],
  ['esta noche', { in: 0 }],
  ['manana', { in: 1 }],
  ['tomorrow', { in: 1 }],
  ['tomorrows', { in: 1 }],
  ['ayer', { in: -1 }],
  ['yesterday', { in: -1 }],
];

function phraseAt(words: string[], at: number): Phrase | undefined {
  const found = phrases.find(([phrase]) => words.slice(at, at + phrase.split(' ').length).join(' ') === phrase);
  if (!found || (found[0] === 'manana' && partOfDay.has(words[at - 1] ?? ''))) return undefined;
  return { day: found[1], length: found[0].split(' ').length };
}
const partOfDay = wordSet('la las');

function weekdayAt(words: string[], at: number): Phrase | undefined {
  const before = weekBefore.get(words[at] ?? '');
  const named = dayOf(words[before ? at + 1 : at] ?? '');
  if (named === undefined) return undefined;
  const next = at + (before ? 2 : 1);
  const date = before ? undefined : dayOfMonth(words, next);
  if (date) return { day: { ...date.day, falls: named }, length: date.length + 1 };
  const after = weekAfter.find(([phrase]) => words.slice(next, next + phrase.split(' ').length).join(' ') === phrase);
  const week = after?.[1] ?? before;
  return {
    day: { weekday: named, ...(week && { week }) },
    length: next - at + (after ? after[0].split(' ').length : 0),
  };
}

type Week = 'this' | 'next' | 'either' | 'later';
const weekBefore = new Map<string, Week>([
  ['este', 'this'],
  ['this', 'this'],
  ['proximo', 'either'],
  ['next', 'either'],
]);
const weekAfter: [string, Week][] = [
  ['que viene', 'either'],
  ['proximo', 'either'],
  ['siguiente', 'either'],
  ['de la otra semana', 'next'],
  ['de la proxima semana', 'next'],
  ['de la siguiente semana', 'next'],
  ['de la semana que viene', 'next'],
  ['of next week', 'next'],
  ['next week', 'next'],
  ['en ocho dias', 'later'],
  ['en ocho', 'later'],
  ['de esta semana', 'this'],
];

const months = new Map(
  (
    'enero january|febrero february|marzo march|abril april|mayo may|junio june|julio july|agosto august|septiembre setiembre september|' +
    'octubre october|noviembre november|diciembre december'
  )
    .split('|')
    .flatMap((names, at) => names.split(' ').map((name): [string, number] => [name, at + 1])),
);

/** "El 25", "25 de noviembre", "november 25", "el viernes 25": only where it is no hour and no count. */
function dateAt(words: string[], at: number): Phrase | undefined {
  const led = months.get(words[at] ?? '');
  const start = led ? at + 1 : at;
  const found = dayOfMonth(words, start);
  if (led) return found && { day: { ...found.day, month: led }, length: 2 };
  return found?.day.month || ofDates.has(words[at - 1] ?? '') ? found : undefined;
}

type DayOfMonth = { day: { date: number; month?: number }; length: number };

/** "26", "26 de noviembre"; "3 pm", "3 de la tarde", "3 y media" and "3 a 5" are hours. */
function dayOfMonth(words: string[], at: number): DayOfMonth | undefined {
  const number = numberAt(words.slice(at, at + 1), 0);
  const [link = '', name = ''] = [words[at + 1], words[at + 2]];
  if (!number || number.value < 1 || number.value > 31) return undefined;
  const month = months.get(link === 'de' ? name : link);
  if (month) return { day: { date: number.value, month }, length: link === 'de' ? 3 : 2 };
  const isSpan = ends.has(link) && numberAt([name], 0) !== undefined;
  const isHalf = link === 'y' && ofHalves.has(name);
  const isHour = ofHours.has(link) || (link === 'de' && name === 'la') || isHalf || isSpan;
  return isHour ? undefined : { day: { date: number.value }, length: 1 };
}
const ofHours = wordSet('am pm oclock horas');
const ofHalves = wordSet('media cuarto');
const ofDates = wordSet('el dia the al del');

function roleOf(words: string[], at: number): 'from' | 'to' | undefined {
  const before = words.slice(Math.max(0, at - 3), at);
  while (skipped.has(before.at(-1) ?? '')) before.pop();
  const word = before.at(-1) ?? '';
  return goes.has(word) ? 'to' : comes.has(word) ? 'from' : undefined;
}
const skipped = wordSet('el la los las the dia');
const goes = wordSet('a al para pa hasta hacia to for until');
const comes = wordSet('de del from');

// A number alone is no hour: it is led by "a las", "at", or has its half or its minutes.
function ledClock(words: string[], at: number): (TimeSaid & { length: number }) | undefined {
  const lead = leads.find((phrase) => words.slice(at, at + phrase.split(' ').length).join(' ') === phrase);
  const skip = lead?.split(' ').length ?? 0;
  const clock = clockAt(words, at + skip);
  const isSure = lead !== undefined || clock?.half !== undefined || /[:.]/.test(words[at] ?? '');
  return clock && isSure ? { ...clock, length: clock.length + skip } : undefined;
}
const leads = [
  'a las',
  'a la',
  'para las',
  'de las',
  'desde las',
  'tipo',
  'at',
  'from',
  'las',
  'de',
  'desde',
  'entre',
  'between',
];

function clockFrom(words: string[], at: number): (TimeSaid & { length: number }) | undefined {
  const skip = words[at] === 'las' || words[at] === 'la' ? 1 : 0;
  const clock = clockAt(words, at + skip);
  return clock && { ...clock, length: clock.length + skip };
}
const ends = wordSet('a hasta to until y and');
const wasFrom = wordSet('de desde from entre between');

function bare({ hour, minute, half }: TimeSaid): TimeSaid {
  return { hour, minute, ...(half && { half }) };
}
