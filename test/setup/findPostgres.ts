import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbedded } from '../../src/db/embedded';

/** The Postgres of this run: the one given, else the one on this machine, else one of our own that ends with the run. */
export async function findPostgres(): Promise<{ url: string; says: string }> {
  const given = process.env.DATABASE_URL;
  if (given) return found(given, await version(given));
  for (const user of ['postgres', userInfo().username]) {
    const url = `postgres://${encodeURIComponent(user)}@127.0.0.1:5432/postgres`;
    const answer = await version(url).catch(() => undefined);
    if (answer) return found(url, answer);
  }
  const url = await startOurOwn();
  return { url, says: `Postgres ${await version(url)} (embedded)` };
}

/** Ends the run's own Postgres where there is one. */
export async function stopEmbeddedPostgres(): Promise<void> {
  await stopOurOwn?.();
}

let stopOurOwn: (() => Promise<void>) | undefined;

async function startOurOwn(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'relevo-test-'));
  // Root's Postgres runs as somebody else, who must be able to enter: else its data would lie elsewhere, and stay.
  await chmod(folder, 0o755);
  const { url, stop } = await startEmbedded(folder);
  stopOurOwn = async () => {
    await stop();
    await rm(folder, { recursive: true, force: true });
  };
  return url;
}

async function version(url: string): Promise<string> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 1000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version: string }>('show server_version');
    return rows[0]?.server_version.split(' ')[0] ?? '';
  } finally {
    await client.end();
  }
}

function found(url: string, answer: string): { url: string; says: string } {
  return { url, says: `Postgres ${answer} at ${new URL(url).host}` };
}
