import { randomInt, randomUUID } from 'node:crypto';
import type { Route } from '../../../http/message';
import { type Clock, openClock } from './clock';
import { type DeliveryWays, openDelivery } from './delivery/delivery';
import { openPauses } from './delivery/pauses';
import type { DeliveryFigures } from './delivery/tally';
import type { Faults } from './faults';
import type { GraphAccount } from './graph/account';
import { openFlowShelf, type PublishedFlow } from './graph/flows';
import { openMediaShelf } from './graph/media';
import { openRates } from './graph/rates';
import type { Template } from './graph/templates';
import { answerBusiness } from './graphSide';
import { openInvariants } from './invariants';
import { type Ledger, type OpenLedger, openLedger } from './ledger';
import { answerByRoute, openLittleServer } from './littleServer';
import { type Person, personWith } from './phone/person';
import { openThreads, type Threads, type Who } from './phone/threads';
import { type PriceTable, reportedPrices } from './prices';
import { answered, type Invariants, invariantsOf, isSettled } from './quiet';
import { personIn, type Recipient } from './wamid';
import type { Business, Change } from './webhooks';
import type { NextFault, Statuses, World } from './world';

/** What a stand-in is opened with. */
export type StandInOptions = {
  /** Where webhooks go; a function is asked at every attempt. */
  webhookUrl: string | (() => string);
  appSecret: string;
  verifyToken: string;
  accessToken: string;
  phoneNumberId: string;
  /** The WhatsApp business account, for templates and forms. */
  accountId?: string;
  /** 0, the default, takes a free one. */
  port?: number;
  host?: string;
  /** Plays the same faults, duplicates and delays again; random when absent. Message ids never repeat. */
  seed?: number;
  /** Milliseconds since 1970, under the stand-in's own clock; the system's when absent. */
  clock?: () => number;
  /** How fast its own clock goes (1). */
  speed?: number;
  faults?: Faults;
  delivery?: DeliveryWays;
  statuses?: Statuses;
  statusDelaysMs?: World['statusDelaysMs'];
  /** Meta's speed limits (true). */
  limits?: boolean;
  /** What a free message outside the 24-hour window meets (a later `failed` status). */
  window?: GraphAccount['window'];
  /** The longest text of a list (4,096; some of Meta's pages say 1,024). */
  listBody?: number;
  templates?: Template[];
  /** Forms that have been published. */
  flows?: PublishedFlow[];
  /** What messages cost (as reported for October 2026). */
  prices?: PriceTable;
  displayPhone?: string;
  verifiedName?: string;
  /** How many bubbles a phone and messages the ledger keep (all). */
  keep?: { bubbles?: number; messages?: number };
  /** More routes for its server, e.g. the simulated phone. */
  routes?: (standIn: StandIn) => Route[];
};

/** Meta, as far as we can see it from our side: the Graph API, its webhooks, and people with phones. */
export type StandIn = {
  /** Stands in for https://graph.facebook.com. */
  url: string;
  port: number;
  person: (who: Who) => Person;
  personById: (id: string) => Person | undefined;
  threads: Threads;
  account: GraphAccount;
  /** The business as people have it among their contacts. */
  contactName: string;
  now: () => number;
  /** The 24-hour window, the speed limits, statuses, retries and the life of files go by it. */
  clock: Omit<Clock, 'advance' | 'end'>;
  /** Moves the clock on; at whatever falls due on the way it waits until the business has answered. */
  advance: (ms: number) => Promise<void>;
  prices: PriceTable;
  ledger: () => Ledger;
  invariants: () => Invariants;
  figures: () => DeliveryFigures;
  faults: () => Faults;
  setFaults: (faults: Faults) => void;
  /** The next sends meet this fault for certain. */
  nextFault: (next: NextFault) => void;
  setDelivery: (ways: DeliveryWays) => void;
  /** Sends the business a change of any field, as it is. */
  tell: (change: Change) => void;
  /** Meta's handshake when the webhook is configured: whether the challenge came back. */
  verify: () => Promise<boolean>;
  /** Whether every webhook has been answered 200, or given up, within the time. */
  settled: (timeoutMs: number) => Promise<boolean>;
  /** Lets go of everyone who waits for something on a phone, so that no request is held open; `close` does it too. */
  release: () => void;
  close: () => Promise<void>;
};

/** Opens the stand-in and its server. Nobody is called before somebody writes. */
export async function openStandIn(options: StandInOptions): Promise<StandIn> {
  if (typeof options.webhookUrl === 'string' && !URL.canParse(options.webhookUrl))
    throw new Error('The stand-in needs a webhook address like http://127.0.0.1:3978/webhooks/whatsapp.');
  // The routes come last, because they in turn need the stand-in.
  const late: { routes: Route[]; filesUrl: string } = { routes: [], filesUrl: '' };
  const world = worldOf(options, () => late.filesUrl);
  const server = await openLittleServer(
    async (request) => (await answerByRoute(late.routes, request)) ?? answerBusiness(world, request),
    options.port ?? 0,
    options.host,
  );
  late.filesUrl = `${server.url}/files`;
  const standIn: StandIn = { url: server.url, port: server.port, ...handlesOf(world, options), close };
  late.routes = options.routes?.(standIn) ?? [];
  return standIn;

  async function close(): Promise<void> {
    world.pauses.end();
    world.clock.end();
    world.threads.end();
    world.delivery.close();
    await server.close();
  }
}

function worldOf(options: StandInOptions, filesUrl: () => string): World {
  const seed = options.seed ?? randomInt(2 ** 31);
  const clock = openClock(options.clock ?? Date.now);
  const { now } = clock;
  if (options.speed !== undefined) clock.setSpeed(options.speed);
  const { webhookUrl, appSecret, phoneNumberId, keep = {} } = options;
  const threads = openThreads(keep.bubbles ?? Number.POSITIVE_INFINITY);
  const displayPhone = options.displayPhone ?? '576015550100';
  const wabaId = options.accountId ?? '102290129340398';
  const business = { wabaId, displayPhone, phoneNumberId };
  const ledger = openLedger(keep.messages ?? Number.POSITIVE_INFINITY, options.prices ?? reportedPrices);
  const url = typeof webhookUrl === 'string' ? () => webhookUrl : webhookUrl;
  return {
    account: accountOf(options, { threads, ledger, now, business, filesUrl }),
    business,
    threads,
    ledger,
    invariants: openInvariants(),
    delivery: openDelivery({ url, appSecret, business, seed, pause: clock.pause }, options.delivery ?? {}),
    clock,
    pauses: openPauses(),
    faults: options.faults ?? {},
    nextFaults: [],
    sending: new Map(),
    statuses: options.statuses ?? 'all',
    statusDelaysMs: options.statusDelaysMs ?? { sent: 10, delivered: 60, read: 400 },
    seed,
    fatesOpen: 0,
  };
}

function accountOf(
  options: StandInOptions,
  around: { threads: Threads; ledger: OpenLedger; now: () => number; business: Business; filesUrl: () => string },
): GraphAccount {
  const { threads, ledger, now, business, filesUrl } = around;
  return {
    ...business,
    accessToken: options.accessToken,
    isSubscribed: true,
    health: 'AVAILABLE',
    flows: openFlowShelf(options.flows),
    statusesOf: (id) => ledger.find(id)?.history,
    verifiedName: options.verifiedName ?? 'Relevo',
    templates: [...(options.templates ?? [])],
    media: openMediaShelf(now),
    ...(options.limits !== false && { rates: openRates() }),
    window: options.window ?? 'status',
    listBody: options.listBody ?? 4096,
    filesUrl,
    now,
    lastHeard: (from: Recipient) => threads.find(from)?.lastHeard,
    knowsUser: (bsuid) => threads.find({ bsuid }) !== undefined,
    knowsMessage: (id) => {
      const person = personIn(id);
      return person !== undefined && threads.find(person) !== undefined;
    },
  };
}

function handlesOf(world: World, options: StandInOptions): Omit<StandIn, 'url' | 'port' | 'close'> {
  const { threads, account } = world;
  return {
    person: (who) => personWith(threads.open(withAddress(who)), world),
    personById: (id) => {
      const contact = threads.byId(id);
      return contact && personWith(contact, world);
    },
    threads,
    account,
    contactName: account.verifiedName,
    now: account.now,
    clock: world.clock,
    advance: (ms) => world.clock.advance(ms, () => answered(world)),
    prices: options.prices ?? reportedPrices,
    ledger: world.ledger.read,
    invariants: () => invariantsOf(world),
    figures: world.delivery.figures,
    faults: () => world.faults,
    setFaults: (faults) => {
      world.faults = faults;
    },
    nextFault: (next) => {
      world.nextFaults.push({ ...next });
    },
    setDelivery: world.delivery.setWays,
    tell: (change) => void world.delivery.deliver({ contacts: [], change }),
    verify: () => isVerified(options),
    settled: (timeoutMs) => isSettled(world, timeoutMs),
    release: threads.end,
  };
}

function withAddress(who: Who): Who {
  if (who.phone !== undefined || who.bsuid !== undefined) return who;
  return { ...who, phone: `57300${randomInt(1e6, 1e7)}` };
}

async function isVerified({ webhookUrl, verifyToken }: StandInOptions): Promise<boolean> {
  const url = new URL(typeof webhookUrl === 'string' ? webhookUrl : webhookUrl());
  const challenge = randomUUID();
  url.searchParams.set('hub.mode', 'subscribe');
  url.searchParams.set('hub.challenge', challenge);
  url.searchParams.set('hub.verify_token', verifyToken);
  const response = await fetch(url);
  return response.status === 200 && (await response.text()) === challenge;
}
