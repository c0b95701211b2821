import type { Pool } from 'pg';
import { chance } from '../../src/channels/whatsapp/simulator/chance';
import type { Faults } from '../../src/channels/whatsapp/simulator/faults';
import type { Fleet } from './fleet';
import type { OwnPostgres } from './ownPostgres';
import type { OwnRedis } from './redisServer';

/** What was done to the service. */
export type Troubles = {
  kills: number;
  armed: number;
  flushes: number;
  terminated: number;
  freezes: number;
  restarts: number;
};
export type TroubleTools = { fleet: Fleet; redis: OwnRedis; postgres: OwnPostgres; pool: Pool; seed: number };

/** How often a send to the Graph stand-in meets with something else than an answer. */
export const graphTroubles: Faults = {
  refuse500: 0.03,
  refuse429: 0.01,
  html: 0.005,
  reset: 0.01,
  acceptThen500: 0.01,
  acceptThenReset: 0.01,
  acceptThenSilence: 0.005,
  statusFirst: 0.02,
  slow: 0.03,
  slowMs: 400,
};

/** Makes trouble until it is told to stop, two or three times a second; what is done follows from the seed. */
export function makeTrouble(tools: TroubleTools): { troubles: Troubles; stop: () => Promise<void> } {
  const troubles: Troubles = { kills: 0, armed: 0, flushes: 0, terminated: 0, freezes: 0, restarts: 0 };
  let isOver = false;
  const done = (async () => {
    for (let n = 0; !isOver; n += 1) {
      const draw = (about: string) => chance(tools.seed, about, n);
      await pause(200 + 500 * draw('when'));
      if (!isOver) await one(tools, troubles, draw).catch(() => {}); // Redis or Postgres may be away already.
    }
  })();
  return {
    troubles,
    stop: () => {
      isOver = true;
      return done;
    },
  };
}

async function one(tools: TroubleTools, troubles: Troubles, draw: (about: string) => number): Promise<void> {
  const { fleet, redis, postgres, pool } = tools;
  const what = draw('what');
  const which = draw('which') < 0.5 ? 0 : 1;
  if (what < 0.15) {
    if (fleet.kill(which)) troubles.kills += 1;
  } else if (what < 0.35) {
    const point = points[Math.floor(draw('point') * points.length)] ?? '';
    if (fleet.arm(which, point)) troubles.armed += 1;
  } else if (what < 0.55) {
    await redis.flush();
    troubles.flushes += 1;
  } else if (what < 0.75) {
    troubles.terminated += await terminate(pool, draw);
  } else if (what < 0.985) {
    await redis.freeze(200 + 600 * draw('how long'));
    troubles.freezes += 1;
  } else {
    await postgres.crash();
    troubles.restarts += 1;
  }
}

const points = ['C0', 'C1', 'C2', 'C3', 'C5', 'O1', 'O2', 'O3', 'O4'];

async function terminate(pool: Pool, draw: (about: string) => number): Promise<number> {
  const { rows } = await pool.query<{ pid: number }>(
    `select pid from pg_stat_activity where application_name = 'relevo' and pid <> pg_backend_pid() order by pid`,
  );
  const chosen = rows.filter((_, n) => draw(`backend ${n}`) < 0.4).map(({ pid }) => pid);
  await pool.query('select pg_terminate_backend(pid) from unnest($1::integer[]) as pid', [chosen]);
  return 1;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
