import { z } from 'zod/v4';
import type { HttpReply, HttpRequest, Route } from '../../../../http/message';
import { json } from '../../../../http/reply';
import { type FaultName, isFaultName } from '../faults';
import { ownPost } from '../sameSite';
import type { StandIn } from '../standIn';
import { personOf, whoShape } from './who';

/** Time, faults and the way of webhooks, as they are and as they shall be. */
export function steeringRoutes(standIn: StandIn): Route[] {
  return [
    { method: 'GET', path: '/simulator/clock', answer: async () => json(200, standIn.clock.read()) },
    { method: 'POST', path: '/simulator/clock', answer: (request) => setClock(standIn, request) },
    { method: 'GET', path: '/simulator/faults', answer: async () => json(200, faultsNow(standIn)) },
    { method: 'POST', path: '/simulator/faults', answer: async (request) => setFaults(standIn, request) },
    { method: 'POST', path: '/simulator/faults/next', answer: async (request) => setNext(standIn, request) },
    { method: 'POST', path: '/simulator/delivery', answer: async (request) => setDelivery(standIn, request) },
    { method: 'GET', path: '/simulator/prices', answer: async () => json(200, standIn.prices) },
  ];
}

const YEAR_MS = 366 * 24 * 3_600_000;
const clock = z.strictObject({
  speed: z.number().min(0).max(1e6).optional(),
  advanceMs: z.number().min(0).max(YEAR_MS).optional(),
});

/** Answers once the clock has got there, and everything that fell due on the way has been delivered. */
async function setClock(standIn: StandIn, request: HttpRequest): Promise<HttpReply> {
  const post = ownPost(request, clock);
  if (!post.ok) return post.reply;
  const { speed, advanceMs } = post.value;
  if (speed !== undefined) standIn.clock.setSpeed(speed);
  if (advanceMs !== undefined) await standIn.advance(advanceMs);
  return json(200, standIn.clock.read());
}

const name = z.string().refine(isFaultName);
const share = z.number().min(0).max(1);
const milliseconds = z.number().min(0);
const faults = z.strictObject({
  shares: z.record(name, share),
  slowMs: milliseconds.default(2000),
  latencyMs: z.tuple([milliseconds, milliseconds]).optional(),
});

// As they are set.
function faultsNow(standIn: StandIn) {
  const { slowMs = 2000, latencyMs = [0, 0], ...shares } = standIn.faults();
  return { shares, slowMs, latencyMs };
}

function setFaults(standIn: StandIn, request: HttpRequest): HttpReply {
  const post = ownPost(request, faults);
  if (!post.ok) return post.reply;
  const { shares, slowMs, latencyMs } = post.value;
  standIn.setFaults({ ...shares, slowMs, ...(latencyMs && { latencyMs }) });
  return json(200, {});
}

const next = z.strictObject({
  fault: name,
  times: z.number().int().min(1).max(1000).default(1),
  ...whoShape,
});

/** The next sends, to one person or to whomever, meet this fault for certain. */
function setNext(standIn: StandIn, request: HttpRequest): HttpReply {
  const post = ownPost(request, next);
  if (!post.ok) return post.reply;
  const { fault, times, ...who } = post.value;
  const isOfOne = who.phone !== undefined || who.bsuid !== undefined;
  standIn.nextFault({ fault: fault as FaultName, times, ...(isOfOne && { person: personOf(standIn, who).id }) });
  return json(200, {});
}

const ways = z.strictObject({
  batch: z.number().int().min(1).max(1000).optional(),
  duplicates: share.optional(),
  reorder: share.optional(),
  delayMs: z.tuple([milliseconds, milliseconds]).optional(),
  retryFactor: milliseconds.optional(),
});

function setDelivery(standIn: StandIn, request: HttpRequest): HttpReply {
  const post = ownPost(request, ways);
  if (!post.ok) return post.reply;
  const given = Object.entries(post.value).filter(([, value]) => value !== undefined);
  standIn.setDelivery(Object.fromEntries(given));
  return json(200, {});
}
