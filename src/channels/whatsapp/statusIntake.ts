import type { Pool } from 'pg';
import { acceptStatuses } from '../../db/outboxStatuses';
import type { DeliveryStatus } from '../../domain/delivery';
import { type FailureKind, failureKind } from './failures';

export type StatusIntakeTools = {
  pool: Pick<Pool, 'query'>;
  /** Told when a status let other messages go. */
  freed: () => void;
  /** Told the code of a message that had been taken and has failed. */
  failed: (code: number) => void;
  metrics: {
    status: (kind: string) => void;
    /** The kind of a message, for its price, is known. */
    message: (task: string | null, category: string) => void;
    /** A message that had been taken was not delivered. */
    undelivered: (why: FailureKind) => void;
    /** Statuses of messages that are not ours, or never will be known to be. */
    strayStatuses: (count: number) => void;
  };
  log?: { warn: (fields: object, message: string) => void };
};

type Waiting = { statuses: DeliveryStatus[]; resolve: () => void; reject: (fault: unknown) => void };

/**
 * Stores delivery statuses, three for every reply: those that come within a few milliseconds share a statement.
 * Gives a function that resolves when they are durable.
 */
export function createStatusIntake({
  pool,
  freed,
  failed,
  metrics,
  log,
}: StatusIntakeTools): (statuses: DeliveryStatus[]) => Promise<void> {
  let waiting: Waiting[] = [];
  let underWay = false;

  async function flush(): Promise<void> {
    if (underWay) return;
    underWay = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      await store(batch);
    }
    underWay = false;
  }

  async function store(batch: Waiting[]): Promise<void> {
    const statuses = batch.flatMap((each) => each.statuses);
    try {
      const taken = await acceptStatuses(pool, statuses);
      for (const { resolve } of batch) resolve();
      for (const status of statuses) note(status);
      for (const { task, category } of taken.priced) metrics.message(task, category);
      metrics.strayStatuses(taken.foreign);
      if (taken.freed) freed();
    } catch (fault) {
      for (const { reject } of batch) reject(fault);
    }
  }

  function note({ status, errorCode: code, tag }: DeliveryStatus): void {
    metrics.status(status);
    if (status !== 'failed') return;
    const why = failureKind(code);
    metrics.undelivered(why);
    // Without our tag it may be another program’s on the same number.
    if (code !== undefined && tag !== undefined) failed(code);
    if (why === 'ours')
      log?.warn({ outboxId: tag, code, kind: why }, 'A message that Meta had taken was not delivered.');
  }

  return (statuses) =>
    new Promise((resolve, reject) => {
      if (waiting.push({ statuses, resolve, reject }) === 1) setTimeout(() => void flush(), GATHER_MS);
    });
}
// Nobody waits for a status but Meta, which asks for an answer within 250 ms.
const GATHER_MS = 10;
