import { z } from 'zod/v4';
import type { HttpReply, HttpRequest, Route } from '../../../http/message';
import { json } from '../../../http/reply';
import { faultKinds } from './faults';
import { ownPost } from './sameSite';
import type { StandIn } from './standIn';

/** What another process may ask of a stand-in: how much has come in, to let people write, to change the faults. */
export function controlRoutes(standIn: StandIn): Route[] {
  return [
    { method: 'GET', path: '/simulator/figures', answer: async () => json(200, figuresOf(standIn)) },
    { method: 'GET', path: '/simulator/ledger', answer: async (request) => json(200, ledgerAfter(standIn, request)) },
    { method: 'GET', path: '/simulator/thread', answer: async (request) => thread(standIn, request) },
    { method: 'POST', path: '/simulator/say', answer: async (request) => say(standIn, request) },
    { method: 'POST', path: '/simulator/tap', answer: async (request) => tap(standIn, request) },
    { method: 'POST', path: '/simulator/faults', answer: async (request) => setFaults(standIn, request) },
  ];
}

function figuresOf(standIn: StandIn) {
  const { rss, heapUsed } = process.memoryUsage();
  const cpu = process.cpuUsage();
  return {
    totals: standIn.ledger().totals,
    people: standIn.threads.all().length,
    webhooks: standIn.figures(),
    process: { rss, heapUsed, cpuMs: (cpu.user + cpu.system) / 1000 },
  };
}

/** Accepted messages with an `order` above `after`, oldest first, at most `limit` (1,000). */
function ledgerAfter(standIn: StandIn, { query }: HttpRequest) {
  const after = Number(query.get('after') ?? 0);
  const limit = Number(query.get('limit') ?? 1000);
  const { accepted, totals } = standIn.ledger();
  return { accepted: accepted.filter(({ order }) => order > after).slice(0, limit), totals };
}

const whose = { name: z.string().default(''), phone: z.string().optional(), bsuid: z.string().optional() };
const saying = z.object({ ...whose, text: z.string().min(1) });
const tapping = z.object({ ...whose, choice: z.string(), of: z.string().optional() });

function say(standIn: StandIn, request: HttpRequest): HttpReply {
  const post = ownPost(request, saying);
  if (!post.ok) return post.reply;
  return json(200, { id: personOf(standIn, post.value).says(post.value.text) });
}

function tap(standIn: StandIn, request: HttpRequest): HttpReply {
  const post = ownPost(request, tapping);
  if (!post.ok) return post.reply;
  try {
    return json(200, { id: personOf(standIn, post.value).taps(post.value.choice, post.value.of) });
  } catch (fault) {
    return json(404, { error: fault instanceof Error ? fault.message : 'no_such_choice' });
  }
}

function thread(standIn: StandIn, { query }: HttpRequest): HttpReply {
  const phone = query.get('phone');
  const contact = standIn.threads.find(phone ? { phone } : { bsuid: query.get('bsuid') ?? '' });
  return contact ? json(200, { bubbles: contact.bubbles }) : json(404, { error: 'no_such_person' });
}

function personOf(standIn: StandIn, who: { name: string; phone?: string | undefined; bsuid?: string | undefined }) {
  const { name, phone, bsuid } = who;
  return standIn.person({ name, ...(phone !== undefined && { phone }), ...(bsuid !== undefined && { bsuid }) });
}

const share = z.number().min(0).max(1);
const faults = z.strictObject({
  shares: z.partialRecord(z.enum(faultKinds), share),
  slowMs: z.number().min(0).default(2000),
});

function setFaults(standIn: StandIn, request: HttpRequest): HttpReply {
  const post = ownPost(request, faults);
  if (!post.ok) return post.reply;
  standIn.setFaults({ ...post.value.shares, slowMs: post.value.slowMs });
  return json(200, {});
}
