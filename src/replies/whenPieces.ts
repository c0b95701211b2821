import type { Times } from '../domain/times';
import { hourAt, type Span } from './hour';
import { wordSet } from './text';
import { dayOf } from './weekday';

/** Something said of days or hours, and how many words it takes. */
export type Piece = {
  length: number;
  days?: number[];
  hours?: Span;
  part?: Span;
  /** All days but those she refuses. */
  isRest?: true;
  /** The hours only tell what she does then. */
  isReason?: true;
};

/** What begins at a word, if it is said of days or hours. */
export function pieceAt(words: string[], at: number): Piece | undefined {
  return phraseAt(words, at) ?? daysAt(words, at) ?? partAt(words, at) ?? hoursAt(words, at);
}

const phrases: [string[], Omit<Piece, 'length'>][] = [
  ...allOf(
    'weekday|week days|entre semana|entresemana|dias de semana|dias habiles|weekdays|on weekdays|during the week',
    {
      days: [1, 2, 3, 4, 5],
    },
  ),
  ...allOf('fin de semana|fines de semana|weekend|weekends', { days: [6, 7] }),
  ...allOf(
    'todos los dias|todas las tardes y mananas|cualquier dia|cualquier hora|cualquier horario|a cualquier hora',
    {},
  ),
  ...allOf(
    'cualquier momento|cualquiera|toda la semana|el dia que sea|la hora que sea|cuando sea|a la hora que haya|la que haya|cuando usted diga|cuando ustedes digan|me da igual|me da lo mismo|any day|any time|every day|whatever day|whatever time|anytime|i dont mind',
    {},
  ),
  ...allOf(
    'los demas dias|los demas|el resto de la semana|el resto de dias|el resto|los otros dias|los otros|cualquier otro dia|the rest of the week|the rest|the other days|any other day',
    { isRest: true },
  ),
  ...allOf(
    'antes del mediodia|antes del medio dia|hasta mediodia|hasta el mediodia|hasta medio dia|hasta el medio dia|before noon|until noon',
    { hours: { before: '12:00' } },
  ),
  ...allOf(
    'despues del mediodia|despues del medio dia|desde el mediodia|desde el medio dia|desde mediodia|after noon',
    { hours: { from: '12:00' } },
  ),
  ...allOf('al mediodia|al medio dia|mediodia|medio dia|at noon', { hours: { from: '12:00', before: '13:00' } }),
  ...allOf('despues de almuerzo|despues del almuerzo|despues de almorzar|after lunch', {
    part: { from: '12:00', before: '18:00' },
  }),
];

function allOf(line: string, piece: Omit<Piece, 'length'>): [string[], Omit<Piece, 'length'>][] {
  return line.split('|').map((phrase) => [phrase.split(' '), piece]);
}

function phraseAt(words: string[], at: number): Piece | undefined {
  const [phrase, piece] = phrases.find(([phrase]) => phrase.every((word, step) => words[at + step] === word)) ?? [];
  return phrase && { ...piece, length: phrase.length };
}

function daysAt(words: string[], at: number): Piece | undefined {
  const first = dayOf(words[at] ?? '');
  if (first === undefined) return undefined;
  const gap = upTo.has(words[at + 1] ?? '') ? (articles.has(words[at + 2] ?? '') ? 3 : 2) : 0;
  const last = gap > 0 ? dayOf(words[at + gap] ?? '') : undefined;
  if (last === undefined || last <= first) return { length: 1, days: [first] };
  return { length: gap + 1, days: Array.from({ length: last - first + 1 }, (_, step) => first + step) };
}

const upTo = wordSet('a al hasta to through');
const articles = wordSet('el los the');

const morning: Span = { before: '12:00' };
const afternoon: Span = { from: '12:00', before: '18:00' };
const evening: Span = { from: '18:00' };
const parts = new Map<string, Span>([
  ['manana', morning],
  ['manama', morning],
  ['tarde', afternoon],
  ['noche', evening],
]);
const soleParts = new Map<string, Span>([
  ...'mananas mananita mananitas tempranito temprano morning mornings early'.split(' ').map(to(morning)),
  ...'tardecita tardecitas afternoon afternoons'.split(' ').map(to(afternoon)),
  ...'nochecita nocturno nocturna nocturnos nocturnas evening evenings night nights'.split(' ').map(to(evening)),
]);

function to(span: Span): (word: string) => [string, Span] {
  return (word) => [word, span];
}

// "Mañana" alone is tomorrow, "buenas tardes" a greeting, "llegar tarde" neither: a part of the day has its article.
function partAt(words: string[], at: number): Piece | undefined {
  const [word = '', before = ''] = [words[at], words[at - 1]];
  if (greeted.has(before)) return undefined;
  const sole = soleParts.get(asWritten(word));
  if (sole) return { length: 1, part: sole };
  const span = parts.get(word.replace(/s$/, ''));
  const isNamed = beforePart.has(before) || (word.startsWith('noche') && before === 'de');
  return span && isNamed ? { length: 1, part: span } : undefined;
}

/** "Nochesita" as "nochecita", "mañanitica" as "mañanita". */
function asWritten(word: string): string {
  return word.replace(/(?<=^(?:noche|tarde))s(?=itas?$)/, 'c').replace(/it(?:ic)+(?=[oa]s?$)/, 'it');
}

const greeted = wordSet('buenas buena feliz good');
const beforePart = wordSet('la las');

function hoursAt(words: string[], at: number): Piece | undefined {
  const hours = hourAt(words, at);
  return hours && { length: hours.length, hours: hours.span };
}

/** All pieces of some words, what is none of them left out. */
export function piecesIn(words: string[]): Piece[] {
  const found: Piece[] = [];
  for (let at = 0; at < words.length; ) {
    const piece = pieceAt(words, at);
    if (piece) found.push(piece);
    at += piece?.length ?? 1;
  }
  return found;
}

/** What some pieces come to. */
export function timesOf(pieces: Piece[]): Times {
  const days = [...new Set(pieces.flatMap(({ days: some = [] }) => some))].sort();
  const isTold = pieces.some(({ isReason, hours, part }) => !isReason && (hours ?? part));
  const hours = pieces.flatMap((piece) => (piece.isReason && isTold ? [] : (piece.hours ?? [])));
  const spans = hours.length > 0 ? hours : pieces.flatMap((piece) => piece.part ?? []);
  return { ...(days.length > 0 && { days }), ...(spans.length > 0 && widest(spans)) };
}

function widest(spans: Span[]): Span {
  const froms = spans.flatMap(({ from }) => from ?? []);
  const ends = spans.flatMap(({ before }) => before ?? []);
  const from = froms.length === spans.length ? froms.sort()[0] : undefined;
  const before = ends.length === spans.length ? ends.sort().at(-1) : undefined;
  return { ...(from && { from }), ...(before && { before }) };
}
