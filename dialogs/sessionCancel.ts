import { cancelledNow } from '../src/replies/noClassSaid';
import { words } from '../src/script/build';
import { say } from '../src/script/say';
import type { Known, World } from '../src/script/steps';
import type { ChangeResult, SessionAhead } from '../src/services/changesDesk';
import { confirmed, reasonSaid, whyAsked } from './changeReason';
import { sessionOf } from './sessionChosen';
import { type Meant, outcomeSaid, sessionsMeant, spoken } from './sessionMeant';
import { whichSession } from './whichSession';

type Cancelling = Meant & {
  reason: string;
  confirm: 'yes' | 'no' | 'reason';
  why: string;
  isOver: boolean;
  done: ChangeResult;
};
const { script, ask, learn, act, stopWhen, goTo } = words<Cancelling>();

/** An instructor cancels a meeting of a class of hers: she sees what is told to how many, and only then it is. */
export const sessionCancel = script(
  'sessionCancel',
  [
    // "Cancelar la clase de hoy", "se cancela", when it is over: it was not held.
    learn('isOver', async ({ said = '', day }, world) => {
      if (day ? !('in' in day) || day.in !== 0 : !cancelledNow(said)) return false;
      if ((await sessionsMeant({ said, day: { in: 0 } }, world, isOpen)).length > 0) return false;
      return (await sessionsMeant({ said, begun: true, past: { ago: 0 } }, world, isOpen)).length > 0;
    }),
    goTo((known) => (known.isOver ? afterwards(known, { past: { ago: 0 } }) : undefined)),
    ...whichSession({
      asked: say('change.whichCancel'),
      none: () => say('change.noneToCancel'),
      mayGoOn: true,
      fits: isOpen,
      meant: goingOnAndNext,
    }),
    goTo((known, { now }) => {
      const session = sessionOf(known);
      const hasBegun = session && new Date(session.startsAt) <= now;
      return hasBegun ? afterwards(known, { sessionId: session.sessionId }) : undefined;
    }),
    ask('confirm', {
      say: (known, world) => {
        const session = sessionOf(known);
        if (!session) return [];
        const { className: name, people } = session;
        return [
          say('change.cancelEcho', { name, ...spoken(session, world) }),
          say('change.willTell', { people }),
          ...reasonSaid(known.reason),
          say('change.sure'),
        ];
      },
      options: ({ reason }) => [
        { id: 'yes', title: say('change.cancelYes') },
        ...(reason === undefined ? [{ id: 'reason', title: say('change.giveReason') }] : []),
        { id: 'no', title: say('change.no') },
      ],
      read: confirmed,
      help: say('change.cancelHelp'),
      dependsOn: ['chosen'],
      freshTapsOnly: true,
    }),
    ...whyAsked,
    stopWhen(
      ({ confirm }) => confirm === 'no',
      () => say('change.left'),
    ),
    act('done', (known, { desk }) => desk.cancelSession(sessionOf(known)?.sessionId ?? '', known.reason)),
    stopWhen(
      () => true,
      ({ done }) => outcomeSaid(done, say('change.cancelDone')),
    ),
  ],
  { noDraft: true, provenOnly: true },
);

/** Without a day, the one that goes on and the next may be meant: it is asked which, unless it is cancelled just now. */
async function goingOnAndNext(
  known: Partial<Cancelling>,
  world: World,
  fits: (session: SessionAhead) => boolean,
): Promise<SessionAhead[]> {
  const meant = await sessionsMeant(known, world, fits);
  if (known.day || cancelledNow(known.said ?? '')) return meant;
  const isToCome = (session: SessionAhead) => fits(session) && new Date(session.startsAt) > world.now;
  const toCome = await sessionsMeant(known, world, isToCome);
  return [...meant, ...toCome.filter(({ sessionId }) => !meant.some((one) => one.sessionId === sessionId))];
}

// Of one that has begun and is marked, another day's is meant.
function isOpen({ isCancelled, marked }: SessionAhead): boolean {
  return !isCancelled && marked === 0;
}

function afterwards({ said = '', reason }: Partial<Cancelling>, which: Known): { name: string; known: Known } {
  return { name: 'sessionNotHeld', known: { said, begun: true, ...which, ...(reason && { reason }) } };
}
