import { type DocumentGiven, documentFault, isForMinors } from '../src/domain/document';
import type { Names } from '../src/domain/names';
import type { Introduction } from '../src/replies/introduction';
import { yesNo } from '../src/replies/yesNo';
import { words } from '../src/script/build';
import { say } from '../src/script/say';
import { sentence } from '../src/script/sentences';
import type { Reading, Titled } from '../src/script/steps';
import { documents } from './documents';
import {
  type BareNumber,
  documentTyped,
  lastNamesTyped,
  namePartTyped,
  nameTyped,
  numberOrOther,
  numberTyped,
} from './identityTyped';
import type { Filled } from './registrationForm';

/**
 * Who she is. `said` is what she told before she was asked, `filled` what she put into the form, `along` what she told with her name. `apart`: we split her name wrong, so she is asked for it in two parts. `document` holds the number too
 * where she wrote it along; `bareNumber`: it came before the document it is of; `sure`: of a number of odd length, or another in its place.
 */
export type Identity = {
  name: Names & { along?: Omit<Introduction, 'names'> };
  said: Introduction;
  filled: Filled;
  apart: boolean;
  firstNames: string;
  lastNames: string;
  document: DocumentGiven | BareNumber;
  bareNumber: string | null;
  number: string | DocumentGiven;
  sure: 'yes' | 'no' | { number: string };
};

const { ask, stopWhen, backTo } = words<Identity>();

/** Her name and her document. An odd length is asked about once, never refused; minors are pointed to the team. */
export const identity = [
  ask('name', {
    say: () => say('registration.name'),
    heard: ({ filled, said }) => filled?.names ?? said?.names,
    read: nameTyped,
    help: say('registration.nameHelp'),
    when: ({ apart }) => !apart,
  }),
  ask('firstNames', {
    say: () => say('registration.firstNames'),
    read: namePartTyped,
    help: say('registration.nameHelp'),
    when: ({ apart }) => apart === true,
  }),
  ask('lastNames', {
    say: ({ apart, name }) =>
      apart ? say('registration.lastNames') : say('registration.lastNamesOf', { first: name?.first ?? '' }),
    sayBriefly: () => say('registration.lastNames'),
    options: (known) => [...lastOfFirst(known), { id: NO_LAST_NAMES, title: say('registration.noLastNames') }],
    value: (id) => (id === NO_LAST_NAMES ? '' : id),
    read: (text, { known }) => lastNamesTyped(text, firstGiven(known)),
    help: say('registration.nameHelp'),
    when: ({ apart, name, filled }) => apart === true || (name?.last === '' && !filled?.names),
    dependsOn: ['name', 'firstNames'],
  }),

  ask('document', {
    say: ({ bareNumber }) =>
      bareNumber ? say('registration.documentOf', { number: bareNumber }) : say('registration.document'),
    heard: ({ filled, said, name }) => filled?.document ?? name?.along?.document ?? said?.document,
    options: () => documents,
    open: say('registration.documentOpen'),
    value: (id) => ({ type: documents.find((one) => one.id === id)?.id ?? 'OTRO' }),
    read: (text, { known }) => documentTyped(text, known.bareNumber ?? undefined),
    help: say('registration.documentHelp'),
  }),
  backTo(
    ({ document }) => (isBare(document) ? 'document' : undefined),
    [],
    ({ document }) => (isBare(document) ? { bareNumber: document.bare } : {}),
  ),
  stopWhen(
    (known) => known.document !== undefined && isForMinors(documentOf(known).type),
    () => say('registration.minor'),
  ),

  ask('number', {
    say: (known, { locale }) => say('registration.number', { document: documentName(documentOf(known), locale) }),
    heard: (known) => numberTold(known),
    read: (text, { known }) => numberOrOther(text, documentOf(known).type),
    help: say('registration.numberHelp'),
    when: ({ document }) => !isBare(document) && document?.type !== 'OTRO' && document?.number === undefined,
    dependsOn: ['document'],
  }),
  backTo(
    ({ number }) => (typeof number === 'object' ? 'document' : undefined),
    ['number'],
    ({ number }) => (typeof number === 'object' ? { document: number } : {}),
  ),
  ask('sure', {
    say: (known) => say('registration.sure', { number: documentOf(known).number ?? '' }),
    options: () => [
      { id: 'yes', title: say('registration.sureYes') },
      { id: 'no', title: say('registration.sureNo') },
    ],
    read: (text, { known }) => sureTyped(text, documentOf(known)),
    when: (known) => isOdd(documentOf(known)),
    dependsOn: ['document', 'number'],
  }),
  backTo(
    ({ sure }) => (typeof sure === 'object' ? 'sure' : undefined),
    [],
    ({ sure }) => (typeof sure === 'object' ? { number: sure.number } : {}),
  ),
  backTo(
    ({ sure }) => (sure === 'no' ? 'number' : undefined),
    ['sure'],
    (known) => ({ document: { type: documentOf(known).type } }),
  ),
];

/** Her names, asked in one or in two parts. The last of what we took for first names may be of her family after all. */
export function namesOf(known: Partial<Identity>): Names {
  const first = firstGiven(known);
  const last = known.lastNames ?? known.name?.last ?? '';
  const isMoved = last !== '' && first.endsWith(` ${last}`);
  return { first: isMoved ? first.slice(0, -last.length - 1) : first, last };
}

function firstGiven({ name, firstNames }: Partial<Identity>): string {
  return firstNames ?? name?.first ?? '';
}

// "Blanca Nieves": who has told two names may be called Nieves by her family.
function lastOfFirst({ apart, name }: Partial<Identity>): Titled[] {
  const [, last] = apart ? [] : (name?.first ?? '').split(' ');
  return last ? [{ id: last, title: last }] : [];
}
const NO_LAST_NAMES = 'none';

/** Her document, its number wherever she wrote it. */
export function documentOf({ document, number }: Partial<Identity>): DocumentGiven {
  const given = isBare(document) ? undefined : document;
  return { type: 'OTRO', ...given, ...(typeof number === 'string' && { number }) };
}

/** What is forgotten of a document that is to be corrected: the number that came before it, too. */
export function documentAnew(): Partial<Identity> {
  return { bareNumber: null };
}

function isBare(document: Identity['document'] | undefined): document is BareNumber {
  return document !== undefined && 'bare' in document;
}

/** What a document is called. */
export function documentName({ type, number }: DocumentGiven, locale: string): string {
  if (type === 'OTRO' && number !== undefined) return sentence(locale, say('registration.otroNumbered'));
  const title = documents.find(({ id }) => id === type)?.title ?? type;
  return typeof title === 'string' ? title : sentence(locale, title);
}

// Whoever sees her slip writes the number anew, without a no before it.
function sureTyped(text: string, { type, number: before }: DocumentGiven): Reading<Identity['sure']> {
  const meant = yesNo(text);
  if (meant) return { ok: true, value: meant };
  const typed = numberTyped(text, type);
  return typed.ok && typed.value !== before ? { ok: true, value: { number: typed.value } } : { ok: false };
}

// A number she wrote without saying of what: hers, if it may be one of the document she has named since.
function numberTold(known: Partial<Identity>): string | undefined {
  const { said, name, bareNumber, document } = known;
  if (bareNumber) {
    const read = numberTyped(bareNumber, documentOf(known).type);
    return document && read.ok ? read.value : undefined;
  }
  const number = name?.along?.number ?? said?.number;
  const fits =
    number !== undefined && document !== undefined && documentFault(documentOf(known).type, number) === undefined;
  return fits ? number : undefined;
}

function isOdd({ type, number }: DocumentGiven): boolean {
  return number !== undefined && documentFault(type, number) === 'odd_length';
}
