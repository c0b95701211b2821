import { isFamilyName } from '../domain/familyNames';
import { isGivenName } from '../domain/givenNames';
import { isParticle } from '../domain/names';
import { folded, wordSet } from './text';

/**
 * Whether words that nothing tells to be a name look like one: a name we know is among them, where names stand, or all
 * of them are written with a capital. "Mala señal", "parque Galán" and "dolores de espalda" do not.
 */
export function isLikelyName(words: string[]): boolean {
  const all = words.map(bare);
  const [first = '', second = ''] = all;
  if (isParticle(first) || saints.has(first) || all.includes('y')) return false;
  const names = words.filter((word) => !isParticle(bare(word)));
  const known = all.filter(isKnownName);
  const isBegun =
    first.length < 3 ||
    isKnownName(first) ||
    !isGivenName(second) ||
    (known.length > 1 && isFamilyName(all.at(-1) ?? ''));
  if (isBegun && (known.length === names.length || known.some((word) => !everyday.has(word)))) return true;
  return names.length > 1 && names.every((word) => isCapitalised.test(word.normalize('NFC')));
}

/** Whether a folded word is a given or family name we know, or is made as many are: "yurleidy", "ordóñez", "lizeth"; "noora". */
export function isKnownName(word: string): boolean {
  const once = word.replace(/(\p{L})\1+/gu, '$1');
  if (once !== word && once.length > 3 && !/(.)\1\1/.test(word) && isGivenName(once)) return true;
  return isGivenName(word) || isFamilyName(word) || (isMadeLikeName.test(word) && !isMadeAlike.test(word));
}

const saints = wordSet('san santa santo');
// Names that are words of every day: what stands beside them tells which.
const everyday = wordSet(
  'dolores luz rosa flor mar sol paz esperanza soledad consuelo victoria gloria cruz flores mercedes milagros remedios aurora alba estrella perla luna clara blanca linda cielo piedad caridad pura franco leal delgado rubio moreno pardo blanco reyes rey bravo prieto',
);
const isCapitalised = /^[^\p{L}]*\p{Lu}(?:\p{Ll}|['’]\p{Lu})/u;
const isMadeLikeName =
  /^(?:y[aeiu]\p{L}{3,}|jh\p{L}{3,}|\p{L}{3,}(?:ez|[aei]th|leid[iy]|mary|lyn|el[iy]s|elvis|elbis|imar|nn?ys|eid[iy]s))$/u;
const isMadeAlike =
  /(?:id|lcan)ez$|^(?:vejez|ninez|ajedrez|sencillez|viudez|escasez|honradez|madurez|yerno|yegua|yendo|yeso|yuca|yucas|yerba|yema|yate|year|years|yellow|yesterday|with|both|month|health|teeth|death|north|south|width|breath|beneath|underneath)$/;

function bare(word: string): string {
  return folded(word).replace(/[^\p{L}\p{N}]/gu, '');
}
