import { Pool } from 'pg';
import { openStandIn, type StandIn } from '../../src/channels/whatsapp/simulator/standIn';
import { freePort } from '../../src/db/embeddedServer';
import { migrate } from '../../src/db/migrate';
import { isAtRest } from '../setup/rest';
import { endings, leftovers, replies } from './afterwards';
import { type Carrier, openCarrier } from './carrier';
import { counts, sofar } from './counts';
import { openCrowd } from './crowd';
import { effects } from './effects';
import { number } from './environment';
import { type Fleet, openFleet } from './fleet';
import { type Mailboxes, openMailboxes } from './mailboxes';
import { messages } from './messages';
import { observeInbox } from './observe';
import { order } from './order';
import { type OwnPostgres, startOwnPostgres } from './ownPostgres';
import { hasRedisServer, type OwnRedis, startOwnResp, startRealRedis } from './redisServer';
import { buildTown, type Town } from './town';
import { graphTroubles, makeTrouble } from './trouble';
import { isBroken, type Report } from './verdict';

export type SoakOptions = {
  seconds: number;
  /** Caregivers who write at the same time; each who has finished is followed by another. */
  people: number;
  seed: number;
  /** Told every ten seconds how it goes. */
  progress?: (line: string) => void;
};

/** Two processes of the service, a crowd that writes to them, and everything that can be made to fail, failing; then the count. */
export async function soak(options: SoakOptions): Promise<Report> {
  const closers: (() => Promise<unknown> | unknown)[] = [];
  try {
    const scene = await openScene(options, closers);
    return await play(options, scene);
  } finally {
    for (const close of closers.reverse()) await close();
  }
}

type Scene = {
  postgres: OwnPostgres;
  redis: OwnRedis;
  pool: Pool;
  town: Town;
  standIn: StandIn;
  mailboxes: Mailboxes;
  carrier: Carrier;
  fleet: Fleet;
};

async function openScene({ people, seed }: SoakOptions, closers: (() => unknown)[]): Promise<Scene> {
  const postgres = await startOwnPostgres();
  closers.push(postgres.stop);
  const redis = hasRedisServer() ? await startRealRedis() : await startOwnResp();
  closers.push(redis.stop);
  const pool = new Pool({ connectionString: postgres.url, max: 4, application_name: 'soak' });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  closers.push(() => pool.end());
  await migrate(pool);
  await observeInbox(pool);
  const instructors = Math.max(2, Math.ceil(people / 5));
  const town = await buildTown(pool, { classesPerSite: 8, places: 15, instructors, onEachList: ON_EACH_LIST });
  const ports = [await freePort(), await freePort()];
  const carrier = await openCarrier({ ports, seed, atOnce: 0.15, later: 0.1 });
  closers.push(carrier.close);
  const standIn = await openStandIn({
    ...number,
    webhookUrl: `${carrier.url}/webhooks/whatsapp`,
    seed,
    faults: graphTroubles,
    delivery: { batch: 4, reorder: 0.05 },
    statusDelaysMs: { sent: 10, delivered: 60, read: 400 },
  });
  closers.push(standIn.close);
  const mailboxes = openMailboxes(standIn);
  closers.push(mailboxes.close);
  const given = { databaseUrl: postgres.url, redisUrl: redis.url, graphUrl: standIn.url, timeZone: town.timeZone };
  const fleet = await openFleet(ports.map((port) => ({ ...given, port })));
  closers.push(fleet.stop);
  return { postgres, redis, pool, town, standIn, mailboxes, carrier, fleet };
}
const ON_EACH_LIST = 12;

async function play(options: SoakOptions, scene: Scene): Promise<Report> {
  const { pool, redis, standIn, fleet, carrier, mailboxes } = scene;
  const crowd = openCrowd(options, { ...scene, onEachList: ON_EACH_LIST });
  const trouble = makeTrouble({ ...scene, seed: options.seed });
  const began = Date.now();
  const told = setInterval(() => options.progress?.(sofar(scene, crowd.talkers(), trouble.troubles, began)), 10_000);
  try {
    await pause(options.seconds * 1000);
    await trouble.stop();
    standIn.setFaults({});
    await crowd.end();
    await carrier.calm();
    const isQuiet = await quiet(scene);
    options.progress?.(isQuiet ? 'Everything is quiet; counting.' : 'It does not come to rest; counting.');
    const findings = [
      ...(await messages(pool, crowd.talkers())),
      ...(await order(pool, crowd.talkers())),
      ...(await effects(pool, crowd.talkers())),
      ...(await replies(pool, mailboxes.arrivals())),
      ...(await leftovers(pool, redis.url)),
      ...(await endings(fleet)),
    ];
    return {
      seed: options.seed,
      holds: !findings.some(isBroken),
      counts: counts(scene, crowd.talkers(), trouble.troubles),
      findings,
    };
  } finally {
    clearInterval(told);
  }
}

// Leases run out after 15 s, and a refused reply waits for its next try.
async function quiet({ pool, standIn, carrier }: Scene): Promise<boolean> {
  for (const end = Date.now() + 120_000; Date.now() < end; await pause(200)) {
    // Postgres may still be on its way back.
    if (await isAtRest(pool, standIn, carrier.calm).catch(() => false)) return true;
  }
  return false;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
