import { Pool } from 'pg';
import { freePort } from '../../src/db/embeddedServer';
import { migrate } from '../../src/db/migrate';
import { type OwnPostgres, startOwnPostgres } from './ownPostgres';
import { hasRedisServer, startOwnResp, startRealRedis } from './redisServer';
import { type RunningApp, startApp } from './runningApp';
import { isBroken, type Report } from './verdict';
import { webFindings } from './webFindings';
import { openVisitor, type WebVisitor } from './webVisitor';

export type WebSoakOptions = {
  seconds: number;
  sockets: number;
  seed: number;
  /** Between two messages of a visitor, and between two cuts of her socket. */
  paceMs: number;
  cutMs: number;
  /** Between two deaths of the second process; 0: it lives. */
  killMs: number;
  progress?: (line: string) => void;
};

/** Two processes, one Postgres, one Redis, and visitors of the web chat who go to either of them; then the count. */
export async function webSoak(options: WebSoakOptions): Promise<Report> {
  const closers: (() => Promise<unknown> | unknown)[] = [];
  try {
    return await play(options, await openStage(closers));
  } finally {
    for (const close of closers.reverse()) await close();
  }
}

type Stage = {
  pool: Pool;
  first: RunningApp;
  second: { app: RunningApp; kills: number; isOver: boolean; start: () => Promise<void> };
};

async function openStage(closers: (() => unknown)[]): Promise<Stage> {
  const postgres: OwnPostgres = await startOwnPostgres();
  closers.push(postgres.stop);
  const redis = hasRedisServer() ? await startRealRedis() : await startOwnResp();
  closers.push(redis.stop);
  const pool = new Pool({ connectionString: postgres.url, max: 4, application_name: 'soak' });
  pool.on('error', () => {});
  closers.push(() => pool.end());
  await migrate(pool);
  // Nobody here is on WhatsApp. Every visitor comes by a proxy, from an address of her own.
  const given = {
    databaseUrl: postgres.url,
    redisUrl: redis.url,
    graphUrl: 'http://127.0.0.1:9',
    trustedProxies: '127.0.0.1',
  };
  const port = await freePort();
  const second = { app: await startApp({ ...given, port }), kills: 0, isOver: false, start: async () => {} };
  second.start = async () => {
    second.app = await startApp({ ...given, port });
  };
  const first = await startApp(given);
  closers.push(() => {
    second.app.kill();
    first.kill();
    return Promise.all([first.ended, second.app.ended]);
  });
  return { pool, first, second };
}

async function play(options: WebSoakOptions, stage: Stage): Promise<Report> {
  const { pool, first, second } = stage;
  const urls = [first.url, second.app.url];
  const visitors: WebVisitor[] = [];
  for (let n = 1; n <= options.sockets; n += AT_ONCE)
    visitors.push(
      ...(await Promise.all(
        Array.from({ length: Math.min(AT_ONCE, options.sockets - n + 1) }, (_, k) =>
          openVisitor({ ...options, urls }, n + k),
        ),
      )),
    );
  const killing = kill(options, stage);
  await pause((options.seconds * 1000) / 4);
  const early = await first.memory();
  for (let passed = 0; passed < options.seconds * 0.75; passed += 5) {
    await pause(Math.min(5, options.seconds * 0.75) * 1000);
    const messages = visitors.reduce((sum, { said }) => sum + said.size, 0);
    options.progress?.(`${messages} messages, ${second.kills} kills`);
  }
  await Promise.all(visitors.map((visitor) => visitor.stop()));
  second.isOver = true;
  await killing;
  await caughtUp(pool, visitors);
  const late = await first.memory();
  for (const visitor of visitors) visitor.leave();
  const memory = { early: early.held, late: late.held, rss: late.rss };
  const findings = await webFindings(pool, visitors, memory);
  return {
    seed: options.seed,
    holds: !findings.findings.some(isBroken),
    ...findings,
    counts: { ...findings.counts, 'processes killed': second.kills },
  };
}
const AT_ONCE = 20;

async function kill({ killMs }: WebSoakOptions, { second }: Stage): Promise<void> {
  for (let next = Date.now() + killMs; killMs > 0 && !second.isOver; await pause(100)) {
    if (Date.now() < next) continue;
    next = Date.now() + killMs;
    second.app.kill();
    await second.app.ended;
    second.kills += 1;
    await second.start();
  }
}

// Whoever has not come to the end of her transcript by then has lost something: the count says what.
async function caughtUp(pool: Pool, visitors: WebVisitor[]): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; await pause(200)) {
    const { rows } = await pool.query<{ waiting: number }>(
      `select count(*)::integer as waiting from inbox where done_at is null`,
    );
    const ends = await pool.query<{ value: string; last: number }>(
      `select value, (select max(position) from outbox where conversation_id = a.conversation_id)::integer as last from address a`,
    );
    const last = new Map(ends.rows.map((row) => [row.value, row.last]));
    if (rows[0]?.waiting === 0 && visitors.every((one) => one.watermark() >= (last.get(one.user) ?? 0))) return;
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
