import { writeAudit } from '../db/audit';
import { dropNotices, planNotices } from '../db/notices';
import { holdClass } from '../db/places';
import type { Db } from '../db/pool';
import {
  type ChangingInstructor,
  peopleIn,
  type SessionRefusal,
  standingIn,
  writeChange,
  writeClassCancel,
} from '../db/sessionChanges';
import { sessionOf, teachersOf } from '../db/sessionsAhead';
import type { ChangeResult } from './changesDesk';
import { dissolveWaitlist, type PlaceClock } from './offers';
import { isSoon, type SessionNews, tellOfSession } from './sessionNews';

/** Who changes a meeting: staff, or an instructor of the class, whom the channel has proved. `actor` is for the audit log. */
export type ChangedBy =
  | { kind: 'staff'; actor: string; channel: string }
  | ({ kind: 'instructor' } & ChangingInstructor);

/** Moves a meeting to another time; it keeps its length unless an end is given. Whoever has a place is told, each once. */
export async function moveSession(
  db: Db,
  to: { sessionId: string; startsAt: Date; endsAt?: Date; reason?: string },
  by: ChangedBy,
  now: Date,
): Promise<ChangeResult> {
  const { outcome, classId, was } = await writeChange(db, { what: 'move', ...to }, instructorOf(by), now);
  if (outcome === 'same') return { ok: true, told: 0 };
  if (outcome !== 'changed') return { ok: false, why: outcome };
  const { sessionId, startsAt } = to;
  const details = { from: was.toISOString(), to: startsAt.toISOString() };
  await writeAudit(db, [changed(by, 'move_session', sessionId, details)]);
  const news = { sessionId, classId, what: 'moved', was, at: startsAt, by: instructorOf(by)?.personId } as const;
  return { ok: true, told: await tellOfSession(db, news, now) };
}

/** Cancels a meeting. Whoever has a place in its class is told. */
export async function cancelSession(
  db: Db,
  { sessionId, reason }: { sessionId: string; reason?: string },
  by: ChangedBy,
  now: Date,
): Promise<ChangeResult> {
  const change = { what: 'cancel' as const, sessionId, ...(reason !== undefined && { reason }) };
  const { outcome, classId, was } = await writeChange(db, change, instructorOf(by), now);
  if (outcome !== 'changed') return { ok: false, why: refused(outcome) };
  await writeAudit(db, [changed(by, 'cancel_session', sessionId, { at: was.toISOString() })]);
  const news = { sessionId, classId, what: 'cancelled', was, at: was, by: instructorOf(by)?.personId } as const;
  return { ok: true, told: await tellOfSession(db, news, now) };
}

/** Notes that a meeting which has begun was not held. Whoever has a place is told while it would still go on. */
export async function noteNotHeld(
  db: Db,
  { sessionId, reason }: { sessionId: string; reason?: string },
  by: ChangedBy,
  now: Date,
): Promise<ChangeResult> {
  const change = { what: 'not_held' as const, sessionId, ...(reason !== undefined && { reason }) };
  const { outcome, classId, was } = await writeChange(db, change, instructorOf(by), now);
  if (outcome !== 'changed') return { ok: false, why: refused(outcome) };
  await writeAudit(db, [changed(by, 'session_not_held', sessionId, { at: was.toISOString() })]);
  const news = { sessionId, classId, what: 'cancelled', was, at: was, by: instructorOf(by)?.personId } as const;
  return { ok: true, told: await tellUntilOver(db, news, now) };
}

/** Takes place after all what was cancelled. Who has not heard of the cancellation yet hears nothing. */
export async function restoreSession(db: Db, sessionId: string, by: ChangedBy, now: Date): Promise<ChangeResult> {
  const { outcome, classId, was } = await writeChange(db, { what: 'restore', sessionId }, instructorOf(by), now);
  if (outcome !== 'changed') return { ok: false, why: refused(outcome) };
  await writeAudit(db, [changed(by, 'restore_session', sessionId, { at: was.toISOString() })]);
  const news = { sessionId, classId, what: 'restored', was, at: was, by: instructorOf(by)?.personId } as const;
  return { ok: true, told: await tellUntilOver(db, news, now) };
}

// Of what is over nobody is told any more: neither this nor what was planned before.
async function tellUntilOver(db: Db, news: SessionNews, now: Date): Promise<number> {
  const { endsAt } = await sessionOf(db, news.sessionId);
  if (endsAt > now) return tellOfSession(db, news, now);
  await dropNotices(db, [aboutSession(news.sessionId)]);
  return 0;
}

/**
 * Cancels a class: its meetings from now on, its waitlist and all. Whoever has a place or waits for one is told once, and so
 * is whoever teaches it or was to stand in; `told` counts those with a place.
 */
export async function cancelClass(
  db: Db,
  { classId, reason }: { classId: string; reason: string },
  by: ChangedBy & { kind: 'staff' },
  clock: PlaceClock,
): Promise<{ ok: true; told: number } | { ok: false; why: 'unknown_class' }> {
  await holdClass(db, classId);
  const cancelled = await writeClassCancel(db, { classId, reason }, clock.now);
  if (!cancelled) return { ok: false, why: 'unknown_class' };
  const sessions = cancelled.map(({ sessionId }) => sessionId);
  await dropNotices(db, [...sessions.map(aboutSession), `class:${classId}`]);
  await writeAudit(db, [
    { ...changed(by, 'cancel_class', classId, { sessions: sessions.length }), object: { kind: 'class', id: classId } },
  ]);
  const people = await peopleIn(db, classId);
  const notices = (whom: string[], script: string, why: { reason?: string } = {}) =>
    whom.map((personId) => ({
      key: `${script}:${classId}:${personId}`,
      personId,
      script,
      known: { classId, ...why },
      urgent: cancelled.some(({ startsAt }) => isSoon(startsAt, clock.now)),
      dueAt: clock.now,
    }));
  const teaching = [...(await teachersOf(db, classId)), ...(await standingIn(db, sessions))];
  await planNotices(db, [
    ...notices(people, 'classCancelled', { reason }),
    ...notices([...new Set(teaching)], 'taughtClassCancelled'),
  ]);
  await dissolveWaitlist(db, classId, 'cancelled', clock);
  return { ok: true, told: people.length };
}

function instructorOf(by: ChangedBy): ChangingInstructor | undefined {
  return by.kind === 'instructor' ? by : undefined;
}

// Only a move can leave all as it was.
function refused(outcome: SessionRefusal | 'same'): SessionRefusal {
  if (outcome === 'same') throw new Error('A meeting was found the same that was not moved.');
  return outcome;
}

function changed(by: ChangedBy, action: string, id: string, details: { [name: string]: string | number }) {
  return {
    ...(by.kind === 'instructor' && { actorId: by.personId }),
    actor: by.kind === 'staff' ? by.actor : 'instructor',
    action,
    object: { kind: 'session', id },
    channel: by.channel,
    details,
  };
}

function aboutSession(sessionId: string): string {
  return `session:${sessionId}`;
}
