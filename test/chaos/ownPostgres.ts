import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbedded } from '../../src/db/embedded';

/** A Postgres of one's own that may be crashed. */
export type OwnPostgres = {
  url: string;
  /** An immediate shutdown, as a power cut; it is started again at once. */
  crash: () => Promise<void>;
  stop: () => Promise<void>;
};

/** Starts one that notes when each transaction was committed. */
export async function startOwnPostgres(): Promise<OwnPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'relevo-chaos-'));
  // Root's Postgres runs as somebody else, who must be able to enter: else its data would lie elsewhere, and stay.
  await chmod(folder, 0o755);
  const { url, stop } = await startEmbedded(folder);
  const crash = async () => {
    const [pid] = (await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
    if (Number(pid) > 0) process.kill(Number(pid), 'SIGQUIT');
  };
  await onServer(url, (server) => server.query('alter system set track_commit_timestamp = on'));
  await crash();
  await untilUp(url);
  return {
    url,
    crash,
    stop: async () => {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function untilUp(url: string): Promise<void> {
  for (const end = Date.now() + 20_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 50)))
    if (await onServer(url, isTracking).catch(() => false)) return;
  throw new Error('The Postgres of the soak did not come back within 20 s.');
}

async function isTracking(server: Client): Promise<boolean> {
  const { rows } = await server.query<{ setting: string }>(
    `select current_setting('track_commit_timestamp') as setting`,
  );
  return rows[0]?.setting === 'on';
}

async function onServer<T>(url: string, work: (server: Client) => Promise<T>): Promise<T> {
  const server = new Client({ connectionString: url, connectionTimeoutMillis: 1000 });
  server.on('error', () => {});
  await server.connect();
  try {
    return await work(server);
  } finally {
    await server.end();
  }
}
