import type { Pool } from 'pg';
import { acceptStatuses } from '../../db/outbox';
import type { DeliveryStatus } from '../../domain/delivery';

export type StatusIntakeTools = {
  pool: Pick<Pool, 'query'>;
  /** Told when a status let other messages go. */
  freed: () => void;
  count: (kind: string) => void;
};

type Waiting = { statuses: DeliveryStatus[]; resolve: () => void; reject: (fault: unknown) => void };

/**
 * Stores delivery statuses, three for every reply: those that come within a few milliseconds share a statement.
 * Gives a function that resolves when they are durable.
 */
export function createStatusIntake({
  pool,
  freed,
  count,
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
      for (const { status } of statuses) count(status);
      if (taken.freed) freed();
    } catch (fault) {
      for (const { reject } of batch) reject(fault);
    }
  }

  return (statuses) =>
    new Promise((resolve, reject) => {
      if (waiting.push({ statuses, resolve, reject }) === 1) setTimeout(() => void flush(), GATHER_MS);
    });
}
// Nobody waits for a status but Meta, which asks for an answer within 250 ms.
const GATHER_MS = 10;
