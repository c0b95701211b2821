import { words } from '../src/script/build';
import { type Said, say } from '../src/script/say';
import { sentence } from '../src/script/sentences';
import type { World } from '../src/script/steps';
import type { Missed, RosterLine, SessionToMark } from '../src/services/desk';
import { hoursOf, rosterLines } from './attendanceShown';
import { onlyForInstructors } from './onlyForStaff';
import { sessionOf } from './sessionChosen';
import { spokenInstant } from './spoken';
import { todaysSession } from './todaysSession';

type Asked = { sessions: SessionToMark[]; chosen: string; roster: RosterLine[]; missed: Missed[] };
const { script, learn, stopWhen } = words<Asked>();

const herList = [
  ...todaysSession,
  learn('roster', (known, { desk }) => desk.roster(sessionOf(known)?.sessionId ?? '')),
];

/** Who is on her list of today, with nothing to answer. */
export const myList = script('myList', [...herList, stopWhen(() => true, listSaid)], {
  noDraft: true,
  provenOnly: true,
});

/** Who of her list of today did not come; before anybody is marked, the list. */
export const whoMissed = script('whoMissed', [...herList, stopWhen(() => true, awaySaid)], {
  noDraft: true,
  provenOnly: true,
});

/** Which of her classes that have begun have somebody not marked, while they can be. */
export const unmarked = script(
  'unmarked',
  [
    onlyForInstructors<Asked>(),
    learn('sessions', async (_, { desk, now }) => {
      const today = (await desk.sessionsToday()).filter(({ startsAt }) => new Date(startsAt) <= now);
      return [...today, ...(await desk.sessionsEarlier())].filter(({ marked, enrolled }) => marked < enrolled);
    }),
    stopWhen(() => true, unmarkedSaid),
  ],
  { noDraft: true, provenOnly: true },
);

/** Who has been absent from a class of hers three times or more. */
export const missedThree = script(
  'missedThree',
  [onlyForInstructors<Asked>(), learn('missed', (_, { desk }) => desk.missed(MANY)), stopWhen(() => true, missedSaid)],
  { noDraft: true, provenOnly: true },
);
const MANY = 3;

function listSaid(known: Partial<Asked>, world: World): Said {
  const { roster = [] } = known;
  const session = sessionOf(known);
  const name = session?.className ?? '';
  if (!session || roster.length === 0) return say('attendance.empty', { name });
  const list = { name, hours: hoursOf(session, world), roster: rosterLines(roster, world.locale) };
  const marked = roster.filter(({ mark }) => mark !== undefined);
  if (marked.length === 0) return say('instructorAsks.list', list);
  const came = marked.filter(({ mark }) => mark === 'present' || mark === 'late').length;
  const counts = { came, away: marked.length - came, unmarked: roster.length - marked.length };
  return say('instructorAsks.listMarked', { ...list, ...counts });
}

function awaySaid(known: Partial<Asked>, world: World): Said {
  const { roster = [] } = known;
  const session = sessionOf(known);
  const away = roster.filter(({ mark }) => mark === 'absent' || mark === 'excused');
  const unmarked = roster.filter(({ mark }) => mark === undefined).length;
  if (!session || unmarked === roster.length) return listSaid(known, world);
  const lines = away.length > 0 ? `\n${rosterLines(away, world.locale)}` : '';
  const list = { name: session.className, hours: hoursOf(session, world), roster: lines };
  return say('instructorAsks.away', { ...list, n: away.length, unmarked });
}

function unmarkedSaid({ sessions = [] }: Partial<Asked>, world: World): Said {
  if (sessions.length === 0) return say('instructorAsks.allMarked');
  const lines = sessions.slice(0, MOST_LINES).map((session) => {
    const { className: name, enrolled, marked } = session;
    const { date } = spokenInstant(session.startsAt, world);
    const hours = hoursOf(session, world);
    return sentence(
      world.locale,
      say('instructorAsks.unmarkedLine', { name, date, hours, missing: enrolled - marked, enrolled }),
    );
  });
  return say('instructorAsks.unmarked', { n: sessions.length, lines: lines.join('\n') });
}

function missedSaid({ missed = [] }: Partial<Asked>, { locale }: World): Said {
  if (missed.length === 0) return say('instructorAsks.nobodyMissed');
  const lines = missed.slice(0, MOST_LINES).map(({ firstNames, lastNames, className, missed: n }) => {
    const person = `${firstNames} ${lastNames}`.trim().slice(0, 60);
    return sentence(locale, say('instructorAsks.missedLine', { person, name: className, n }));
  });
  return say('instructorAsks.missed', { n: missed.length, lines: lines.join('\n') });
}
const MOST_LINES = 30;
