import type { MarkStatus } from '../src/domain/marks';
import { type Said, say } from '../src/script/say';
import { sentence } from '../src/script/sentences';
import type { World } from '../src/script/steps';
import type { RosterLine } from '../src/services/desk';
import { type Attendance, rosterThen } from './attendanceKnown';
import { listed } from './attendanceShown';
import { spokenList } from './spoken';

/** What would be saved: how many came, and by name whoever did not or was late; by number where the names have no room. */
export function echo(known: Partial<Attendance>, { locale }: World): Said {
  const roster = rosterThen(known);
  const ways: Way[] = [(line) => listed(line), (line) => listed(line, 16), ({ number }) => String(number)];
  const texts = ways.map((name) =>
    lines(roster, name)
      .map((each) => sentence(locale, each))
      .join('\n'),
  );
  return say('attendance.echo', { lines: texts.find((text) => text.length <= ROOM) ?? texts.at(-1) ?? '' });
}
// A bubble with buttons holds 1,024 characters; the question below the lines needs some.
const ROOM = 950;

/** That it is saved, in numbers: "31 presentes, 2 ausentes y 1 tarde". */
export function savedNow(known: Partial<Attendance>, { locale }: World): Said {
  const roster = rosterThen(known);
  const counts = counted.flatMap(([mark, count]) => {
    const n = whoAre(roster, mark).length;
    return n > 0 ? [sentence(locale, count(n))] : [];
  });
  return say('attendance.saved', { counts: spokenList(counts, locale) });
}

type Way = (line: RosterLine) => string;

function lines(roster: RosterLine[], name: Way): Said[] {
  const [present, late, excused, absent, unmarked] = counted.map(([mark]) => whoAre(roster, mark));
  return [
    ...line(present, name, (n, names) =>
      n > FEW ? say('attendance.present', { n }) : say('attendance.presentNamed', { n, names }),
    ),
    ...line(late, name, (n, names) => say('attendance.late', { n, names })),
    ...line(excused, name, (n, names) => say('attendance.excused', { n, names })),
    ...line(absent, name, (n, names) => say('attendance.absent', { n, names })),
    ...line(unmarked, name, (n, names) => say('attendance.unmarked', { n, names })),
  ];
}
const FEW = 6;

function line(people: RosterLine[] = [], name: Way, said: (n: number, names: string) => Said): Said[] {
  return people.length > 0 ? [said(people.length, people.map(name).join(', '))] : [];
}

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
