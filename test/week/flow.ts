import type { Pool } from 'pg';
import { setTownTime } from './postgresTime';
import { realPause, type TownTime } from './time';
import { type Traffic, watchTraffic } from './traffic';

/** Lets the town's time pass: as the real one while anything is being done, and in one step to what comes next when nothing is. */
export type Flow = {
  /** Resolves when it is that time, or when `work` is done, and everything that fell due on the way has been done. */
  until: (moment: number, work?: Promise<unknown>) => Promise<void>;
  end: () => void;
};
export type FlowTools = {
  time: TownTime;
  /** Sees the town's time and is no part of the service. */
  pool: Pool;
  /** Called again and again: whoever looks at a phone does it now. Whether anything had come. */
  look: () => boolean;
};

/** Service and stand-in must be in this process. */
export function openFlow(tools: FlowTools): Flow {
  const traffic = watchTraffic();
  return {
    until: (moment, work) => flow(tools, traffic, moment, work),
    end: traffic.end,
  };
}

async function flow(tools: FlowTools, traffic: Traffic, moment: number, work?: Promise<unknown>): Promise<void> {
  const { time, pool, look } = tools;
  const job = { isDone: false };
  void work?.then(
    () => (job.isDone = true),
    () => (job.isDone = true),
  );
  while (!job.isDone && time.now() < moment) {
    time.ring();
    const { due, isWorkLeft } = await stillness(pool, traffic);
    // Whoever has got something may be about to do something.
    if (look() || job.isDone) continue;
    // Work that is left waits for somebody to look again, or for a post that nobody answers: those are the idle timers.
    const next = Math.min(moment, due, time.next(isWorkLeft ? 'all' : 'acts'), time.now() + LONGEST_STEP_MS);
    if (next > time.now()) {
      time.moveTo(Math.ceil(next / TOGETHER_MS) * TOGETHER_MS);
      await setTownTime(pool, time.skew());
    }
  }
  time.ring();
}

// What a service does every minute is done at least this often.
const LONGEST_STEP_MS = 5 * 60_000;
// What falls due in the same tenth of a second is done together. Coarser, a status would seem to come later than it does.
const TOGETHER_MS = 100;

type Still = { due: number; isWorkLeft: boolean };

/** Resolves when no statement runs and nothing moves on HTTP: what is under way then and does not move waits for a timer. */
async function stillness(pool: Pool, traffic: Traffic): Promise<Still> {
  for (;;) {
    const before = traffic.count();
    const rounds = traffic.requests() > 0 ? 6 : 2;
    for (let round = 0; round < rounds && traffic.count() === before; round += 1) await turnOfTheLoop();
    if (traffic.statements() > 0) await realPause(1);
    else if (traffic.count() === before) break;
  }
  const { rows } = await pool.query<{ due: number | null; left: number }>({ name: 'standing', text: STANDING });
  const { due = null, left = 0 } = rows[0] ?? {};
  return { due: due ?? Number.POSITIVE_INFINITY, isWorkLeft: left + traffic.requests() > 0 };
}

// Long enough for what is in a socket to come out at its other end.
async function turnOfTheLoop(): Promise<void> {
  for (let turns = 0; turns < 5; turns += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** `due`: the next that Postgres knows to fall due; `left`: what is due already, or held by a process. */
const STANDING = `
  select (select extract(epoch from least(
            (select min(next_at) from inbox where done_at is null and next_at > now()),
            (select min(next_at) from outbox where unsent and next_at > now() and next_at < 'infinity'),
            (select min(due_at) from notice where ended_at is null and due_at > now()),
            (select min(offered_until) from enrolment where status = 'offered' and offered_until > now())
          ))::float8 * 1000) as due,
         (select count(*)::integer from inbox where done_at is null and next_at <= now())
         + (select count(*)::integer from outbox where unsent and (lease_until is not null or next_at <= now())) as left`;
