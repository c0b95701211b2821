import { words } from '../src/script/build';
import { type Said, say } from '../src/script/say';
import { sentence } from '../src/script/sentences';
import type { World } from '../src/script/steps';
import type { ClassTaught, UnmarkedSession } from '../src/services/desk';
import { hoursOf } from './attendanceShown';
import { spokenInstant, spokenList } from './spoken';

type Asked = { sessions: UnmarkedSession[]; classes: ClassTaught[] };
const { script, learn, stopWhen } = words<Asked>();

const isCoordinator = ({ speaker }: World) => speaker?.roles.includes('coordinator') === true;
const onlyCoordinators = stopWhen(
  (_, world) => !isCoordinator(world),
  () => say('coordinator.only'),
);

/** In the evening: which classes of her sites nobody has marked. Nothing is said where all are. */
export const attendanceDigest = script(
  'attendanceDigest',
  [
    stopWhen((_, world) => !isCoordinator(world)),
    learn('sessions', (_, { desk }) => desk.sessionsUnmarked()),
    stopWhen(({ sessions = [] }) => sessions.length === 0),
    stopWhen(
      () => true,
      ({ sessions = [] }, world) => say('coordinator.digest', unmarked(sessions, IN_THE_EVENING, world)),
    ),
  ],
  {
    noDraft: true,
    template: async (_, { desk, locale }) => {
      const sessions = await desk.sessionsUnmarked();
      const sites = new Set(sessions.map(({ site }) => site));
      const [site = ''] = sites;
      return {
        name: 'attendance_digest',
        blanks: {
          site: sites.size > 1 ? sentence(locale, say('coordinator.sites', { n: sites.size })) : site,
          missing: String(sessions.length),
        },
      };
    },
  },
);
const IN_THE_EVENING = 8;

/** The same at any time she asks, with more of them. */
export const pending = script(
  'pending',
  [
    onlyCoordinators,
    learn('sessions', (_, { desk }) => desk.sessionsUnmarked()),
    stopWhen(
      () => true,
      ({ sessions = [] }, world) =>
        sessions.length === 0
          ? say('coordinator.allMarked')
          : say('coordinator.pending', unmarked(sessions, MOST_LINES, world)),
    ),
  ],
  { noDraft: true },
);

/** Who teaches the classes of her sites. */
export const teachers = script(
  'teachers',
  [
    onlyCoordinators,
    learn('classes', (_, { desk }) => desk.classesAtMySites()),
    stopWhen(
      () => true,
      ({ classes = [] }, { locale }) => {
        if (classes.length === 0) return say('coordinator.noClasses');
        const lines = classes.map(({ className: name, site, teachers: who }) =>
          sentence(locale, say('coordinator.teaches', { name, site, teachers: spokenTeachers(who, locale) })),
        );
        return say('coordinator.teachers', { lines: cut(lines, MOST_LINES, locale) });
      },
    ),
  ],
  { noDraft: true },
);
const MOST_LINES = 25;

function unmarked(sessions: UnmarkedSession[], most: number, world: World): { n: number; lines: string } {
  const lines = sessions.map((session) => lineOf(session, world));
  return { n: sessions.length, lines: cut(lines, most, world.locale) };
}

function lineOf(session: UnmarkedSession, world: World): string {
  const { className: name, site, startsAt, enrolled, marked } = session;
  const when = { date: spokenInstant(startsAt, world).date, hours: hoursOf(session, world) };
  const who = spokenTeachers(session.teachers, world.locale);
  const said: Said = say('coordinator.line', {
    name,
    site,
    ...when,
    missing: enrolled - marked,
    enrolled,
    teachers: who,
  });
  return sentence(world.locale, said);
}

function spokenTeachers(names: string[], locale: string): string {
  return names.length === 0 ? sentence(locale, say('coordinator.nobody')) : spokenList(names.slice(0, 3), locale);
}

// What does not fit is told by its number.
function cut(lines: string[], most: number, locale: string): string {
  const more = lines.length - most;
  const shown = lines.slice(0, most);
  return [...shown, ...(more > 0 ? [sentence(locale, say('coordinator.more', { n: more }))] : [])].join('\n');
}
