import { settleOrphans } from '../db/outboxStatuses';
import type { Db } from '../db/pool';
import type { Job } from './clock';

export type OrphanTools = {
  db: Db;
  /** Told when a status let other messages go. */
  freed: () => void;
  /** Told how many statuses have found no message of ours in five minutes. */
  lost: (count: number) => void;
  everyMs?: number;
};

/** Brings delivery statuses that came before we knew their messages to them. */
export function orphansJob({ db, freed, lost, everyMs = 15_000 }: OrphanTools): Job {
  return {
    name: 'orphans',
    everyMs,
    async run() {
      const settled = await settleOrphans(db, KEPT_SECONDS);
      if (settled.freed) freed();
      lost(settled.lost);
    },
  };
}
const KEPT_SECONDS = 300;
