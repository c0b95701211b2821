import { addDays, dateIn, instantOf, timeIn as timeOf } from '../src/domain/calendar';
import { type DayAhead, datesMeant, type TimeSaid, timesMeant } from '../src/domain/dayAhead';
import { daysAheadIn, timeIn } from '../src/replies/daysAhead';
import { timedWords } from '../src/replies/when';
import { say } from '../src/script/say';
import type { Reading, World } from '../src/script/steps';
import type { SessionAhead } from '../src/services/changesDesk';

/** Where a meeting is to go, as she named it: a day, a time, or both. */
export type Goal = { to?: DayAhead; starts?: TimeSaid; ends?: TimeSaid };
/** One of the times it may mean. */
export type Target = { startsAt: string; endsAt: string };

/** Reads where a meeting is to go: "el jueves a las 3". */
export function goalTyped(text: string): Reading<Goal> {
  const timed = timedWords(text);
  const [named] = daysAheadIn(timed);
  const time = timeIn(timed);
  if (!named && !time) return { ok: false, again: say('change.whenAgain') };
  const { starts, ends } = time ?? {};
  return { ok: true, value: { ...(named && { to: named.day }), ...(starts && { starts }), ...(ends && { ends }) } };
}

/** The times that a goal may mean for a meeting, those that are over and the one it has left out. */
export function targetsOf(goal: Goal, session: SessionAhead, { today, timeZone, now }: World): Target[] {
  const [from, to] = [new Date(session.startsAt), new Date(session.endsAt)];
  const [date, usual] = [dateIn(timeZone, from), timeOf(timeZone, from)];
  const hours = hoursMeant(goal, { usual, minutes: (to.getTime() - from.getTime()) / 60_000 });
  const targets = datesFor(goal, date, today).flatMap((day) =>
    hours.map(({ starts, minutes }) => {
      const startsAt = instantOf(timeZone, day, starts);
      return { startsAt, endsAt: new Date(startsAt.getTime() + minutes * 60_000) };
    }),
  );
  return targets
    .filter(({ startsAt, endsAt }) => startsAt > now && !(+startsAt === +from && +endsAt === +to))
    .map(({ startsAt, endsAt }) => ({ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() }))
    .slice(0, 6);
}

// "Pasar la del lunes al viernes": the coming one, or the one after that Monday.
function datesFor({ to }: Goal, from: string, today: string): string[] {
  if (!to) return [from];
  const dates = datesMeant(to, today);
  const [first] = dates;
  if (!first || !('weekday' in to) || to.week || first >= from) return dates;
  const after = [1, 2, 3, 4, 5, 6, 7].map((days) => datesMeant(to, addDays(from, days))[0] ?? '');
  return [...new Set([first, after.filter((date) => date > from).sort()[0] ?? first])];
}

type Usual = { usual: string; minutes: number };

function hoursMeant({ starts, ends }: Goal, { usual, minutes }: Usual): { starts: string; minutes: number }[] {
  if (!starts) return [{ starts: usual, minutes }];
  const begins = timesMeant(starts, usual);
  if (!ends) return begins.map((time) => ({ starts: time, minutes }));
  // "De las 8 a las 9" of a class at eight: it begins at nine.
  if (begins.includes(usual)) return timesMeant(ends, usual).map((time) => ({ starts: time, minutes }));
  const all = begins.flatMap((time) =>
    timesMeant(ends, time).map((end) => ({ starts: time, minutes: minutesOf(end) - minutesOf(time) })),
  );
  return all.filter((one) => one.minutes > 0 && one.minutes <= LONGEST);
}
const LONGEST = 6 * 60;

function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}
