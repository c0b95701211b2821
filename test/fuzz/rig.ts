import { scripts } from '../../dialogs/all';
import { createIntake } from '../../src/bot/intake';
import { createStatusIntake } from '../../src/channels/whatsapp/statusIntake';
import { whatsappRoutes } from '../../src/channels/whatsapp/webhookRoutes';
import { changeAddresses } from '../../src/db/addressChanges';
import { createPool } from '../../src/db/pool';
import { noteFault } from '../../src/fault';
import { createHttp } from '../../src/http/server';
import { createLog } from '../../src/log';
import { openTurns } from '../setup/turns';

/** What a webhook passes through, on a migrated database: HTTP, signature, readers, inbox, statuses, and now and then a turn. */
export type Rig = {
  url: string;
  /** Of how much it was told, and what went wrong in turns. */
  counts: Record<string, number>;
  faults: unknown[];
  /** Ends the turns under way and empties what has piled up. */
  settle: () => Promise<void>;
  close: () => Promise<void>;
};

export const SECRET = 'fuzz-secret';
export const PHONE_NUMBER_ID = '106540352242922';

/** Opens one; of so many batches the conversations of one are worked. */
export async function openRig(databaseUrl: string, workedEvery: number): Promise<Rig> {
  const pool = createPool({ url: databaseUrl, max: 4, keyed: true });
  const turnPool = createPool({ url: databaseUrl, max: 4, keyed: true, pipeline: true });
  const turns = openTurns(turnPool, scripts);
  const working = new Set<Promise<unknown>>();
  const counts: Record<string, number> = { turns: 0 };
  const add = (name: string, many = 1) => {
    counts[name] = (counts[name] ?? 0) + many;
  };
  let batches = 0;
  const intake = createIntake({
    pool,
    count: () => {},
    kick(conversations) {
      batches += 1;
      if (batches % workedEvery > 0) return;
      for (const conversation of conversations) {
        add('turns');
        const work = turns.work(conversation).finally(() => working.delete(work));
        working.add(work);
      }
    },
  });
  const metrics = {
    status: () => {},
    undelivered: () => {},
    message: () => {},
    strayStatuses: (many: number) => add('strays', many),
  };
  const routes = whatsappRoutes({
    config: { appSecrets: [SECRET], verifyToken: 'v', phoneNumberId: PHONE_NUMBER_ID, hears: true },
    accept: intake.accept,
    acceptChange: (change) => changeAddresses(pool, change).then((outcome) => add(outcome)),
    acceptStatuses: createStatusIntake({ pool, freed: () => {}, failed: () => {}, metrics }),
    metrics: {
      refused: () => {},
      received: (items) => {
        for (const [name, many] of Object.entries(items)) add(name, many);
      },
      accountEvent: () => add('events'),
    },
    log: {
      warn: (fields) => 'fault' in fields && add(`fault ${JSON.stringify(noteFault(fields.fault)).slice(0, 300)}`),
    },
  });
  const http = createHttp({ routes, log: createLog('silent') });
  const port = await http.listen(0, '127.0.0.1');
  async function settle(): Promise<void> {
    await Promise.all(working);
    for (const list of [turns.posted, turns.sources, turns.woken]) list.length = 0;
    await pool.query('truncate inbox, outbox, orphan_status');
  }
  return {
    url: `http://127.0.0.1:${port}/webhooks/whatsapp`,
    counts,
    faults: turns.faults,
    settle,
    async close() {
      await Promise.all(working);
      await http.close(1000);
      await Promise.all([pool.end(), turnPool.end()]);
    },
  };
}
