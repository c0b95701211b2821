import { words } from '../src/script/build';
import { say } from '../src/script/say';
import { sentence } from '../src/script/sentences';
import type { Known, Reader, World } from '../src/script/steps';
import type { LastMarks, RosterLine, SessionToMark } from '../src/services/desk';
import { hoursOf } from './attendanceShown';
import { marksTyped } from './attendanceTyped';
import { spokenInstant } from './spoken';

type Due = {
  sessionId: string;
  session: SessionToMark | null;
  roster: RosterLine[];
  last: LastMarks | null;
  mark: { said?: string };
};
const { script, ask, learn, stopWhen, goTo } = words<Due>();

/** A class is over and somebody on its list is not marked: its instructor is told, and what she writes marks it. */
export const attendanceDue = script(
  'attendanceDue',
  [
    learn('session', async ({ sessionId = '' }, { desk }) => (await desk.sessionToMark(sessionId)) ?? null),
    stopWhen(({ session }) => !session || session.marked >= session.enrolled),
    learn('roster', ({ sessionId = '' }, { desk }) => desk.roster(sessionId)),
    learn('last', async ({ sessionId = '' }, { desk }) => (await desk.lastMarks(sessionId)) ?? null),
    ask('mark', {
      say: ({ session }, world) => say('attendanceDue.ask', { ...blanks(session, world), ...missing(session) }),
      sayAgain: () => say('attendanceDue.again'),
      options: () => [{ id: 'list', title: say('attendanceDue.list') }],
      value: () => ({}),
      read: saidOfAll,
      help: say('attendanceDue.help'),
    }),
    goTo(({ sessionId = '', mark }) => ({ name: 'attendance', known: { sessionId, ...mark } })),
  ],
  {
    noDraft: true,
    provenOnly: true,
    template: async ({ sessionId }: Known, world) => {
      const session = (await world.desk.sessionToMark(String(sessionId))) ?? null;
      const { name, date, hours } = blanks(session, world);
      const when = sentence(world.locale, say('news.when', { date, time: hours }));
      return { name: 'attendance_due', blanks: { class: name, site: session?.site ?? '', when } };
    },
  },
);

// Her words go on to the marking talk as she wrote them, which reads them with its own list.
function saidOfAll(
  ...[text, { known, ...seen }]: Parameters<Reader<Due, Due['mark']>>
): ReturnType<Reader<Due, Due['mark']>> {
  const { session, roster = [], last = null } = known;
  const read = marksTyped(text, { ...seen, known: { sessions: session ? [session] : [], roster, last } });
  return read.ok ? { ok: true, value: { said: text } } : { ok: false, ...(read.again && { again: read.again }) };
}

function blanks(session: SessionToMark | null | undefined, world: World) {
  if (!session) return { name: '', date: '', hours: '' };
  return {
    name: session.className,
    date: spokenInstant(session.startsAt, world).date,
    hours: hoursOf(session, world),
  };
}

function missing(session: SessionToMark | null | undefined) {
  const { enrolled = 0, marked = 0 } = session ?? {};
  return { missing: enrolled - marked, enrolled };
}
