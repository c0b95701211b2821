import { isParticle, type Names, properCase, splitName } from '../domain/names';
import { isNoName, mayBeSurname } from './notNames';
import type { Read } from './reading';
import { folded, longestText, wordSet } from './text';

/** Why a text is no name. `not_a_name`: a sentence, an answer to something else, an insult. */
export type NameFault = 'empty' | 'digits' | 'too_short' | 'too_long' | 'not_a_name';

/**
 * Reads a person's name, with or without "soy …", "me llamo …", a greeting, emoji. After such a lead the name ends where
 * other words begin ("Soy María Pérez CC 52.123.456 de Bosa"); without one, any other word means it is no name.
 */
export function readName(text: string): Read<Names, NameFault> {
  const typed = text.slice(0, longestText).normalize('NFC').replace(pictures, ' ').replace(/\s+/gu, ' ').trim();
  const parts = namesInParts(typed);
  if (parts) return { ok: true, value: parts };
  const { led, rest } = afterLead(typed.slice(0, longestRead));
  const words = rest.split(' ').filter(Boolean);
  const name = led ? beforeOtherWords(words) : words;
  const fault = faultOf(name, led);
  return fault ? { ok: false, why: fault } : { ok: true, value: splitName(inOrder(name)) };
}

const longestRead = 300;
const mostWords = 8;
const longestName = 80;

const pictures = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u{FE0F}|\u{200D})+/gu;

const greeting =
  /^[\s¡!.,:]*(?:(?:hola|buen[oa]?s? ?(?:d[ií]as?|tardes?|noches?)?|hello|hi|good (?:morning|afternoon|evening)|mucho gusto|con (?:mucho )?gusto|s[ií]|claro(?: que s[ií])?|listo|bueno|ok|vale|por supuesto|se[ñn]orita)(?![\p{L}])[\s¡!.,:]*){0,4}/iu;
const title = /^(?:(?:la |el )?se[ñn]ora?|do[ñn]a|don|sra|srta|sr)(?![\p{L}])[\s.]+(?=\p{L})/iu;
const lead =
  /^(?:(?:yo )?(?:me llamo|me yamo|me llaman|soy)|mi nombre(?: completo)? es|mi nombre|nombres?(?: completos?)?(?: es)?|(?:my )?(?:full )?name(?: is|'s|’s)?|i am|i['’]m|im|this is)(?![\p{L}])[\s:,.-]*/iu;
const laterLead = /(?<![\p{L}])(?:me llamo|me yamo|mi nombre(?: completo)? es|my name is)(?![\p{L}])[\s:,]+/giu;
const farewell =
  /[\s,.!]+(?:mucho gusto|para servirles?(?: a usted(?:es)?)?|a sus [oó]rdenes|(?:muchas )?gracias|se[ñn]orita|c\.?c\.?|c[eé]dula|ppt|y mis? .{1,60})[\s.!]*$/iu;

function afterLead(typed: string): { led: boolean; rest: string } {
  const greeted = typed.replace(greeting, '').replace(farewell, '');
  const later = [...greeted.matchAll(laterLead)].at(-1);
  const rest = later ? greeted.slice(later.index + later[0].length) : greeted.replace(lead, '');
  return { led: rest !== greeted, rest: rest.replace(title, '') };
}

function beforeOtherWords(words: string[]): string[] {
  const end = words.findIndex((word, at) => /\d/.test(word) || isOther(word, at) || (at > 0 && endsName(words, at)));
  const name = end < 0 ? words : words.slice(0, end);
  while (name.length > 0 && isParticle(bare(name.at(-1) ?? ''))) name.pop();
  return name;
}

// After a name, "Bueno" is one.
function isOther(word: string, at: number): boolean {
  return isNoName(bare(word)) && !(at > 0 && mayBeSurname(bare(word)));
}

// A comma or a full stop after two words or more: what follows is said besides. "María P. Gómez" goes on.
function endsName(words: string[], at: number): boolean {
  const before = words[at - 1] ?? '';
  return at > 1 && (/[,;:]$/.test(before) || /\p{L}{4,}\.$/u.test(before)) && at !== surnamesEnd(words);
}

function faultOf(words: string[], led: boolean): NameFault | undefined {
  const name = words.join(' ');
  if (/\d/.test(name)) return 'digits';
  if (!/[\p{L}\d]/u.test(name)) return led ? 'not_a_name' : 'empty';
  if (words.some(isOther) || /[^\p{L}\p{M}\s.,'’´`-]/u.test(name)) return 'not_a_name';
  if (led && isParticle(bare(words[0] ?? ''))) return 'not_a_name';
  if (words.some((word, at) => articles.has(bare(word)) && bare(words[at - 1] ?? '') !== 'de')) return 'not_a_name';
  if (words.length > mostWords || name.length > longestName) return 'too_long';
  return name.replace(/[^\p{L}]/gu, '').length < 2 ? 'too_short' : undefined;
}

const longestPart = '[^:;,|\\d]{2,40}';
const [firstPart, lastPart] = [`(?<first>${longestPart}?)`, `(?<last>${longestPart})`];
const inParts = [
  `nombres?[\\s:]+(?:es |son )?${firstPart}[\\s,;]+(?:y )?(?:mis? )?apellidos?[\\s:]+(?:es |son )?${lastPart}`,
  `apellidos?[\\s:]+${lastPart.replace('}', '}?')}[\\s,;]+(?:y )?(?:mis? )?nombres?[\\s:]+(?:es |son )?${firstPart.replace('}?', '}')}`,
  `(?:soy|me llamo|me yamo|mi nombre es)[\\s:]+${firstPart}[\\s,;]+(?:y )?(?:mis? )?apellidos?[\\s:]+(?:es |son )?${lastPart}`,
].map((form) => new RegExp(form, 'iu'));

/** First and last names told apart: "nombres: Ana Lucía apellidos: Díaz Mora", "me llamo Ana y mi apellido es Díaz". */
export function namesInParts(typed: string): Names | undefined {
  for (const form of inParts) {
    const parts = form.exec(typed.slice(0, longestRead))?.groups;
    const [first, last] = [partOf(parts?.first), partOf(parts?.last)];
    if (first && last) return { first, last };
  }
  return undefined;
}

function partOf(text: string | undefined): string | undefined {
  const name = beforeOtherWords((text ?? '').split(' ').filter(Boolean));
  return faultOf(name, true) ? undefined : properCase(name.join(' ').replace(/[.,;:]+$/, ''));
}

// In a name they follow "de": "de la Cruz", "de los Ángeles".
const articles = wordSet('el la las lo los');

/** "Pérez Gómez, María" as people write it on lists, with the given name first; the rest without commas and full stops. */
function inOrder(words: string[]): string {
  const cut = surnamesEnd(words);
  const ordered = cut === undefined ? words : [...words.slice(cut), ...words.slice(0, cut)];
  return ordered
    .map((word) => word.replace(/[,;:]+$/, '').replace(/(\p{L}{4,})\.+$/u, '$1'))
    .filter((word) => /\p{L}/u.test(word))
    .join(' ');
}

function surnamesEnd(words: string[]): number | undefined {
  const commas = words.filter((word) => word.includes(','));
  const cut = words.findIndex((word) => word.endsWith(',')) + 1;
  const after = words.slice(cut);
  const isName = after.length > 0 && after.length < 3 && !isParticle(bare(after[0] ?? ''));
  return commas.length === 1 && cut === 2 && isName ? cut : undefined;
}

function bare(word: string): string {
  return folded(word).replace(/[^\p{L}\p{N}]/gu, '');
}
