import { type DocumentGiven, isForMinors } from '../src/domain/document';
import { type Names, splitName } from '../src/domain/names';
import type { FormData, FormOption, Utterance } from '../src/domain/talk';
import { type Said, say } from '../src/script/say';
import { languageOf, sentence } from '../src/script/sentences';
import type { FormAsked, Reading, Titled, World } from '../src/script/steps';
import type { Site } from '../src/services/desk';
import { consentAsked, consentVersion } from './consent';
import { documents } from './documents';
import { namePartTyped, numberTyped } from './identityTyped';

/** The form's name; `deployment/whatsapp/flows` has it in each language. */
export const registrationForm = 'registration';

/**
 * What she filled in, as far as it could be read; the rest is asked in the chat, the first of it after `again`. `language`:
 * she has given her permission, as it was worded in that language. `site`: one, or all of a locality.
 */
export type Filled = {
  language?: string;
  names?: Names;
  document?: DocumentGiven;
  site?: string;
  again?: Said;
};

/** The form as she is to see it. Without sites to go to there is nothing to register for. */
export async function formToFill(world: World, hasSite: boolean): Promise<FormAsked | undefined> {
  const sites = siteOptions(await world.desk.sites());
  if (sites.length === 0) return undefined;
  const data: FormData = {
    consent: consentInForm(world.locale),
    shown: shownAs(world.locale),
    documents: documents.map((one) => optionIn(world.locale, one)),
    sites,
    asks_site: !hasSite,
  };
  return { name: registrationForm, say: say('registration.form'), open: say('registration.fillForm'), data };
}

/** The consent as the form shows it, where stars would stand as stars. */
export function consentInForm(locale: string): string {
  return sentence(locale, consentAsked()).replaceAll('*', '');
}

/** Reads what came back, by the readers of the chat; 'broken' where it is not our form. */
export function formFilled(utterance: Utterance): Reading<Filled | 'broken'> | undefined {
  if (utterance.kind !== 'form') return undefined;
  const { answers } = utterance.form;
  if (answers.form !== registrationForm) return { ok: true, value: 'broken' };
  const names = namesFilled(answers.first_names ?? '', answers.last_names ?? '');
  const { document, again } = documentFilled(answers.document ?? '', answers.number ?? '');
  const language = languageShown(answers.shown ?? '', answers.consent ?? '');
  const wrong = names.ok ? again : (names.again ?? again);
  return {
    ok: true,
    value: {
      ...(language && { language }),
      ...(names.ok && { names: names.value }),
      ...(document && { document }),
      ...(answers.site && { site: answers.site.slice(0, LONGEST_ID) }),
      ...(wrong && { again: wrong }),
    },
  };
}
const LONGEST_ID = 100;

/** The sites that what she chose stands for. */
export function sitesFilled<S extends Site>({ site }: Filled, sites: S[]): S[] {
  return sites.filter(({ id, locality }) => id === site || localityId(locality) === site);
}

function namesFilled(first: string, last: string): Reading<Names> {
  const one = namePartTyped(first);
  if (!one.ok) return one;
  // Who writes all her names into one field is read as in the chat.
  if (last.trim() === '') return { ok: true, value: splitName(one.value) };
  const other = namePartTyped(last);
  return other.ok ? { ok: true, value: { first: one.value, last: other.value } } : other;
}

function documentFilled(id: string, number: string): { document?: DocumentGiven; again?: Said } {
  const type = documents.find((one) => one.id === id)?.id;
  if (!type) return {};
  if (number.trim() === '' || isForMinors(type)) return { document: { type } };
  const read = numberTyped(number, type);
  if (read.ok) return { document: { type, number: read.value } };
  return { document: { type }, ...(type !== 'OTRO' && read.again && { again: read.again }) };
}

// The version and the language of the wording go out with the form and come back with it.
function shownAs(locale: string): string {
  return `${consentVersion} ${languageOf(locale)}`;
}

function languageShown(shown: string, ticked: string): string | undefined {
  const [version, language = ''] = shown.split(' ');
  const isKnown = version === consentVersion && languageOf(language) === language;
  return isKnown && /^(?:true|1|yes)$/i.test(ticked) ? language : undefined;
}

// A list of a form has room for 200.
function siteOptions(sites: Site[]): FormOption[] {
  if (sites.length <= MOST_OPTIONS) {
    return sites.map(({ id, name, locality, address = '' }) => {
      const where = [locality, address].filter(Boolean).join(', ');
      return { id, title: short(name), description: name.length > LONGEST_TITLE ? `${name}. ${where}` : where };
    });
  }
  const localities = [...new Set(sites.map(({ locality }) => locality))].sort();
  return localities.slice(0, MOST_OPTIONS).map((locality) => ({ id: localityId(locality), title: short(locality) }));
}
const MOST_OPTIONS = 200;
const LONGEST_TITLE = 30;

function localityId(locality: string): string {
  return `locality ${locality}`.slice(0, LONGEST_ID);
}

function optionIn(locale: string, { id, title, detail }: Titled): FormOption {
  const inWords = (text: Said | string) => (typeof text === 'string' ? text : sentence(locale, text));
  return { id, title: short(inWords(title)), ...(detail !== undefined && { description: inWords(detail) }) };
}

function short(title: string): string {
  return title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE - 1)}…` : title;
}
