import { spokenDate } from '../src/domain/calendar';
import { sizeOf } from '../src/domain/company';
import { type Sought, soughtIn } from '../src/replies/sought';
import { yesNo } from '../src/replies/yesNo';
import { type Said, say } from '../src/script/say';
import type { Reader, Titled, World } from '../src/script/steps';
import type { ClassSeen, EnrolRefusal, EnrolResult } from '../src/services/placesDesk';
import { companyKept, companySpoken, companyTyped } from './company';
import { companyOf, type Enrolment, isFull } from './enrolmentKnown';
import { spokenInstant, spokenSlots } from './spoken';

/** The class she picked, in full, what speaks against it, and whether she takes it. */
export function details(known: Partial<Enrolment>, world: World): Said[] {
  const { picked } = known;
  if (!picked) return [say('enrolment.unknownClass')];
  const full = isFull(known);
  return [
    about(picked, world),
    ...clashSaid(picked, world.locale),
    ...(picked.care ? [say('enrolment.careRoom', { free: picked.care.free })] : []),
    say(full ? 'enrolment.waitAsk' : 'enrolment.takeAsk'),
  ];
}

/** What speaks against a class: another of hers at the same time. */
export function clashSaid({ clash }: ClassSeen, locale: string): Said[] {
  return clash ? [say('enrolment.clash', { name: clash.name, when: spokenSlots(clash.slots, locale) })] : [];
}

/** Yes or no; where the class has a care room, yes says whether she comes alone. */
export function takeOptions(known: Partial<Enrolment>): Titled[] {
  const yes: Titled[] = known.picked?.care
    ? [
        { id: 'yes', title: say('enrolment.takeAlone') },
        { id: 'with', title: say('enrolment.takeWith') },
      ]
    : [{ id: 'yes', title: say(isFull(known) ? 'enrolment.waitYes' : 'enrolment.takeYes') }];
  return [...yes, { id: 'other', title: say('enrolment.takeOther') }];
}

/** Reads a yes, a no, or at once who comes along: "sí, con mis dos hijos". */
export const takeTyped: Reader<Enrolment, Enrolment['take']> = (text, { known }) => {
  const plain = yesNo(text);
  if (plain) return { ok: true, value: plain === 'no' ? 'other' : known.picked?.care ? 'wanted' : 'yes' };
  const company = known.picked?.care ? companyTyped(text) : undefined;
  if (company?.ok) return { ok: true, value: sizeOf(company.value) === 0 ? 'yes' : company.value };
  return isSought(soughtBesides(text)) ? { ok: true, value: 'other' } : { ok: false };
};

/** Another class that she names instead of an answer, or when it should be: "mejor yoga", "y los sábados". */
export function takeTells(text: string, { take }: Partial<Enrolment>): Partial<Enrolment> {
  const sought = soughtBesides(text);
  return take === 'other' && isSought(sought) ? { sought } : {};
}

function soughtBesides(text: string): Sought {
  const { place: _, ...sought } = soughtIn(text);
  return sought;
}

function isSought(sought: Sought): boolean {
  return Object.keys(sought).length > 0;
}

/** The question a rule of the class makes needful, and why it is asked. */
export function ruleAsked({ picked }: Partial<Enrolment>): Said[] {
  const { minAge: min, maxAge: max } = picked?.rules ?? {};
  return [ageRule(min, max), say('enrolment.birthYearAgain')];
}

/** What became of it: her place, where and when, and what to do if she cannot go; or her place in line. */
export function taken(known: Partial<Enrolment>, world: World): Said[] {
  const { enrolled } = known;
  if (!enrolled?.ok) return [];
  if (enrolled.kind === 'waiting') return [...placeSaid(enrolled, world), say('enrolment.waitsNext')];
  return [...placeSaid(enrolled, world), ...companyKept(companyOf(known), world.locale), say('enrolment.next')];
}

/** A place that was got, or a place in line. */
export function placeSaid(enrolled: EnrolResult & { ok: true }, world: World): Said[] {
  const { offer } = enrolled;
  if (enrolled.kind === 'waiting') return [say('enrolment.waits', { name: offer.name, place: enrolled.place })];
  const { name, site, address } = offer;
  const where = address ? `${site} (${address})` : site;
  const place = { name, when: spokenSlots(offer.slots, world.locale), where };
  const dated = enrolled.next && spokenInstant(enrolled.next.startsAt, world);
  return [dated ? say('enrolment.done', { ...place, ...dated }) : say('enrolment.doneNoDate', place)];
}

/** That the care room has no place for those who come along; neither place was taken. */
export function noRoomAsked(known: Partial<Enrolment>, { locale }: World): Said {
  const company = companyOf(known);
  const free = known.room?.care?.free ?? 0;
  return say('enrolment.noRoom', { free, company: company ? companySpoken(company, locale) : '' });
}

/** She comes alone, waits until there is room for all (if there ever can be), or takes another class. */
export function noRoomOptions(known: Partial<Enrolment>): Titled[] {
  const company = companyOf(known);
  const mayFit = company !== undefined && sizeOf(company) <= (known.room?.care?.places ?? 0);
  return [
    { id: 'alone', title: say('company.alone') },
    ...(mayFit ? [{ id: 'wait', title: say('enrolment.noRoomWait') }] : []),
    { id: 'other', title: say('enrolment.takeOther') },
  ];
}

/** Why a class picked before was not to be had, said above what is asked next. */
export function refusal({ refused }: Partial<Enrolment>): Said[] {
  return refused ? [refusals[refused]] : [];
}

const refusals: Record<EnrolRefusal, Said> = {
  full: say('enrolment.full'),
  care_full: say('enrolment.careFull'),
  over: say('enrolment.over'),
  unknown_class: say('enrolment.unknownClass'),
  already: say('enrolment.already'),
  not_registered: say('registration.noConsent'),
  too_young: say('enrolment.tooYoung'),
  too_old: say('enrolment.tooOld'),
  elsewhere: say('enrolment.notFromThere'),
  age_unknown: say('enrolment.needsDatum'),
  home_unknown: say('enrolment.needsDatum'),
};

function about({ name, site, slots, free, waiting, startsOn, mine }: ClassSeen, { locale, today }: World): Said {
  const when = spokenSlots(slots, locale);
  if (mine === 'offered') return say('enrolment.takeHeld', { name, site, when });
  if (free === 0) return say('enrolment.takeFull', { name, site, when, waiting });
  if (startsOn <= today) return say('enrolment.take', { name, site, when, free });
  return say('enrolment.takeStarting', { name, site, when, free, starts: spokenDate(startsOn, locale) });
}

function ageRule(min: number | undefined, max: number | undefined): Said {
  if (min !== undefined && max !== undefined) return say('enrolment.ageBetween', { min, max });
  return min === undefined ? say('enrolment.ageUpTo', { max: max ?? 0 }) : say('enrolment.ageFrom', { min });
}
