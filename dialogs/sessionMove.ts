import { dateIn } from '../src/domain/calendar';
import { isHoliday } from '../src/domain/holidays';
import { words } from '../src/script/build';
import { type Said, say } from '../src/script/say';
import type { Titled, World } from '../src/script/steps';
import type { ChangeResult } from '../src/services/changesDesk';
import { confirmed, reasonSaid, whyAsked } from './changeReason';
import { sessionOf } from './sessionChosen';
import { type Goal, goalTyped, type Target, targetsOf } from './sessionGoal';
import { type Meant, outcomeSaid, spoken } from './sessionMeant';
import { shortDate, spokenList } from './spoken';
import { whichSession } from './whichSession';

type Moving = Meant & {
  goal: Goal;
  targets: Target[];
  target: string;
  clashes: string[];
  reason: string;
  confirm: 'yes' | 'no' | 'reason';
  why: string;
  done: ChangeResult;
};
const { script, ask, learn, act, stopWhen } = words<Moving>();

/** An instructor moves a meeting of a class of hers: she sees what is told to how many, and what stands against it. */
export const sessionMove = script(
  'sessionMove',
  [
    ...whichSession({
      asked: say('change.whichMove'),
      none: () => say('change.none'),
      fits: ({ isCancelled }) => !isCancelled,
    }),
    ask('goal', {
      say: (known, world) => {
        const session = sessionOf(known);
        return session ? say('change.when', { name: session.className, ...spoken(session, world) }) : [];
      },
      read: goalTyped,
      help: say('change.whenHelp'),
    }),
    learn('targets', ({ goal, ...known }, world) => {
      const session = sessionOf(known);
      return goal && session ? targetsOf(goal, session, world) : [];
    }),
    stopWhen(
      ({ targets = [] }) => targets.length === 0,
      () => say('change.past'),
    ),
    ask('target', {
      say: () => say('change.whichTarget'),
      options: ({ targets = [] }, world) => targets.map((one) => targetRow(one, targets, world)),
      open: say('change.open'),
      when: ({ targets = [] }) => targets.length > 1,
      dependsOn: ['goal'],
    }),
    learn('clashes', (known, { desk }) => {
      const to = targetOf(known);
      return to ? desk.clashesAt(sessionOf(known)?.sessionId ?? '', to.startsAt, to.endsAt) : [];
    }),
    ask('confirm', {
      say: (known, world) => [...echo(known, world), ...reasonSaid(known.reason), say('change.sure')],
      options: ({ reason }) => [
        { id: 'yes', title: say('change.moveYes') },
        ...(reason === undefined ? [{ id: 'reason', title: say('change.giveReason') }] : []),
        { id: 'no', title: say('change.no') },
      ],
      read: confirmed,
      help: say('change.moveHelp'),
      dependsOn: ['chosen', 'goal', 'target'],
      freshTapsOnly: true,
    }),
    ...whyAsked,
    stopWhen(
      ({ confirm }) => confirm === 'no',
      () => say('change.left'),
    ),
    act('done', async (known, { desk }) => {
      const to = targetOf(known);
      if (!to) return { ok: false, why: 'in_the_past' };
      const { reason } = known;
      return desk.moveSession(sessionOf(known)?.sessionId ?? '', { ...to, ...(reason !== undefined && { reason }) });
    }),
    stopWhen(
      () => true,
      ({ done }) => outcomeSaid(done, say('change.moveDone')),
    ),
  ],
  { noDraft: true, provenOnly: true },
);

function targetOf({ targets = [], target }: Partial<Moving>): Target | undefined {
  return targets.length > 1 ? targets.find(({ startsAt }) => startsAt === target) : targets[0];
}

// What tells the times apart is what is tapped: the date, or the hours of one day.
function targetRow(target: Target, all: Target[], world: World): Titled {
  const { date, hours } = spoken(target, world);
  const days = new Set(all.map((one) => spoken(one, world).date));
  const title = days.size > 1 ? shortDate(dateIn(world.timeZone, new Date(target.startsAt)), world.locale) : hours;
  return { id: target.startsAt, title, detail: say('change.target', { date, hours }) };
}

/** What would be told to how many, and what stands against it: a holiday, another class of hers. */
function echo(known: Partial<Moving>, world: World): Said[] {
  const [session, to] = [sessionOf(known), targetOf(known)];
  if (!session || !to) return [];
  const [was, next] = [spoken(session, world), spoken(to, world)];
  const { className: name, people } = session;
  const { clashes = [] } = known;
  return [
    say('change.moveEcho', { name, was: was.date, wasHours: was.hours, date: next.date, hours: next.hours }),
    say('change.willTell', { people }),
    ...(isHoliday(dateIn(world.timeZone, new Date(to.startsAt))) ? [say('change.holiday')] : []),
    ...(clashes.length > 0 ? [say('change.clash', { names: spokenList(clashes, world.locale) })] : []),
  ];
}
