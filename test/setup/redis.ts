import { Redis } from 'ioredis';
import { type RespServer, startRespServer } from './respServer';

/** The Redis a group of tests runs on; `url` is known from `beforeAll` on. */
export type TestRedis = {
  kind: 'in process' | 'real';
  readonly url: string;
  /** Empties it; of a shared real Redis only the database number that these tests hold. */
  flush: () => Promise<void>;
  /** Only in process: stops the server. */
  stop?: () => Promise<void>;
  /** Only in process: the server, for the faults it can play. */
  server?: () => RespServer;
};

/** Describes the same tests for the in-process Redis and, where the run has one, again for the real one. */
export function describeEachRedis(name: string, fn: (redis: TestRedis) => void): void {
  describe(`${name} (Redis in process)`, () => fn(inProcess()));
  const real = process.env.RELEVO_TEST_REDIS;
  if (real) describe(`${name} (real Redis)`, () => fn(onReal(real)));
}

function inProcess(): TestRedis {
  let started: RespServer | undefined;
  const server = () => started ?? notYet();
  beforeAll(async () => {
    started = await startRespServer();
  });
  afterAll(() => started?.stop());
  return {
    kind: 'in process',
    get url() {
      return server().url;
    },
    flush: async () => server().flush(),
    stop: () => server().stop(),
    server,
  };
}

function onReal(address: string): TestRedis {
  let held: { redis: Redis; url: string; claim: string } | undefined;
  const now = () => held ?? notYet();
  beforeAll(async () => {
    held = await holdDatabase(address);
  });
  afterAll(async () => {
    if (!held) return;
    await held.redis.flushdb();
    await held.redis.select(0);
    await held.redis.del(held.claim);
    held.redis.disconnect();
  });
  return {
    kind: 'real',
    get url() {
      return now().url;
    },
    flush: async () => {
      await now().redis.flushdb();
    },
  };
}

// Several test files, and several runs on one machine, share the server: each takes a database number for itself.
async function holdDatabase(address: string): Promise<{ redis: Redis; url: string; claim: string }> {
  const redis = new Redis(address, { db: 0 });
  for (const end = Date.now() + 20_000; Date.now() < end; await pause(100)) {
    for (let number = 1; number < 16; number++) {
      const claim = `relevo_test_database_${number}`;
      if (!(await redis.set(claim, process.pid, 'EX', 900, 'NX'))) continue;
      await redis.select(number);
      await redis.flushdb();
      const url = new URL(address);
      url.pathname = `/${number}`;
      return { redis, url: url.href, claim };
    }
  }
  redis.disconnect();
  throw new Error(
    'Redis databases 1 to 15 are all held by other tests: wait, or delete the keys relevo_test_database_*.',
  );
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function notYet(): never {
  throw new Error('The Redis of these tests is started in beforeAll: ask for it in a test or a later hook.');
}
