import type { DocumentGiven } from '../src/domain/document';
import type { Names } from '../src/domain/names';
import { introduction } from '../src/replies/introduction';
import { readName } from '../src/replies/name';
import { isNear } from '../src/replies/near';
import { folded, wordsOf } from '../src/replies/text';
import { yesNo } from '../src/replies/yesNo';
import type { Reading } from '../src/script/steps';
import { documentOf, type Identity, namesOf } from './identity';
import { numberTyped } from './identityTyped';

/** What of her data is wrong, and what it is instead where she has said it. */
export type DatumWrong = { which: 'name' | 'document' | 'near'; names?: Names; document?: DocumentGiven };

/** Reads the answer to her data read back: yes, no, what is wrong ("el apellido es Rodríguez con zeta"), or another class. */
export function readBackTyped(
  text: string,
  known: Partial<Identity> & { wanted?: unknown },
): Reading<'save' | 'fix' | 'other'> {
  const plain = yesNo(text);
  if (plain) return { ok: true, value: plain === 'yes' ? 'save' : 'fix' };
  if (datumWrong(text, known)) return { ok: true, value: 'fix' };
  return known.wanted && otherClass.test(wordsOf(text).join(' ')) ? { ok: true, value: 'other' } : { ok: false };
}

/** Which of her data a message says to be wrong, if it is one of them. */
export function datumWrong(text: string, known: Partial<Identity>): DatumWrong | undefined {
  const plain = yesNo(text);
  if (/[?¿]/.test(text) || text.length > longest || plain === 'yes') return undefined;
  // "El apellido quedó mal" is a no, and says where.
  return (plain ? undefined : datumTold(text, known)) ?? datumNamed(folded(text));
}

function datumNamed(line: string): DatumWrong | undefined {
  const which = (['name', 'document', 'near'] as const).filter((one) => about[one].test(line));
  return which.length === 1 && which[0] ? { which: which[0] } : undefined;
}

function datumTold(text: string, known: Partial<Identity>): DatumWrong | undefined {
  const { names, document, number } = introduction(text);
  const meant = document ?? (number ? documentAnew(number, known) : undefined);
  if (meant) return { which: 'document', document: meant };
  const anew = names ? withFirst(names, namesOf(known)) : nameAnew(text, namesOf(known));
  return anew && { which: 'name', names: anew };
}

const longest = 160;
const about = {
  name: /\b(?:apellidos?|nombres?|surname|last name|first name|name)\b/,
  document: /\b(?:cedula|sedula|documento|numero|pasaporte|ppt|document|passport|id number)\b/,
  near: /\b(?:sede|manzana|sitio|localidad|barrio|site|locality)\b/,
};
const otherClass =
  /\b(?:otras?|mejor la|mejor el|cambiar (?:de|la)|another|other|different) (?:clases?|cursos?|talleres|taller|class(?:es)?|course)\b|^(?:no |espere |mejor |quiero |la )*otra$/;

function documentAnew(number: string, known: Partial<Identity>): DocumentGiven | undefined {
  const { type } = documentOf(known);
  const read = type === 'OTRO' ? undefined : numberTyped(number, type);
  return read?.ok ? { type, number: read.value } : undefined;
}

function withFirst({ first, last }: Names, before: Names): Names {
  return { first, last: last || before.last };
}

// "El apellido es Rodríguez, con zeta": the letters she explains are no part of it.
const told =
  /(?:^|[\s,])(?<part>apellidos?|nombres?|last name|surname|first name)(?: correct[oa]s?)? (?:es|son|era|eran|is)[\s:]+(?<words>.+)$/iu;
const spelledOut = /[\s,]+(?:con|sin|with|without|y no|no)\s.{1,30}$/iu;

function nameAnew(text: string, before: Names): Names | undefined {
  const { part = '', words = '' } = told.exec(text.replace(/[.!]+$/, ''))?.groups ?? {};
  const read = readName(words.replace(spelledOut, ''), { isTold: true });
  if (part === '' || !read.ok) return undefined;
  const said = [read.value.first, read.value.last].filter(Boolean).join(' ');
  if (!/apellido|last|surname/i.test(part)) return read.value.last ? read.value : { ...before, first: said };
  const last = lastAnew(said, before.last);
  return last ? { ...before, last } : undefined;
}

// One of two last names takes the place of the one it is a slip of.
function lastAnew(said: string, before: string): string | undefined {
  const [words, olds] = [said.split(' '), before.split(' ')];
  if (words.length > 1 || olds.length === 1) return said;
  const alike = olds.filter((old) => isNear(folded(said), folded(old)));
  return alike.length === 1 ? olds.map((old) => (old === alike[0] ? said : old)).join(' ') : undefined;
}
