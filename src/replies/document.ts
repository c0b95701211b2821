import { type DocumentGiven, type DocumentType, documentFault, normaliseDocument } from '../domain/document';
import { isNear } from './near';
import type { Read } from './reading';
import { longestText, phraseSet, wordsOf } from './text';

/** Why a text holds no document number. Odd lengths are read: whether to ask again is for `documentFault` to say. */
export type NumberFault = 'no_number' | 'several_numbers' | 'impossible';

/** The type of document a text names: "cédula", "mi ppt", "cédula venezolana", "está en trámite", "no tengo". */
export function documentType(text: string): DocumentType | undefined {
  const words = wordsOf(text);
  if (words.length > longestAnswer) return undefined;
  // "No tengo cédula, tengo PPT" is a PPT; "no tengo", "sin documento", "me robaron la cédula", "el PPT está en trámite" is none.
  const line = words.join(' ');
  const had = line.replace(lacking, ' ');
  if (gone.test(had)) return typeNamed((instead.exec(had)?.[1] ?? '').split(' ').filter(Boolean)) ?? 'OTRO';
  const type = typeNamed(had.split(' ').filter(Boolean));
  return had === line ? type : (type ?? 'OTRO');
}

/** Reads the number of a document of a known type, alone or in a sentence; for OTRO it may be missing. */
export function readDocument(text: string, type: DocumentType): Read<DocumentGiven, NumberFault> {
  const numbers = withoutAges(numbersIn(text, type));
  const [only] = numbers;
  // The number of the register of migrants is another one.
  if (only === undefined || (type === 'PPT' && wordsOf(text).includes('rumv'))) {
    const hasNone = type === 'OTRO' && documentType(text) === 'OTRO';
    return hasNone ? { ok: true, value: { type } } : { ok: false, why: 'no_number' };
  }
  if (numbers.length > 1) return { ok: false, why: 'several_numbers' };
  const number = normaliseDocument(only, type);
  if (documentFault(type, number) === 'impossible') return { ok: false, why: 'impossible' };
  return { ok: true, value: { type, number } };
}

const longestAnswer = 20;

const lacking =
  /\b(?:no (?:tengo|cuento con|poseo|manejo|have)|dont have|sin|without|no (?=papers|documents|document|id\b))\b(?: (?:la|el|mi|una|un|ni|ningun|ninguna|a|any|my)\b)*(?: \w+(?: de \w+)?)?/g;

// Lost, stolen, or not there yet; and what she has instead.
const gone =
  /\b(?:se me (?:perdi\w+|extravi\w+|quedo|quedaron)|me (?:la |las |los |lo )?(?:robaron|hurtaron|quitaron)|perdi|perdida|perdidos|perdidas|extravie|lost|stolen|en (?:tramite|proceso|espera)|in process|(?:being )?process(?:ed|ing)|pendiente|por (?:salir|llegar)|no (?:me )?(?:lo |la )?(?:ha |han )?(?:llegado|llega|llego|entregado|entregan|entregaron|dado|dan|dieron|salido|sale))\b/;
const instead = /\b(?:pero|but|solo|tengo el|tengo la) (.{1,60})$/;

// The more exact ones first: a "cédula de extranjería" is a "cédula" too.
const signs: [DocumentType, Set<string>][] = [
  [
    'OTRO',
    phraseSet(
      'cedula venezolana|cedula de venezuela|cedula de mi pais|cedula extranjera de mi pais|documento venezolano|documento de mi pais|dni|rumv|tramite|certificado|contrasena',
    ),
  ],
  [
    'CE',
    phraseSet(
      'ce|c e|extranjeria|cedula extranjera|cedula de extranjero|cedula de extranjera|foreigner id|foreign id|foreigners id',
    ),
  ],
  [
    'PPT',
    phraseSet(
      'ppt|p p t|temporary protection|proteccion temporal|permiso por proteccion|permiso de proteccion|permiso temporal|proteccion',
    ),
  ],
  ['PEP', phraseSet('pep|p e p|permiso especial')],
  ['TI', phraseSet('ti|t i|tarjeta de identidad|tarjeta')],
  ['PA', phraseSet('pasaporte|passport')],
  ['SC', phraseSet('salvoconducto|sc')],
  ['CC', phraseSet('cc|c c|cedula|ciudadania|cedula colombiana|national id|colombian id|identity card')],
];
const anyOther = phraseSet(
  'venezolana|venezolano|otro|otra|ninguno|ninguna|nada|indocumentada|indocumentado|other|none|nothing',
);

function typeNamed(words: string[]): DocumentType | undefined {
  const named = signs.filter(([, phrases]) => [...phrases].some((phrase) => holds(words, phrase.split(' '))));
  const [type] = named.map(([one]) => one);
  if (type === undefined) return words.some((word) => anyOther.has(word)) ? 'OTRO' : undefined;
  // A cédula, and of another country: not the Colombian one.
  if (type === 'CC' && words.some((word) => foreign.test(word))) return 'OTRO';
  const isBoth = words.some((word, at) => at > 0 && either.has(word) && at < words.length - 1);
  const rivals = named.filter(([one]) => one !== type && (one !== 'CC' || isBoth));
  return rivals.length > 0 && type !== 'OTRO' ? undefined : type;
}

const either = new Set(['o', 'u', 'y', 'or', 'and']);
const foreign = /^(?:venez|ecuatorian|peruan|argentin|chilen|brasil|cuban|boliv[ie]an|mexican|espanol|hait)/;

function holds(words: string[], phrase: string[]): boolean {
  return words.some((_, at) => phrase.every((part, step) => isSame(words[at + step] ?? '', part)));
}

function isSame(word: string, part: string): boolean {
  return (
    word === part ||
    (part.length > 5 && !word.startsWith('extranjer') && isNear(word, part)) ||
    (part === 'extranjeria' && /^e[xs]tran[jg]eri\w+$/.test(word))
  );
}

/** The numbers of a text, each with the separators people put inside: dots, spaces, hyphens, a thousands mark. */
function numbersIn(text: string, type: DocumentType): string[] {
  const plain = text.slice(0, longestText).normalize('NFKD').replace(/\p{M}/gu, '').slice(0, longestText);
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

/** One number, unless spaces part pieces that are each long enough to be one: a document and a phone. */
function numbersOfDigits(run: string): string[] {
  const groups = run.split(/ +/);
  const areAllLong = groups.length > 1 && groups.every((group) => group.replace(/\D/g, '').length > 5);
  return areAllLong ? groups : [run];
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
  'ES MI EL LA LO DE DEL NO NUM NRO N ID CC CE PPT PEP TI PA SC Y O A E EN CON POR SI OK SOY YO ME SU TU UN UNA MY IS THE IT AND'.split(
    ' ',
  ),
);
