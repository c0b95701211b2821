import { timingSafeEqual } from 'node:crypto';
import { addTry, type OpenSession, refusedSince, sessionsGoingOn, type Try } from '../db/checkIns';
import type { Marker } from '../db/marks';
import type { Db } from '../db/pool';
import { mayMark } from '../db/sessionRules';
import { CHECK_IN_AFTER_MS, CHECK_IN_BEFORE_MS, codeMinute, codeOfDigest, readCode } from '../domain/checkIn';
import type { CheckInResult } from './desk';
import type { Vault } from './vault';

/** The code of a session in a minute since 1970. Whoever has seen any number of them cannot tell the next. */
export function checkInCode(vault: Vault, sessionId: string, minute: number): string {
  return codeOfDigest(vault.sign('check-in code', `${sessionId}:${minute}`));
}

/** The code to show just now, and the page that shows it as it changes; nothing for whoever may not mark the session. */
export async function codeOnShow(
  db: Db,
  { vault, now, publicUrl }: { vault: Vault; now: Date; publicUrl: string },
  sessionId: string,
  personId: string,
): Promise<{ code: string; page: string } | undefined> {
  if (!(await mayMark(db, sessionId, personId))) return undefined;
  const page = `${publicUrl}/asistir/${checkInTicket(vault, sessionId)}`;
  return { code: checkInCode(vault, sessionId, codeMinute(now)), page };
}

/** The address of the page that shows a session's codes, for whoever may mark it to open: nobody can make one up. */
export function checkInTicket(vault: Vault, sessionId: string): string {
  return `${sessionId}.${signatureOf(vault, sessionId)}`;
}

/** The session of such an address, if we made it. */
export function readTicket(vault: Vault, ticket: string): string | undefined {
  const [sessionId = '', signature = ''] = ticket.split('.');
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(sessionId)) return undefined;
  const [given, right] = [Buffer.from(signature), Buffer.from(signatureOf(vault, sessionId))];
  return given.length === right.length && timingSafeEqual(given, right) ? sessionId : undefined;
}

/**
 * Takes a caregiver's word, by the code on show, that she is in class. Only while the class goes on, only for a list she
 * is on, and every try is kept. The instructor still marks.
 */
export async function checkIn(db: Db, vault: Vault, who: Marker, code: string): Promise<CheckInResult> {
  const { personId, sentAt } = who;
  if ((await refusedSince(db, personId, new Date(sentAt.getTime() - TRIES_WITHIN_MS))) >= MOST_TRIES)
    return { ok: false, why: 'too_many' };
  const [from, to] = [sentAt.getTime() - CHECK_IN_AFTER_MS, sentAt.getTime() + CHECK_IN_BEFORE_MS];
  const sessions = await sessionsGoingOn(db, personId, { from: new Date(from), to: new Date(to) });
  const tried = judge(vault, sessions, sentAt, code);
  if (!tried) return { ok: false, why: 'no_class' };
  const { session, outcome, codeMinute } = tried;
  if (outcome === 'claimed' && session.claimed) return { ok: false, why: 'already', className: session.className };
  await addTry(db, { ...who, sessionId: session.sessionId, outcome, ...(codeMinute !== undefined && { codeMinute }) });
  return outcome === 'claimed'
    ? { ok: true, className: session.className }
    : { ok: false, why: outcome, className: session.className };
}
const MOST_TRIES = 5;
const TRIES_WITHIN_MS = 10 * 60_000;

type Judged = { session: OpenSession; outcome: Try['outcome']; codeMinute?: number };

// Her own sessions first; a code of another that goes on is told apart from a slip, so that she learns what is wrong.
function judge(vault: Vault, sessions: OpenSession[], sentAt: Date, code: string): Judged | undefined {
  let expired: Judged | undefined;
  for (const session of sessions) {
    const read = readCode(code, sentAt, session.startsAt, (minute) => checkInCode(vault, session.sessionId, minute));
    if (read?.kind === 'right')
      return { session, outcome: session.listed ? 'claimed' : 'not_listed', codeMinute: read.minute };
    if (read && session.listed) expired ??= { session, outcome: 'expired', codeMinute: read.minute };
  }
  if (expired) return expired;
  const [hers] = sessions;
  return hers?.listed ? { session: hers, outcome: 'wrong' } : undefined;
}

function signatureOf(vault: Vault, sessionId: string): string {
  return vault.sign('check-in page', sessionId).subarray(0, 16).toString('base64url');
}
