import type { Pool } from 'pg';
import { memoryCache, redisCache, type StateCache } from '../bot/stateCache';
import { localWakes, redisWakes, type Wakes } from '../channels/webchat/wakes';
import type { Closer } from '../closers';
import type { Config } from '../config';
import { dataKey } from '../dataKey';
import { migrate } from '../db/migrate';
import { openDatabase } from '../db/open';
import { createPool } from '../db/pool';
import { setClosingDays } from '../db/sessionRules';
import { createVault, type Vault } from '../services/vault';

/** What everything stands on. */
export type Ground = {
  databaseUrl: string;
  pool: Pool;
  turnPool: Pool;
  linePool: Pool;
  chatPool: Pool;
  cache: StateCache;
  wakes: Wakes;
  key: Buffer;
  vault: Vault;
};

/**
 * Opens Postgres, migrated, by a pool for each kind of statement (turns; what arrives and leaves; what the web chat
 * reads, which must not hold that up; the rest, cursors and all); the cache; the keys.
 */
export async function openGround(config: Config, closers: Closer[]): Promise<Ground> {
  const { url: databaseUrl, pool, close } = await openDatabase(config, { max: 8 });
  closers.push({ name: 'database', close });
  await migrate(pool);
  await setClosingDays(pool, config.attendanceClosesDays);
  const turnPool = createPool({ url: databaseUrl, max: TURNS_AT_ONCE, pipeline: true, keyed: true });
  closers.push({ name: 'turn pool', close: () => turnPool.end() });
  const linePool = createPool({ url: databaseUrl, max: 4, keyed: true });
  closers.push({ name: 'line pool', close: () => linePool.end() });
  const chatPool = createPool({ url: databaseUrl, max: 4, keyed: true });
  closers.push({ name: 'chat pool', close: () => chatPool.end() });
  const cache = config.redisUrl ? await redisCache(config.redisUrl) : memoryCache();
  closers.push({ name: 'cache', close: cache.close });
  const wakes = config.redisUrl ? await redisWakes(config.redisUrl) : localWakes();
  closers.push({ name: 'wakes', close: wakes.close });
  const key = dataKey(config);
  return { databaseUrl, pool, turnPool, linePool, chatPool, cache, wakes, key, vault: createVault(key) };
}
/** Most turns under way; the turn pool has a connection for each. */
export const TURNS_AT_ONCE = 12;
