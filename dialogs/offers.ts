import { classesSought } from '../src/replies/classSought';
import { pick } from '../src/replies/pick';
import { type Sought, soughtIn } from '../src/replies/sought';
import { wordsOf } from '../src/replies/text';
import { type Said, say } from '../src/script/say';
import { sentence } from '../src/script/sentences';
import type { Reader, Titled, World } from '../src/script/steps';
import type { ClassOffer } from '../src/services/placesDesk';
import { type Enrolment, isRegistered, sitesSeen } from './enrolmentKnown';
import { shortDate, shortSlots, spokenList, spokenSlots } from './spoken';

/** Rows that are no class: the next page of the list, all classes again, another site, and no class at all. */
export const MORE = 'more';
export const ALL = 'all';
export const ELSEWHERE = 'elsewhere';
export const LATER = 'later';

/** The classes at the sites near her; those that are full come last. */
export async function offersNear(known: Partial<Enrolment>, { desk }: World): Promise<ClassOffer[]> {
  const offers: ClassOffer[] = [];
  for (const { id } of sitesSeen(known)) offers.push(...(await desk.classesAt(id)));
  return [...offers.filter(({ free }) => free > 0), ...offers.filter(({ free }) => free === 0)];
}

/** The question above the list of classes; where what she seeks is not there, it is said. */
export function offersShown(known: Partial<Enrolment>, world: World): Said {
  const { sought: { topic } = {}, direct } = known;
  const site = sitesNamed(known, world);
  const { found, leftOut } = shown(known);
  if (leftOut && topic !== undefined) {
    const isThere = leftOut === 'time' || leftOut === 'when';
    return say(isThere ? 'enrolment.topicNotThen' : 'enrolment.noTopic', { site, topic });
  }
  if (leftOut) return say('enrolment.notThen', { site });
  if (found.every(({ free }) => free === 0)) return say('enrolment.chooseFull', { site });
  return direct ? say('enrolment.chooseToTake', { site }) : say('enrolment.choose', { site });
}

/** Where she is looking: "El Porvenir y Campo Verde". */
export function sitesNamed(known: Partial<Enrolment>, { locale }: World): string {
  return spokenList(
    sitesSeen(known).map(({ name }) => `*${name}*`),
    locale,
  );
}

/** As many classes as a list has rows; past that, a row that turns the page, the first page after the last. */
export function rows(known: Partial<Enrolment>, world: World): Titled[] {
  const { page = 0, direct, offers = [], near } = known;
  const { found } = shown(known);
  const besides = [
    ...(found.length < offers.length ? [{ id: ALL, title: say('enrolment.all') }] : []),
    ...(near && found.some(({ free }) => free > 0) ? [] : [{ id: ELSEWHERE, title: say('enrolment.otherSite') }]),
    ...(direct ? [{ id: LATER, title: say('enrolment.later') }] : []),
  ];
  const room = ROWS - besides.length;
  const classes = found.map((offer) => row(offer, known, world));
  if (classes.length <= room) return [...classes, ...besides];
  const start = (page % Math.ceil(classes.length / (room - 1))) * (room - 1);
  return [...classes.slice(start, start + room - 1), { id: MORE, title: say('enrolment.more') }, ...besides];
}
const ROWS = 10;

/** What she asked for at the start, where it is one class and she is known: she is not asked to pick it. */
export function choiceHeard(known: Partial<Enrolment>, world: World): string | undefined {
  const { found, leftOut } = shown(known);
  const [only, another] = found;
  const isMeant = known.sought?.topic !== undefined && !leftOut && !another && isRegistered(world);
  return isMeant ? only?.id : undefined;
}

/** Reads what she seeks, where it is no class of the list: "los martes", "por la tarde", "yoga". */
export const choiceTyped: Reader<Enrolment, Sought> = (text, { offered }) => {
  if (pick(text, offered).ok || wordsOf(text).includes('no')) return { ok: false };
  const { place: _, ...sought } = soughtIn(text);
  return Object.keys(sought).length > 0 ? { ok: true, value: sought } : { ok: false };
};

/** What stays known when she turns to another site: what she seeks, but not where. */
export function soughtElsewhere({ sought = {} }: Partial<Enrolment>): Partial<Enrolment> {
  const { place: _, ...rest } = sought;
  return { away: true, sought: rest, page: 0, refused: null };
}

function shown({ offers = [], sought = {} }: Partial<Enrolment>) {
  return classesSought(offers, sought);
}

function row(
  { id, name, site, slots, startsOn, free, waiting }: ClassOffer,
  known: Partial<Enrolment>,
  { locale, today }: World,
): Titled {
  const where = sitesSeen(known).length > 1 ? [site] : [];
  const from = sentence(locale, say('enrolment.rowStarts', { date: shortDate(startsOn, locale) }));
  const starts = startsOn > today ? [from] : [];
  const [long, short] = [spokenSlots(slots, locale), shortSlots(slots, locale)];
  const ways = [
    [...where, long, ...starts],
    [...where, short, ...starts],
    [...where, short],
  ].map((parts) => {
    const when = parts.join(' · ');
    return sentence(
      locale,
      free > 0 ? say('enrolment.row', { when, free }) : say('enrolment.rowFull', { when, waiting }),
    );
  });
  return { id, title: name, detail: ways.find((way) => way.length <= DETAIL) ?? ways.at(-1) ?? '' };
}
// The longest description a row of a WhatsApp list may have.
const DETAIL = 72;
