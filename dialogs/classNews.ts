import { words } from '../src/script/build';
import { type Said, say } from '../src/script/say';
import { sentence } from '../src/script/sentences';
import type { World } from '../src/script/steps';
import type { ClassSeen, MySession } from '../src/services/placesDesk';
import { reasonIn } from './changeReason';
import { programme } from './programme';
import { beforeStop, spokenInstant, spokenSlots } from './spoken';

type AboutClass = { classId: string; why: 'over' | 'cancelled'; offer: ClassSeen | null };
type AboutCancel = { classId: string; reason: string; offer: ClassSeen | null };
type AboutMove = { classId: string; from: string; offer: ClassSeen | null; before: ClassSeen | null };
type AboutEnd = { classId: string; had: 'place' | 'place_in_line'; offer: ClassSeen | null };
type AboutSession = { sessionId: string; from: number; session: MySession | null };
const ofClass = words<AboutClass>();
const ofCancel = words<AboutCancel>();
const ofMove = words<AboutMove>();
const ofEnd = words<AboutEnd>();
const ofSession = words<AboutSession>();

/** A waitlist is no more: its class is over, or cancelled. */
export const listEnded = ofClass.script(
  'listEnded',
  [
    ofClass.learn('offer', ({ classId = '' }, { desk }) => desk.classOffer(classId)),
    ofClass.stopWhen(({ offer }) => !offer),
    ofClass.stopWhen(
      () => true,
      ({ offer, why }) =>
        say(why === 'cancelled' ? 'news.listCancelled' : 'news.listOver', { name: offer?.name ?? '' }),
    ),
  ],
  { noDraft: true, template: newsOf((name) => say('news.listEndedShort', { name })) },
);

/** A class she has a place in is cancelled. */
export const classCancelled = ofCancel.script(
  'classCancelled',
  [
    ofCancel.learn('offer', ({ classId = '' }, { desk }) => desk.classOffer(classId)),
    ofCancel.stopWhen(({ offer }) => !offer),
    ofCancel.stopWhen(
      () => true,
      ({ offer, reason }, { locale }) =>
        say('news.classCancelled', {
          name: offer?.name ?? '',
          site: offer?.site ?? '',
          reason: reasonIn(reason, locale),
        }),
    ),
  ],
  { noDraft: true, template: newsOf((name) => say('news.classCancelledShort', { name })) },
);

/** Staff have given her a place in another class for the one she had. */
export const placeMoved = ofMove.script(
  'placeMoved',
  [
    ofMove.learn('offer', ({ classId = '' }, { desk }) => desk.classOffer(classId)),
    ofMove.learn('before', ({ from = '' }, { desk }) => desk.classOffer(from)),
    ofMove.stopWhen(({ offer }) => offer?.mine !== 'enrolled'),
    ofMove.stopWhen(
      () => true,
      ({ offer, before }, { locale }) =>
        say('news.placeMoved', {
          before: before?.name ?? '',
          name: offer?.name ?? '',
          site: offer?.site ?? '',
          when: spokenSlots(offer?.slots ?? [], locale),
        }),
    ),
  ],
  { noDraft: true, template: newsOf((name) => say('news.placeMovedShort', { name })) },
);

/** Staff have given up her place, or her place in line. */
export const placeEnded = ofEnd.script(
  'placeEnded',
  [
    ofEnd.learn('offer', ({ classId = '' }, { desk }) => desk.classOffer(classId)),
    // She may have taken a place again since.
    ofEnd.stopWhen(({ offer }) => !offer || offer.mine !== undefined),
    ofEnd.stopWhen(
      () => true,
      ({ offer, had }) => say(had === 'place' ? 'news.placeEnded' : 'news.waitEnded', { name: offer?.name ?? '' }),
    ),
  ],
  { noDraft: true, template: newsOf((name) => say('news.placeEndedShort', { name })) },
);

/** A meeting of a class of hers is at another time. */
export const sessionMoved = ofSession.script(
  'sessionMoved',
  [
    ofSession.learn('session', ({ sessionId = '' }, { desk }) => desk.mySession(sessionId)),
    // She has left, or it has been cancelled since, which she is told by itself.
    ofSession.stopWhen(({ session }) => session?.status !== 'planned'),
    ofSession.stopWhen(() => true, moved),
  ],
  {
    noDraft: true,
    template: async ({ sessionId, from }, world) => {
      const session = await world.desk.mySession(String(sessionId));
      const before = timeSpoken(new Date(Number(from)).toISOString(), world);
      const after = session ? timeSpoken(session.startsAt, world) : before;
      return { name: 'session_moved', blanks: { ...namesOf(session), before, after: beforeStop(after) } };
    },
  },
);

/** A meeting of a class of hers is cancelled. */
export const sessionCancelled = ofSession.script(
  'sessionCancelled',
  [
    ofSession.learn('session', ({ sessionId = '' }, { desk }) => desk.mySession(sessionId)),
    ofSession.stopWhen(({ session }) => session?.status !== 'cancelled'),
    ofSession.stopWhen(() => true, cancelled),
  ],
  {
    noDraft: true,
    template: async ({ sessionId, from }, world) => {
      const session = await world.desk.mySession(String(sessionId));
      const when = session ? timeSpoken(knownAs(session, from === undefined ? undefined : Number(from)), world) : '';
      return { name: 'session_cancelled', blanks: { ...namesOf(session), when: beforeStop(when) } };
    },
  },
);

/** A meeting that had been cancelled takes place after all. */
export const sessionRestored = ofSession.script(
  'sessionRestored',
  [
    ofSession.learn('session', ({ sessionId = '' }, { desk }) => desk.mySession(sessionId)),
    ofSession.stopWhen(({ session }) => session?.status !== 'planned'),
    ofSession.stopWhen(() => true, restored),
  ],
  {
    noDraft: true,
    template: async ({ sessionId }, world) => {
      const session = await world.desk.mySession(String(sessionId));
      const { className: name = '', startsAt = world.now.toISOString() } = session ?? {};
      const news = sentence(
        world.locale,
        say('news.sessionRestoredShort', { name, ...spokenInstant(startsAt, world) }),
      );
      return { name: 'account_update', blanks: { programme: programme.name, news } };
    },
  },
);

function moved({ session, from = 0 }: Partial<AboutSession>, world: World): Said[] {
  if (!session) return [];
  const was = spokenInstant(new Date(from).toISOString(), world);
  const { className: name, site } = session;
  return [
    say('news.sessionMoved', {
      name,
      site,
      was: was.date,
      reason: reasonIn(session.reason, world.locale),
      ...spokenInstant(session.startsAt, world),
    }),
  ];
}

// Moved and cancelled before she heard of either, it is called by the time she knows.
function knownAs({ startsAt }: MySession, from: number | undefined): string {
  return from === undefined ? startsAt : new Date(from).toISOString();
}

function cancelled({ session, from }: Partial<AboutSession>, world: World): Said[] {
  if (!session) return [];
  const reason = reasonIn(session.reason, world.locale);
  const at = knownAs(session, from);
  return [say('news.sessionCancelled', { name: session.className, reason, ...spokenInstant(at, world) })];
}

function restored({ session }: Partial<AboutSession>, world: World): Said[] {
  if (!session) return [];
  const { className: name, site } = session;
  return [say('news.sessionRestored', { name, site, ...spokenInstant(session.startsAt, world) })];
}

function namesOf(session: MySession | null): { class: string; site: string } {
  return { class: session?.className ?? '', site: session?.site ?? '' };
}

function timeSpoken(instant: string, world: World): string {
  return sentence(world.locale, say('news.when', spokenInstant(instant, world)));
}

/** For what is rare there is one template, with the news in a few words. */
export function newsOf(said: (name: string) => Said) {
  return async ({ classId }: { [name: string]: unknown }, { desk, locale }: World) => {
    const offer = await desk.classOffer(String(classId));
    const news = sentence(locale, said(offer?.name ?? ''));
    return { name: 'account_update', blanks: { programme: programme.name, news } };
  };
}
