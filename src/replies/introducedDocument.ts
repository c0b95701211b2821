import { type DocumentGiven, documentFault } from '../domain/document';
import { documentType } from './document';
import { readDocument } from './documentNumber';
import { phones, withoutTakenBack } from './otherNumbers';

/** What a message tells of a document, and the message without it ("|" where it stood). */
export function takeDocument(text: string): { document?: DocumentGiven; number?: string; besides: string } {
  const plain = withoutTakenBack(text).replace(phones, ' | ');
  const typed = typedNumber.exec(plain);
  if (typed?.groups) {
    const { kind = '', number = '' } = typed.groups;
    const type = documentType(kind);
    const read = type && readDocument(number, type);
    const besides = plain.replace(typed[0], ' | ');
    return read?.ok ? { document: read.value, besides } : { besides };
  }
  const bare = [...plain.matchAll(bareNumber)].map(([number]) => number);
  if (bare.length > 0) return { ...onlyNumber(bare), besides: plain.replace(bareNumber, ' | ') };
  const none = underWay.exec(plain);
  return none ? { document: { type: 'OTRO' }, besides: plain.replace(none[0], ' | ') } : { besides: plain };
}

const kinds =
  'c[eé]dula|sedula|documento|pasaporte|passport|salvoconducto|tarjeta|permiso|c\\.? ?c\\.?|c\\.? ?e\\.?|p\\.?p\\.?t\\.?|p\\.?e\\.?p\\.?|t\\.? ?i\\.?|id';
const ofKind =
  'de|la|por|ciudadan[ií]a|extranjer[ií]a|identidad|protecci[oó]n|temporal|colombiana|venezolana|especial|permanencia|ppt|pep|cc|ce|c\\.c\\.?';
const between = 'es|son|la|el|is|n[uú]mero|num|nro|no|n°|nº';
const typedNumber = new RegExp(
  `(?<![\\p{L}\\d])(?:(?:y|con|tengo|mi|el|la|n[uú]mero de) )*(?<kind>(?:${kinds})(?:[\\s:]+(?:${ofKind}))*)[\\s:#.°-]*(?:(?:${between})[\\s:#.°-]*){0,3}(?<number>(?:[a-z]{1,3}[ -]?)?\\d[\\d.,' -]{2,18}\\d)(?![\\p{L}\\d])`,
  'iu',
);
const bareNumber = /(?<![\p{L}\d])\d[\d.,' -]{4,14}\d(?![\p{L}\d])/gu;
const underWay =
  /(?<!\p{L})(?:(?:tengo |mi |el |la )*(?:c[eé]dula|documento|ppt|pep|permiso|pasaporte)? ?(?:est[aá] )?en tr[aá]mite|(?:no tengo|sin) (?:ning[uú]n )?(?:documentos?|c[eé]dula|papel|papeles|ppt)|(?:i )?(?:have no|dont have|don't have|without) (?:papers|documents|an? id|id))(?!\p{L})/iu;

function onlyNumber(numbers: string[]): { number?: string } {
  const [number, another] = numbers.map((one) => one.replace(/\D/g, ''));
  return number && !another && documentFault('CC', number) === undefined && number.length > 5 ? { number } : {};
}
