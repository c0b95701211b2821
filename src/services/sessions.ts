import { writeAudit } from '../db/audit';
import { dropNotices, planNotices } from '../db/notices';
import { holdClass } from '../db/places';
import type { Db } from '../db/pool';
import {
  type HeldSession,
  holdSessionToChange,
  peopleIn,
  writeCancel,
  writeClassCancel,
  writeMove,
} from '../db/sessionChanges';
import { dissolveWaitlist, type PlaceClock } from './offers';

/** Who changes a meeting: staff, or an instructor of the class, whom the channel has proved. `actor` is for the audit log. */
export type ChangedBy =
  | { kind: 'staff'; actor: string; channel: string; personId?: string }
  | { kind: 'instructor'; channel: string; personId: string };

export type SessionChanged = { ok: true; told: number } | { ok: false; why: SessionRefusal };
type SessionRefusal = 'unknown_session' | 'not_yours' | 'cancelled' | 'begun' | 'marked' | 'in_the_past' | 'taken';

/** Moves a meeting to another time; it keeps its length unless an end is given. Whoever has a place is told, each once. */
export async function moveSession(
  db: Db,
  { sessionId, startsAt, endsAt }: { sessionId: string; startsAt: Date; endsAt?: Date },
  by: ChangedBy,
  now: Date,
): Promise<SessionChanged> {
  const held = await holdSessionToChange(db, sessionId, by.personId ?? null);
  const why = refusalToChange(held, by, now);
  if (why || !held) return { ok: false, why: why ?? 'unknown_session' };
  const from = held.startsAt.getTime();
  const length = held.endsAt.getTime() - from;
  const to = { startsAt, endsAt: endsAt ?? new Date(startsAt.getTime() + length) };
  if (startsAt <= now || to.endsAt <= startsAt) return { ok: false, why: 'in_the_past' };
  if (startsAt.getTime() === from && to.endsAt.getTime() === held.endsAt.getTime()) return { ok: true, told: 0 };
  if (!(await writeMove(db, sessionId, to))) return { ok: false, why: 'taken' };
  await writeAudit(db, [
    changed(by, 'move_session', sessionId, { from: held.startsAt.toISOString(), to: startsAt.toISOString() }),
  ]);
  const known = { sessionId, from };
  const urgent = isSoon(held.startsAt, now) || isSoon(startsAt, now);
  return {
    ok: true,
    told: await tellPlaces(db, held.classId, { script: 'sessionMoved', sessionId, known, urgent }, now),
  };
}

/** Cancels a meeting. Whoever has a place in its class is told. */
export async function cancelSession(db: Db, sessionId: string, by: ChangedBy, now: Date): Promise<SessionChanged> {
  const held = await holdSessionToChange(db, sessionId, by.personId ?? null);
  const why = refusalToChange(held, by, now);
  if (why || !held) return { ok: false, why: why ?? 'unknown_session' };
  await writeCancel(db, [sessionId]);
  await writeAudit(db, [changed(by, 'cancel_session', sessionId, { at: held.startsAt.toISOString() })]);
  const urgent = isSoon(held.startsAt, now);
  const news = { script: 'sessionCancelled', sessionId, known: { sessionId }, urgent };
  return { ok: true, told: await tellPlaces(db, held.classId, news, now) };
}

/** Cancels a class: its meetings from now on, its waitlist and all. Whoever has a place or waits for one is told once. */
export async function cancelClass(
  db: Db,
  classId: string,
  by: ChangedBy & { kind: 'staff' },
  clock: PlaceClock,
): Promise<{ ok: true; told: number } | { ok: false; why: 'unknown_class' }> {
  await holdClass(db, classId);
  const sessions = await writeClassCancel(db, classId, clock.now);
  if (!sessions) return { ok: false, why: 'unknown_class' };
  await dropNotices(db, sessions.map(aboutSession));
  await writeAudit(db, [
    { ...changed(by, 'cancel_class', classId, { sessions: sessions.length }), object: { kind: 'class', id: classId } },
  ]);
  const people = await peopleIn(db, classId);
  await planNotices(
    db,
    people.map((personId) => ({
      key: `class-cancelled:${classId}:${personId}`,
      personId,
      script: 'classCancelled',
      known: { classId },
      dueAt: clock.now,
    })),
  );
  await dissolveWaitlist(db, classId, 'cancelled', clock);
  return { ok: true, told: people.length };
}

function refusalToChange(held: HeldSession | undefined, by: ChangedBy, now: Date): SessionRefusal | undefined {
  if (!held) return 'unknown_session';
  if (by.kind === 'instructor' && !held.isTaught) return 'not_yours';
  if (held.isCancelled) return 'cancelled';
  if (held.isMarked) return 'marked';
  return held.startsAt <= now ? 'begun' : undefined;
}

// What was planned about the old time (reminders) goes with it.
async function tellPlaces(
  db: Db,
  classId: string,
  notice: { script: string; sessionId: string; known: { [name: string]: string | number }; urgent: boolean },
  now: Date,
): Promise<number> {
  const { script, sessionId, known, urgent } = notice;
  await dropNotices(db, [aboutSession(sessionId)]);
  const people = await peopleIn(db, classId);
  await planNotices(
    db,
    people.map((personId) => ({
      key: [script, sessionId, now.getTime(), personId].join(':'),
      personId,
      script,
      known,
      urgent,
      about: aboutSession(sessionId),
      dueAt: now,
    })),
  );
  return people.length;
}

// Told in the morning, it would find her on her way.
function isSoon(startsAt: Date, now: Date): boolean {
  return startsAt.getTime() - now.getTime() < SOON_MS;
}
const SOON_MS = 14 * 3_600_000;

function changed(by: ChangedBy, action: string, id: string, details: { [name: string]: string | number }) {
  return {
    ...(by.personId !== undefined && { actorId: by.personId }),
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
