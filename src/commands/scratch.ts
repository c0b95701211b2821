import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Config, readConfig } from '../config';
import { freePort } from '../db/embeddedServer';
import { makeScratchDatabase } from '../db/scratch';

/** An installation that leaves nothing behind: what runs on `config` must be closed before `remove`. */
export type Scratch = { config: Config; remove: () => Promise<void> };

/**
 * Makes an installation for a while: an embedded Postgres in a temporary folder, or a database of its own on the server
 * of DATABASE_URL; the simulated phones, a free port. Only language, time zone and log level are kept of the environment.
 */
export async function makeScratch(env: NodeJS.ProcessEnv): Promise<Scratch> {
  const folder = await mkdtemp(join(tmpdir(), 'relevo-scratch-'));
  try {
    // Not 0: links to us must name the port before it is listened on.
    const port = await freePort();
    return await makeIn(folder, readConfig({ ...scratchEnvironment(env, folder), PORT: String(port) }));
  } catch (fault) {
    await removeFolder(folder);
    throw fault;
  }
}

async function makeIn(folder: string, config: Config): Promise<Scratch> {
  // The embedded Postgres of root runs as somebody else, who must be able to enter; what is secret in it stays closed.
  await chmod(folder, 0o755);
  if (config.databaseUrl === undefined) return { config, remove: () => removeFolder(folder) };
  const { url, drop } = await makeScratchDatabase(config.databaseUrl);
  const remove = () => drop().finally(() => removeFolder(folder));
  return { config: { ...config, databaseUrl: url }, remove };
}

function scratchEnvironment(
  { DATABASE_URL, LOCALE, TIME_ZONE, LOG_LEVEL = 'warn' }: NodeJS.ProcessEnv,
  folder: string,
): NodeJS.ProcessEnv {
  const kept = { DATABASE_URL, LOCALE, TIME_ZONE, LOG_LEVEL };
  return { ...kept, DATA_DIR: folder, DATA_KEY: randomBytes(32).toString('base64') };
}

// Where root's temporary folder is closed to others, the embedded Postgres keeps its data elsewhere, behind a link.
async function removeFolder(folder: string): Promise<void> {
  const kept = await realpath(join(folder, 'postgres')).catch(() => folder);
  for (const path of [kept, folder]) await rm(path, { recursive: true, force: true });
}
