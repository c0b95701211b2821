import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { scripts } from '../dialogs/all';
import { createIntake } from './bot/intake';
import { createBot } from './bot/router';
import { memoryCache, redisCache, type StateCache } from './bot/stateCache';
import { createTurnStorage } from './bot/turnStorage';
import { createTurns } from './bot/turns';
import { createWorker, type Worker } from './bot/worker';
import { createWorlds } from './bot/world';
import { openWebChat } from './channels/webchat/open';
import { localWakes, redisWakes, type Wakes } from './channels/webchat/wakes';
import { createGraph } from './channels/whatsapp/graph';
import { createSender, type Sender } from './channels/whatsapp/sender';
import { phoneRoutes } from './channels/whatsapp/simulator/phoneRoutes';
import { openStandIn, type StandIn } from './channels/whatsapp/simulator/standIn';
import { createStatusIntake } from './channels/whatsapp/statusIntake';
import { readTemplateFiles } from './channels/whatsapp/templateFiles';
import { whatsappRoutes } from './channels/whatsapp/webhookRoutes';
import { type Closer, closeAll } from './closers';
import type { Config, WhatsAppConfig } from './config';
import { dataKey } from './dataKey';
import { changeAddresses } from './db/addressChanges';
import { migrate } from './db/migrate';
import { openDatabase } from './db/open';
import { answers, createPool } from './db/pool';
import { dateIn } from './domain/calendar';
import { quietMs } from './domain/quietHours';
import { checkInRoutes } from './http/checkInRoutes';
import { exportRoutes } from './http/exportRoutes';
import { healthRoutes } from './http/healthRoutes';
import type { Route } from './http/message';
import { homeRoutes } from './http/pages';
import { createHttp, type Http } from './http/server';
import { startJobs } from './jobs/clock';
import { heldJob } from './jobs/held';
import { noticesJob } from './jobs/notices';
import { orphansJob } from './jobs/orphans';
import { startReconciling } from './jobs/reconcile';
import type { Log } from './log';
import { createMetrics, type Metrics } from './metrics';
import { projectFile } from './projectFiles';
import { demoPhones, loadDemo } from './services/demo';
import { createVault, type Vault } from './services/vault';

/** A running service; `close` finishes what is under way, hands over the rest and resolves when all is shut. */
export type Service = { url: string; port: number; databaseUrl: string; standIn?: StandIn; close: () => Promise<void> };

/** Opens everything in order; a fault on the way closes what was open. Without WhatsApp it opens a stand-in for it, and the demo. */
export async function openService(config: Config, log: Log, now: Clock = () => new Date()): Promise<Service> {
  const closers: Closer[] = [];
  try {
    return await open(config, { log, now }, closers);
  } catch (fault) {
    await closeAll(closers, log);
    throw fault;
  }
}

/** What the scripts take the time to be; the world's, except where a story is told that happened on a given day. */
type Clock = () => Date;

async function open(config: Config, { log, now }: { log: Log; now: Clock }, closers: Closer[]): Promise<Service> {
  const metrics = createMetrics();
  const ground = await openGround(config, closers);
  const standIn = config.whatsapp ? undefined : await openPhones(config, ground, closers);
  const line = await openLine(config, standIn, { log, metrics, ground, closers, now });
  const chat = openWebChat({ ...ground, ...line, ...webChatOf(config, ground.key), db: ground.linePool, log });
  metrics.webSockets(chat.open);
  const http = createHttp({
    routes: [...routes(config, { ...ground, ...line, metrics, log, now, standIn }), ...chat.routes],
    sockets: chat.sockets,
    proxies: config.trustedProxies,
    log,
    metrics,
  });
  closers.push({ name: 'http', close: () => http.close(GRACE_MS) });
  closers.push({ name: 'web chat', close: chat.close });
  if (standIn) closers.push({ name: 'phones', close: () => standIn.release() });
  const service = await listen(config, http, { ...ground, standIn, closers, log });
  line.worker.start();
  return service;
}
const GRACE_MS = 5_000;

// Tokens are signed with a key made of the installation's, unless they are given one of their own.
function webChatOf({ webchat, production, publicUrl }: Config, key: Buffer) {
  const { origins, secrets, tokenSecrets } = webchat;
  return {
    origins,
    secrets,
    tokenSecrets: tokenSecrets.length > 0 ? tokenSecrets : [key],
    ...(production && { publicUrl }),
  };
}

type Ground = {
  databaseUrl: string;
  pool: Pool;
  turnPool: Pool;
  linePool: Pool;
  cache: StateCache;
  wakes: Wakes;
  key: Buffer;
  vault: Vault;
};

// What everything stands on: Postgres, migrated, by a pool for each kind of statement (turns; what arrives and leaves; the
// rest, cursors and all); the cache; the keys.
async function openGround(config: Config, closers: Closer[]): Promise<Ground> {
  const { url: databaseUrl, pool, close } = await openDatabase(config, { max: 8 });
  closers.push({ name: 'database', close });
  await migrate(pool);
  const turnPool = createPool({ url: databaseUrl, max: TURNS_AT_ONCE, pipeline: true, keyed: true });
  closers.push({ name: 'turn pool', close: () => turnPool.end() });
  const linePool = createPool({ url: databaseUrl, max: 4, keyed: true });
  closers.push({ name: 'line pool', close: () => linePool.end() });
  const cache = config.redisUrl ? await redisCache(config.redisUrl) : memoryCache();
  closers.push({ name: 'cache', close: cache.close });
  const wakes = config.redisUrl ? await redisWakes(config.redisUrl) : localWakes();
  closers.push({ name: 'wakes', close: wakes.close });
  const key = dataKey(config);
  return { databaseUrl, pool, turnPool, linePool, cache, wakes, key, vault: createVault(key) };
}
const TURNS_AT_ONCE = 12;

async function openPhones(config: Config, { pool, vault }: Ground, closers: Closer[]): Promise<StandIn> {
  await loadDemo(pool, vault, { today: dateIn(config.timeZone, new Date()), timeZone: config.timeZone });
  const standIn = await openStandIn({
    ...SIMULATED,
    keep: { bubbles: 500, messages: 1000 },
    webhookUrl: () => `http://127.0.0.1:${config.port}/webhooks/whatsapp`,
  });
  closers.push({ name: 'stand-in', close: standIn.close });
  standIn.person({ name: 'Luz Dary', label: 'cuidadora', phone: demoPhones.caregiver });
  standIn.person({ name: 'Martha Lucía', label: 'instructora', phone: demoPhones.instructor });
  return standIn;
}

// Secrets of the simulated phone only, which is never on where a real number is: it listens on this machine alone.
const SIMULATED = {
  phoneNumberId: '100000000000001',
  accessToken: randomUUID(),
  appSecret: randomUUID(),
  verifyToken: randomUUID(),
  host: '127.0.0.1',
};

type Line = { whatsapp: WhatsAppConfig; intake: ReturnType<typeof createIntake>; worker: Worker; sender: Sender };
type LineTools = { log: Log; metrics: Metrics; ground: Ground; closers: Closer[]; now: Clock };

// From the inbox to the outbox: messages in, turns, messages out.
async function openLine(config: Config, standIn: StandIn | undefined, tools: LineTools): Promise<Line> {
  const { log, metrics, closers, now } = tools;
  const { pool, linePool, cache } = tools.ground;
  const whatsapp = config.whatsapp ?? { ...SIMULATED, appSecrets: [SIMULATED.appSecret] };
  const graph = createGraph({ ...whatsapp, url: standIn?.url ?? config.graphUrl, version: config.graphVersion, log });
  closers.push({ name: 'graph', close: graph.close });
  const sender = createSender({
    pool: linePool,
    graph,
    log,
    metrics,
    leaseSeconds: LEASE_SECONDS,
    rate: config.graphRate,
    templates: readTemplateFiles(projectFile('deployment', 'whatsapp', 'templates')),
    quietMs: () => quietMs(config.timeZone, now()),
  });
  closers.push({ name: 'sender', close: sender.close });
  const report = (fault: unknown, conversation: string) => log.error({ fault, conversation }, 'A turn failed.');
  const worker = createWorker({ work: turns(config, tools, sender), pool, concurrency: TURNS_AT_ONCE, report });
  closers.push({ name: 'worker', close: worker.stop });
  metrics.cacheErrors(cache.faults);
  const stopReconciling = startReconciling({ db: pool, metrics, log });
  closers.push({ name: 'reconciliation', close: stopReconciling });
  const jobs = [
    noticesJob({ db: pool, now, timeZone: config.timeZone, kick: worker.kick }),
    orphansJob({ db: pool, freed: sender.kick, lost: metrics.strayStatuses }),
    heldJob(pool),
  ];
  closers.push({ name: 'jobs', close: startJobs(jobs, log) });
  const intake = createIntake({ pool: linePool, kick: worker.kick, count: metrics.accepted });
  return { whatsapp, intake, worker, sender };
}
const LEASE_SECONDS = 15;

function turns(
  { locale, timeZone, publicUrl, lines }: Config,
  { log, metrics, ground, now }: LineTools,
  sender: Sender,
) {
  const storage = createTurnStorage();
  return createTurns({
    pool: ground.turnPool,
    cache: ground.cache,
    storage,
    bot: createBot(scripts, storage, lines),
    locale,
    worldOf: createWorlds({ vault: ground.vault, timeZone, locale, publicUrl, now }),
    post: sender.offer,
    wake: ground.wakes.tell,
    leaseSeconds: LEASE_SECONDS,
    count: metrics.turn,
    report: (fault, conversation) => log.error({ fault, conversation }, 'A turn failed; its message is worked again.'),
  });
}

type RouteTools = Ground & Line & { metrics: Metrics; log: Log; now: Clock; standIn: StandIn | undefined };

function routes(
  config: Config,
  { pool, linePool, vault, cache, whatsapp, intake, sender, metrics, log, now, standIn }: RouteTools,
): Route[] {
  return [
    ...whatsappRoutes({
      config: whatsapp,
      accept: intake.accept,
      acceptChange: (change) => changeAddresses(linePool, change).then(() => {}),
      acceptStatuses: createStatusIntake({ pool: linePool, freed: sender.kick, metrics, log }),
      metrics: metrics.webhook,
      log,
    }),
    ...exportRoutes({ pool, vault, timeZone: config.timeZone }),
    ...checkInRoutes({ pool, vault, now, ...(config.whatsappNumber && { number: config.whatsappNumber }) }),
    ...healthRoutes({ ready: () => readiness(pool, cache), metrics }),
    ...homeRoutes({ phone: standIn !== undefined, ...(config.production && { publicUrl: config.publicUrl }) }),
    ...(standIn ? phoneRoutes(standIn) : []),
  ];
}

// Redis away slows nothing down that a caregiver would notice: it is told, but does not take the process out of service.
async function readiness(pool: Pool, cache: StateCache) {
  const postgres = await answers(pool);
  return { ok: postgres, checks: { postgres, cache: cache.isReady() } };
}

type Opened = { databaseUrl: string; standIn: StandIn | undefined; closers: Closer[]; log: Log };

async function listen(config: Config, http: Http, { databaseUrl, standIn, closers, log }: Opened): Promise<Service> {
  // On a simulated phone anybody can be anybody: it is for this machine only.
  const port = await http.listen(config.port, standIn && '127.0.0.1');
  // The stand-in was told where to post when the port was not yet known.
  config.port = port;
  const close = () => closeAll(closers, log);
  return { url: `http://127.0.0.1:${port}`, port, databaseUrl, ...(standIn && { standIn }), close };
}
