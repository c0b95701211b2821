import { words } from '../src/script/build';
import { say } from '../src/script/say';
import type { SessionToMark } from '../src/services/desk';
import { sessionOf } from './sessionChosen';
import { todaysSession } from './todaysSession';

type Shown = { sessions: SessionToMark[]; chosen: string; shown: { code: string; page: string } | null };
const { script, learn, stopWhen } = words<Shown>();

/** An instructor asks for the code with which those who came check in themselves. */
export const checkInCode = script(
  'checkInCode',
  [
    ...todaysSession,
    learn('shown', async (known, { desk }) => (await desk.checkInCode(sessionOf(known)?.sessionId ?? '')) ?? null),
    stopWhen(
      ({ shown }) => !shown,
      () => say('attendance.notYours'),
    ),
    stopWhen(
      () => true,
      (known) =>
        say('checkIn.show', {
          name: sessionOf(known)?.className ?? '',
          code: known.shown?.code ?? '',
          page: known.shown?.page ?? '',
        }),
    ),
  ],
  { noDraft: true, provenOnly: true },
);
