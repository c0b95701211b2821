import type { ClaimedRow } from '../../db/outbox';
import { MOST_TRIES, meaningOf } from './errors';
import type { SendResult } from './graphAnswer';

/** What a post's result means for its row. `back`: it was as good as not posted, and the try does not count. */
export type Settled =
  | { kind: 'accepted'; providerId: string }
  | { kind: 'unknown'; waitMs: number }
  | { kind: 'retry'; delayMs: number; errorCode: number }
  | { kind: 'back' }
  | { kind: 'failed'; errorCode: number };

/** Decides what becomes of a row after a post. `chance` is in [0, 1): retries are spread so that they do not come all at once. */
export function settle(row: ClaimedRow, result: SendResult, confirmMs: number, chance: number): Settled {
  switch (result.kind) {
    case 'accepted':
      return result;
    case 'unsent':
      return { kind: 'back' };
    case 'ambiguous':
      return { kind: 'unknown', waitMs: Math.min(confirmMs * 2 ** (row.attempts - 1), 60_000) };
    case 'refused':
      return settleRefusal(row, result, chance);
  }
}

function settleRefusal({ refusals }: ClaimedRow, refusal: SendResult & { kind: 'refused' }, chance: number): Settled {
  const { code: errorCode, action } = refusal;
  const tired = refusals + 1 >= (meaningOf(errorCode)?.tries ?? MOST_TRIES);
  switch (action) {
    case 'retry':
      if (tired) return { kind: 'failed', errorCode };
      return { kind: 'retry', delayMs: Math.min(1000 * 2 ** refusals, 60_000) * (0.8 + 0.4 * chance), errorCode };
    case 'throttle_pair':
      // Meta's own rule: 4^X seconds, X counting from 0.
      return tired ? { kind: 'failed', errorCode } : { kind: 'retry', delayMs: 1000 * 4 ** refusals, errorCode };
    case 'throttle_number':
    case 'stop_line':
      return { kind: 'back' };
    case 'fail':
      return { kind: 'failed', errorCode };
  }
}
