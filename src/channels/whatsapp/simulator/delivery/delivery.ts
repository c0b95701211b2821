import { chance } from '../chance';
import { type Business, envelope, type Update } from '../webhooks';
import { openBatches } from './batches';
import { openLanes } from './lanes';
import { openPauses, type Pauses } from './pauses';
import { openPoster, type Poster } from './post';
import { type DeliveryFigures, openTally } from './tally';
import { signature, wireBytes } from './wire';

/** How webhooks travel. Shares are from 0 to 1; everything random follows from the seed. */
export type DeliveryWays = {
  /** Updates in one body, at most (1). */
  batch?: number;
  /** Share of bodies that arrive twice: half of them at once, half one after the other. */
  duplicates?: number;
  /** Share of bodies held back, so that later ones overtake them. */
  reorder?: number;
  /** Shortest and longest delay of a body. */
  delayMs?: [number, number];
  /** 1 is Meta's pace of retries; 0.001 makes a second a millisecond. Retries wait by the stand-in's clock. */
  retryFactor?: number;
  /** How long an answer may take. */
  timeoutMs?: number;
};

/** The way of webhooks to the business: at least once, retried for days. */
export type Delivery = {
  /** Resolves to true when answered 200; to false when given up or closed. */
  deliver: (update: Update) => Promise<boolean>;
  figures: () => DeliveryFigures;
  setWays: (ways: DeliveryWays) => void;
  /** Bodies on their way, retries included. */
  underWay: () => number;
  /** Posts that the business has not answered yet. */
  posting: () => number;
  isClosed: () => boolean;
  close: () => void;
};

/** Opens the way. `url` is asked at every attempt, so that deliveries can be spread over several servers. */
export function openDelivery(to: Destination, ways: DeliveryWays): Delivery {
  const road: Road = {
    to,
    ways,
    bodies: 0,
    posting: 0,
    isClosed: false,
    pauses: openPauses(),
    poster: openPoster(ways.timeoutMs ?? 15_000),
    tally: openTally(),
    inLane: openLanes(),
  };
  let underWay = 0;
  const enqueue = openBatches<Update>(
    () => road.ways.batch ?? 1,
    (updates) => deliverBody(road, updates),
  );

  return {
    deliver: async (update) => {
      underWay += 1;
      const arrived = await enqueue(update);
      underWay -= 1;
      return arrived;
    },
    figures: road.tally.figures,
    setWays: (next) => {
      road.ways = next;
    },
    underWay: () => underWay,
    posting: () => road.posting,
    isClosed: () => road.isClosed,
    close: () => {
      road.isClosed = true;
      road.pauses.end();
      road.poster.close();
    },
  };
}

/** Where webhooks go, and what they are signed with. */
export type Destination = {
  url: () => string;
  appSecret: string;
  business: Business;
  seed: number;
  /** Waits between retries. */
  pause: (ms: number) => Promise<boolean>;
};

type Road = {
  to: Destination;
  ways: DeliveryWays;
  bodies: number;
  posting: number;
  isClosed: boolean;
  pauses: Pauses;
  poster: Poster;
  tally: ReturnType<typeof openTally>;
  inLane: ReturnType<typeof openLanes>;
};

async function deliverBody(road: Road, updates: Update[]): Promise<boolean> {
  road.bodies += 1;
  const { ways, bodies } = road;
  const draw = (about: string): number => chance(road.to.seed, about, bodies);
  const bytes = wireBytes(envelope(road.to.business, updates));
  const isTwice = draw('twice') < (ways.duplicates ?? 0);
  const isAtOnce = isTwice && draw('at once') < 0.5;
  const isHeldBack = draw('held back') < (ways.reorder ?? 0);
  const [shortest, longest] = ways.delayMs ?? [0, 0];
  const delay = shortest + (longest - shortest) * draw('delay') + (isHeldBack ? 20 + 180 * draw('how long') : 0);
  if (delay > 0 && !(await road.pauses.pause(delay))) return false;

  if (isAtOnce) void attempt(road, bytes);
  // The first attempts of one person's messages go one after the other; a retry waits for nobody and holds nobody up.
  const lanes = [...new Set(updates.flatMap(({ lane }) => lane ?? []))];
  const arrived = (await road.inLane(lanes, () => attempt(road, bytes))) || (await retried(road, bytes));
  if (arrived && isTwice && !isAtOnce) await attempt(road, bytes);
  return arrived;
}

async function attempt(road: Road, bytes: Buffer): Promise<boolean> {
  if (road.isClosed) return false;
  const began = performance.now();
  const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signature(bytes, road.to.appSecret) };
  road.posting += 1;
  const status = await road.poster.post(road.to.url(), bytes, headers);
  road.posting -= 1;
  road.tally.note(status, performance.now() - began);
  return status === 200;
}

async function retried(road: Road, bytes: Buffer): Promise<boolean> {
  for (const seconds of retrySeconds) {
    if (!(await road.to.pause(seconds * 1000 * (road.ways.retryFactor ?? 1)))) return false;
    if (await attempt(road, bytes)) return true;
  }
  return false;
}

// Meta: "decreasing frequency over 7 days". The first steps are our choice, then ever longer up to a day.
const retrySeconds = [1, 5, 30, 120, 600, 3600, 6 * 3600, ...Array<number>(7).fill(24 * 3600)];
