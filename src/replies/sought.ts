import { bogotaLocalities } from '../domain/localities';
import type { Times } from '../domain/times';
import { isNear } from './near';
import { wordSet, wordsOf } from './text';
import { isTopic } from './topics';
import { timedWords, whenIn } from './when';

/**
 * What somebody said of the class she means, in her own folded words: what it is about, where, and when. Whoever knows
 * the classes and the sites finds them by these words (`pick`, `place`); they may be names of none.
 */
export type Sought = { topic?: string; place?: string; when?: Times };

/** What a message says of a class; what is not said is left out. */
export function soughtIn(text: string): Sought {
  const { times, rest } = whenIn(timedWords(text).slice(0, longestMessage));
  const { place, besides } = placeIn(rest);
  const topic = topicIn(besides, place === undefined);
  const guessed = place === undefined ? placeAfterTopic(besides, topic) : place;
  const said = Object.keys(times ?? {}).length > 0;
  return { ...(topic && { topic }), ...(guessed && { place: guessed }), ...(said && times && { when: times }) };
}

/** The locality or named site a sentence tells, and the words besides it. */
function placeIn(words: string[]): { place?: string; besides: string[] } {
  for (let at = 0; at < words.length; at++) {
    const length = localityAt(words, at);
    if (length > 0) return cut(words, at, length);
  }
  const marked = words.findIndex((word) => placeMarks.has(word));
  if (marked < 0) return { besides: words };
  const start = marked + 1 + words.slice(marked + 1).findIndex((word) => !small.has(word));
  const length = start > marked ? nameLength(words, start) : 0;
  return length > 0 ? cut(words, start, length) : { besides: words };
}

const longestMessage = 60;
const placeMarks = wordSet('manzana sede localidad barrio block site');
const small = wordSet('de del la el los las en a al cuidado the of in');
const enders = wordSet(
  'por para y o a que porfa favor gracias los las el la de del en con cc cedula ppt documento mi me soy tengo quiero si no es cerca',
);

function cut(words: string[], at: number, length: number): { place: string; besides: string[] } {
  const place = words.slice(at, at + length).join(' ');
  return { place, besides: [...words.slice(0, at), '|', ...words.slice(at + length)] };
}

function nameLength(words: string[], start: number): number {
  const end = words.findIndex((word, at) => at >= start && (enders.has(word) || /\d/.test(word)));
  return Math.min(end < 0 ? words.length - start : end - start, 3);
}

const localities = bogotaLocalities
  .flatMap(({ name, aliases }) => [name, ...aliases].map(wordsOf))
  .map((name) => name.filter((word, at) => at > 0 || !small.has(word)))
  .sort((a, b) => b.length - a.length);

/** How many words here are a whole locality's name, slips allowed; none if they are not. */
export function localityAt(words: string[], at: number): number {
  const found = localities.find((name) => name.every((part, step) => isSameWord(words[at + step] ?? '', part)));
  return found?.length ?? 0;
}

// "Me saquen" is not Usaquén.
const verbs = wordSet('saquen');

function isSameWord(word: string, part: string): boolean {
  if (verbs.has(word)) return false;
  return word === part || (part.length > 3 && word.length > 3 && isNear(word, part) && !isTopic(word));
}

/** The words of the subject: those that commonly are one, else what stands right where a subject is named. */
function topicIn(words: string[], mayBePlace: boolean): string | undefined {
  const first = words.findIndex((word, at) => isTopic(word) && !(word === 'cuidado' && words[at - 1] === 'del'));
  if (first >= 0) return words[first];
  for (const [at, word] of words.entries()) {
    const next = words[at + 2] ?? '';
    const leads = subjectLeads.has(word) && words[at + 1] === 'de';
    if (leads && isContent(next)) return next;
    if (!mayBePlace && enrolLeads.has(word) && words[at + 1] === 'en' && isContent(next)) return next;
  }
  return undefined;
}

const subjectLeads = wordSet('clase clases curso cursos taller talleres cupo cupos horario horarios');
const enrolLeads = wordSet(
  'inscribirme inscribir inscribirse anotarme anotar apuntarme apuntar entrar matricularme inscribame anoteme apunteme',
);
const noSubjects = wordSet(
  'casa linea maquina grupo general virtual manana hoy ayer tarde tardes noche gratis aqui alla ustedes la el las los mi mis su sus este esta ese esa lo un una todo todos ' +
    'nuevo nueva siempre bogota cerca aca noviembre diciembre enero febrero marzo abril mayo junio julio agosto septiembre octubre',
);

function isContent(word: string): boolean {
  return word.length > 2 && word !== '|' && !noSubjects.has(word) && !small.has(word) && !/\d/.test(word);
}

// "Yoga en Manitas": what stands after "en" besides a known subject is a place.
function placeAfterTopic(words: string[], topic: string | undefined): string | undefined {
  if (topic === undefined) return undefined;
  const after = words.indexOf(topic) + 1;
  if (words[after] !== 'en' && words[after] !== 'in' && words[after] !== 'at') return undefined;
  const start = after + 1 + (words[after + 1] === 'el' || words[after + 1] === 'la' ? 1 : 0);
  if (!isContent(words[start] ?? '')) return undefined;
  return words.slice(start, start + nameLength(words, start)).join(' ') || undefined;
}
