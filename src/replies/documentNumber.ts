import { type DocumentGiven, type DocumentType, documentFault, normaliseDocument } from '../domain/document';
import { documentType } from './document';
import { doubtOf, withoutOtherNumbers, withoutTakenBack } from './otherNumbers';
import type { Read } from './reading';
import { withSpokenNumbers } from './spokenNumber';
import { longestText, wordsOf } from './text';

/**
 * Why a text holds no document number. `phone`, `unsure`: a number that may well be of something else, and is not called
 * a document's. Odd lengths are read: whether to ask again is for `documentFault` to say.
 */
export type NumberFault = 'no_number' | 'several_numbers' | 'impossible' | 'phone' | 'unsure';

/** Reads the number of a document of a known type, alone or in a sentence; for OTRO it may be missing. */
export function readDocument(typed: string, type: DocumentType): Read<DocumentGiven, NumberFault> {
  const text = withoutTakenBack(withoutPhone(withSpokenNumbers(typed)));
  const numbers = withoutAges(numbersIn(withoutOtherNumbers(text), type));
  const [only] = numbers;
  // The number of the register of migrants is another one.
  if (only === undefined || (type !== 'OTRO' && wordsOf(text).includes('rumv'))) {
    const hasNone = type === 'OTRO' && documentType(text) === 'OTRO';
    return hasNone ? { ok: true, value: { type } } : { ok: false, why: /\d/.test(text) ? 'unsure' : 'no_number' };
  }
  if (numbers.length > 1) return { ok: false, why: 'several_numbers' };
  const number = normaliseDocument(only, type);
  if (documentFault(type, number) === 'impossible') return { ok: false, why: 'impossible' };
  const doubt = isOfAnotherKind(text, type) ? 'unsure' : doubtOf(number, text);
  if (doubt) return { ok: false, why: doubt };
  return { ok: true, value: { type, number } };
}

/** Without the telephone she tells along: "20345617 y el celular 3105550147". */
function withoutPhone(text: string): string {
  const rest = text.replace(calledPhone, ' ');
  return /\d{4}|\d[ .]\d{3}/.test(rest) ? rest : text;
}

const calledPhone =
  /(?<!\p{L})(?:(?:y|and|mi|my|el|n[uú]mero de) ){0,3}(?:cel(?:ular|u)?|tel(?:[eé]fono)?|whatsapp|wasap|m[oó]vil|phone|mobile)(?!\p{L})(?: (?:de mi \p{L}+|es|is|el|n[uú]mero))*[\s:.#]*\+?(?:57 ?)?3\d{2}[ .-]?\d{3}[ .-]?\d{2}[ .-]?\d{2}(?!\d)(?: (?:y|and)(?= ))?/giu;

/** Whether a text calls its number that of another document: "mi PPT es 5123456", or a cédula of Venezuela's. */
function isOfAnotherKind(text: string, type: DocumentType): boolean {
  if (type === 'OTRO') return false;
  const told = documentType(text);
  if (told === undefined || told === type) return venezuelan.test(text);
  return told === 'OTRO' ? /venez|pa[ií]s/i.test(text) : told !== 'CC';
}

const venezuelan = /(?<![a-z\d])V[ .-]?\d{1,2}[.,]?\d{3}/i;

/** The numbers of a text, each with the separators people put inside: dots, spaces, hyphens, a thousands mark. */
function numbersIn(text: string, type: DocumentType): string[] {
  const plain = text
    .slice(0, longestText)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/(?<=[a-z])['’´`]s\b/gi, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, longestText);
  const hasLetters = type === 'PA' || type === 'SC' || type === 'OTRO';
  const numbers = hasLetters
    ? (plain.match(withLetters) ?? []).flatMap(numbersWithLetters)
    : (plain.match(withDigits) ?? []).flatMap(numbersOfDigits);
  return [...new Set(numbers)];
}

/** Of several numbers the one that is long enough, if the others are too short to be of any document: an age, a count. */
function withoutAges(numbers: string[]): string[] {
  const long = numbers.filter((number) => number.replace(/\D/g, '').length > 5);
  const short = numbers.filter((number) => number.length < 3);
  return long.length === 1 && long.length + short.length === numbers.length ? long : numbers;
}

const separators = "[ .,\\-_'’´`/]{1,3}";
const withDigits = new RegExp(`(?<![A-Za-z0-9])[A-Za-z]*\\d[A-Za-z0-9]*(?:${separators}\\d[A-Za-z0-9]*)*`, 'g');
const withLetters = new RegExp(`[A-Za-z0-9]+(?:${separators}[A-Za-z0-9]+)*`, 'g');

/**
 * One number, unless spaces part pieces that are each long enough to be one: a document and a phone. A piece that is
 * whole by itself and something short beside it ("52123456 2") may be one number or two.
 */
function numbersOfDigits(run: string): string[] {
  const groups = run.split(/ +/);
  const lengths = groups.map((group) => group.replace(/\D/g, '').length);
  if (groups.length > 1 && lengths.every((length) => length > 5)) return groups;
  return groups.length > 1 && lengths.some((length) => length > 7) ? [run, ...groups] : [run];
}

/** The pieces with digits, each with the few letters before it: "es AB 123456 gracias" gives "AB123456". */
function numbersWithLetters(run: string): string[] {
  const numbers: string[] = [];
  let open = '';
  for (const piece of run.split(/[^A-Za-z0-9]+/)) {
    const hasBegun = /\d/.test(open);
    const joins = /\d/.test(piece) || mayBelong(piece, hasBegun);
    if (!joins && hasBegun) numbers.push(open);
    open = joins ? open + piece : '';
  }
  return /\d/.test(open) ? [...numbers, open] : numbers;
}

/** Letters of a number: at most three, no word; after the digits only capitals ("123456 AB", not "123456 ok"). */
function mayBelong(letters: string, isAfter: boolean): boolean {
  if (letters.length > 3 || smallWords.has(letters.toUpperCase())) return false;
  return !isAfter || letters === letters.toUpperCase();
}

const smallWords = new Set(
  'ES MI EL LA LO AL DE DEL NO NUM NRO N ID CC CE PPT PEP TI PA SC Y O A E EN CON POR SI OK SOY YO ME SU TU UN UNA MY IS THE IT ITS AND ESE ESA ASI SON VEA OYE ERA MIO MIA'.split(
    ' ',
  ),
);
