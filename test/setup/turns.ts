import type { Pool } from 'pg';
import { createBot } from '../../src/bot/router';
import { memoryCache, type StateCache } from '../../src/bot/stateCache';
import { createTurnStorage } from '../../src/bot/turnStorage';
import { createTurns, type LeasedReply, type TurnOutcome } from '../../src/bot/turns';
import { createWorlds } from '../../src/bot/world';
import { readConfig } from '../../src/config';
import { acceptMessages } from '../../src/db/inbox';
import type { Inbound } from '../../src/domain/talk';
import type { Script } from '../../src/script/steps';
import { createVault } from '../../src/services/vault';

/** Turns over a database with scripts of the test's own: what a process does between the inbox and the outbox. */
export function openTurns(
  pool: Pool,
  scripts: Script[],
  { cache = memoryCache() as StateCache, now = () => new Date(), hasForm = (): boolean => false } = {},
) {
  const faults: unknown[] = [];
  const posted: LeasedReply[] = [];
  const woken: string[] = [];
  const sources: (string | undefined)[] = [];
  const dangers: 'told'[] = [];
  const storage = createTurnStorage();
  const work = createTurns({
    pool,
    cache,
    storage,
    bot: createBot(scripts, storage, { lines: readConfig({}).lines, told: () => dangers.push('told') }),
    locale: 'es',
    worldOf: createWorlds({
      vault: createVault(Buffer.alloc(32, 7)),
      timeZone: 'America/Bogota',
      locale: 'es',
      publicUrl: 'https://relevo.example',
      hasForm,
      now,
    }),
    post: (replies) => posted.push(...replies),
    wake: (web) => woken.push(web),
    leaseSeconds: 15,
    count: ({ source }) => sources.push(source),
    report: (fault) => faults.push(fault),
  });
  async function receive(...messages: Inbound[]): Promise<TurnOutcome[]> {
    const { conversations } = await acceptMessages(pool, messages);
    return Promise.all(conversations.map(work));
  }
  return { work, receive, faults, posted, woken, sources, dangers };
}
