import { classesAtSites, digestsDue, unmarkedAtSites } from '../db/coordinators';
import { planNotices } from '../db/notices';
import type { Db } from '../db/pool';
import { dateIn, instantOf } from '../domain/calendar';
import type { Desk } from './desk';

/** What a coordinator can look up of her sites; nothing for anybody else. */
export function coordinating(
  db: Db,
  who: () => string | undefined,
  { now, today }: { now: Date; today: string },
): Pick<Desk, 'sessionsUnmarked' | 'classesAtMySites'> {
  const hers = <T>(work: (personId: string) => Promise<T[]>): Promise<T[]> => {
    const personId = who();
    return personId === undefined ? Promise.resolve([]) : work(personId);
  };
  return {
    sessionsUnmarked: () => hers((personId) => unmarkedAtSites(db, personId, now)),
    classesAtMySites: () => hers((personId) => classesAtSites(db, personId, today)),
  };
}

/**
 * Plans that coordinators are told of what was not marked by a time of day ("18:30"), from that time on until midnight;
 * each once a day, and only if there is something. False: it is not time yet.
 */
export async function planDigests(
  db: Db,
  now: Date,
  { timeZone, at }: { timeZone: string; at: string },
): Promise<boolean> {
  const today = dateIn(timeZone, now);
  const dueAt = instantOf(timeZone, today, at);
  if (now < dueAt) return false;
  const keyOfDay = `attendance_digest:${today}`;
  const people = await digestsDue(db, dueAt, keyOfDay);
  const notices = people.map((personId) => ({
    key: `${keyOfDay}:${personId}`,
    personId,
    script: 'attendanceDigest',
    known: {},
    dueAt,
  }));
  await planNotices(db, notices);
  return true;
}
