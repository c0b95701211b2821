import { localityAt } from './sought';
import { folded, wordSet } from './text';

/** Where a message says its writer lives or goes, and the message without it ("|" where it stood). */
export function takePlace(text: string): { place?: string; besides: string } {
  const tokens = [...text.matchAll(/[\p{L}\p{M}\p{N}'’]+|[^\s\p{L}\p{M}\p{N}]/gu)];
  const words = tokens.map(([token]) => folded(token));
  for (let at = 0; at < words.length; at++) {
    const length = lengthOfPlace(words, at);
    if (length === 0 || !isLed(words, at)) continue;
    const [start, end] = [startOf(words, at), at + length - 1];
    const [from, to] = [tokens[start]?.index ?? 0, (tokens[end]?.index ?? 0) + (tokens[end]?.[0].length ?? 0)];
    const named = words[at - 1] === 'los' ? at - 1 : at;
    return { place: words.slice(named, at + length).join(' '), besides: `${text.slice(0, from)} | ${text.slice(to)}` };
  }
  return { besides: text };
}

/** How many words here are a place: a locality, with the one word that may say which part of it; or what is called one. */
function lengthOfPlace(words: string[], at: number): number {
  const length = localityAt(words, at);
  if (length > 0) return isName(words[at + length]) ? length + 1 : length;
  const isMarked = marks.has(words[at - 1] ?? '') || (of.has(words[at - 1] ?? '') && marks.has(words[at - 2] ?? ''));
  return isMarked && isName(words[at]) ? 1 : 0;
}

function isName(word: string | undefined): boolean {
  return word !== undefined && /^\p{L}{4,}$/u.test(word) && !others.has(word);
}

// "Kennedy Rojas" and "Rafael Uribe" are people, too: a place is led by a word for it, or stands by itself.
function isLed(words: string[], at: number): boolean {
  const [before = ';', first = ''] = [words[at - 1], words[at]];
  if (before === 'la' || before === 'el' || before === 'los')
    return saints.has(first)
      ? marks.has(words[at - 2] ?? '') || words[at - 2] === 'en'
      : leads.has(words[at - 2] ?? '');
  if (leads.has(before) || marks.has(before)) return true;
  return at > 0 && (/^[^\p{L}\p{N}]/u.test(before) || isLast(words, at));
}

// "Flor Díaz cc 41333444 bosa": at the very end it is no surname, if nobody is called so.
function isLast(words: string[], at: number): boolean {
  return at + localityAt(words, at) === words.length && !people.has(words[at] ?? '');
}

function startOf(words: string[], at: number): number {
  let start = at;
  while (
    start > 0 &&
    (leads.has(words[start - 1] ?? '') || marks.has(words[start - 1] ?? '') || around.has(words[start - 1] ?? ''))
  )
    start--;
  return start;
}

const marks = wordSet('localidad barrio manzana sede locality block');
const leads = wordSet('de del en from in near at');
const of = wordSet('de del la el : the');
const around = wordSet('vivo bivo vibo bibo vivimos resido y queda cerca la el : live and i barrio soy am');
const people = wordSet('kennedy kenedy rafael antonio candelaria santa martires narino');
const saints = wordSet('candelaria');
const others = wordSet(
  'quiero quisiera gracias favor tengo cedula documento para porque pero desde hace cuidadora buenas buenos hola senorita celular telefono nombre llamo ' +
    'ppt pasaporte necesito deseo como cuido mama venezolana colombiana please thanks cuidado pues vale bogota aqui bendiciones senora doctora mija reina amor donde cuando ahora hace aprender yoga residente mucho gusto muchas feliz todavia tambien also here madam',
);
