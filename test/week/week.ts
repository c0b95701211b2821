import { Pool } from 'pg';
import { chance } from '../../src/channels/whatsapp/simulator/chance';
import { openStandIn, type StandIn } from '../../src/channels/whatsapp/simulator/standIn';
import { readTemplateFiles } from '../../src/channels/whatsapp/templateFiles';
import { readConfig } from '../../src/config';
import { freePort } from '../../src/db/embeddedServer';
import { timeIn } from '../../src/domain/calendar';
import { createLog } from '../../src/log';
import { projectFile } from '../../src/projectFiles';
import { openService, type Service } from '../../src/service';
import { approved } from '../../src/service/phones';
import { environment, number } from '../chaos/environment';
import { observeInbox } from '../chaos/observe';
import { isBroken, type Report } from '../chaos/verdict';
import { startRespServer } from '../setup/respServer';
import { buildCity, type CitySize, opening, timeZone } from './city';
import { counts, happened } from './counts';
import { faults, ways } from './faults';
import { findings } from './findings';
import { type Flow, openFlow } from './flow';
import { openPeople, type People } from './people';
import { openPhones, type Phones } from './phones';
import { installTownTime, setTownTime } from './postgresTime';
import { realNow, startTownTime, type TownTime } from './time';

export type WeekOptions = CitySize & {
  /** An empty, migrated database of one's own. */
  databaseUrl: string;
  /** How many services work side by side, with one Redis. */
  processes: number;
  /** Told every half-day how it goes. */
  progress?: (line: string) => void;
  logLevel?: string;
};

export type Scene = {
  /** What the service logged as a fault, by the sentence. */
  complaints: string[];
  time: TownTime;
  flow: Flow;
  pool: Pool;
  standIn: StandIn;
  phones: Phones;
  people: People;
  services: Service[];
  restarts: number;
  began: number;
};

/** A week of a city: its people, the service, a stand-in that makes every fault it knows, on one clock; then the count. */
export async function playWeek(options: WeekOptions): Promise<Report> {
  const closers: (() => Promise<unknown> | unknown)[] = [];
  const time = startTownTime(opening.getTime());
  try {
    const scene = await openScene(options, time, closers);
    await live(options, scene);
    const found = await findings(scene);
    const counted = { ...counts(scene), ...(await happened(scene.pool)) };
    return { seed: options.seed, holds: !found.some(isBroken), counts: counted, findings: found };
  } finally {
    for (const close of closers.reverse()) await close();
    time.end();
  }
}

async function openScene(
  options: WeekOptions,
  time: TownTime,
  closers: (() => Promise<unknown> | unknown)[],
): Promise<Scene> {
  const { seed, databaseUrl } = options;
  const first = new Pool({ connectionString: databaseUrl, max: 1 });
  await installTownTime(first);
  await observeInbox(first);
  await first.end();
  const pool = new Pool({ connectionString: databaseUrl, max: 3, application_name: 'week' });
  pool.on('error', () => {});
  await setTownTime(pool, time.skew());
  closers.push(() => pool.end());
  const city = await buildCity(pool, options);
  const ports = await Promise.all(Array.from({ length: options.processes }, freePort));
  const redis = await startRespServer();
  closers.push(redis.stop);
  let attempts = 0;
  const standIn = await openStandIn({
    ...number,
    seed,
    webhookUrl: () => {
      attempts += 1;
      const port = ports[Math.floor(ports.length * chance(seed, 'webhook', attempts))];
      return `http://127.0.0.1:${port}/webhooks/whatsapp`;
    },
    templates: approved(readTemplateFiles(projectFile('deployment', 'whatsapp', 'templates'))),
    faults,
    delivery: ways,
    statusDelaysMs: { sent: 30, delivered: 150, read: 400 },
  });
  closers.push(standIn.close);
  const phones = openPhones(standIn, seed);
  const log = openComplaints();
  const flow = openFlow({ time, pool, look: phones.look });
  closers.push(flow.end);
  const start = (port: number) => {
    const config = configOf(options, { graphUrl: standIn.url, redisUrl: redis.url, port });
    return openService(config, createLog('warn', { write: (line) => log.note(line, config.logLevel !== 'silent') }));
  };
  const scene = { complaints: log.complaints, time, flow, pool, standIn, phones, restarts: 0, began: realNow() };
  const services = await Promise.all(ports.map(start));
  const people = openPeople(city, phones, options);
  const whole: Scene & Restarting = { ...scene, people, services, start };
  closers.push(() => done(whole, Promise.all(whole.services.map(({ close }) => close()))));
  planRestarts(whole);
  return whole;
}

// A warning tells of Meta, or of Postgres; an error and a job that failed are ours.
function openComplaints() {
  const complaints: string[] = [];
  return {
    complaints,
    note: (line: string, isShown: boolean) => {
      if (isShown) process.stderr.write(line);
      if (line.includes('"level":"error"') || line.includes('A job failed'))
        complaints.push(line.trim().slice(0, 1000));
    },
  };
}

type Reached = { graphUrl: string; redisUrl: string; port: number };

function configOf({ databaseUrl, logLevel, processes }: WeekOptions, reached: Reached) {
  // The number's pace is shared out.
  const rate = Math.floor(80 / processes);
  const given = { databaseUrl, ...reached, rate, timeZone, ...(logLevel && { logLevel }) };
  return readConfig(environment(given));
}

type Restarting = { start: (port: number) => Promise<Service> };

// In the middle of a day all are closed, and open again a minute later: what comes meanwhile is brought again. On a later
// one they are closed one after the other, as for a new version.
function planRestarts(scene: Scene & Restarting): void {
  const again = async (n: number) => {
    const { port, close } = scene.services[n] as Service;
    await close();
    await new Promise((resolve) => setTimeout(resolve, 60_000));
    scene.services[n] = await scene.start(port);
    scene.restarts += 1;
  };
  const all = () => Promise.all(scene.services.map((_, n) => again(n)));
  const inTurn = async () => {
    for (const n of scene.services.keys()) await again(n);
  };
  const span = scene.people.end - scene.time.now();
  setTimeout(() => void all(), span * 0.3);
  setTimeout(() => void inTurn(), span * 0.7);
}

/** Resolves with what is done, while the town's time goes on. */
export async function done<T>({ flow, time }: Pick<Scene, 'flow' | 'time'>, work: Promise<T>): Promise<T> {
  await flow.until(time.now() + 3_600_000, work);
  return work;
}

const HALF_DAY_MS = 12 * 3_600_000;

async function live({ progress }: WeekOptions, scene: Scene): Promise<void> {
  const { flow, time, people, standIn, phones } = scene;
  while (time.now() < people.end) {
    await flow.until(Math.min(people.end, time.now() + HALF_DAY_MS));
    progress?.(sofar(scene));
  }
  phones.end();
  standIn.setFaults({});
  standIn.setDelivery({});
  // What is under way arrives, and what was refused is tried again.
  await flow.until(time.now() + AFTERWARDS_MS);
}
const AFTERWARDS_MS = 2 * 3_600_000;

function sofar(scene: Scene): string {
  const all = counts(scene);
  const now = new Date(scene.time.now());
  const day = now.toLocaleDateString('es-CO', { timeZone, weekday: 'long' });
  const seconds = Math.round((realNow() - scene.began) / 1000);
  return `${day} ${timeIn(timeZone, now)} (${seconds} s): ${all['messages of people']} messages, ${all['messages sent']} sent, ${all['posts refused or lost']} refused or lost, ${all['USD spent']} USD`;
}
