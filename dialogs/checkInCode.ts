import { words } from '../src/script/build';
import { say } from '../src/script/say';
import type { SessionToMark } from '../src/services/desk';
import { sessionRow } from './attendanceShown';

type Shown = { sessions: SessionToMark[]; chosen: string; shown: { code: string; page: string } | null };
const { script, ask, learn, stopWhen } = words<Shown>();

/** An instructor asks for the code with which those who came check in themselves. */
export const checkInCode = script(
  'checkInCode',
  [
    stopWhen(
      (_, { speaker }) => !speaker?.roles.includes('instructor'),
      () => say('attendance.onlyInstructors'),
    ),
    learn('sessions', (_, { desk }) => desk.sessionsToday()),
    stopWhen(
      ({ sessions = [] }) => sessions.length === 0,
      () => say('attendance.none'),
    ),
    ask('chosen', {
      say: () => say('attendance.which'),
      options: ({ sessions = [] }, world) => sessions.map((session) => sessionRow(session, world)),
      open: say('attendance.open'),
      when: ({ sessions = [] }) => sessions.length > 1,
    }),
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

function sessionOf({ sessions = [], chosen }: Partial<Shown>): SessionToMark | undefined {
  return sessions.length > 1 ? sessions.find(({ sessionId }) => sessionId === chosen) : sessions[0];
}
