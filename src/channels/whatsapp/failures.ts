import { isUnreachable } from '../../domain/delivery';
import { meaningOf } from './errors';

/**
 * Why a message that had been taken was not delivered. `unreachable`: nobody is reached there; `window`: she had not written
 * for a day; `held_back`: Meta spares people too many messages; `account`: an operator must act; `throttled`: too fast;
 * `ours`: the message was not as it must be.
 */
export type FailureKind = 'unreachable' | 'window' | 'held_back' | 'account' | 'throttled' | 'ours' | 'other';

/** Tells it by Meta's code. */
export function failureKind(code: number | undefined): FailureKind {
  if (code === undefined) return 'other';
  if (isUnreachable(code)) return 'unreachable';
  if (code === 131047) return 'window';
  if (HELD_BACK.has(code)) return 'held_back';
  if (OURS.has(code) || (code >= 132000 && code < 133000)) return 'ours';
  const action = meaningOf(code)?.action;
  if (action === 'stop_line') return 'account';
  return action === 'throttle_number' || action === 'throttle_pair' ? 'throttled' : 'other';
}

const HELD_BACK = new Set([130472, 131049, 131050]);
const OURS = new Set([100, 131008, 131009, 131021, 131051, 131053, 135000]);
