import { type DocumentGiven, type DocumentType, normaliseDocument } from '../src/domain/document';
import { fullName, type Names } from '../src/domain/names';
import { documentType, type NumberFault, readDocument } from '../src/replies/document';
import { type Introduction, introduction } from '../src/replies/introduction';
import { type NameFault, readName } from '../src/replies/name';
import { say } from '../src/script/say';
import type { Reading } from '../src/script/steps';

/** Reads her name, and what she tells along with it; or says what is wrong with it. */
export function nameTyped(text: string): Reading<Names & { along?: Omit<Introduction, 'names'> }> {
  const { names, ...along } = introduction(text, { asked: true });
  if (names && Object.keys(along).length > 0) return { ok: true, value: { ...names, along } };
  const read = readName(text);
  return read.ok ? read : { ok: false, again: nameFaults[read.why] };
}

/** Reads her first names alone, or her last names. */
export function namePartTyped(text: string): Reading<string> {
  const read = readName(text);
  return read.ok ? { ok: true, value: fullName(read.value) } : { ok: false, again: nameFaults[read.why] };
}

/** Reads which document she has; its number too, where she wrote it along. */
export function documentTyped(text: string): Reading<DocumentGiven> {
  const type = documentType(text);
  if (!type) return isBareNumber(text) ? { ok: false, again: say('registration.typeFirst') } : { ok: false };
  const read = readDocument(text, type);
  return { ok: true, value: read.ok ? read.value : { type } };
}

/** Reads the number of the document she named, or says what is wrong with it. */
export function numberTyped(text: string, type: DocumentType): Reading<string> {
  const read = readDocument(text, type);
  if (!read.ok) return { ok: false, again: numberFaults[read.why] };
  return read.value.number ? { ok: true, value: read.value.number } : { ok: false, again: numberFaults.no_number };
}

const nameFaults = {
  empty: say('registration.nameNone'),
  not_a_name: say('registration.nameNone'),
  digits: say('registration.nameDigits'),
  too_short: say('registration.nameShort'),
  too_long: say('registration.nameLong'),
} satisfies Record<NameFault, unknown>;

const numberFaults = {
  no_number: say('registration.numberNone'),
  several_numbers: say('registration.numberSeveral'),
  impossible: say('registration.numberImpossible'),
} satisfies Record<NumberFault, unknown>;

function isBareNumber(text: string): boolean {
  return /^\d{4,}$/.test(normaliseDocument(text));
}
