import { words } from '../src/script/build';
import { say } from '../src/script/say';
import type { ChangeResult } from '../src/services/changesDesk';
import { confirmed } from './changeReason';
import { sessionOf } from './sessionChosen';
import { isOver, type Meant, outcomeAfterwards, outcomeSaid, spoken } from './sessionMeant';
import { whichSession } from './whichSession';

type Restoring = Meant & { confirm: 'yes' | 'no'; done: ChangeResult };
const { script, ask, act, stopWhen } = words<Restoring>();

/** An instructor has a meeting take place after all that she had cancelled. */
export const sessionRestore = script(
  'sessionRestore',
  [
    ...whichSession({
      asked: say('change.whichRestore'),
      none: () => say('change.noneCancelled'),
      mayGoOn: true,
      fits: ({ isCancelled }) => isCancelled,
    }),
    ask('confirm', {
      say: (known, world) => {
        const session = sessionOf(known);
        if (!session) return [];
        const told = { name: session.className, ...spoken(session, world) };
        return say(isOver(session, world) ? 'change.heldEcho' : 'change.restoreEcho', told);
      },
      options: () => [
        { id: 'yes', title: say('change.restoreYes') },
        { id: 'no', title: say('change.no') },
      ],
      read: confirmed,
      dependsOn: ['chosen'],
      freshTapsOnly: true,
    }),
    stopWhen(
      ({ confirm }) => confirm === 'no',
      () => say('change.left'),
    ),
    act('done', (known, { desk }) => desk.restoreSession(sessionOf(known)?.sessionId ?? '')),
    stopWhen(
      () => true,
      (known, world) => {
        const session = sessionOf(known);
        return session && isOver(session, world)
          ? outcomeAfterwards(known.done, say('change.heldDone'))
          : outcomeSaid(known.done, say('change.restoreDone'));
      },
    ),
  ],
  { noDraft: true, provenOnly: true },
);
