/** The codes of a session change every minute; one that was just on show may still be typed for two minutes more. */
export const CODE_LASTS_MS = 60_000;
const GRACE_CODES = 2;

/** From how long before a session begins, to how long after it ends, one may check in. */
export const CHECK_IN_BEFORE_MS = 30 * 60_000;
export const CHECK_IN_AFTER_MS = 15 * 60_000;

/** The minute an instant falls in; a session has one code for each. */
export function codeMinute(at: Date): number {
  return Math.floor(at.getTime() / CODE_LASTS_MS);
}

/** Four digits of a keyed digest, the first never 0: nobody loses it on the way to the phone. */
export function codeOfDigest(digest: Uint8Array): string {
  const number = digest.slice(0, 6).reduce((sum, byte) => sum * 256 + byte, 0);
  return String(1000 + (number % 9000));
}

/** Whether, and of which minute, a code is of a session that goes on. `codeAt` gives the session's code of a minute. */
export function readCode(
  code: string,
  sentAt: Date,
  startsAt: Date,
  codeAt: (minute: number) => string,
): { kind: 'right' | 'expired'; minute: number } | undefined {
  const now = codeMinute(sentAt);
  const first = codeMinute(new Date(startsAt.getTime() - CHECK_IN_BEFORE_MS));
  for (let minute = now; minute >= first; minute -= 1) {
    if (codeAt(minute) === code) return { kind: now - minute <= GRACE_CODES ? 'right' : 'expired', minute };
  }
  return undefined;
}
