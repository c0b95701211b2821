import { type DroppedNotice, dropNotices, type PlannedNotice, planNotices } from '../db/notices';
import type { Db } from '../db/pool';
import { peopleIn, standingIn } from '../db/sessionChanges';
import { teachersOf } from '../db/sessionsAhead';

type What = 'moved' | 'cancelled' | 'restored';
/** What has become of a meeting, when it was and is; `by`: the instructor or coordinator who changed it, nobody for staff. */
export type SessionNews = {
  sessionId: string;
  classId: string;
  what: What;
  was: Date;
  at: Date;
  by: string | undefined;
};
/** When somebody takes a meeting to begin (milliseconds since 1970), and whether to take place. */
type Standing = { at: number; isCancelled: boolean };

/**
 * Tells whoever has a place, teaches the class or stands in what has become of a meeting; gives how many with a place are
 * told. What was planned about the old time (reminders) goes, and so does news that nobody has heard: who was to hear it is
 * told what is other than she takes it for, or nothing where nothing is.
 */
export async function tellOfSession(db: Db, change: SessionNews, now: Date): Promise<number> {
  const { sessionId, classId, by, was, at } = change;
  const dropped = await dropNotices(db, [aboutSession(sessionId)]);
  const unheard = new Map(dropped.map((notice) => [notice.personId, standingBefore(notice)]));
  const urgent = isSoon(was, now) || isSoon(at, now);
  const notices = (people: string[], said: (what: What) => { script: string; more?: object }) =>
    people.flatMap((personId): PlannedNotice[] => {
      const before = unheard.get(personId);
      const from = before?.at ?? was.getTime();
      const what = before ? newsSince(before, change) : change.what;
      if (!what) return [];
      const { script, more } = said(what);
      const key = [script, what, sessionId, now.getTime(), personId].join(':');
      const known = { sessionId, from, ...more };
      return [{ key, personId, script, known, urgent, about: aboutSession(sessionId), dueAt: now }];
    });
  const placed = notices(await peopleIn(db, classId), (what) => ({ script: scripts[what] }));
  const colleagues = (await teachersOf(db, classId)).filter((personId) => personId !== by);
  await planNotices(db, [
    ...placed,
    ...notices(await standingIn(db, [sessionId]), (what) => ({ script: 'standInChanged', more: { what } })),
    ...notices(colleagues, (what) => ({ script: 'colleagueNews', more: { what, by: by ?? null } })),
  ]);
  return placed.length;
}

const scripts: Record<What, string> = {
  moved: 'sessionMoved',
  cancelled: 'sessionCancelled',
  restored: 'sessionRestored',
};

/** What was taken to be so by whoever has not heard this news. */
function standingBefore({ script, known }: DroppedNotice): Standing | undefined {
  const { from, what } = known;
  const isNews = typeof from === 'number' && (what !== undefined || Object.values(scripts).includes(script));
  return isNews ? { at: from, isCancelled: script === scripts.restored || what === 'restored' } : undefined;
}

function newsSince(before: Standing, { what, at }: SessionNews): What | undefined {
  const isCancelled = what === 'cancelled';
  if (before.isCancelled) return isCancelled ? undefined : 'restored';
  if (isCancelled) return 'cancelled';
  return before.at === at.getTime() ? undefined : 'moved';
}

/** Whether what is told of a meeting cannot wait for the morning: it would find her on her way. */
export function isSoon(at: Date, now: Date): boolean {
  return at.getTime() - now.getTime() < SOON_MS;
}
const SOON_MS = 14 * 3_600_000;

function aboutSession(sessionId: string): string {
  return `session:${sessionId}`;
}
