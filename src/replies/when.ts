import type { Times } from '../domain/times';
import { hourAt, type Span } from './hour';
import { soundOf } from './near';
import { folded, wordSet } from './text';

/** When somebody can come, in her words: "los martes por la tarde", "entre semana", "sábado a las 8". Never guessed from a refusal. */
export function readWhen(text: string): Times | undefined {
  const words = timedWords(text);
  if (words.length === 0 || words.length > longestAnswer || words.some((word) => refusals.has(word))) return undefined;
  return whenIn(words).times;
}

/** The days and times said in a sentence, and the words that are left without them. */
export function whenIn(words: string[]): { times?: Times; rest: string[] } {
  const rest: string[] = [];
  const found: Piece[] = [];
  for (let at = 0; at < words.length; ) {
    const piece = pieceAt(words, at);
    if (piece) found.push(piece);
    else rest.push(words[at] ?? '');
    at += piece?.length ?? 1;
  }
  return found.length === 0 ? { rest } : { times: timesOf(found), rest: withoutLooseEnds(rest) };
}

/** The words and numbers of a text, folded, a time of day kept whole: "8:30", "2", "pm". */
export function timedWords(text: string): string[] {
  return (
    folded(text)
      .replace(/['’`]/g, '')
      .replace(/\b([ap])\. ?m\b\.?/g, '$1m')
      .match(/\d{1,2}[:.]\d{2}(?!\d)|\p{L}+|\p{N}+/gu) ?? []
  );
}

/** Something said of days or hours, and how many words it takes. */
type Piece = { length: number; days?: number[]; hours?: Span; part?: Span };

const longestAnswer = 30;
const refusals = wordSet('no ni nunca tampoco menos excepto salvo not dont cant except never');

function pieceAt(words: string[], at: number): Piece | undefined {
  return phraseAt(words, at) ?? daysAt(words, at) ?? partAt(words, at) ?? hoursAt(words, at);
}

const phrases: [string, Omit<Piece, 'length'>][] = [
  ...allOf('entre semana|entresemana|dias de semana|dias habiles|weekdays|on weekdays|during the week', {
    days: [1, 2, 3, 4, 5],
  }),
  ...allOf('fin de semana|fines de semana|weekend|weekends', { days: [6, 7] }),
  ...allOf(
    'todos los dias|todas las tardes y mananas|cualquier dia|cualquier hora|cualquier horario|a cualquier hora',
    {},
  ),
  ...allOf('cualquier momento|any day|any time|every day', {}),
  ...allOf('antes del mediodia|antes del medio dia|before noon', { hours: { before: '12:00' } }),
  ...allOf('despues del mediodia|despues del medio dia|after noon', { hours: { from: '12:00' } }),
  ...allOf('al mediodia|al medio dia|mediodia|medio dia|at noon', { hours: { from: '12:00', before: '13:00' } }),
  ...allOf('despues de almuerzo|despues del almuerzo|despues de almorzar|after lunch', {
    part: { from: '12:00', before: '18:00' },
  }),
];

function allOf(line: string, piece: Omit<Piece, 'length'>): [string, Omit<Piece, 'length'>][] {
  return line.split('|').map((phrase) => [phrase, piece]);
}

function phraseAt(words: string[], at: number): Piece | undefined {
  for (const [phrase, piece] of phrases) {
    const length = phrase.split(' ').length;
    if (words.slice(at, at + length).join(' ') === phrase) return { ...piece, length };
  }
  return undefined;
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

/** By its sound, with or without its last letter: "juebes", "savado", "los lune". Not by edits: "artes" is no "martes". */
function dayOf(word: string): number | undefined {
  const known = exactDays.get(word);
  if (known !== undefined) return known;
  return word.length > 3 && word.length < 12 ? soundingDays.get(soundOf(word).replace(/s$/, '')) : undefined;
}

const dayNames = ['lunes', 'martes', 'miercoles', 'jueves', 'viernes', 'sabado', 'domingo'];
const soundingDays = new Map(dayNames.map((name, at) => [soundOf(name).replace(/s$/, ''), at + 1]));
const exactDays = new Map(
  [
    'lun monday mondays',
    'tuesday tuesdays',
    'mie wednesday wednesdays mircoles',
    'jue thursday thursdays',
    'vie friday fridays',
  ]
    .concat(['sab saturday saturdays sabadito sabdo', 'dom sunday sundays'])
    .flatMap((names, at) => names.split(' ').map((name): [string, number] => [name, at + 1])),
);

const morning: Span = { before: '12:00' };
const afternoon: Span = { from: '12:00', before: '18:00' };
const evening: Span = { from: '18:00' };
const parts = new Map<string, Span>([
  ['manana', morning],
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
  const sole = soleParts.get(word);
  if (sole) return { length: 1, part: sole };
  const span = parts.get(word.replace(/s$/, ''));
  const isNamed = beforePart.has(before) || (word.startsWith('noche') && before === 'de');
  return span && isNamed ? { length: 1, part: span } : undefined;
}

const greeted = wordSet('buenas buena feliz good');
const beforePart = wordSet('la las');

function hoursAt(words: string[], at: number): Piece | undefined {
  const hours = hourAt(words, at);
  return hours && { length: hours.length, hours: hours.span };
}

function timesOf(pieces: Piece[]): Times {
  const days = [...new Set(pieces.flatMap(({ days: some = [] }) => some))].sort();
  const hours = pieces.flatMap((piece) => piece.hours ?? []);
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

// "Yoga los" of "yoga los martes": the small words before a day go with it.
function withoutLooseEnds(rest: string[]): string[] {
  const end = rest.findLastIndex((word) => !looseEnds.has(word));
  return rest.slice(0, end + 1);
}

const looseEnds = wordSet('los las el la en por de a y o los on in the at');
