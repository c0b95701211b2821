import type { FaultName } from './faults';
import { statusError } from './graph/errors';
import { objectAt } from './graph/fields';
import type { SentMessage } from './graphApi';
import type { Bubble } from './phone/bubble';
import type { Contact } from './phone/threads';
import { statusUpdate } from './webhooks';
import { senderOf, type World } from './world';

/** An accepted message on its way: to whom, what she sees of it, and the fault it met. */
export type Fate = { contact: Contact; sent: SentMessage; bubble?: Bubble | undefined; fault?: FaultName | undefined };

/** Plays what becomes of an accepted message: its status webhooks one after the other, and the ticks on the phone. */
export async function playFate(world: World, fate: Fate): Promise<void> {
  world.fatesOpen += 1;
  for (const step of stepsOf(world, fate)) {
    const isOpen = await world.clock.pause(delayOf(world, fate, step));
    if (!isOpen) break;
    takeStep(world, fate, step);
  }
  world.fatesOpen -= 1;
}

function delayOf({ statusDelaysMs }: World, { fault }: Fate, step: Step): number {
  if (step === 'failed') return fault?.startsWith('failLate:') ? statusDelaysMs.read : statusDelaysMs.sent;
  return step === 'played' ? statusDelaysMs.read : statusDelaysMs[step];
}

/** Tells the first status at once and waits until the business has taken it, so that it overtakes the answer to the send. */
export async function tellSentFirst(world: World, fate: Fate): Promise<void> {
  if (world.statuses === 'none' || fate.sent.failure !== undefined) return;
  await Promise.race([tell(world, fate, 'sent'), world.pauses.pause(1000)]);
}

/** She is on line again: everything that waited for her arrives. */
export function deliverWaiting(world: World, contact: Contact): void {
  for (const bubble of contact.bubbles) {
    const message = world.ledger.find(bubble.id);
    if (bubble.direction !== 'outbound' || bubble.ticks !== 'sent' || !message) continue;
    const { id, at, type, body, tag } = message;
    const sent = { id, at, to: { phone: '' }, type, body, isInWindow: true, ...(tag !== undefined && { tag }) };
    for (const step of ['delivered', ...(contact.sharesReceipts ? ['read' as const] : [])] as const)
      takeStep(world, { contact, sent, bubble }, step);
  }
}

type Step = 'sent' | 'delivered' | 'read' | 'played' | 'failed';

function takeStep(world: World, fate: Fate, step: Step): void {
  const { contact, sent, bubble, fault } = fate;
  world.ledger.find(sent.id)?.history.push({ status: step, at: world.account.now() });
  if (step === 'delivered' || step === 'read') world.ledger.bill(sent.id);
  if (bubble && step !== 'played') world.threads.tick(contact, bubble, step);
  void tell(world, fate, step);
  if (fault === 'statusesTwice') void tell(world, fate, step);
}

async function tell(world: World, fate: Fate, step: Step): Promise<void> {
  const arrived = await world.delivery.deliver(statusOf(world, fate, step));
  const message = world.ledger.find(fate.sent.id);
  if (arrived && message && rank[step] > rank[message.told as Step]) message.told = step;
}

const rank: Record<Step | 'undefined', number> = { undefined: 0, sent: 1, delivered: 2, read: 3, played: 4, failed: 5 };

function stepsOf({ statuses }: World, fate: Fate): Step[] {
  const { contact, sent, fault } = fate;
  if (statuses === 'none' || fault === 'neverSent') return [];
  if (sent.failure !== undefined) return fault?.startsWith('failLate:') ? ['sent', 'failed'] : ['failed'];
  // Of a reaction Meta tells only that it was sent.
  const isUnseen = contact.reach === 'offline' || contact.reach === 'blocked';
  if (statuses === 'sent' || sent.type === 'reaction' || isUnseen) return ['sent'];
  const seen: Step[] = contact.sharesReceipts ? ['delivered', 'read'] : ['delivered'];
  if (fault === 'statusesMixed') return [...seen.toReversed(), 'sent'];
  // What is read at once is never told as delivered.
  if (fault === 'noDelivered') return ['sent', 'read'];
  return contact.sharesReceipts && isVoice(sent) ? ['sent', ...seen, 'played'] : ['sent', ...seen];
}

function isVoice({ type, body }: SentMessage): boolean {
  return type === 'audio' && objectAt(body, 'audio').voice === true;
}

function statusOf(world: World, fate: Fate, status: Step) {
  const { contact, sent } = fate;
  const message = world.ledger.find(sent.id);
  return statusUpdate(senderOf(contact), {
    id: sent.id,
    at: world.account.now(),
    status,
    category: message?.category ?? 'service',
    isFree: message?.category === 'service' && message.price === 0,
    ...(sent.tag !== undefined && { tag: sent.tag }),
    ...(status === 'failed' && sent.failure !== undefined && { error: statusError(sent.failure) }),
  });
}
