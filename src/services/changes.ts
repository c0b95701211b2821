import { dropNotices, planNotices } from '../db/notices';
import type { Db } from '../db/pool';
import { type ChangingInstructor, notReached } from '../db/sessionChanges';
import {
  changesToldBy,
  clashesOf,
  colleaguesOf,
  sessionOf,
  sessionsAheadOf,
  sessionsBegunOf,
  standInOf,
  taughtOf,
  teachersOf,
  writeSubstitute,
} from '../db/sessionsAhead';
import type { ChangesDesk, ChangeTold, SubstituteResult } from './changesDesk';
import { isSoon } from './sessionNews';
import { cancelSession, moveSession, noteNotHeld, restoreSession } from './sessions';

type Changer = { kind: 'instructor' } & ChangingInstructor;

/** Binds what an instructor can do about meetings to come to one turn; `who` tells who writes, nobody for a stranger. */
export function changes(tx: Db, who: () => Changer | undefined, now: Date): ChangesDesk {
  async function ifKnown<T>(work: (by: Changer) => Promise<T>, otherwise: T): Promise<T> {
    const by = who();
    return by ? work(by) : otherwise;
  }
  const notHers = { ok: false, why: 'not_yours' } as const;
  return {
    sessionsAhead: () => ifKnown((by) => sessionsAheadOf(tx, by.personId, now), []),
    sessionsBegun: () => ifKnown((by) => sessionsBegunOf(tx, by.personId, now), []),
    clashesAt: (sessionId, startsAt, endsAt) =>
      ifKnown((by) => clashesOf(tx, by.personId, { sessionId, startsAt, endsAt }), []),
    cancelSession: (sessionId, reason) =>
      ifKnown((by) => cancelSession(tx, { sessionId, ...(reason !== undefined && { reason }) }, by, now), notHers),
    moveSession: (sessionId, { startsAt, endsAt, ...why }) =>
      ifKnown(
        (by) => moveSession(tx, { sessionId, startsAt: new Date(startsAt), endsAt: new Date(endsAt), ...why }, by, now),
        notHers,
      ),
    noteNotHeld: (sessionId, reason) =>
      ifKnown((by) => noteNotHeld(tx, { sessionId, ...(reason !== undefined && { reason }) }, by, now), notHers),
    restoreSession: (sessionId) => ifKnown((by) => restoreSession(tx, sessionId, by, now), notHers),
    changesTold: () => ifKnown((by) => changesTold(tx, by.personId, now), []),
    colleagues: (sessionId) => ifKnown((by) => colleaguesOf(tx, sessionId, by.personId), []),
    substitute: (sessionId, personId) => ifKnown((by) => substitute(tx, { sessionId, personId }, by, now), notHers),
    standIn: (sessionId) => ifKnown((by) => standInOf(tx, sessionId, by.personId), null),
    taught: (sessionId, by) => ifKnown(({ personId }) => taughtOf(tx, sessionId, { personId, by }), null),
  };
}

async function changesTold(db: Db, personId: string, now: Date): Promise<ChangeTold[]> {
  const told: ChangeTold[] = [];
  for (const { sessionId, startsAt, ...change } of await changesToldBy(db, personId, now)) {
    const missing = await notReached(db, sessionId);
    told.push({
      ...change,
      startsAt: startsAt.toISOString(),
      missing: missing.map(({ firstNames, lastNames, why }) => ({ name: `${firstNames} ${lastNames}`.trim(), why })),
    });
  }
  return told;
}

/** Has a colleague give a meeting, and tells her and who else teaches it; whoever was to give it is told that she is not. */
async function substitute(
  db: Db,
  { sessionId, personId }: { sessionId: string; personId: string | undefined },
  by: Changer,
  now: Date,
): Promise<SubstituteResult> {
  const { outcome, before } = await writeSubstitute(db, sessionId, personId, { ...by, now });
  if (outcome !== 'changed') return { ok: false, why: outcome };
  const standIns = [
    ...(personId === undefined ? [] : [{ personId, script: 'standInAsked', about: `stand-in:${sessionId}` }]),
    ...(before ?? []).map((former) => ({
      personId: former,
      script: 'standInEnded',
      about: `stand-in:${sessionId}`,
    })),
  ];
  const { classId, startsAt } = await sessionOf(db, sessionId);
  const about = `colleagues:${sessionId}`;
  await dropNotices(db, [about]);
  const colleagues = (await teachersOf(db, classId)).filter((teacher) => teacher !== by.personId);
  const what = personId === undefined ? 'alone' : 'substitute';
  const known = { sessionId, what, by: by.personId };
  const told = [
    ...standIns.map((one) => ({ ...one, known: { sessionId } })),
    ...colleagues.map((teacher) => ({ personId: teacher, script: 'colleagueNews', about, known })),
  ];
  await planNotices(
    db,
    told.map((notice) => ({
      ...notice,
      key: [notice.script, what, sessionId, now.getTime(), notice.personId].join(':'),
      urgent: isSoon(startsAt, now),
      dueAt: now,
    })),
  );
  return { ok: true };
}
