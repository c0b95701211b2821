import type { ChildProcess } from 'node:child_process';
import { readFile, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { makePlace, type Place } from './embeddedPlace';
import { freePort, isOver, spawnServer, stopServer } from './embeddedServer';

/** A Postgres of our own at `url`, until `stop`. */
export type Embedded = { url: string; stop: () => Promise<void> };

/**
 * Starts the Postgres that npm installed, on its data in `dataDir`. One that runs there already is shared; when it goes,
 * by a crash or because the process that had started it has ended, it is started again at the same URL.
 */
export async function startEmbedded(dataDir: string): Promise<Embedded> {
  const place = await makePlace(dataDir);
  const hold = { running: await findOrLaunch(place), stopping: false };
  const { port } = hold.running;
  const kept = keep(place, hold);
  const stop = async () => {
    hold.stopping = true;
    await hold.running.line.end();
    await kept;
  };
  return { url: urlAt(port, place), stop };
}

// `line` is a connection that does nothing but end when the server does; `server` is there if the server is our child.
type Running = { port: number; line: Client; ended: Promise<void>; server?: ChildProcess };
type Line = Pick<Running, 'line' | 'ended'>;

// A start that fails here ends the process, as it would have at first: without its database it is of no use.
async function keep(place: Place, hold: { running: Running; stopping: boolean }): Promise<void> {
  while (!hold.stopping) {
    await hold.running.ended;
    if (!hold.stopping) hold.running = await findOrLaunch(place, hold.running.port);
  }
  await hold.running.line.end();
  if (hold.running.server) await stopServer(hold.running.server);
}

async function findOrLaunch(place: Place, port?: number): Promise<Running> {
  for (const end = Date.now() + 30_000; Date.now() < end; await pause(200)) {
    const running = (await find(place)) ?? (await launch(place, port ?? (await freePort())));
    if (running) return running;
  }
  const log = await readFile(place.log, 'utf8');
  throw new Error(`The embedded Postgres did not start. The end of ${place.log}:\n${log.slice(-1500)}`);
}

async function find(place: Place): Promise<Running | undefined> {
  const left = await pidFile(place);
  if (!left) return undefined;
  const line = await call(left.port, place);
  return typeof line === 'string' ? undefined : { port: left.port, ...line };
}

async function launch(place: Place, port: number): Promise<Running | undefined> {
  await removeForeignPidFile(place);
  const server = await spawnServer(place, port);
  // Without a limit: recovery after a crash takes what it takes.
  for (; !isOver(server); await pause(30)) {
    const line = await call(port, place);
    if (line === 'silent') continue;
    if (line !== 'wrong password') return { port, server, ...line };
    await stopServer(server);
    throw new Error(`${place.data} was made with another password than the one in postgres.password of DATA_DIR.`);
  }
  return undefined;
}

// Another server may have taken the port since, so that an answer counts only if it is about our data.
async function call(port: number, place: Place): Promise<Line | 'silent' | 'wrong password'> {
  const line = new Client({ connectionString: urlAt(port, place), connectionTimeoutMillis: 1000 });
  const ended = new Promise<void>((resolve) => line.once('end', () => resolve()));
  line.on('error', () => {});
  try {
    await line.connect();
    const { rows } = await line.query<{ data_directory: string }>('show data_directory');
    if (rows[0]?.data_directory === (await realpath(place.data))) return { line, ended };
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === '28P01') return 'wrong password';
  }
  await line.end();
  return 'silent';
}

async function pidFile({ data }: Place): Promise<{ pid: number; port: number; path: string } | undefined> {
  const path = join(data, 'postmaster.pid');
  const [pid, , , port] = (await readFile(path, 'utf8').catch(() => '')).split('\n');
  return port ? { pid: Number(pid), port: Number(port), path } : undefined;
}

// Postgres knows a left-over postmaster.pid by its process being gone. After a crash the number may have gone to
// another program (in a container it soon does), or to a dead process nobody has collected.
async function removeForeignPidFile(place: Place): Promise<void> {
  const left = await pidFile(place);
  if (!left) return;
  const command = await readFile(`/proc/${left.pid}/cmdline`, 'utf8').catch(() => undefined);
  if (command !== undefined && !command.includes('postgres')) await rm(left.path, { force: true });
}

function urlAt(port: number, { password }: Place): string {
  return `postgres://relevo:${password}@127.0.0.1:${port}/postgres`;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
