import type { Pool } from 'pg';
import type { Config } from '../config';
import { startEmbedded } from './embedded';
import { createPool, type PoolOptions } from './pool';

export type Database = { url: string; pool: Pool; close: () => Promise<void> };

/** Opens the database of this installation: the operator's, else the embedded one, which runs until `close`. */
export async function openDatabase(
  { databaseUrl, dataDir }: Pick<Config, 'databaseUrl' | 'dataDir'>,
  options: Omit<PoolOptions, 'url'> = {},
): Promise<Database> {
  const server = databaseUrl ? { url: databaseUrl, stop: async () => {} } : await startEmbedded(dataDir);
  const pool = createPool({ url: server.url, ...options });
  const close = async () => {
    await pool.end();
    await server.stop();
  };
  return { url: server.url, pool, close };
}
