import { dateIn } from '../src/domain/calendar';
import { type DayAhead, datesMeant } from '../src/domain/dayAhead';
import { type DaySaid, dateBefore } from '../src/domain/daySaid';
import { wordsOf } from '../src/replies/text';
import { type Said, say } from '../src/script/say';
import type { Titled, World } from '../src/script/steps';
import type { ChangeResult, SessionAhead } from '../src/services/changesDesk';
import { hoursOf } from './attendanceShown';
import { spokenInstant } from './spoken';

/**
 * What the scripts about meetings know: what she `said`, the `day` in it, the meetings she may mean, and which one she
 * `chose`. `begun`: she speaks of one that has begun, on the day `past` if she named it.
 */
export type Meant = {
  said: string;
  day: DayAhead;
  begun: boolean;
  past: DaySaid;
  sessions: SessionAhead[];
  chosen: string;
};

/** The meetings that an order may be about: of the day she named, of the class she named; without a day the next of each class. */
export async function sessionsMeant(
  { said = '', day, begun, past }: Partial<Meant>,
  { desk, today, timeZone }: World,
  fits: (session: SessionAhead) => boolean,
): Promise<SessionAhead[]> {
  const hers = begun ? await desk.sessionsBegun() : await desk.sessionsAhead();
  const words = new Set(wordsOf(said));
  const isNamed = ({ className }: SessionAhead) =>
    wordsOf(className).some((word) => word.length > 3 && words.has(word));
  // Who names a class of hers means no other, even if that one does not fit.
  const all = (hers.some(isNamed) ? hers.filter(isNamed) : hers).filter(fits);
  const on = (dates: string[]) => all.filter(({ startsAt }) => dates.includes(dateIn(timeZone, new Date(startsAt))));
  const nexts = all.filter(
    ({ className, site }, at) => all.findIndex((one) => one.className === className && one.site === site) === at,
  );
  const dates = begun ? past && [dateBefore(past, today) ?? ''] : day && datesMeant(day, today);
  // What was not held was today's, where she does not say.
  const ofToday = begun && !dates ? on([today]) : [];
  return (dates ? on(dates) : ofToday.length > 0 ? ofToday : nexts).slice(0, MOST);
}
const MOST = 10;

/** One of the meetings as a row to choose. */
export function sessionRow(session: SessionAhead, world: World): Titled {
  const { sessionId: id, className: title, site } = session;
  return { id, title, detail: say('change.row', { ...spoken(session, world), site }) };
}

/** The day and the hours of a meeting, as people say them. */
export function spoken(session: { startsAt: string; endsAt: string }, world: World): { date: string; hours: string } {
  return { date: spokenInstant(session.startsAt, world).date, hours: hoursOf(session, world) };
}

/** That it is done and how many are told; or why the meeting stays as it is. */
export function outcomeSaid(done: ChangeResult | undefined, said: Said): Said[] {
  if (!done) return [];
  if (!done.ok) return [refusals[done.why]];
  return [said, say('change.told', { told: done.told }), ...(done.told > 0 ? [say('change.toldWhom')] : [])];
}

/** Whether it is too late to tell anybody of a meeting. */
export function isOver({ endsAt }: SessionAhead, { now }: World): boolean {
  return new Date(endsAt) <= now;
}

/** The same of one that has begun: of what is over nobody is told. */
export function outcomeAfterwards(done: ChangeResult | undefined, said: Said): Said[] {
  return done?.ok && done.told === 0 ? [said] : outcomeSaid(done, said);
}

const refusals = {
  unknown_session: say('change.gone'),
  not_yours: say('change.notYours'),
  unproven: say('change.notYours'),
  cancelled: say('change.cancelled'),
  planned: say('change.planned'),
  begun: say('change.begun'),
  not_begun: say('change.notBegun'),
  closed: say('attendance.closed'),
  marked: say('change.marked'),
  in_the_past: say('change.past'),
  taken: say('change.taken'),
};
