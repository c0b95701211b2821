import type { Times } from '../domain/times';
import { chosenAnew, corrected } from './corrected';
import { withoutCourtesies } from './courtesies';
import { hourAt, type Span } from './hour';
import { spelledOut } from './shorthand';
import { folded, longestText, wordSet } from './text';
import { dayOf } from './weekday';

/**
 * When somebody can come, in her words: "los martes por la tarde", "entre semana no puedo, solo sábados", "todos los días menos
 * domingo". Never guessed from a refusal alone.
 */
export function readWhen(text: string): Times | undefined {
  const line = withoutCourtesies(timedLine(text)).replace(noMatter, 'cualquier hora');
  if (line.split(' ').length > longestAnswer || past.test(line)) return undefined;
  const said = (corrected(line)?.after || line).replace(onlyThat, ' ').replace(notThat, '$1');
  const chosen = chosenAnew(said) || said;
  const parts = chosen.replace(because, '').split(parting).map(partOf);
  const good = parts.filter(({ isRefused, times }) => times && !isRefused);
  const isUnsure = parts.some(({ isRefused, times }) => isRefused && !times);
  const times = good.length > 0 && !isUnsure ? timesOf(good.flatMap(({ found }) => found)) : undefined;
  return (
    times &&
    without(
      times,
      parts.flatMap(({ except }) => except),
    )
  );
}

type Part = { isRefused: boolean; found: Piece[]; times?: Times; except: number[] };

/** One part of an answer, what it leaves out ("menos domingo") set aside. */
function partOf(part: string): Part {
  const [kept = '', ...left] = part.split(excepting);
  const words = kept.split(/[ /]+/).filter(Boolean);
  // "Después de dejar al niño a las 8": from then on.
  const found = afterwards.test(kept) ? piecesIn(words).map(fromThen) : piecesIn(words);
  const except = left.map((one) => timesOf(piecesIn(one.split(/[ /]+/))));
  // "Todos los días menos por la tarde" leaves out no day: that cannot be told.
  const isRefused = words.some((word) => refusals.has(word)) || except.some(({ days }) => !days);
  const times = found.length > 0 ? timesOf(found) : undefined;
  return { isRefused, found, ...(times && { times }), except: except.flatMap(({ days = [] }) => days) };
}

const afterwards = /\bdespues de (?:\w+ ){1,6}a las?\b/;

function fromThen({ hours, ...piece }: Piece): Piece {
  return hours?.from ? { ...piece, hours: { from: hours.from } } : { ...piece, ...(hours && { hours }) };
}

function without(times: Times, except: number[]): Times | undefined {
  if (except.length === 0) return times;
  const days = (times.days ?? [1, 2, 3, 4, 5, 6, 7]).filter((day) => !except.includes(day));
  return days.length > 0 ? { ...times, days } : undefined;
}

// "En la mañana no, en la tarde sí", "los lunes no pero los martes sí".
const parting = / \/ |(?<!\bday) (?:pero|but|only|solo|solamente|unicamente) /;
const excepting = /(?<!\w)(?:menos|excepto|salvo|except|aparte de|(?<=\bday )but)(?!\w)/;
const because = /(?<=\w) (?:\/ )?(?:porque|ya que|es que|que (?:no|yo|me|es)|mientras|because|since|as i|cuz)(?!\w).*$/;
const noMatter =
  /\bwhenever(?= *$| you\b| suits| works| is fine)|\b(?:no importa (?:el|la|que) (?:dia|hora|horario)|no me importa (?:el|la) (?:dia|hora))\b/g;
// "Domingo no más" is only Sunday; "lunes no, martes sí" is Tuesday.
const onlyThat = /(?<!\b(?:ya|y) )\bno mas\b/g;
const notThat = /^[^/]+ no ([^/]+) si$/;
const past = /\b(?:pasado|pasada|fui|vine|estuve|cita|ayer|last)\b/;

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
  return spelledOut(
    folded(text)
      .replace(/['’`]/g, '')
      .replace(/\b([ap])\. ?m\b\.?/g, '$1m')
      .match(/\d{1,2}[:.]\d{2}(?!\d)|\p{L}+|\p{N}+/gu) ?? [],
  );
}

/** The same in a line, a "/" where she parted it. */
export function timedLine(text: string): string {
  return folded(text.slice(0, longestText).replace(/\n+/g, ', '))
    .replace(/\b([ap])\. ?m\b\.?/g, '$1m')
    .split(/[,;!¡()"]+|[.:](?!\d)/)
    .map((part) => timedWords(part).join(' '))
    .filter(Boolean)
    .join(' / ');
}

/** Something said of days or hours, and how many words it takes. */
type Piece = { length: number; days?: number[]; hours?: Span; part?: Span };

const longestAnswer = 30;
const refusals = wordSet('no ni nunca tampoco ningun ninguno not dont cant never depende');

function pieceAt(words: string[], at: number): Piece | undefined {
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
  ...allOf('antes del mediodia|antes del medio dia|before noon', { hours: { before: '12:00' } }),
  ...allOf('despues del mediodia|despues del medio dia|after noon', { hours: { from: '12:00' } }),
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

/** All pieces of some words, what is none of them left out. */
function piecesIn(words: string[]): Piece[] {
  const found: Piece[] = [];
  for (let at = 0; at < words.length; ) {
    const piece = pieceAt(words, at);
    if (piece) found.push(piece);
    at += piece?.length ?? 1;
  }
  return found;
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
