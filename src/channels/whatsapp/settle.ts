import type { ClaimedRow } from '../../db/outbox';
import { type WhyUnsent, whyRefused } from '../../domain/delivery';
import { MOST_TRIES, meaningOf } from './errors';
import type { SendResult } from './graphAnswer';

/**
 * What becomes of a row. `back`: it was as good as not posted, and the try does not count. `held`: it waits for the delay,
 * or without one for her to write; `counts`: what stands behind it waits too.
 */
export type Settled =
  | { kind: 'accepted'; providerId: string }
  | { kind: 'unknown'; waitMs: number }
  | { kind: 'retry'; delayMs: number; errorCode: number }
  | { kind: 'back' }
  | { kind: 'held'; why: WhyUnsent | null; delayMs?: number; counts: boolean; asTemplate?: boolean }
  | { kind: 'failed'; why: WhyUnsent; errorCode?: number };

/** Decides what becomes of a row after a post. `chance` is in [0, 1): retries are spread so that they do not come all at once. */
export function settle(row: ClaimedRow, result: SendResult, confirmMs: number, chance: number): Settled {
  switch (result.kind) {
    case 'accepted':
      return result;
    case 'unsent':
      return { kind: 'back' };
    case 'ambiguous':
      return { kind: 'unknown', waitMs: statusWait(confirmMs, row.attempts - 1) };
    case 'refused':
      return settleRefusal(row, result, { confirmMs, chance });
  }
}

function statusWait(confirmMs: number, before: number): number {
  return Math.min(NO_LEASE * confirmMs * 2 ** before, 60_000);
}

// Where a process has died its lease was waited for too; here nothing has been, and a status can be slow when much is slow.
const NO_LEASE = 5;

function settleRefusal(
  row: ClaimedRow,
  refusal: SendResult & { kind: 'refused' },
  { confirmMs, chance }: { confirmMs: number; chance: number },
): Settled {
  const { refusals } = row;
  const { code: errorCode, action, isDoubtful } = refusal;
  const meaning = meaningOf(errorCode);
  const isTired = refusals + 1 >= (meaning?.tries ?? MOST_TRIES);
  const again = (delayMs: number): Settled =>
    isTired ? { kind: 'failed', why: 'given_up', errorCode } : { kind: 'retry', delayMs, errorCode };
  switch (action) {
    case 'retry':
      // A status may yet tell that it went out.
      if (isDoubtful && row.resend === 'costly') return { kind: 'unknown', waitMs: statusWait(confirmMs, refusals) };
      if (isDoubtful) return again(statusWait(confirmMs, refusals));
      return again(Math.min(1000 * 2 ** refusals, 60_000) * (0.8 + 0.4 * chance));
    case 'throttle_pair':
      // Meta's own rule: 4^X seconds, X counting from 0.
      return again(1000 * 4 ** refusals);
    case 'pause_templates':
      return again(meaning?.pauseMs ?? 0);
    case 'needs_template':
      return tooLate(row);
    case 'throttle_number':
      return { kind: 'back' };
    case 'stop_line':
      // That something is not there may be said of the message, not of the number: it is not tried for ever.
      return errorCode === NOT_THERE ? notThere(row) : { kind: 'back' };
    case 'fail':
      return { kind: 'failed', why: whyRefused(errorCode), errorCode };
  }
}

// By our clock she had written within the day, by Meta's she had not.
function tooLate({ body, asTemplate }: ClaimedRow): Settled {
  if (body.template && !asTemplate) return { kind: 'held', why: null, delayMs: 0, counts: true, asTemplate: true };
  return { kind: 'held', why: 'window_closed', counts: true };
}

const NOT_THERE = 100;
function notThere({ refusals }: ClaimedRow): Settled {
  if (refusals >= 2) return { kind: 'failed', why: 'refused', errorCode: NOT_THERE };
  return { kind: 'retry', delayMs: 0, errorCode: NOT_THERE };
}
