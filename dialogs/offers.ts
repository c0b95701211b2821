import { classesSought, isAbout } from '../src/replies/classSought';
import { pick } from '../src/replies/pick';
import { type Sought, soughtIn } from '../src/replies/sought';
import { wordsOf } from '../src/replies/text';
import { topicWritten } from '../src/replies/topics';
import { yesNo } from '../src/replies/yesNo';
import { type Said, say } from '../src/script/say';
import { sentence } from '../src/script/sentences';
import type { Reader, Titled, World } from '../src/script/steps';
import type { ClassOffer } from '../src/services/placesDesk';
import { type Enrolment, isRegistered, type SiteNamed, sitesSeen } from './enrolmentKnown';
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

/** Sites that have classes of what she seeks, where none of those here is of it: three at most, the nearest first. */
export async function othersWith(known: Partial<Enrolment>, { desk }: World): Promise<SiteNamed[]> {
  const { topic = '' } = known.sought ?? {};
  const classes = await desk.classesElsewhere(sitesSeen(known).map(({ id }) => id));
  const sites = new Map<string, SiteNamed>();
  for (const { site, locality, ...of } of classes) if (isAbout(of, topic)) sites.set(site.id, { ...site, locality });
  return [...sites.values()].slice(0, 3);
}

/** Whether she seeks a subject that no class here is of. */
export function isTopicMissing(known: Partial<Enrolment>): boolean {
  const { leftOut } = shown(known);
  return known.sought?.topic !== undefined && (leftOut === 'topic' || leftOut === 'all');
}

/** The question above the list of classes; where what she seeks is not there, it is said. */
export function offersShown(known: Partial<Enrolment>, world: World): Said {
  const { sought: { topic } = {}, direct } = known;
  const site = sitesNamed(known, world);
  const { found, leftOut } = shown(known);
  if (leftOut && topic !== undefined) {
    const about = { site, topic: topicWritten(topic) };
    if (!isTopicMissing(known)) return say('enrolment.topicNotThen', about);
    return say(known.others?.length ? 'enrolment.topicElsewhere' : 'enrolment.noTopic', about);
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
  const { page = 0, direct, offers = [], near, others = [] } = known;
  const { found } = shown(known);
  const elsewhere = others.map((site) => otherSite(site, known));
  const besides = [
    ...(found.length < offers.length ? [{ id: ALL, title: say('enrolment.all') }] : []),
    ...(near && found.some(({ free }) => free > 0) ? [] : [{ id: ELSEWHERE, title: say('enrolment.otherSite') }]),
    ...(direct ? [{ id: LATER, title: say('enrolment.later') }] : []),
  ];
  const room = ROWS - elsewhere.length - besides.length;
  const classes = found.map((offer) => row(offer, known, world));
  if (classes.length <= room) return [...elsewhere, ...classes, ...besides];
  const start = (page % Math.ceil(classes.length / (room - 1))) * (room - 1);
  return [
    ...elsewhere,
    ...classes.slice(start, start + room - 1),
    { id: MORE, title: say('enrolment.more') },
    ...besides,
  ];
}
const ROWS = 10;

function otherSite({ id, name, locality }: SiteNamed, { sought }: Partial<Enrolment>): Titled {
  const where = locality.split(';').join(', ');
  const detail = say('enrolment.otherHasIt', { topic: topicWritten(sought?.topic ?? ''), where });
  return { id: `${AT}${id}`, title: name, detail };
}
const AT = 'at:';

/** The other site she picked, where what she seeks is to be had. */
export function otherPicked({ choice, others = [] }: Partial<Enrolment>): SiteNamed | undefined {
  return others.find(({ id }) => choice === `${AT}${id}`);
}

/** What she asked for at the start, where it is one class and she is known: she is not asked to pick it. */
export function choiceHeard(known: Partial<Enrolment>, world: World): string | undefined {
  const { found, leftOut } = shown(known);
  const [only, another] = found;
  const isMeant = known.sought?.topic !== undefined && !leftOut && !another && isRegistered(world);
  return isMeant ? only?.id : undefined;
}

/**
 * Reads a yes to the only class shown, or what she seeks, where it is no class of the list: "los martes", "por la tarde", "yoga", "mejor en Bosa"; that it is
 * to be elsewhere, or none of these.
 */
export const choiceTyped: Reader<Enrolment, Sought | string> = (text, { offered, known }) => {
  const [only, another] = (known.offers ?? []).filter(({ id }) => offered.some((option) => option.id === id));
  if (only && !another && yesNo(text) === 'yes') return { ok: true, value: only.id };
  if (pick(text, offered).ok) return { ok: false };
  if (elsewhereWords.test(wordsOf(text).join(' '))) return { ok: true, value: ELSEWHERE };
  // "La de las 2" is no "2", which where yes and no are numbered is a no.
  if (yesNo(text) === 'no' && !/\d/.test(text)) return { ok: true, value: LATER };
  if (wordsOf(text).includes('no')) return { ok: false };
  const sought = soughtIn(text);
  return Object.keys(sought).length > 0 ? { ok: true, value: sought } : { ok: false };
};

const elsewhereWords =
  /^(?:no |me |eso |muy |en |quiero |ver |busco |hay )*(?:(?:otra|otro) (?:sede|localidad|lugar|sitio|barrio|manzana|parte)|(?:queda |es |esta )*(?:muy )?lejos|another (?:site|place|locality)|too far)(?: .{0,20})?$/;

/** What stays known when she turns to another site: what she seeks, but not where. */
export function soughtElsewhere({ sought = {} }: Partial<Enrolment>): Partial<Enrolment> {
  const { place: _, ...rest } = sought;
  return { away: true, sought: rest, page: 0, refused: null };
}

/** Whether she named another place instead of a class. */
export function namesPlace(choice: Enrolment['choice'] | undefined): boolean {
  return typeof choice === 'object' && choice.place !== undefined;
}

/** What stays known when she names another place: what she seeks, where she has not said it anew, is the same. */
export function soughtInPlace(known: Partial<Enrolment>): Partial<Enrolment> {
  const { sought = {}, choice } = known;
  return { ...soughtElsewhere(known), sought: { ...sought, ...(typeof choice === 'object' && choice) } };
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
