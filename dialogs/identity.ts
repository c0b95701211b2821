import { type DocumentGiven, type DocumentType, documentFault, isForMinors } from '../src/domain/document';
import type { Names } from '../src/domain/names';
import type { Introduction } from '../src/replies/introduction';
import { yesNo } from '../src/replies/yesNo';
import { words } from '../src/script/build';
import { say } from '../src/script/say';
import { sentence } from '../src/script/sentences';
import type { Reading, Titled } from '../src/script/steps';
import { documentTyped, namePartTyped, nameTyped, numberTyped } from './identityTyped';

/**
 * Who she is. `said` is what she told before she was asked, `along` what she told with her name. `apart`: we split her name wrong, so she is asked for it in two parts. `document` holds the number too
 * where she wrote it along; `sure`: of a number of odd length, or another in its place.
 */
export type Identity = {
  name: Names & { along?: Omit<Introduction, 'names'> };
  said: Introduction;
  apart: boolean;
  firstNames: string;
  lastNames: string;
  document: DocumentGiven;
  number: string;
  sure: 'yes' | 'no' | { number: string };
};

const { ask, stopWhen, backTo } = words<Identity>();

/** Her name and her document. An odd length is asked about once, never refused; minors are pointed to the team. */
export const identity = [
  ask('name', {
    say: () => say('registration.name'),
    heard: ({ said }) => said?.names,
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
    say: () => say('registration.lastNames'),
    options: () => [{ id: 'none', title: say('registration.noLastNames') }],
    value: () => '',
    read: namePartTyped,
    help: say('registration.nameHelp'),
    when: ({ apart }) => apart === true,
    dependsOn: ['firstNames'],
  }),

  ask('document', {
    say: () => say('registration.document'),
    heard: ({ said, name }) => name?.along?.document ?? said?.document,
    options: () => documents,
    open: say('registration.documentOpen'),
    value: (id) => ({ type: documents.find((one) => one.id === id)?.id ?? 'OTRO' }),
    read: documentTyped,
    help: say('registration.documentHelp'),
  }),
  stopWhen(
    ({ document }) => document !== undefined && isForMinors(document.type),
    () => say('registration.minor'),
  ),

  ask('number', {
    say: (known, { locale }) => say('registration.number', { document: documentName(documentOf(known), locale) }),
    heard: (known) => numberTold(known),
    read: (text, { known }) => numberTyped(text, documentOf(known).type),
    help: say('registration.numberHelp'),
    when: ({ document }) => document?.type !== 'OTRO' && document?.number === undefined,
    dependsOn: ['document'],
  }),
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

/** Her names, asked in one or in two parts. */
export function namesOf({ name, firstNames, lastNames }: Partial<Identity>): Names {
  return { first: firstNames ?? name?.first ?? '', last: lastNames ?? name?.last ?? '' };
}

/** Her document, its number wherever she wrote it. */
export function documentOf({ document, number }: Partial<Identity>): DocumentGiven {
  return { type: 'OTRO', ...document, ...(number !== undefined && { number }) };
}

/** What a document is called. */
export function documentName({ type }: DocumentGiven, locale: string): string {
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
function numberTold({ said, name, document }: Partial<Identity>): string | undefined {
  const number = name?.along?.number ?? said?.number;
  const fits = number !== undefined && document !== undefined && documentFault(document.type, number) === undefined;
  return fits ? number : undefined;
}

// The commonest first.
const documents: (Titled & { id: DocumentType })[] = [
  { id: 'CC', title: say('registration.cc'), detail: say('registration.ccDetail') },
  { id: 'CE', title: say('registration.ce') },
  { id: 'PPT', title: say('registration.ppt'), detail: say('registration.pptDetail') },
  { id: 'PA', title: say('registration.pa') },
  { id: 'PEP', title: say('registration.pep'), detail: say('registration.pepDetail') },
  { id: 'SC', title: say('registration.sc') },
  { id: 'TI', title: say('registration.ti'), detail: say('registration.tiDetail') },
  { id: 'OTRO', title: say('registration.otro'), detail: say('registration.otroDetail') },
];

function isOdd({ type, number }: DocumentGiven): boolean {
  return number !== undefined && documentFault(type, number) === 'odd_length';
}
