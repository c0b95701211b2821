import { spokenDate } from '../src/domain/calendar';
import { words } from '../src/script/build';
import { type Said, say } from '../src/script/say';
import { sentence } from '../src/script/sentences';
import type { Known, Titled, World } from '../src/script/steps';
import type { ClassOffer, EnrolRefusal, EnrolResult } from '../src/services/desk';
import { yesNoAs } from './answers';
import { shortSlots, spokenInstant, spokenSlots } from './spoken';
import { siteOf, type Where, where } from './where';

/**
 * `direct`: she registered a moment ago, so a class she picks is taken without being asked once more. `page`: how far
 * she has turned the list; `refused`: why the class picked before was not to be had.
 */
type Enrolment = Where & {
  direct: boolean;
  page: number;
  offers: ClassOffer[];
  elsewhere: 'other' | 'later';
  choice: string;
  refused: EnrolRefusal | null;
  take: 'yes' | 'other';
  enrolled: EnrolResult;
};
const { script, ask, learn, act, stopWhen, backTo, goTo } = words<Enrolment>();

/** The classes of a site, free for anybody to see; who takes a place and is unknown to us registers on the way. */
export const enrolment = script('enrolment', [
  ...where,
  learn(
    'offers',
    (known, { desk }) => freeOffers(desk.classesAt(siteOf(known)?.id ?? '')),
    ({ take }) => take === undefined,
  ),

  ask('elsewhere', {
    say: (known) => say('enrolment.none', { site: siteOf(known)?.name ?? '' }),
    options: () => [
      { id: 'other', title: say('enrolment.otherSite') },
      { id: 'later', title: say('enrolment.later') },
    ],
    read: yesNoAs('other', 'later'),
    when: ({ offers, take }) => offers?.length === 0 && take === undefined,
  }),
  stopWhen(
    ({ elsewhere }) => elsewhere === 'later',
    () => say('enrolment.leftForNow'),
  ),
  backTo(({ elsewhere }) => (elsewhere ? 'near' : undefined), ['site', 'offers', 'elsewhere']),

  ask('choice', {
    say: (known) => [
      ...refusal(known),
      say(known.direct ? 'enrolment.chooseToTake' : 'enrolment.choose', { site: siteOf(known)?.name ?? '' }),
    ],
    options: (known, world) => page(known, world),
    open: say('enrolment.open'),
    help: say('enrolment.help'),
  }),
  stopWhen(
    ({ choice }) => choice === LATER,
    () => say('enrolment.leftForNow'),
  ),
  backTo(
    ({ choice }) => (choice === MORE ? 'choice' : undefined),
    [],
    ({ page = 0 }) => ({ page: page + 1, refused: null }),
  ),

  ask('take', {
    say: (known, world) => details(known, world),
    options: () => [
      { id: 'yes', title: say('enrolment.takeYes') },
      { id: 'other', title: say('enrolment.takeOther') },
    ],
    read: yesNoAs('yes', 'other'),
    when: (known, world) => isRegistered(world) && !known.direct,
    dependsOn: ['choice'],
  }),
  backTo(
    ({ take }) => (take === 'other' ? 'choice' : undefined),
    ['take'],
    () => ({ refused: null }),
  ),

  goTo((known, world) => (isRegistered(world) ? undefined : { name: 'registration', known: wanted(known) })),
  act('enrolled', ({ choice = '' }, { desk }) => desk.enrol(choice)),
  goTo((known) => (whyNot(known) === 'not_registered' ? { name: 'registration', known: wanted(known) } : undefined)),
  stopWhen(
    ({ enrolled }) => enrolled?.ok === true,
    (known, world) => taken(known, world),
  ),
  stopWhen(
    (known) => whyNot(known) === 'already',
    () => say('enrolment.already'),
  ),
  backTo(
    () => 'choice',
    ['offers', 'take', 'enrolled'],
    (known) => ({ refused: whyNot(known) ?? null }),
  ),
]);

const MORE = 'more';
const LATER = 'later';
const ROWS = 10;

async function freeOffers(offers: Promise<ClassOffer[]>): Promise<ClassOffer[]> {
  return (await offers).filter(({ free }) => free > 0);
}

function isRegistered({ speaker }: World): boolean {
  return speaker?.roles.includes('caregiver') ?? false;
}

/** As many classes as a list has rows; past that, a row that turns the page, the first page after the last. */
function page({ offers = [], page: turned = 0, direct }: Partial<Enrolment>, { locale }: World): Titled[] {
  const later = direct ? [{ id: LATER, title: say('enrolment.later') }] : [];
  const room = ROWS - later.length;
  if (offers.length <= room) return [...offers.map((offer) => row(offer, locale)), ...later];
  const start = (turned % Math.ceil(offers.length / (room - 1))) * (room - 1);
  const shown = offers.slice(start, start + room - 1).map((offer) => row(offer, locale));
  return [...shown, { id: MORE, title: say('enrolment.more') }, ...later];
}

function row({ id, name, slots, free }: ClassOffer, locale: string): Titled {
  const said = (when: string) => sentence(locale, say('enrolment.row', { when, free }));
  const detail = said(spokenSlots(slots, locale));
  return { id, title: name, detail: detail.length <= DETAIL ? detail : said(shortSlots(slots, locale)) };
}
// The longest description a row of a WhatsApp list may have.
const DETAIL = 72;

function details(known: Partial<Enrolment>, { locale, today }: World): Said {
  const offer = picked(known);
  if (!offer) return say('enrolment.unknownClass');
  const { name, site, slots, free, startsOn } = offer;
  const when = spokenSlots(slots, locale);
  if (startsOn <= today) return say('enrolment.take', { name, site, when, free });
  return say('enrolment.takeStarting', { name, site, when, free, starts: spokenDate(startsOn, locale) });
}

function picked({ offers = [], choice }: Partial<Enrolment>): ClassOffer | undefined {
  return offers.find(({ id }) => id === choice);
}

function wanted(known: Partial<Enrolment>): Known {
  const [site, offer] = [siteOf(known), picked(known)];
  return { ...(site && { site }), ...(site && offer && { wanted: { offer, site } }) };
}

function whyNot({ enrolled }: Partial<Enrolment>): EnrolRefusal | undefined {
  return enrolled?.ok === false ? enrolled.why : undefined;
}

function refusal({ refused }: Partial<Enrolment>): Said[] {
  return refused ? [refusals[refused]] : [];
}

const refusals: Record<EnrolRefusal, Said> = {
  full: say('enrolment.full'),
  over: say('enrolment.over'),
  unknown_class: say('enrolment.unknownClass'),
  already: say('enrolment.already'),
  not_registered: say('registration.noConsent'),
};

function taken(known: Partial<Enrolment>, world: World): Said[] {
  if (!known.enrolled?.ok) return [];
  const { offer, next } = known.enrolled;
  const site = siteOf(known);
  const where = site?.address ? `${offer.site} (${site.address})` : offer.site;
  const place = { name: offer.name, when: spokenSlots(offer.slots, world.locale), where };
  const done = next
    ? say('enrolment.done', { ...place, ...spokenInstant(next.startsAt, world) })
    : say('enrolment.doneNoDate', place);
  return [done, say('enrolment.next')];
}
