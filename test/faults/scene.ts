import type { Pool } from 'pg';
import type { DeliveryWays } from '../../src/channels/whatsapp/simulator/delivery/delivery';
import { openStandIn, type StandIn, type StandInOptions } from '../../src/channels/whatsapp/simulator/standIn';
import { readConfig } from '../../src/config';
import { createLog } from '../../src/log';
import { openService, type Service } from '../../src/service';
import { type Environment, environment, number } from '../chaos/environment';
import { type Mailboxes, openMailboxes } from '../chaos/mailboxes';
import { type RunningApp, startApp } from '../chaos/runningApp';
import { newTalker, type Talker } from '../chaos/talker';
import { buildTown, type Town } from '../chaos/town';
import { freshDatabase } from '../setup/database';
import { isAtRest } from '../setup/rest';

/** A town on a database of its own, Meta's stand-in before it, and as many services as a test starts. */
export type Scene = {
  pool: Pool;
  databaseUrl: string;
  town: Town;
  standIn: StandIn;
  mailboxes: Mailboxes;
  /** Where webhooks go: to each of these in turn. Services add themselves. */
  webhooks: string[];
  /** A service in this process; or as a process of its own. */
  open: (over?: Partial<Environment>) => Promise<Service>;
  start: (over?: Partial<Environment>) => Promise<RunningApp>;
  /** Somebody with a phone who has not written yet. */
  talker: (name: string) => Talker;
  /** Resolves when every webhook is answered, every message worked and every reply sent. */
  quiet: (withinMs?: number) => Promise<void>;
  close: () => Promise<void>;
};

export type SceneOptions = { delivery?: DeliveryWays; standIn?: Partial<StandInOptions> };

export async function openScene({ delivery = {}, standIn: over = {} }: SceneOptions = {}): Promise<Scene> {
  const fresh = await freshDatabase();
  const { pool, url: databaseUrl } = fresh;
  const town = await buildTown(pool, { classesPerSite: 3, places: 100, instructors: 2, onEachList: 12 });
  const webhooks: string[] = [];
  const closers: (() => Promise<unknown> | unknown)[] = [];
  let turn = 0;
  const standIn = await openStandIn({
    ...number,
    webhookUrl: () => `${webhooks[turn++ % webhooks.length]}/webhooks/whatsapp`,
    delivery: { retryFactor: 0.02, ...delivery },
    limits: false,
    // Some messages are posted by the tests themselves, which the stand-in does not know to have been written.
    window: 'off',
    ...over,
  });
  const mailboxes = openMailboxes(standIn);
  const given = (more: Partial<Environment>): Environment => ({
    databaseUrl,
    graphUrl: standIn.url,
    timeZone: town.timeZone,
    rate: 1000,
    ...more,
  });
  let people = 0;
  return {
    pool,
    databaseUrl,
    town,
    standIn,
    mailboxes,
    webhooks,
    open: async (more = {}) => {
      const service = await openService(readConfig(environment(given(more))), createLog('silent'));
      webhooks.push(service.url);
      closers.push(service.close);
      return service;
    },
    start: async (more = {}) => {
      const app = await startApp(given(more));
      webhooks.push(app.url);
      closers.push(() => {
        app.kill();
        return app.ended;
      });
      return app;
    },
    talker: (name) => {
      people += 1;
      const phone = `57330${String(people).padStart(7, '0')}`;
      const tools = { standIn, mailboxes, seed: people, isOver: () => false, paceMs: 0 };
      return newTalker(tools, { name, phone, isPatient: true });
    },
    quiet: (withinMs = 30_000) => quiet(pool, standIn, withinMs),
    close: async () => {
      for (const close of closers.reverse()) await close();
      mailboxes.close();
      await standIn.close();
      await fresh.close();
    },
  };
}

/** She registers, up to the question whether all is well, whose yes has the effect. */
export async function comesToTheSummary(her: Talker, n: number): Promise<void> {
  await her.says('registrarme', 'registration.consent');
  await her.taps('yes', 'registration.name');
  await her.says('Ana Pérez', 'registration.document');
  await her.taps('CC', 'registration.number');
  await her.says(String(52_300_000 + n), 'registration.near', 'where.near');
  await her.says('Suba', 'registration.summary');
}

/** Waits until something is so. */
export async function until(isSo: () => boolean | Promise<boolean>, withinMs = 20_000): Promise<void> {
  for (const end = Date.now() + withinMs; Date.now() < end; await pause(20)) if (await isSo()) return;
  throw new Error(`It did not come to be within ${withinMs} ms.`);
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function quiet(pool: Pool, standIn: StandIn, withinMs: number): Promise<void> {
  await until(() => isAtRest(pool, standIn), withinMs);
}
