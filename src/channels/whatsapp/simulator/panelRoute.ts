import { randomInt } from 'node:crypto';
import { z } from 'zod/v4';
import type { HttpReply, HttpRequest, Route } from '../../../http/message';
import { json } from '../../../http/reply';
import { type FaultName, isFaultName } from './faults';
import type { Person } from './phone/person';
import type { Contact } from './phone/threads';
import { ownPost } from './sameSite';
import type { StandIn } from './standIn';

/** `POST /phone/trial`: what the panel of a phone can bring about. */
export function panelRoute(standIn: StandIn): Route {
  return { method: 'POST', path: '/phone/trial', answer: (request) => trial(standIn, request) };
}

/** How things stand between a person and the business: her window, what was spent on her, how her phone behaves. */
export function stateSheet({ ledger, now, account }: StandIn, contact: Contact) {
  const { lastHeard, sharesReceipts, hidesPhone, reach, phone } = contact;
  const { accepted, bill } = ledger();
  const hers = accepted.filter(({ person, isBilled }) => isBilled && person === contact.id);
  const left = lastHeard === undefined ? 0 : lastHeard + 24 * 3_600_000 - now();
  return {
    now: now(),
    windowMs: account.window === 'off' ? null : Math.max(0, left),
    spent: hers.reduce((sum, { price }) => sum + price, 0),
    messages: hers.length,
    currency: bill.currency,
    phone: phone ?? '',
    sharesReceipts,
    hidesPhone,
    isOffline: reach === 'offline',
  };
}

const DAY_MS = 24 * 3_600_000;
const trials = z.object({
  person: z.string(),
  trial: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('fault'), fault: z.string().refine(isFaultName) }),
    z.object({
      kind: z.literal('clock'),
      ms: z
        .number()
        .min(1)
        .max(31 * DAY_MS),
    }),
    z.object({ kind: z.enum(['oldTap', 'doubleTap', 'changeNumber', 'changeId', 'closeWindow']) }),
    z.object({ kind: z.enum(['receipts', 'offline', 'hideNumber']), isOn: z.boolean() }),
  ]),
});
type Trial = z.infer<typeof trials>['trial'];

async function trial(standIn: StandIn, request: HttpRequest): Promise<HttpReply> {
  const post = ownPost(request, trials);
  if (!post.ok) return post.reply;
  const person = standIn.personById(post.value.person);
  if (!person) return json(404, { error: 'no_such_person' });
  return json(200, { done: await brought(standIn, person, post.value.trial) });
}

async function brought(standIn: StandIn, person: Person, what: Trial): Promise<boolean> {
  switch (what.kind) {
    case 'fault':
      standIn.nextFault({ fault: what.fault as FaultName, times: 1, person: person.id });
      return true;
    case 'clock':
      await standIn.advance(what.ms);
      for (const contact of standIn.threads.all()) standIn.threads.touch(contact);
      return true;
    case 'oldTap':
    case 'doubleTap':
      return tapped(person, what.kind);
    case 'receipts':
    case 'offline':
    case 'hideNumber':
      switched(person, what.kind, what.isOn);
      return true;
    default:
      if (what.kind === 'changeNumber') person.changesNumber(`57300${randomInt(1e6, 1e7)}`);
      else if (what.kind === 'changeId') person.changesId();
      else person.opensWindow(false);
      return true;
  }
}

function switched(person: Person, what: 'receipts' | 'offline' | 'hideNumber', isOn: boolean): void {
  if (what === 'receipts') person.sharesReceipts(isOn);
  else if (what === 'offline') person.reach(isOn ? 'offline' : 'online');
  else person.hidesNumber(isOn);
}

/** The first choice of the latest bubble that has some, twice; or of the earliest one. */
function tapped(person: Person, what: 'oldTap' | 'doubleTap'): boolean {
  const withChoices = person.thread().filter(({ choices }) => choices.length > 0);
  const bubble = what === 'oldTap' ? withChoices[0] : withChoices.at(-1);
  const choice = bubble?.choices[0];
  if (!bubble || !choice) return false;
  person.taps(choice.id, bubble.id);
  if (what === 'doubleTap') person.taps(choice.id, bubble.id);
  return true;
}
