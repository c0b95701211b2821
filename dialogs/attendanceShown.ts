import { dateIn, timeIn } from '../src/domain/calendar';
import type { MarkStatus } from '../src/domain/marks';
import { type Said, say } from '../src/script/say';
import { sentence } from '../src/script/sentences';
import type { Titled, World } from '../src/script/steps';
import type { RosterLine, SessionToMark } from '../src/services/desk';
import { claimsSaid } from './attendanceClaims';
import type { Attendance } from './attendanceKnown';
import { sessionOf } from './sessionChosen';
import { spokenHours, spokenInstant } from './spoken';

/** One of today's sessions as a row to choose. */
export function sessionRow(session: SessionToMark, world: World): Titled {
  const { sessionId: id, className: title, site, enrolled, marked } = session;
  return { id, title, detail: say('attendance.row', { site, hours: hoursOf(session, world), marked, enrolled }) };
}

/** One of the sessions of the days before as a row to choose. */
export function earlierRow(session: SessionToMark, world: World): Titled {
  const { sessionId: id, className: title, enrolled, marked } = session;
  const { date } = spokenInstant(session.startsAt, world);
  return {
    id,
    title,
    detail: say('attendance.rowEarlier', { date, hours: hoursOf(session, world), marked, enrolled }),
  };
}

/** The numbered list with the marks that stand, and the question who came; after a save that was refused, why. */
export function rosterShown(known: Partial<Attendance>, world: World): Said[] {
  const session = sessionOf(known);
  if (!session) return [];
  const { roster = [], problem } = known;
  const list = {
    name: session.className,
    hours: hoursOf(session, world),
    roster: rosterLines(roster, world.locale, known.claims?.claimed),
  };
  const { date } = spokenInstant(session.startsAt, world);
  const isToday = dateIn(world.timeZone, new Date(session.startsAt)) === world.today;
  const shown = isToday ? say('attendance.who', list) : say('attendance.whoEarlier', { ...list, date });
  return [...(problem ? [problems[problem]] : []), shown, ...claimsSaid(known)];
}

/** A numbered list with the marks that stand, a line for each person; 📱: she has checked in by the code. */
export function rosterLines(roster: RosterLine[], locale: string, claimed: string[] = []): string {
  const hasClaimed = new Set(claimed);
  const room = roomFor(roster.length) - (claimed.length > 0 ? 5 : 0);
  return roster.map((line) => rosterLine(line, room, locale) + (hasClaimed.has(line.personId) ? ' 📱' : '')).join('\n');
}

/** A person as she stands on the list: "3. Rosa Castro". */
export function listed({ number, firstNames, lastNames }: RosterLine, most = 60): string {
  const name = `${firstNames} ${lastNames}`.trim();
  return `${number}. ${name.length > most ? `${name.slice(0, most - 1).trimEnd()}…` : name}`;
}

/** A person with her mark, or that she has none: "3. Rosa Castro (sin marcar)". */
export function standing(line: RosterLine, locale: string): string {
  const none = () =>
    say('attendance.marked', { name: listed(line), mark: sentence(locale, say('attendance.markNone')) });
  return line.mark ? marked(listed(line), line.mark, locale) : sentence(locale, none());
}

/** From when to when a session is. */
export function hoursOf(
  { startsAt, endsAt }: Pick<SessionToMark, 'startsAt' | 'endsAt'>,
  { timeZone, locale }: World,
): string {
  const [starts, ends] = [startsAt, endsAt].map((instant) => timeIn(timeZone, new Date(instant)));
  return spokenHours(starts ?? '', ends ?? '', locale);
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
  if (line.mark) return marked(name, line.mark, locale);
  if (!line.notComing) return name;
  return sentence(locale, say('attendance.marked', { name, mark: sentence(locale, say('attendance.notComing')) }));
}

function marked(name: string, mark: MarkStatus, locale: string): string {
  return sentence(locale, say('attendance.marked', { name, mark: sentence(locale, statuses[mark]) }));
}

// All lines of a list and the question below it stand in one text of WhatsApp, 4,096 characters.
function roomFor(people: number): number {
  return Math.max(8, Math.min(60, Math.floor(3700 / people) - 16));
}
