import { isParticle, type Names, splitName } from '../domain/names';
import { isNoName } from './notNames';
import type { Read } from './reading';
import { folded, longestText } from './text';

/** Why a text is no name. `not_a_name`: a sentence, an answer to something else, an insult. */
export type NameFault = 'empty' | 'digits' | 'too_short' | 'too_long' | 'not_a_name';

/**
 * Reads a person's name, with or without "soy …", "me llamo …", a greeting, emoji. After such a lead the name ends where
 * other words begin ("Soy María Pérez CC 52.123.456 de Bosa"); without one, any other word means it is no name.
 */
export function readName(text: string): Read<Names, NameFault> {
  const typed = text.slice(0, longestText).normalize('NFC').replace(pictures, ' ').replace(/\s+/gu, ' ').trim();
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
  /^[\s¡!.,:]*(?:(?:hola|buen[oa]?s? ?(?:d[ií]as?|tardes?|noches?)?|hello|hi|good (?:morning|afternoon|evening))(?![\p{L}])[\s¡!.,:]*){0,4}/iu;
const lead =
  /^(?:(?:yo )?(?:me llamo|soy)|mi nombre(?: completo)? es|mi nombre|nombre(?: completo)?(?: es)?|(?:my )?(?:full )?name(?: is|'s|’s)?|i am|i['’]m|im|this is)(?![\p{L}])[\s:,.-]*(?:la se[ñn]ora |do[ñn]a |el se[ñn]or |don )?/iu;

function afterLead(typed: string): { led: boolean; rest: string } {
  const greeted = typed.replace(greeting, '');
  const rest = greeted.replace(lead, '');
  return { led: rest !== greeted, rest };
}

function beforeOtherWords(words: string[]): string[] {
  const end = words.findIndex((word, at) => /\d/.test(word) || isNoName(bare(word)) || (at > 0 && endsName(words, at)));
  const name = end < 0 ? words : words.slice(0, end);
  while (name.length > 0 && isParticle(bare(name.at(-1) ?? ''))) name.pop();
  return name;
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
  if (words.some((word) => isNoName(bare(word))) || /[^\p{L}\p{M}\s.,'’´`-]/u.test(name)) return 'not_a_name';
  if (led && isParticle(bare(words[0] ?? ''))) return 'not_a_name';
  if (words.length > mostWords || name.length > longestName) return 'too_long';
  return name.replace(/[^\p{L}]/gu, '').length < 2 ? 'too_short' : undefined;
}

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
  return commas.length === 1 && cut === 2 && words.length - cut > 0 && words.length - cut < 3 ? cut : undefined;
}

function bare(word: string): string {
  return folded(word).replace(/[^\p{L}\p{N}]/gu, '');
}
