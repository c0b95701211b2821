import { Agent, request } from 'node:http';
import { signature, wireBytes } from '../../src/channels/whatsapp/simulator/delivery/wire';
import { validBody } from './bodies';
import { dice } from './dice';
import { damage, mutate } from './mutate';
import { openRig, PHONE_NUMBER_ID, type Rig, SECRET } from './rig';

/** How a fuzz went: answers by status, memory on the way, what was found in the bodies, and every body that was not answered well. */
export type FuzzFigures = {
  bodies: number;
  seed: number;
  perSecond: number;
  answers: Record<string, number>;
  counts: Record<string, number>;
  turnFaults: number;
  unhandled: string[];
  residentMiB: number[];
  /** Bodies, by their number, with the answer that should not have been. */
  bad: { n: number; status: number }[];
};

/** How many bodies, each made of the seed and its number alone; `progress` is told after each ten thousand. */
type Wish = { bodies: number; seed: number; progress?: (line: string) => void };

/** Fires mutated bodies at what takes webhooks. */
export async function fuzz(databaseUrl: string, wish: Wish): Promise<FuzzFigures> {
  const { bodies, seed } = wish;
  const rig = await openRig(databaseUrl, 10);
  const unhandled: string[] = [];
  const note = (fault: unknown) => void unhandled.push(fault instanceof Error ? `${fault.stack}` : String(fault));
  process.on('unhandledRejection', note);
  const began = performance.now();
  const fired = await fire(rig, wish).finally(() => process.off('unhandledRejection', note));
  const seconds = (performance.now() - began) / 1000;
  await rig.close();
  const { counts, faults } = rig;
  const perSecond = Math.round(bodies / seconds);
  return { bodies, seed, perSecond, ...fired, counts, turnFaults: faults.length, unhandled };
}

type Fired = Pick<FuzzFigures, 'answers' | 'residentMiB' | 'bad'>;

async function fire(rig: Rig, { bodies, seed, progress }: Wish): Promise<Fired> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const fired: Fired = { answers: {}, residentMiB: [], bad: [] };
  for (let from = 0; from < bodies; from += STRETCH) {
    const to = Math.min(bodies, from + STRETCH);
    let next = from;
    const lane = async () => {
      while (next < to) await one(rig, agent, { n: next++, seed }, fired);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    await rig.settle();
    const resident = Math.round(process.memoryUsage.rss() / 2 ** 20);
    fired.residentMiB.push(resident);
    progress?.(`${to} bodies, ${fired.bad.length} not answered as they must be, ${resident} MiB`);
  }
  agent.destroy();
  return fired;
}
const AT_ONCE = 16;
const STRETCH = 10_000;

async function one(rig: Rig, agent: Agent, which: { n: number; seed: number }, fired: Fired): Promise<void> {
  const { bytes, expected } = shot(which);
  let status = await post(rig.url, agent, bytes, expected.has(401) ? 'wrong' : SECRET);
  // Postgres may be slow for a moment on a busy machine; a body that cannot be stored is refused again and again.
  for (let tries = 0; status === 503 && tries < 4; tries += 1) {
    fired.answers['503, then brought again'] = (fired.answers['503, then brought again'] ?? 0) + 1;
    await new Promise((resolve) => setTimeout(resolve, 300 * 2 ** tries));
    status = await post(rig.url, agent, bytes, SECRET);
  }
  fired.answers[status] = (fired.answers[status] ?? 0) + 1;
  if (!expected.has(status)) fired.bad.push({ n: which.n, status });
}

/** One body as it leaves, and the answers that are right for it. */
export function shot({ n, seed }: { n: number; seed: number }): { bytes: Buffer; expected: Set<number> } {
  const rolled = dice(seed * 1_000_003 + n);
  const body = mutate(validBody(PHONE_NUMBER_ID, n, rolled), rolled.below(6), rolled);
  const written = rolled.often(0.5) ? wireBytes(body) : Buffer.from(JSON.stringify(body));
  const bytes = rolled.often(0.05) ? damage(written, rolled) : written;
  if (rolled.often(0.02)) return { bytes, expected: new Set([401]) };
  return { bytes, expected: new Set([isJson(bytes) ? 200 : 400]) };
}

function isJson(bytes: Buffer): boolean {
  try {
    JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
    return true;
  } catch {
    return false;
  }
}

function post(url: string, agent: Agent, bytes: Buffer, secret: string): Promise<number> {
  return new Promise((resolve) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': bytes.length,
      'x-hub-signature-256': signature(bytes, secret),
    };
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    });
    sent.on('error', () => resolve(0));
    sent.end(bytes);
  });
}
