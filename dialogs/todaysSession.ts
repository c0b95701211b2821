import { words } from '../src/script/build';
import { say } from '../src/script/say';
import type { SessionToMark } from '../src/services/desk';
import { sessionRow } from './attendanceShown';
import { onlyForInstructors } from './onlyForStaff';

type Today = { sessions: SessionToMark[]; chosen: string };
const { ask, learn, stopWhen } = words<Today>();

/** Which session of today an instructor speaks of, asked where she has several; whoever has none is told so. */
export const todaysSession = [
  onlyForInstructors<Today>(),
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
];
