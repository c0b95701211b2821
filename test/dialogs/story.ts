import type { QueryResult } from 'pg';
import { readFlowFiles } from '../../src/channels/whatsapp/flowFiles';
import type { Bubble } from '../../src/channels/whatsapp/simulator/phone/bubble';
import type { Filled } from '../../src/channels/whatsapp/simulator/phone/form';
import type { Person } from '../../src/channels/whatsapp/simulator/phone/person';
import type { Thing } from '../../src/channels/whatsapp/simulator/phone/thing';
import { openStandIn, type StandIn } from '../../src/channels/whatsapp/simulator/standIn';
import { readTemplateFiles } from '../../src/channels/whatsapp/templateFiles';
import { readConfig } from '../../src/config';
import { quietMs } from '../../src/domain/quietHours';
import { createLog } from '../../src/log';
import { projectFile } from '../../src/projectFiles';
import { openService } from '../../src/service';
import { createVault } from '../../src/services/vault';
import { freshDatabase } from '../setup/database';
import { isAtRest } from '../setup/rest';
import { buildCity, knownPhones, storyTime } from './city';
import { clockStrikes, staffDo } from './meanwhile';

/** The whole service with an invented city, Meta's stand-in before it, and a clock that only the story moves. */
export type Story = {
  /** What somebody does with her phone, and every bubble that came of it, once all is quiet. */
  does: (who: string, what: Deed) => Promise<Bubble[]>;
  /** What she is told of our own accord by then: every bubble since the last that answered her. */
  hears: (who: string) => Promise<Bubble[]>;
  /** What staff do meanwhile; see `staffDo`. */
  staff: (order: string) => Promise<void>;
  /** The service ends and begins again; what it knew in memory is gone. */
  restarts: () => Promise<void>;
  /** Lets time pass, and gives what somebody was told meanwhile. */
  waits: (who: string, milliseconds: number) => Promise<Bubble[]>;
  /** What happens meanwhile that no chat shows. */
  meanwhile: (sql: string) => Promise<QueryResult>;
  /** Her number. */
  phoneOf: (who: string) => string;
  /** Meta, as it stands in for itself. */
  standIn: StandIn;
  /** Tells what the Graph API refused and every text it would have cut; a good story has none. */
  refusals: () => unknown[];
  close: () => Promise<void>;
};
export type Deed = { says: string } | { taps: string } | { sends: Thing } | { fills: Filled };

/** The key of every story's documents. */
export const storyKey = Buffer.alloc(32, 5);

/** Opens a story, with more settings if it needs some; each message in it is five seconds after the one before. */
export async function openStory(more: NodeJS.ProcessEnv = {}): Promise<Story> {
  const database = await freshDatabase();
  const dataKey = storyKey;
  await buildCity(database.pool, createVault(dataKey));
  let now = storyTime.getTime();
  const service: { url?: string } = {};
  const standIn = await openStandIn({
    webhookUrl: () => `${service.url}/webhooks/whatsapp`,
    ...meta,
    clock: () => now,
    templates: [...readTemplateFiles(projectFile('deployment', 'whatsapp', 'templates')).values()].flatMap(
      ({ name, texts }) => Object.entries(texts).map(([language, text]) => ({ name, language, ...text })),
    ),
    flows: readFlowFiles(projectFile('deployment', 'whatsapp', 'flows')).map(({ nameAtMeta, text }) => ({
      name: nameAtMeta,
      json: text,
    })),
    // The stricter of the two limits that Meta's pages give.
    listBody: 1024,
    statusDelaysMs: { sent: 0, delivered: 0, read: 0 },
  });
  const config = readConfig({
    PORT: '0',
    DATABASE_URL: database.url,
    DATA_KEY: dataKey.toString('base64'),
    WHATSAPP_PHONE_NUMBER_ID: meta.phoneNumberId,
    WHATSAPP_ACCESS_TOKEN: meta.accessToken,
    WHATSAPP_APP_SECRET: meta.appSecret,
    WHATSAPP_VERIFY_TOKEN: meta.verifyToken,
    WHATSAPP_GRAPH_URL: standIn.url,
    WHATSAPP_ACCOUNT_ID: standIn.account.wabaId,
    LOG_LEVEL: 'silent',
    ...more,
  });
  let opened = await openService(config, createLog('silent'), () => new Date(now));
  service.url = opened.url;

  const phones = new Map<string, Person>();
  const numbers = new Map<string, string>(Object.entries(knownPhones));
  const numberOf = (who: string): string => {
    const number = numbers.get(who) ?? `57300555${1000 + phones.size}`;
    numbers.set(who, number);
    return number;
  };
  const phoneOf = (who: string): Person => {
    const known = phones.get(who);
    if (known) return known;
    const person = standIn.person({ name: who, phone: numberOf(who) });
    phones.set(who, person);
    return person;
  };

  async function quiet(): Promise<void> {
    for (let tries = 0; tries < 2000; tries += 1) {
      if (await isAtRest(database.pool, standIn)) return;
      await new Promise((done) => setTimeout(done, 5));
    }
    throw new Error('The service never came to rest.');
  }

  // What is due is told by a clock that real seconds drive; at night it waits for the morning.
  async function told(): Promise<void> {
    if (quietMs(config.timeZone, new Date(now)) > 0) return;
    for (let tries = 0; tries < 2000; tries += 1) {
      const due = 'select count(*)::integer as due from notice where ended_at is null and due_at <= $1';
      const { rows } = await database.pool.query(due, [new Date(now)]);
      if (rows[0].due === 0) return;
      await new Promise((done) => setTimeout(done, 5));
    }
    throw new Error('What was due was never told.');
  }

  const heard = new Map<string, number>();
  function since(who: string, seen: number): Bubble[] {
    const thread = phoneOf(who).thread();
    heard.set(who, thread.at(-1)?.n ?? 0);
    return thread.filter(({ n, direction }) => n > seen && direction === 'outbound');
  }

  return {
    async does(who, what) {
      now += 5_000;
      const person = phoneOf(who);
      const seen = person.thread().at(-1)?.n ?? 0;
      if ('says' in what) person.says(what.says);
      else if ('taps' in what) person.taps(what.taps);
      else if ('fills' in what) person.fills(what.fills);
      else person.sends(what.sends);
      await quiet();
      return since(who, seen);
    },
    async hears(who) {
      await clockStrikes(database.pool, new Date(now));
      await quiet();
      return since(who, heard.get(who) ?? 0);
    },
    staff: (order) => staffDo(database.pool, order, new Date(now)),
    async waits(who, milliseconds) {
      const seen = phoneOf(who).thread().at(-1)?.n ?? 0;
      now += milliseconds;
      await told();
      await quiet();
      return since(who, seen);
    },
    async restarts() {
      await opened.close();
      config.port = 0;
      opened = await openService(config, createLog('silent'), () => new Date(now));
      service.url = opened.url;
    },
    meanwhile: (sql) => database.pool.query(sql),
    phoneOf: numberOf,
    standIn,
    refusals: () => standIn.ledger().refused,
    async close() {
      await opened.close();
      await standIn.close();
      await database.close();
    },
  };
}

const meta = {
  phoneNumberId: '100000000000099',
  accessToken: 'story-token',
  appSecret: 'story-secret',
  verifyToken: 'story-verify',
};
