import { timeIn } from '../src/domain/calendar';
import type { MarkStatus } from '../src/domain/marks';
import { type Said, say } from '../src/script/say';
import { sentence } from '../src/script/sentences';
import type { Titled, World } from '../src/script/steps';
import type { RosterLine, SessionToMark } from '../src/services/desk';
import { type Attendance, sessionOf } from './attendanceKnown';
import { spokenHours } from './spoken';

/** One of today's sessions as a row to choose. */
export function sessionRow(session: SessionToMark, world: World): Titled {
  const { sessionId: id, className: title, site, enrolled, marked } = session;
  return { id, title, detail: say('attendance.row', { site, hours: hoursOf(session, world), marked, enrolled }) };
}

/** The numbered list with the marks that stand, and the question who came; after a save that was refused, why. */
export function rosterShown(known: Partial<Attendance>, world: World): Said[] {
  const session = sessionOf(known);
  if (!session) return [];
  const { roster = [], problem } = known;
  const lines = roster.map((line) => rosterLine(line, roomFor(roster.length), world.locale));
  const list = { name: session.className, hours: hoursOf(session, world), roster: lines.join('\n') };
  return [...(problem ? [problems[problem]] : []), say('attendance.who', list)];
}

/** A person as she stands on the list: "3. Rosa Castro". */
export function listed({ number, firstNames, lastNames }: RosterLine, most = 60): string {
  const name = `${firstNames} ${lastNames}`.trim();
  return `${number}. ${name.length > most ? `${name.slice(0, most - 1).trimEnd()}…` : name}`;
}

const problems = {
  not_on_roster: say('attendance.notOnRoster'),
  changed_meanwhile: say('attendance.changedMeanwhile'),
};

const statuses: Record<MarkStatus, Said> = {
  present: say('attendance.markPresent'),
  late: say('attendance.markLate'),
  excused: say('attendance.markExcused'),
  absent: say('attendance.markAbsent'),
};

function rosterLine(line: RosterLine, most: number, locale: string): string {
  const name = listed(line, most);
  return line.mark
    ? sentence(locale, say('attendance.marked', { name, mark: sentence(locale, statuses[line.mark]) }))
    : name;
}

// All lines of a list and the question below it stand in one text of WhatsApp, 4,096 characters.
function roomFor(people: number): number {
  return Math.max(8, Math.min(60, Math.floor(3700 / people) - 16));
}

function hoursOf({ startsAt, endsAt }: SessionToMark, { timeZone, locale }: World): string {
  const [starts, ends] = [startsAt, endsAt].map((instant) => timeIn(timeZone, new Date(instant)));
  return spokenHours(starts ?? '', ends ?? '', locale);
}
