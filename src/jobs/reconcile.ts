import type { Pool } from 'pg';
import { type Backlog, countBacklog } from '../db/reconciliation';
import type { Log } from '../log';

export type Reconciliation = {
  db: Pick<Pool, 'query'>;
  metrics: { backlog(backlog: Backlog | undefined): void };
  log: Pick<Log, 'info' | 'warn'>;
  everyMs?: number;
};

/**
 * Counts once a minute what waits and what waits too long, for the metrics and as one line in the log: a warning when
 * somebody should look. Of several processes one does it. What it gives ends it, when the count under way is done.
 */
export function startReconciling(reconciliation: Reconciliation): () => Promise<void> {
  let round: Promise<void> | undefined;
  const timer = setInterval(() => {
    round ??= reconcile(reconciliation).finally(() => {
      round = undefined;
    });
  }, reconciliation.everyMs ?? EVERY_MS);
  return async () => {
    clearInterval(timer);
    await round;
  };
}

const EVERY_MS = 60_000;

/** One round of it. Where another process counted, or Postgres is away, this one's figures are withdrawn: they are old. */
export async function reconcile({ db, metrics, log, everyMs = EVERY_MS }: Reconciliation): Promise<void> {
  try {
    const backlog = await countBacklog(db, everyMs / 1000);
    metrics.backlog(backlog);
    if (backlog) report(backlog, log);
  } catch (fault) {
    metrics.backlog(undefined);
    log.warn({ fault }, 'What waits could not be counted; it is tried again next time.');
  }
}

// What the channel took and did not send stays so for good: it is warned of once, and the metric keeps it for a day.
function report({ newlyUnconfirmed, ...fields }: Backlog, log: Reconciliation['log']): void {
  const { inbox, outbox } = fields;
  const isBad =
    newlyUnconfirmed > 0 ||
    inbox.late > 0 ||
    inbox.parked > 0 ||
    outbox.some((queue) => queue.stuck > 0 || isLate(queue));
  if (isBad) log.warn(fields, 'Messages have been waiting for too long, or were set aside.');
  else log.info(fields, 'What waits.');
}

const isLate = ({ standing, oldestSeconds }: Backlog['outbox'][number]) => standing === 'due' && oldestSeconds > 60;
