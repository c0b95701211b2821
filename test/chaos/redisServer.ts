import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { Redis } from 'ioredis';
import { freePort } from '../../src/db/embeddedServer';
import { startRespServer } from '../setup/respServer';

/** A Redis of one's own, with the ways it can fail. */
export type OwnRedis = {
  kind: 'real' | 'in process';
  url: string;
  flush: () => Promise<void>;
  /** Answers nothing for so long, connections staying open. */
  freeze: (milliseconds: number) => Promise<void>;
  /** Gone, with all it held; connections break. */
  stop: () => Promise<void>;
  /** There again, at the same place, empty. */
  start: () => Promise<void>;
};

/** Whether this machine has a Redis to start. */
export function hasRedisServer(): boolean {
  try {
    return execFileSync('redis-server', ['--version'], { encoding: 'utf8' }).includes('Redis');
  } catch {
    return false;
  }
}

/** Starts a redis-server of one's own on a free port, that keeps nothing on disk. */
export async function startRealRedis(): Promise<OwnRedis> {
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  let server: ChildProcess | undefined;
  const start = async () => {
    server = spawn('redis-server', ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], {
      cwd: tmpdir(),
      stdio: 'ignore',
    });
    await answered(url);
  };
  const stop = async () => {
    const ending = server;
    server = undefined;
    if (!ending) return;
    const ended = new Promise((resolve) => ending.once('exit', resolve));
    ending.kill('SIGKILL');
    await ended;
  };
  await start();
  return { kind: 'real', url, start, stop, flush: () => flush(url), freeze: (time) => freeze(server, time) };
}

/** The same within this process, for machines without Redis. */
export async function startOwnResp(): Promise<OwnRedis> {
  let server = await startRespServer();
  const { url, port } = server;
  return {
    kind: 'in process',
    url,
    flush: async () => server.flush(),
    freeze: async (milliseconds) => {
      server.freeze(milliseconds);
      await pause(milliseconds);
    },
    stop: () => server.stop(),
    start: async () => {
      server = await startRespServer(port);
    },
  };
}

async function freeze(server: ChildProcess | undefined, milliseconds: number): Promise<void> {
  server?.kill('SIGSTOP');
  await pause(milliseconds);
  server?.kill('SIGCONT');
}

async function flush(url: string): Promise<void> {
  const redis = connect(url);
  await redis.flushall().finally(() => redis.disconnect());
}

async function answered(url: string): Promise<void> {
  for (const end = Date.now() + 10_000; Date.now() < end; await pause(20)) {
    const redis = connect(url);
    const pong = await redis.ping().catch(() => undefined);
    redis.disconnect();
    if (pong) return;
  }
  throw new Error('The redis-server of this test did not come up within 10 s.');
}

function connect(url: string): Redis {
  const redis = new Redis(url, { commandTimeout: 5000, retryStrategy: () => null, maxRetriesPerRequest: 1 });
  redis.on('error', () => {});
  return redis;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
