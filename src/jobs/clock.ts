import type { Log } from '../log';

/** Something done by the clock. It must be right whoever else does it at the same time, and when it is done twice. */
export type Job = { name: string; everyMs: number; run: () => Promise<void> };

/**
 * Does each job again and again, never twice at once; one that fails is tried again the next time. What it gives ends it,
 * when the jobs under way are done.
 */
export function startJobs(jobs: Job[], log: Pick<Log, 'warn'>): () => Promise<void> {
  const running = new Map<string, Promise<void>>();
  const timers = jobs.map((job) =>
    setInterval(() => {
      if (running.has(job.name)) return;
      const done = job
        .run()
        .catch((fault) => log.warn({ fault, name: job.name }, 'A job failed; it is done again the next time.'))
        .finally(() => running.delete(job.name));
      running.set(job.name, done);
    }, job.everyMs),
  );
  return async () => {
    for (const timer of timers) clearInterval(timer);
    await Promise.all(running.values());
  };
}
