import { type Company, sizeOf } from '../src/domain/company';
import { readBirthYear } from '../src/replies/birthYear';
import { readCompany } from '../src/replies/company';
import { type Said, say } from '../src/script/say';
import { sentence } from '../src/script/sentences';
import type { Reader, Reading, Titled } from '../src/script/steps';
import { spokenList } from './spoken';

/** The question who comes along to be cared for: what is commonly so to tap, anything else in her words. */
export const whoComes = {
  options: (): Titled[] => commonly.map(({ id, title }) => ({ id, title })),
  value: (id: string): Company => commonly.find((one) => one.id === id)?.company ?? none,
  read: (text: string) => companyTyped(text),
  sayBriefly: () => say('company.askAgain'),
  open: say('company.open'),
  help: say('company.help'),
};

/** How it is asked. */
export function companyAsked(): Said {
  return say('company.ask');
}

/** Reads who comes along; a number that was not said is asked for. */
export function companyTyped(text: string): Reading<Company> {
  const read = readCompany(text);
  if (read.ok) return read;
  return { ok: false, again: say(asking[read.why]) };
}
const asking = {
  how_many: 'company.howMany',
  which_group: 'company.whichGroup',
  not_understood: 'company.unclear',
} as const;

/** Who comes along, in words: "2 niñas o niños y 1 persona mayor". */
export function companySpoken({ children, older, disabled }: Company, locale: string): string {
  const groups: [number, Said][] = [
    [children, say('company.children', { n: children })],
    [older, say('company.older', { n: older })],
    [disabled, say('company.disabled', { n: disabled })],
  ];
  return spokenList(
    groups.flatMap(([n, said]) => (n > 0 ? [sentence(locale, said)] : [])),
    locale,
  );
}

/** What was saved for those who come along, if anybody does. */
export function companyKept(company: Company | undefined, locale: string): Said[] {
  if (!company || sizeOf(company) === 0) return [];
  return [say('company.kept', { company: companySpoken(company, locale) })];
}

/** Reads the year she was born in, or her age. */
export const birthYearTyped: Reader<object, number> = (text, { world }) => {
  const year = readBirthYear(text, Number(world.today.slice(0, 4)));
  return year === undefined ? { ok: false } : { ok: true, value: year };
};

const none: Company = { children: 0, older: 0, disabled: 0 };
const commonly: (Titled & { company: Company })[] = [
  { id: 'alone', title: say('company.alone'), company: none },
  { id: 'child', title: say('company.child'), company: { ...none, children: 1 } },
  { id: 'children', title: say('company.twoChildren'), company: { ...none, children: 2 } },
  { id: 'older', title: say('company.olderOne'), company: { ...none, older: 1 } },
  { id: 'disabled', title: say('company.disabledOne'), company: { ...none, disabled: 1 } },
];
