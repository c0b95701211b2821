import type { ClaimedRow } from '../../db/outbox';
import { isWindowOpen, PRIORITY } from '../../domain/delivery';
import type { Settled } from './settle';

/** How a message is to leave now, or what becomes of it instead. */
export type Leave = { kind: 'free' | 'template' } | Extract<Settled, { kind: 'held' | 'failed' }>;

/** What bears on whether a message may leave. All in milliseconds; `now` since 1970, the others from now on. */
export type Moment = { now: number; quietMs: number; templatesPausedMs: number };

/**
 * Decides, before a post, whether the message may go at this time, and in which form: free words only where she has written
 * within a day, else its template; without one it waits for her. At night what can wait waits for the morning.
 */
export function leaveOf(row: ClaimedRow, { now, quietMs, templatesPausedMs }: Moment): Leave {
  // Nobody to write to any more: she has changed or withdrawn her addresses since.
  if (!row.to.phone && !row.to.bsuid) return { kind: 'failed', why: 'no_address' };
  // Its text has been erased meanwhile.
  if (!row.body) return { kind: 'failed', why: 'faulty' };
  if (row.priority === PRIORITY.notice && quietMs > 0) return later('quiet_hours', quietMs);
  if (!row.asTemplate && isWindowOpen(row.heardAt, now)) return { kind: 'free' };
  if (!row.body.template) return { kind: 'held', why: 'window_closed', counts: false };
  return templatesPausedMs > 0 ? later('template_refused', templatesPausedMs) : { kind: 'template' };
}

function later(why: 'quiet_hours' | 'template_refused', delayMs: number): Leave {
  return { kind: 'held', why, delayMs, counts: false };
}
