import { spokenDate } from '../src/domain/calendar';
import { type Said, say } from '../src/script/say';
import { sentence } from '../src/script/sentences';
import type { Known, Titled, World } from '../src/script/steps';
import type { ClassOffer, EnrolRefusal, EnrolResult } from '../src/services/desk';
import { shortSlots, spokenInstant, spokenList, spokenSlots } from './spoken';
import type { SiteKnown, Where } from './where';

/**
 * What the script of enrolment knows. `direct`: she registered a moment ago, so a class she picks is taken without being
 * asked once more; `page`: how far she has turned the list; `refused`: why the class picked before was not to be had.
 */
export type Enrolment = Where & {
  direct: boolean;
  page: number;
  offers: ClassOffer[];
  elsewhere: 'other' | 'register' | 'later';
  choice: string;
  refused: EnrolRefusal | null;
  take: 'yes' | 'other';
  enrolled: EnrolResult;
};

/** Rows that are no class: the next page of the list, and no class at all. */
export const MORE = 'more';
export const LATER = 'later';

/** The classes with free places at the sites near her. */
export async function offersNear({ near = [] }: Partial<Enrolment>, { desk }: World): Promise<ClassOffer[]> {
  const offers: ClassOffer[] = [];
  for (const { id } of near) offers.push(...(await desk.classesAt(id)).filter(({ free }) => free > 0));
  return offers;
}

/** The question above the list of classes. */
export function offersShown(known: Partial<Enrolment>, world: World): Said {
  const site = sitesNamed(known, world);
  return known.direct ? say('enrolment.chooseToTake', { site }) : say('enrolment.choose', { site });
}

/** Where she is looking: "El Porvenir y Campo Verde". */
export function sitesNamed({ near = [] }: Partial<Enrolment>, { locale }: World): string {
  return spokenList(
    near.map(({ name }) => `*${name}*`),
    locale,
  );
}

/** As many classes as a list has rows; past that, a row that turns the page, the first page after the last. */
export function rows(known: Partial<Enrolment>, world: World): Titled[] {
  const { offers = [], page = 0, direct } = known;
  const later = direct ? [{ id: LATER, title: say('enrolment.later') }] : [];
  const room = ROWS - later.length;
  const classes = offers.map((offer) => row(offer, known, world));
  if (classes.length <= room) return [...classes, ...later];
  const start = (page % Math.ceil(classes.length / (room - 1))) * (room - 1);
  return [...classes.slice(start, start + room - 1), { id: MORE, title: say('enrolment.more') }, ...later];
}
const ROWS = 10;

/** The class she picked, in full, and whether she takes it. */
export function details(known: Partial<Enrolment>, { locale, today }: World): Said {
  const offer = picked(known);
  if (!offer) return say('enrolment.unknownClass');
  const { name, site, slots, free, startsOn } = offer;
  const when = spokenSlots(slots, locale);
  if (startsOn <= today) return say('enrolment.take', { name, site, when, free });
  return say('enrolment.takeStarting', { name, site, when, free, starts: spokenDate(startsOn, locale) });
}

/** What registration has to know, so that she gets the class she picked. */
export function wanted(known: Partial<Enrolment>): Known {
  const offer = picked(known);
  const site = siteOf(known, offer?.site);
  return { ...told(known), ...(site && offer && { site, wanted: { offer, near: known.near } }) };
}

/** What she said of herself that registration need not ask again; where she goes she has said by choosing. */
export function told({ said = {} }: Partial<Enrolment>): Known {
  const { place: _, ...ofHerself } = said;
  return Object.keys(ofHerself).length > 0 ? { said: ofHerself } : {};
}

/** Why a class picked before was not to be had, said above the others. */
export function refusal({ refused }: Partial<Enrolment>): Said[] {
  return refused ? [refusals[refused]] : [];
}

/** Why she did not get a place. */
export function whyNot({ enrolled }: Partial<Enrolment>): EnrolRefusal | undefined {
  return enrolled?.ok === false ? enrolled.why : undefined;
}

/** What she has taken, where and when, and what to do if she cannot go. */
export function taken(known: Partial<Enrolment>, world: World): Said[] {
  if (!known.enrolled?.ok) return [];
  const { offer, next } = known.enrolled;
  const address = siteOf(known, offer.site)?.address;
  const where = address ? `${offer.site} (${address})` : offer.site;
  const place = { name: offer.name, when: spokenSlots(offer.slots, world.locale), where };
  const dated = next && spokenInstant(next.startsAt, world);
  return [
    dated ? say('enrolment.done', { ...place, ...dated }) : say('enrolment.doneNoDate', place),
    say('enrolment.next'),
  ];
}

const refusals: Record<EnrolRefusal, Said> = {
  full: say('enrolment.full'),
  over: say('enrolment.over'),
  unknown_class: say('enrolment.unknownClass'),
  already: say('enrolment.already'),
  not_registered: say('registration.noConsent'),
};

function row(
  { id, name, site, slots, free }: ClassOffer,
  { near = [] }: Partial<Enrolment>,
  { locale }: World,
): Titled {
  const told = (week: string) => {
    const when = near.length > 1 ? `${site} · ${week}` : week;
    return sentence(locale, say('enrolment.row', { when, free }));
  };
  const detail = told(spokenSlots(slots, locale));
  return { id, title: name, detail: detail.length <= DETAIL ? detail : told(shortSlots(slots, locale)) };
}
// The longest description a row of a WhatsApp list may have.
const DETAIL = 72;

function picked({ offers = [], choice }: Partial<Enrolment>): ClassOffer | undefined {
  return offers.find(({ id }) => id === choice);
}

function siteOf({ near = [] }: Partial<Enrolment>, name: string | undefined): SiteKnown | undefined {
  return near.find((site) => site.name === name) ?? near[0];
}
