import { words } from '../src/script/build';
import { type Said, say } from '../src/script/say';
import { sentence } from '../src/script/sentences';
import type { Known, World } from '../src/script/steps';
import type { SessionTaught } from '../src/services/changesDesk';
import type { ClassSeen } from '../src/services/placesDesk';
import { newsOf } from './classNews';
import { programme } from './programme';
import { spoken } from './sessionMeant';
import { spokenInstant } from './spoken';

type What = 'moved' | 'cancelled' | 'restored' | 'substitute' | 'alone';
type News = { sessionId: string; what: What; from: number; by: string | null; session: SessionTaught | null };
const { script, learn, stopWhen } = words<News>();
const ofClass = words<{ classId: string; offer: ClassSeen | null }>();

/** Somebody else has changed a meeting of a class that she teaches, or another one is to give it. */
export const colleagueNews = script(
  'colleagueNews',
  [
    learn('session', ({ sessionId = '', by = null }, { desk }) => desk.taught(sessionId, by)),
    stopWhen((known) => !isStillSo(known)),
    stopWhen(() => true, told),
  ],
  {
    noDraft: true,
    template: async (known: Known, world) => {
      const news = known as Partial<News>;
      const session = await world.desk.taught(news.sessionId ?? '', news.by ?? null);
      const said = shortly({ ...news, session }, world);
      return { name: 'account_update', blanks: { programme: programme.name, news: sentence(world.locale, said) } };
    },
  },
);

/** Staff have cancelled a class that she teaches, or was to give a meeting of. */
export const taughtClassCancelled = ofClass.script(
  'taughtClassCancelled',
  [
    ofClass.learn('offer', ({ classId = '' }, { desk }) => desk.classOffer(classId)),
    ofClass.stopWhen(({ offer }) => !offer),
    ofClass.stopWhen(
      () => true,
      ({ offer }) => say('colleague.classCancelled', { name: offer?.name ?? '', site: offer?.site ?? '' }),
    ),
  ],
  { noDraft: true, template: newsOf((name) => say('colleague.classCancelledShort', { name })) },
);

// What has come of it since is told by itself.
function isStillSo({ what, session }: Partial<News>): boolean {
  if (!session) return false;
  if (what === 'substitute' || what === 'alone') return (session.substitute !== undefined) === (what === 'substitute');
  return session.isCancelled === (what === 'cancelled');
}

function told(known: Partial<News>, world: World): Said[] {
  const { session, what = 'moved' } = known;
  if (!session) return [];
  const { className: name, site } = session;
  const by = session.by ?? sentence(world.locale, say('colleague.team'));
  const blanks = { name, ...spoken(session, world) };
  const { date } = blanks;
  switch (what) {
    case 'moved':
      return [say('colleague.moved', { ...blanks, by, site, was: wasOn(known, world) })];
    case 'cancelled':
      return [say('colleague.cancelled', { by, name, date: wasOn(known, world) })];
    case 'restored':
      return [say('colleague.restored', { ...blanks, by, site })];
    case 'substitute':
      return [say('colleague.substitute', { ...blanks, by, who: session.substitute ?? '' })];
    case 'alone':
      return [say('colleague.alone', { by, name, date })];
  }
}

function shortly(known: Partial<News>, world: World): Said {
  const { session, what = 'moved' } = known;
  const name = session?.className ?? '';
  const date = session ? spoken(session, world).date : '';
  switch (what) {
    case 'moved':
      return say('colleague.movedShort', { name, was: wasOn(known, world), date });
    case 'cancelled':
      return say('colleague.cancelledShort', { name, date: wasOn(known, world) });
    case 'restored':
      return say('colleague.restoredShort', { name, date });
    case 'substitute':
      return say('colleague.substituteShort', { name, date, who: session?.substitute ?? '' });
    case 'alone':
      return say('colleague.aloneShort', { name, date });
  }
}

/** The day it was on as far as she knew. */
function wasOn({ from, session }: Partial<News>, world: World): string {
  const at = from === undefined ? session?.startsAt : new Date(from).toISOString();
  return at === undefined ? '' : spokenInstant(at, world).date;
}
