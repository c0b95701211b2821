import type { Pool } from 'pg';
import { conversationsWaiting } from '../db/inbox';
import type { TurnOutcome } from './turns';

export type Worker = {
  /** Tells of conversations that have messages; returns at once. */
  kick: (conversations: string[]) => void;
  /** Starts looking for what a crash or another process left behind. */
  start: () => void;
  /** Takes nothing new and resolves when the turns under way have ended. */
  stop: () => Promise<void>;
};

export type WorkerTools = {
  work: (conversationId: string) => Promise<TurnOutcome>;
  pool: Pool;
  /** Most turns at once; the pool should have as many connections. */
  concurrency: number;
  sweepMs?: number;
  report: (fault: unknown, conversationId: string) => void;
};

/**
 * Works conversations, each by one turn at a time, so many at once. A conversation is queued, or running, or running
 * and told again; a conversation another process holds is looked at again a little later.
 */
export function createWorker({ work, pool, concurrency, sweepMs = 500, report }: WorkerTools): Worker {
  const queued = new Set<string>();
  const running = new Map<string, { again: boolean; done: Promise<void> }>();
  let sweeper: NodeJS.Timeout | undefined;
  let stopped = false;

  function kick(conversations: string[]): void {
    if (stopped) return;
    for (const conversation of conversations) {
      const now = running.get(conversation);
      if (now) now.again = true;
      else queued.add(conversation);
    }
    fill();
  }

  function fill(): void {
    for (const conversation of queued) {
      if (running.size >= concurrency || stopped) return;
      queued.delete(conversation);
      const state = { again: false, done: Promise.resolve() };
      running.set(conversation, state);
      state.done = run(conversation).then(() => {
        running.delete(conversation);
        if (state.again) queued.add(conversation);
        fill();
      });
    }
  }

  async function run(conversation: string): Promise<void> {
    const outcome = await work(conversation).catch((fault): TurnOutcome => {
      report(fault, conversation);
      return 'failed';
    });
    if (outcome === 'more') kick([conversation]);
    if (outcome === 'busy') setTimeout(() => kick([conversation]), BUSY_MS).unref();
  }

  async function sweep(): Promise<void> {
    const waiting = await conversationsWaiting(pool, SWEEP_LIMIT).catch(() => []); // Postgres away: the next sweep asks again
    kick(waiting);
    if (!stopped) sweeper = setTimeout(sweep, sweepMs).unref();
  }

  return {
    kick,
    start: () => void sweep(),
    async stop() {
      stopped = true;
      clearTimeout(sweeper);
      await Promise.all([...running.values()].map(({ done }) => done));
    },
  };
}
// Long enough for most turns, short against a person's patience; the sweep catches what this misses.
const BUSY_MS = 25;
const SWEEP_LIMIT = 500;
