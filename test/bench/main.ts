import { writeFileSync } from 'node:fs';
import { openBoth, sent, webhook } from './both';
import { readFlags } from './flags';
import { type Posted, percentile, postAll, postPaced, type Signed, signedMessages } from './load';
import { cpuSeconds, type Running, residentMiB, run } from './processes';
import { inScratch, ownServer } from './scratch';
import { turnCost } from './turnCost';

const values = readFlags({
  name: 'bench',
  does: 'Measures the service and, in turn with it, its floor; prints the figures and keeps them as JSON.',
  flags: {
    database: ownServer,
    redis: { kind: 'text', usual: 'redis://127.0.0.1:6379/15', says: 'the Redis to use' },
    messages: { kind: 'number', usual: 12_000, says: 'messages a round' },
    people: { kind: 'number', usual: 2000, says: 'how many people they are from' },
    rounds: { kind: 'number', usual: 3, says: 'how often each of the two is measured' },
    memory: { kind: 'number', usual: 0, says: 'turns to watch the memory over; 0: not at all' },
    out: { kind: 'text', usual: 'bench.json', says: 'the file for the figures' },
    profile: { kind: 'text', says: "a folder for the service's CPU profiles, which a browser's developer tools open" },
  },
});
const { messages: MESSAGES, people: PEOPLE } = values;
const CONCURRENCY = 64;
const PACED = { perSecond: 100, seconds: 20 };

// Most of what a caregiver writes touches nothing but her conversation; consent is stored, places and classes are read.
const TALK = ['hola', 'registrarme', 'sí', 'Ana Pérez', 'atrás', 'Ana María Pérez', 'ayuda', 'menú'];

/** Measures the floor and the service in the same run, prints the figures and keeps them as JSON. */
async function main(): Promise<void> {
  const figures = {
    at: new Date().toISOString(),
    node: process.version,
    messages: MESSAGES,
    people: PEOPLE,
    turnCost: await turnCost(),
    ...(await compared()),
    paced: await paced(),
    ...(values.memory > 0 && { memory: await memory(values.memory) }),
  };
  writeFileSync(values.out, `${JSON.stringify(figures, null, 2)}\n`);
  console.log(JSON.stringify(figures, null, 2));
}

type Speed = {
  perSecond: number;
  answerMs: { p50: number; p95: number; p99: number };
  refused: number;
  cpuMicrosEach: Record<string, number>;
};

// The two in turn, several times: the machine's speed drifts, the ratio of neighbours does not.
async function compared(): Promise<{ floor: Speed[]; service: Speed[]; ratio: number }> {
  const floor: Speed[] = [];
  const service: Speed[] = [];
  for (let round = 0; round < values.rounds; round += 1) {
    floor.push(await inScratch(values.database, floorSpeed));
    service.push(await inScratch(values.database, serviceSpeed));
    console.error(`round ${round + 1}: floor ${floor.at(-1)?.perSecond}/s, service ${service.at(-1)?.perSecond}/s`);
  }
  const ratios = service.map(({ perSecond }, n) => perSecond / (floor[n]?.perSecond ?? 1)).sort();
  return { floor, service, ratio: round(ratios[Math.floor(ratios.length / 2)] ?? 0, 3) };
}

async function floorSpeed(databaseUrl: string): Promise<Speed> {
  const floor = await run('test/bench/floor.js', { args: [databaseUrl, values.redis] });
  try {
    await postAll(floor.said, batch(MESSAGES / 4), CONCURRENCY);
    const load = batch(MESSAGES);
    const used = cpu({ node: floor }, databaseUrl);
    const posted = await postAll(floor.said, load, CONCURRENCY);
    return speed(posted, posted.seconds, used());
  } finally {
    await floor.stop();
  }
}

async function serviceSpeed(databaseUrl: string): Promise<Speed> {
  const { graph, service, close } = await openBoth(both(databaseUrl, 'none'));
  try {
    const warm = batch(PEOPLE);
    await postAll(webhook(service), warm, CONCURRENCY);
    await sent(graph, warm.length);
    const load = batch(MESSAGES);
    const used = cpu({ node: service, standIn: graph }, databaseUrl);
    const began = performance.now();
    const posted = await postAll(webhook(service), load, CONCURRENCY);
    await sent(graph, warm.length + load.length);
    return speed(posted, (performance.now() - began) / 1000, used());
  } finally {
    await close();
  }
}

async function paced(): Promise<Omit<Speed, 'perSecond'>> {
  return inScratch(values.database, async (databaseUrl) => {
    const { graph, service, close } = await openBoth(both(databaseUrl, 'all'));
    try {
      await postPaced(webhook(service), batch(PEOPLE), PACED.perSecond);
      const used = cpu({ node: service, standIn: graph }, databaseUrl);
      const load = batch(PACED.perSecond * PACED.seconds);
      const { perSecond: _, ...rest } = speed(
        await postPaced(webhook(service), load, PACED.perSecond),
        PACED.seconds,
        used(),
      );
      return rest;
    } finally {
      await close();
    }
  });
}

// Resident memory while so many turns of 20,000 conversations go by.
async function memory(turns: number): Promise<{ afterTurns: number; residentMiB: number }[]> {
  return inScratch(values.database, async (databaseUrl) => {
    const { graph, service, close } = await openBoth(both(databaseUrl, 'none'));
    const samples: { afterTurns: number; residentMiB: number }[] = [];
    try {
      const step = turns / 10;
      for (let done = step; done <= turns; done += step) {
        const load = signedMessages(step, { people: 20_000, talk: TALK, from: done - step });
        await postAll(webhook(service), load, CONCURRENCY);
        await sent(graph, done);
        samples.push({ afterTurns: done, residentMiB: round(residentMiB(service.pid), 0) });
        console.error(JSON.stringify(samples.at(-1)));
      }
    } finally {
      await close();
    }
    return samples;
  });
}

function both(databaseUrl: string, statuses: 'none' | 'all') {
  return { databaseUrl, redisUrl: values.redis, statuses, profile: values.profile };
}

let offset = 0;
// The next messages of the talk.
function batch(count: number): Signed[] {
  const made = signedMessages(Math.round(count), { people: PEOPLE, talk: TALK, from: offset });
  offset += made.length;
  return made;
}

function cpu(ours: Record<string, Running>, databaseUrl: string): () => Record<string, number> {
  const read = () => ({
    ...Object.fromEntries(Object.entries(ours).map(([name, { pid }]) => [name, cpuSeconds({ pid })])),
    postgres: cpuSeconds({ title: new URL(databaseUrl).pathname.slice(1) }),
    redis: cpuSeconds({ title: 'redis-server' }),
  });
  const before: Record<string, number> = read();
  return () =>
    Object.fromEntries(Object.entries(read()).map(([name, seconds]) => [name, seconds - (before[name] ?? 0)]));
}

function speed(posted: Posted, seconds: number, used: Record<string, number>): Speed {
  const { latencies, refused } = posted;
  const at = (share: number) => round(percentile(latencies, share), 1);
  return {
    perSecond: round(latencies.length / seconds, 0),
    answerMs: { p50: at(0.5), p95: at(0.95), p99: at(0.99) },
    refused,
    cpuMicrosEach: Object.fromEntries(
      Object.entries(used).map(([name, of]) => [name, round((of * 1e6) / latencies.length, 0)]),
    ),
  };
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

void main();
