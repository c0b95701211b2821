import type { MarkStatus } from '../src/domain/marks';
import { type Said, say } from '../src/script/say';
import { sentence } from '../src/script/sentences';
import type { World } from '../src/script/steps';
import type { RosterLine } from '../src/services/desk';
import { guestsCame, guestsSaid } from './attendanceGuests';
import { type Attendance, isGuest, rosterThen } from './attendanceKnown';
import { listed, standing } from './attendanceShown';
import { sessionOf } from './sessionChosen';
import { spokenInstant, spokenList } from './spoken';

/**
 * What would be saved: everybody by number and name but for the most numerous, who are counted; by number only where the
 * names have no room. So whoever is taken for somebody else stands there to be seen.
 */
export function echo(known: Partial<Attendance>, world: World): Said {
  const { locale } = world;
  const roster = rosterThen(known).filter((line) => !isGuest(line));
  const besides = [...guestsSaid(known, locale), ...notes(known, world)];
  const ways: Way[] = [(line) => listed(line), (line) => listed(line, 16), ({ number }) => String(number)];
  const texts = ways.map((name) =>
    [...lines(roster, name), ...besides].map((each) => sentence(locale, each)).join('\n'),
  );
  const of = ofWhich(known, world);
  const shown = texts.find((text) => text.length + of.length <= ROOM) ?? texts.at(-1) ?? '';
  return say('attendance.echo', { lines: of + shown });
}
/** The class and its day, where she has told of it without seeing its list. */
function ofWhich(known: Partial<Attendance>, world: World): string {
  const session = known.said === undefined ? undefined : sessionOf(known);
  if (!session) return '';
  const { date } = spokenInstant(session.startsAt, world);
  return `${sentence(world.locale, say('attendance.echoOf', { name: session.className, date }))}\n`;
}

// A bubble with buttons holds 1,024 characters; the question below the lines needs some.
const ROOM = 950;

/** What it goes by besides her words, and which of them it leaves out. */
function notes({ told, last, roster = [] }: Partial<Attendance>, world: World): Said[] {
  const keeping = roster.filter(({ personId }) => told?.keeps?.includes(personId));
  const left = (told?.left ?? []).map((text) => `*${text.slice(0, 40)}*`);
  return [
    ...(keeping.length > 0 ? [kept(keeping, world)] : []),
    ...(told?.isAsLast && last ? [say('attendance.asLast', { date: spokenInstant(last.startsAt, world).date })] : []),
    ...(left.length > 0
      ? [say('attendance.leftOut', { left: spokenList(left.slice(0, MOST_LEFT), world.locale) })]
      : []),
  ];
}
const MOST_LEFT = 5;

function kept(people: RosterLine[], { locale }: World): Said {
  if (people.length > MOST_KEEPING) return say('attendance.keepsMany', { n: people.length });
  return say('attendance.keeps', { people: people.map((line) => standing(line, locale)).join(', ') });
}
const MOST_KEEPING = 6;

/** That it is saved, in numbers: "31 presentes, 2 ausentes y 1 tarde". */
export function savedNow(known: Partial<Attendance>, { locale }: World): Said {
  const roster = rosterThen(known).filter((line) => !isGuest(line));
  const guests = guestsCame(known);
  const counts = counted.flatMap(([mark, count]) => {
    const n = whoAre(roster, mark).length;
    return n > 0 ? [sentence(locale, count(n))] : [];
  });
  if (guests > 0) counts.push(sentence(locale, say('attendance.nGuests', { n: guests })));
  return say('attendance.saved', { counts: spokenList(counts, locale) });
}

type Way = (line: RosterLine) => string;

function lines(roster: RosterLine[], name: Way): Said[] {
  const groups = counted.map(([mark]) => whoAre(roster, mark));
  const most = Math.max(FEW + 1, ...groups.map(({ length }) => length));
  return groups.flatMap((people, at) => {
    const said = read[at];
    const isCounted = people.length === most && groups.findIndex(({ length }) => length === most) === at;
    const names = isCounted ? '' : people.map(name).join(', ');
    return people.length > 0 && said ? [said[isCounted ? 0 : 1](people.length, names)] : [];
  });
}
const FEW = 6;

function whoAre(roster: RosterLine[], mark: MarkStatus | undefined): RosterLine[] {
  return roster.filter((one) => one.mark === mark);
}

const counted: [MarkStatus | undefined, (n: number) => Said][] = [
  ['present', (n) => say('attendance.nPresent', { n })],
  ['late', (n) => say('attendance.nLate', { n })],
  ['excused', (n) => say('attendance.nExcused', { n })],
  ['absent', (n) => say('attendance.nAbsent', { n })],
  [undefined, (n) => say('attendance.nUnmarked', { n })],
];

type Saying = (n: number, names: string) => Said;

// As `counted`: how many, and how many with their names.
const read: [Saying, Saying][] = [
  [(n) => say('attendance.present', { n }), (n, names) => say('attendance.presentNamed', { n, names })],
  [(n) => say('attendance.late', { n }), (n, names) => say('attendance.lateNamed', { n, names })],
  [(n) => say('attendance.excused', { n }), (n, names) => say('attendance.excusedNamed', { n, names })],
  [(n) => say('attendance.absent', { n }), (n, names) => say('attendance.absentNamed', { n, names })],
  [(n) => say('attendance.unmarked', { n }), (n, names) => say('attendance.unmarkedNamed', { n, names })],
];
