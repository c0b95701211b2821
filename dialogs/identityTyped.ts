import { type DocumentGiven, type DocumentType, normaliseDocument } from '../src/domain/document';
import { fullName, type Names, properCase } from '../src/domain/names';
import { documentType, keepsDocument } from '../src/replies/document';
import { type NumberFault, readDocument } from '../src/replies/documentNumber';
import { type Introduction, introduction } from '../src/replies/introduction';
import { type NameFault, readName } from '../src/replies/name';
import { folded } from '../src/replies/text';
import { say } from '../src/script/say';
import type { Reading } from '../src/script/steps';

/** Reads her name, and what she tells along with it; or says what is wrong with it. */
export function nameTyped(text: string): Reading<Names & { along?: Omit<Introduction, 'names'> }> {
  const { names, ...along } = introduction(text, { asked: true });
  if (names && Object.keys(along).length > 0) return { ok: true, value: { ...names, along } };
  const read = readName(text);
  if (read.ok) return read;
  // The digits are those of her phone.
  return names && read.why === 'digits' ? { ok: true, value: names } : { ok: false, again: nameFaults[read.why] };
}

/** Reads her first names alone, or her last names. */
export function namePartTyped(text: string): Reading<string> {
  const read = readName(text, { isTold: true });
  return read.ok ? { ok: true, value: fullName(read.value) } : { ok: false, again: nameFaults[read.why] };
}

/** Reads her last names, where her first are known: "mi apellido es Gómez", "Gómez Ruiz", or her whole name again. */
export function lastNamesTyped(text: string, first: string): Reading<string> {
  if (noLastNames.test(folded(text))) return { ok: true, value: '' };
  const own = text.replace(calledLast, '');
  const read = readName(own, { isTold: true });
  if (!read.ok) return { ok: false, again: nameFaults[read.why] };
  const typed = fullName(read.value);
  const again = folded(typed).startsWith(`${folded(first)} `) && first !== '';
  return { ok: true, value: properCase(again ? typed.split(' ').slice(first.split(' ').length).join(' ') : typed) };
}

const noLastNames =
  /^(?:no (?:tengo|uso)(?: apellidos?| otro| mas)?|sin apellidos?|solo tengo (?:un|el) nombre|ninguno)[.! ]*$/;
const calledLast =
  /^[\s¿¡]*(?:(?:y|es|son|de|mis?|los?|el|my|the) )*(?:(?:primer |[uú]nico )?apellidos?|(?:last|family) names?|surnames?)[\s:]+(?:(?:es|son|is|are)[\s:]+)?|\s+(?:es|son|is) (?:mis?|el|los|my) (?:apellidos?|last name|surname)[\s.!]*$/giu;

/** A number of which she has not said what document it is of. */
export type BareNumber = { bare: string };

/** Reads which document she has; its number too, where she wrote it along, or that alone, unless it is the one `before`. */
export function documentTyped(text: string, before?: string): Reading<DocumentGiven | BareNumber> {
  const type = documentType(text);
  if (type) {
    const read = readDocument(text, type);
    return { ok: true, value: read.ok ? read.value : { type } };
  }
  if (keepsDocument(text)) return { ok: false, again: say('registration.documentKept') };
  const alone = normaliseDocument(text);
  const bare = /^\d{4,}$/.test(alone) ? alone : introduction(text).number;
  if (!bare) return notAtHand(text) ? { ok: false, again: say('registration.documentLater') } : { ok: false };
  return bare === before ? { ok: false, again: say('registration.typeFirst') } : { ok: true, value: { bare } };
}

/** Reads the number of the document she named, or says what is wrong with it. */
export function numberTyped(text: string, type: DocumentType): Reading<string> {
  const read = readDocument(text, type);
  if (!read.ok) return { ok: false, again: numberFaults[read.why] };
  return read.value.number ? { ok: true, value: read.value.number } : { ok: false, again: numberFaults.no_number };
}

/** Reads the number, or which other document it is after all: "no, es pasaporte". */
export function numberOrOther(text: string, type: DocumentType): Reading<string | DocumentGiven> {
  if (notAtHand(text)) return { ok: false, again: say('registration.documentLater') };
  const number = numberTyped(text, type);
  const meant = text.replace(/^\W*(?:no|not)\W+(?=(?:es|era|mejor|its|it is)\b)/i, '');
  const other = documentType(meant);
  if (!other || isSameDocument(type, other, number.ok, folded(meant)))
    return !number.ok && keepsDocument(text) ? { ok: false, again: say('registration.numberKept') } : number;
  const read = readDocument(meant, other);
  if (read.ok && !/\d.*\brumv\b|\brumv\b.*\d/.test(folded(text))) return { ok: true, value: read.value };
  if (!read.ok && read.why === 'no_number') return { ok: true, value: { type: other } };
  return { ok: false, again: numberFaults[read.ok ? 'unsure' : read.why] };
}

// Any identity card is called "cédula", and "documento" any document.
function isSameDocument(type: DocumentType, other: DocumentType, hasNumber: boolean, text: string): boolean {
  if (other === type) return true;
  if (other === 'OTRO') return hasNumber;
  if (other !== 'CC' || type === 'PA') return false;
  if (type === 'CE')
    return !/\b(?:cedula colombiana|ciudadania|(?:ya )?soy colombian[oa])\b/.test(text) || /extran/.test(text);
  return hasNumber && !/\b(?:mejor|tengo|ciudadania|colombiana)\b/.test(text);
}

// She has one, and not before her eyes.
function notAtHand(text: string): boolean {
  return !/\d{4}/.test(text) && forgotten.test(folded(text)) && !lost.test(folded(text));
}
const lost = /\b(?:perdi|perdio|perdieron|robaron|lost|stolen)\b/;
const forgotten =
  /\bno (?:me acuerdo|recuerdo|me la se|me lo se|me se|la tengo (?:aqui|a la mano|conmigo|a mano)|lo tengo (?:aqui|a la mano|conmigo|a mano)|tengo (?:la cedula|el documento|el numero) (?:aqui|a la mano|conmigo|a mano)|la encuentro|lo encuentro)\b|\bse me olvido\b|\b(?:dont|don't|do not) (?:remember|have it (?:here|with me))\b|\bforgot\b/;

const nameFaults = {
  empty: say('registration.nameNone'),
  not_a_name: say('registration.nameNone'),
  digits: say('registration.nameDigits'),
  too_short: say('registration.nameShort'),
  too_long: say('registration.nameLong'),
  unsure: say('registration.nameUnsure'),
} satisfies Record<NameFault, unknown>;

const numberFaults = {
  no_number: say('registration.numberNone'),
  several_numbers: say('registration.numberSeveral'),
  impossible: say('registration.numberImpossible'),
  phone: say('registration.numberPhone'),
  unsure: say('registration.numberUnsure'),
} satisfies Record<NumberFault, unknown>;
