import { isFamilyName } from '../domain/familyNames';
import { isGivenName } from '../domain/givenNames';
import { isParticle, type Names, properCase, splitName } from '../domain/names';
import { isLikelyName } from './likelyName';
import { afterLead, ungluedLead } from './nameLeads';
import { begunAnew, mendedName } from './nameMended';
import { nameOnCard } from './nameOnCard';
import { beforeTail, endsInDoubt, tailAt } from './nameTails';
import { isAttribute, isEndearment, isNoName, mayBeSurname } from './notNames';
import { namesAnother, relatives } from './others';
import type { Read } from './reading';
import { folded, longestText, wordSet } from './text';

/**
 * Why a text is no name. `not_a_name`: a sentence, an answer to something else, an insult. `unsure`: words we do not know,
 * which nothing tells to be a name: "estrato uno", or a rare one.
 */
export type NameFault = 'empty' | 'digits' | 'too_short' | 'too_long' | 'not_a_name' | 'unsure';

/**
 * Reads a person's name, with or without "soy …", "me llamo …", a greeting, emoji. After such a lead the name ends where
 * other words begin ("Soy María Pérez CC 52.123.456 de Bosa"); without one, a word that is no courtesy means it is no name.
 * `isTold`: that it is a name is known from what stands around it.
 */
export function readName(text: string, { isTold = false } = {}): Read<Names, NameFault> {
  const raw = text.slice(0, longestText).normalize('NFC');
  const typed = plainName(raw);
  const parts = namesInParts(typed);
  if (parts) return { ok: true, value: parts };
  if (ofTwo.test(raw)) return { ok: false, why: 'unsure' };
  if (isTold) return readPiece(typed, true);
  // Where she began a new line, she may have paused.
  const paused = plainName(raw.trim().replace(/[.,;:!]*\s*\n+/g, '. ')).slice(0, longestRead);
  const read = (piece: string) => readPiece(piece, false);
  const onCard = nameOnCard(paused, read);
  if (onCard === 'unsure') return { ok: false, why: 'not_a_name' };
  const better = onCard ?? mendedName(paused, read) ?? begunAnew(paused, read);
  if (better) return better === 'unsure' ? { ok: false, why: 'unsure' } : { ok: true, value: better };
  const whole = readPiece(typed, false);
  return whole.ok ? whole : (afterOtherTalk(paused) ?? whole);
}

function plainName(text: string): string {
  const told = inTurn.every((part) => part.test(text)) ? text.replace(next, ' ').replace(bothLast, '$1 ') : text;
  return ungluedLead(told)
    .replace(pictures, ' ')
    .replace(noSecond, ' ')
    .replace(/,(?=\p{L})/gu, ', ')
    .replace(nickname, '$1 ')
    .replace(joints, '$1 ')
    .replace(ordinals, '$1 ')
    .replace(shortOf, 'de')

    .replace(dictated, ',')
    .replace(/\s+/gu, ' ')
    .trim();
}

function readPiece(typed: string, isTold: boolean): Read<Names, NameFault> {
  const { led, rest, isNamed } = afterLead(typed.slice(0, longestRead));
  const words = withoutEcho(rest.split(' ').filter(Boolean));
  const name = led ? beforeOtherWords(words) : beforeTail(words);
  const fault = tellsWhat(name, led, typed) ? 'not_a_name' : faultOf(name, led);
  if (fault) return { ok: false, why: fault };
  if (!isTold && ((!isNamed && !isLikelyName(name)) || endsInDoubt(name))) return { ok: false, why: 'unsure' };
  const names = splitName(inOrder(name));
  // "Ingrid P." keeps her last name back.
  return { ok: true, value: !isTold && /^\p{L}\.$/u.test(names.last) ? { ...names, last: '' } : names };
}

/** A whole name after sentences that are about something else: "¿Como en la cédula? Nohora Avendaño". */
function afterOtherTalk(typed: string): Read<Names, NameFault> | undefined {
  const pieces = typed.slice(0, longestRead).split(/(?<=[?!.;:,])\s+/);
  for (let at = 1; at < Math.min(pieces.length, mostPieces); at++) {
    const read = readPiece(pieces.slice(at).join(' '), false);
    if (read.ok && read.value.last !== '') return namesAnother(pieces.slice(0, at).join(' ')) ? undefined : read;
  }
  return undefined;
}
const mostPieces = 6;
/** "Soy enfermera", "soy testigo de Jehová", "I am Laura's mother", "Rosa y Ana", "reina": what somebody is or is called; or two people. */
function tellsWhat(name: string[], led: boolean, typed: string): boolean {
  const [first = ''] = name.map(bare);
  if ((isAttribute(first) && isSoy.test(typed)) || isOtherwise.test(typed)) return true;
  if (name.some((word, at) => /['’]s$/.test(word) || (bare(word) === 'y' && isGivenName(bare(name[at + 1] ?? '')))))
    return true;
  // "Luz Mila y mi hermana": who has not said whose family name she bears may speak for both.
  if (isWithAnother.test(typed) && name.every((word) => isGivenName(bare(word)))) return true;
  return name.length === 1 && isEndearment(first) && !(led && isGivenName(first));
}

// "Me llamo Ana, pero la cédula dice Anaís": which of them counts she has to say.
const isOtherwise =
  /(?<![\p{L}])no me llamo(?![\p{L}])|(?<![\p{L}])(?:pero|but|aunque)(?![\p{L}]).{0,40}(?:c[eé]dula|documento|document|(?<!me )dice|says|aparezco|aparece|figur[ao])(?![\p{L}])/iu;
const ofTwo =
  /^[\s¡!]*(?:(?:hola|buen[oa]s?|d[ií]as|tardes|noches|pues|ni[ñn]a|se[ñn]orita|nosotras|hello|hi)[\s,.!]+){0,4}(?:somos|venimos|vamos|we are|we['’]re)(?: las)? (?:dos|tres|cuatro|two|three)(?!\p{L})/iu;
const isWithAnother = new RegExp(`(?<!\\p{L})y mis? (?:${relatives})(?!\\p{L})`, 'iu');
const isSoy = /(?<![\p{L}])(?:soy|i am|i['’]?m)(?![\p{L}])/iu;

const longestRead = 300;
const mostWords = 8;
const longestName = 80;

// "Ana.Ruiz", "*Ana Ruiz*".
const joints = /(\p{L}{2})\.(?=\p{L}{2})|[*_"“”«»()~]|^\s*[-–•]\s/gu;
// "Isabel Cruz (Chavita)".
const nickname = /(\p{L}{2}[\s,]*)\([^()]{1,40}\)/gu;
// "Betty Lozano, no tengo segundo apellido".
const noSecond =
  /[\s.,;]{0,6}(?<!\p{L})(?:pero )?(?:no (?:tengo|uso|llevo)|sin) (?:el )?(?:segundo|otro|m[aá]s) apellidos?(?!\p{L})/giu;
// "El nombre es Leidy y después Johanna y el apellido es Bustos y el otro Sanabria".
const inTurn = [/nombre/i, /apellido/i];
const bothLast = /(apellidos[\s:]+(?:son[\s:]+)?\p{L}+) y (?=\p{L}{3})/iu;
const next = /(?<!\p{L})y (?:despu[eé]s|luego|el otro|el segundo)(?: (?:es|nombre|apellido))*(?!\p{L})/giu;
// "Elvia Rozo d Bosa"; "Teresa punto apellido Camargo".
const shortOf = /(?<=\p{L} )d(?= \p{L}{3})/gu;
const dictated = /(?<=\p{L}{2}) (?:coma|punto(?: y coma| seguido| y seguido| aparte| final)?)(?= \p{L}{2}|$)/giu;
const pictures = /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u{FE0F}|\u{200D})+/gu;

/** "Ana, Ana Ruiz"; "Ana Guasca, Guasca como el pueblo" is spelt out after the comma. */
function withoutEcho(words: string[]): string[] {
  const [one = '', other = ''] = words;
  if (one.endsWith(',') && bare(one) === bare(other)) return words.slice(1);
  const again = words.findIndex((word, at) => at > 0 && word.endsWith(',') && bare(word) === bare(words[at + 1] ?? ''));
  return again > 0 ? words.slice(0, again + 1) : words;
}

function beforeOtherWords(words: string[]): string[] {
  const tail = tailAt(words, true);
  const end = words.findIndex(
    (word, at) => at === tail || /\d/.test(word) || isOther(word, at) || (at > 0 && endsName(words, at)),
  );
  const name = end < 0 ? words : words.slice(0, end);
  while (name.length > 0 && isParticle(bare(name.at(-1) ?? ''))) name.pop();
  return name;
}

// After a name, "Bueno" is one.
function isOther(word: string, at: number): boolean {
  return isNoName(word) && !(at > 0 && mayBeSurname(bare(word)));
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
const its = '(?:y |pero |de )?(?:mis? |el |los |de )?';
const inParts = [
  `nombres?(?: completos?| m[ií]o| de pila)?[\\s:]+(?:es |son )?${firstPart}[\\s,;]+${its}apellidos?[\\s:]+(?:es |son )?${lastPart}`,
  `(?:apellidos?|last name|surname)[\\s:]+(?:es |son |is )?${lastPart.replace('}', '}?')}[\\s,;]+(?:and )?${its}(?:nombres?|(?:first )?name)[\\s:]+(?:es |son )?${firstPart.replace('}?', '}')}`,
  `(?:soy|me llamo|me yamo|mi nombre es|me pusieron|me bautizaron)[\\s:]+${firstPart}[\\s,;]+${its}apellidos?[\\s:]+(?:es |son )?${lastPart}`,
  `(?:i am|i['’]?m|my name is|first name(?: is)?)[\\s:]+${firstPart}[\\s,;]+(?:and )?(?:my )?(?:last name|surname)[\\s:]+(?:is )?${lastPart}`,
  `^${firstPart}[\\s,;]+es (?:el |mi )?nombres?[\\s,;]+(?:y )?${lastPart.replace('}', '}?')}[\\s,;]+(?:es )?(?:el |mi )?apellido$`,
  `^${firstPart}[\\s,;]+de nombres?[\\s,;]+(?:y )?${lastPart.replace('}', '}?')}[\\s,;]+de apellidos?$`,
  `^${firstPart}[\\s,;]+${its}(?:apellidos?|last name|surname)[\\s:]+(?:es |son |is )?${lastPart}`,
].map((form) => new RegExp(form, 'iu'));

/** First and last names told apart: "nombres: Ana Lucía apellidos: Díaz Mora", "me llamo Ana y mi apellido es Díaz". */
export function namesInParts(typed: string): Names | undefined {
  for (const form of inParts) {
    const parts = form.exec(typed.slice(0, longestRead))?.groups;
    const [first, last] = [partOf(parts?.first), partOf(parts?.last)];
    const isWhole = first?.split(' ').length === parts?.first?.trim().split(' ').length;
    const isTold = !form.source.startsWith('^') || (isWhole && isGivenName(bare(first?.split(' ')[0] ?? '')));
    if (first && last && isTold) return { first, last };
  }
  return undefined;
}

// "Primer apellido Gómez segundo apellido Ruiz".
const ordinals =
  /(?<!\p{L})(?:(?:y )?(?:mi )?(?:segundo|2do|second) (?:nombre|apellido|name)(?: es| is)?|(?:primer|1er|first) (nombre|apellido))(?!\p{L})[\s:]*/giu;

function partOf(text: string | undefined): string | undefined {
  const name = beforeOtherWords((text ?? '').split(' ').filter(Boolean));
  return faultOf(name, true) ? undefined : properCase(name.join(' ').replace(/[.,;:]+$/, ''));
}

// In a name they follow "de": "de la Cruz", "de los Ángeles".
const articles = wordSet('el la las lo los');

/** "Pérez Gómez, María" as people write it on lists, with the given name first; the rest without commas and full stops. */
function inOrder(words: string[]): string {
  const cut = surnamesEnd(words) ?? surnamesFirst(words);
  const ordered = cut === undefined ? words : [...words.slice(cut), ...words.slice(0, cut)];
  return ordered
    .map((word) => word.replace(/[,;:]+$/, '').replace(/(\p{L}{4,})\.+$/u, '$1'))
    .filter((word) => /\p{L}/u.test(word))
    .join(' ')
    .replace(/(?<=\p{L}{2})\.+$/u, '');
}

function surnamesEnd(words: string[]): number | undefined {
  const commas = words.filter((word) => word.includes(','));
  const cut = words.findIndex((word) => word.endsWith(',')) + 1;
  const after = words.slice(cut);
  // "Rosa Gómez, atentamente".
  const isAfter = isGivenName(bare(words[0] ?? '')) && !isGivenName(bare(after[0] ?? ''));
  const isName = !isAfter && after.length > 0 && after.length < 3 && !isParticle(bare(after[0] ?? ''));
  const isOne = cut === 1 && isTurnedPair(words);
  // "Ruiz, Gil, Ana".
  if (commas.length === 2 && words.length === 3 && isTurnedPair([words[0] ?? '', words[2] ?? ''])) return 2;
  return commas.length === 1 && ((cut === 2 && isName) || isOne) ? cut : undefined;
}

/** "Pérez Gómez María Fernanda", as official lists have it: two names that are plainly given come last. */
function surnamesFirst(words: string[]): number | undefined {
  const areGiven = words.map((word) => isGivenName(bare(word)));
  const cut = words.length - 2;
  const isTurned =
    (cut === 1 || cut === 2) && areGiven.slice(cut).every(Boolean) && !areGiven.slice(0, cut).some(Boolean);
  if (isTurned && !words.some((word) => isParticle(bare(word)))) return cut;
  return isTurnedPair(words) ? 1 : undefined;
}

/** "Gómez Rosa". */
function isTurnedPair([one = '', other = '', ...more]: string[]): boolean {
  const [first, second] = [bare(one), bare(other)];
  return (
    more.length === 0 && isFamilyName(first) && !isGivenName(first) && isGivenName(second) && !isFamilyName(second)
  );
}

function bare(word: string): string {
  return folded(word).replace(/[^\p{L}\p{N}]/gu, '');
}
