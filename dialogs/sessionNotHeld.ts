import { words } from '../src/script/build';
import { say } from '../src/script/say';
import type { World } from '../src/script/steps';
import type { ChangeResult, SessionAhead } from '../src/services/changesDesk';
import { confirmed, reasonSaid } from './changeReason';
import { sessionOf } from './sessionChosen';
import { isOver, type Meant, outcomeAfterwards, sessionsMeant, spoken } from './sessionMeant';
import { whichSession } from './whichSession';

type NotHeld = Meant & {
  sessionId: string;
  isToCome: boolean;
  reason: string;
  confirm: 'yes' | 'nobody' | 'no';
  done: ChangeResult;
};
const { script, ask, learn, act, stopWhen, goTo } = words<NotHeld>();

/** An instructor says that a class which has begun was not held: it is nobody's absence then. `sessionId`: the one she was at. */
export const sessionNotHeld = script(
  'sessionNotHeld',
  [
    learn('begun', () => true),
    // "Hoy no hubo clase", before it begins: it is to be cancelled.
    learn('isToCome', async (known, world) => {
      const { sessionId, said = '', past } = known;
      if (sessionId !== undefined || (past && !isOfToday(past))) return false;
      if ((await notMarked(known, world, isPlanned)).length > 0) return false;
      return (await sessionsMeant({ said, day: { in: 0 } }, world, isPlanned)).length > 0;
    }),
    goTo(({ isToCome, said = '', reason }) =>
      isToCome ? { name: 'sessionCancel', known: { said, day: { in: 0 }, ...(reason && { reason }) } } : undefined,
    ),
    ...whichSession({
      asked: say('notHeld.which'),
      none: () => say('notHeld.none'),
      fits: isPlanned,
      meant: notMarked,
    }),
    stopWhen(
      (known) => (sessionOf(known)?.marked ?? 0) > 0,
      () => say('notHeld.marked'),
    ),
    ask('confirm', {
      say: (known, world) => {
        const session = sessionOf(known);
        if (!session) return [];
        const { className: name, people } = session;
        return [
          say('notHeld.echo', { name, ...spoken(session, world) }),
          ...(isOver(session, world) ? [] : [say('change.willTell', { people })]),
          ...reasonSaid(known.reason),
          say('change.sure'),
        ];
      },
      options: (_, { speaker }) => [
        { id: 'yes', title: say('notHeld.yes') },
        ...(speaker?.roles.includes('instructor') ? [{ id: 'nobody', title: say('notHeld.nobody') }] : []),
        { id: 'no', title: say('change.no') },
      ],
      read: confirmed,
      help: say('notHeld.help'),
      dependsOn: ['chosen'],
      freshTapsOnly: true,
    }),
    goTo((known) =>
      known.confirm === 'nobody'
        ? { name: 'attendance', known: { sessionId: sessionOf(known)?.sessionId ?? '', said: 'nadie' } }
        : undefined,
    ),
    stopWhen(
      ({ confirm }) => confirm === 'no',
      () => say('change.left'),
    ),
    act('done', (known, { desk }) => desk.noteNotHeld(sessionOf(known)?.sessionId ?? '', known.reason)),
    stopWhen(
      () => true,
      ({ done }) => outcomeAfterwards(done, say('notHeld.done')),
    ),
  ],
  { noDraft: true, provenOnly: true },
);

/** Those that she may mean and nobody is marked in; only where there is none, those that are marked. */
async function notMarked(
  known: Partial<NotHeld>,
  world: World,
  fits: (session: SessionAhead) => boolean,
): Promise<SessionAhead[]> {
  const { sessionId } = known;
  const isHers = (session: SessionAhead) => sessionId === undefined || session.sessionId === sessionId;
  const said = sessionId === undefined ? known : { begun: true };
  const unmarked = await sessionsMeant(said, world, (one) => fits(one) && isHers(one) && one.marked === 0);
  return unmarked.length > 0 ? unmarked : sessionsMeant(said, world, (one) => fits(one) && isHers(one));
}

function isPlanned({ isCancelled }: SessionAhead): boolean {
  return !isCancelled;
}

function isOfToday(past: NotHeld['past']): boolean {
  return 'ago' in past && past.ago === 0;
}
