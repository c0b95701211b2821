import { z } from 'zod/v4';
import type { HttpReply, HttpRequest, Route } from '../../../../http/message';
import { json } from '../../../../http/reply';
import { ownPost } from '../sameSite';
import type { StandIn } from '../standIn';
import { accountRoutes } from './accountRoutes';
import { aroundShape, thingShape } from './heardShapes';
import { peopleRoutes } from './peopleRoutes';
import { steeringRoutes } from './steeringRoutes';
import { personOf, thoseShape, whoShape } from './who';

/** What another process may ask of a stand-in: what has come in, to let people write, to steer time and faults. */
export function controlRoutes(standIn: StandIn): Route[] {
  return [
    { method: 'GET', path: '/simulator/figures', answer: async () => json(200, figuresOf(standIn)) },
    { method: 'GET', path: '/simulator/ledger', answer: async (request) => json(200, ledgerAfter(standIn, request)) },
    { method: 'GET', path: '/simulator/invariants', answer: async () => json(200, standIn.invariants()) },
    { method: 'GET', path: '/simulator/thread', answer: async (request) => thread(standIn, request) },
    { method: 'POST', path: '/simulator/say', answer: async (request) => say(standIn, request) },
    { method: 'POST', path: '/simulator/tap', answer: async (request) => tap(standIn, request) },
    { method: 'POST', path: '/simulator/fill', answer: async (request) => fill(standIn, request) },
    { method: 'POST', path: '/simulator/send', answer: async (request) => send(standIn, request) },
    { method: 'POST', path: '/simulator/event', answer: async (request) => event(standIn, request) },
    ...peopleRoutes(standIn),
    ...steeringRoutes(standIn),
    ...accountRoutes(standIn),
  ];
}

function figuresOf(standIn: StandIn) {
  const { rss, heapUsed } = process.memoryUsage();
  const cpu = process.cpuUsage();
  const { totals, bill } = standIn.ledger();
  return {
    totals,
    bill,
    people: standIn.threads.all().length,
    webhooks: standIn.figures(),
    process: { rss, heapUsed, cpuMs: (cpu.user + cpu.system) / 1000 },
  };
}

/** Accepted messages with an `order` above `after`, oldest first, at most `limit` (1,000). */
function ledgerAfter(standIn: StandIn, { query }: HttpRequest) {
  const after = Number(query.get('after') ?? 0);
  const limit = Number(query.get('limit') ?? 1000);
  const { accepted, totals, bill } = standIn.ledger();
  return { accepted: accepted.filter(({ order }) => order > after).slice(0, limit), totals, bill };
}

function thread(standIn: StandIn, { query }: HttpRequest): HttpReply {
  const phone = query.get('phone');
  const contact = standIn.threads.find(phone ? { phone } : { bsuid: query.get('bsuid') ?? '' });
  if (!contact) return json(404, { error: 'no_such_person' });
  return json(200, { bubbles: contact.bubbles, lost: contact.lost });
}

const saying = z.object({ ...whoShape, text: z.string().min(1), around: aroundShape.optional() });

function say(standIn: StandIn, request: HttpRequest): HttpReply {
  const post = ownPost(request, saying);
  if (!post.ok) return post.reply;
  const { forwarded, referral } = post.value.around ?? {};
  const around = { ...(forwarded && { forwarded }), ...(referral && { referral }) };
  return json(200, { id: personOf(standIn, post.value).says(post.value.text, around) });
}

const tapping = z.object({ ...whoShape, choice: z.string(), of: z.string().optional() });

function tap(standIn: StandIn, request: HttpRequest): HttpReply {
  const post = ownPost(request, tapping);
  if (!post.ok) return post.reply;
  try {
    return json(200, { id: personOf(standIn, post.value).taps(post.value.choice, post.value.of) });
  } catch (fault) {
    return json(404, { error: fault instanceof Error ? fault.message : 'no_such_choice' });
  }
}

const filling = z.object({
  ...whoShape,
  values: z.record(z.string(), z.union([z.string().max(4096), z.boolean()])),
  of: z.string().optional(),
});

function fill(standIn: StandIn, request: HttpRequest): HttpReply {
  const post = ownPost(request, filling);
  if (!post.ok) return post.reply;
  try {
    return json(200, { id: personOf(standIn, post.value).fills(post.value.values, post.value.of) });
  } catch (fault) {
    return json(409, { error: fault instanceof Error ? fault.message : 'no_such_form' });
  }
}

const sending = z.object({ ...whoShape, thing: thingShape });

function send(standIn: StandIn, request: HttpRequest): HttpReply {
  const post = ownPost(request, sending);
  if (!post.ok) return post.reply;
  return json(200, { id: personOf(standIn, post.value).sends(thoseShape(post.value.thing)) });
}

const change = z.object({ field: z.string().min(1), value: z.record(z.string(), z.unknown()) });

// Any field at all: calls, history, account_update, or what Meta may think of next year.
function event(standIn: StandIn, request: HttpRequest): HttpReply {
  const post = ownPost(request, change);
  if (!post.ok) return post.reply;
  standIn.tell(post.value);
  return json(200, {});
}
