import { statusError } from './graph/errors';
import type { SentMessage } from './graphApi';
import type { Bubble } from './phone/bubble';
import type { Contact } from './phone/threads';
import { statusUpdate } from './webhooks';
import type { World } from './world';

/** Plays what becomes of an accepted message: its status webhooks one after the other, and the ticks on the phone. */
export async function playFate(world: World, contact: Contact, sent: SentMessage, bubble?: Bubble): Promise<void> {
  world.fatesOpen += 1;
  for (const step of stepsOf(world, sent)) {
    const isOpen = await world.pauses.pause(world.statusDelaysMs[step === 'failed' ? 'sent' : step]);
    if (!isOpen) break;
    if (bubble) world.threads.tick(contact, bubble, step);
    void world.delivery.deliver(statusOf(world, contact, sent, step));
  }
  world.fatesOpen -= 1;
}

/** Tells the first status at once and waits until the business has taken it, so that it overtakes the answer to the send. */
export async function tellSentFirst(world: World, contact: Contact, sent: SentMessage): Promise<void> {
  if (world.statuses === 'none' || sent.failure !== undefined) return;
  await Promise.race([world.delivery.deliver(statusOf(world, contact, sent, 'sent')), world.pauses.pause(1000)]);
}

type Step = 'sent' | 'delivered' | 'read' | 'failed';

function stepsOf({ statuses }: World, sent: SentMessage): Step[] {
  if (statuses === 'none') return [];
  if (sent.failure !== undefined) return ['failed'];
  // Of a reaction Meta tells only that it was sent.
  return statuses === 'all' && sent.type !== 'reaction' ? ['sent', 'delivered', 'read'] : ['sent'];
}

function statusOf(world: World, contact: Contact, sent: SentMessage, status: Step) {
  return statusUpdate(contact, {
    id: sent.id,
    at: world.account.now(),
    status,
    category: sent.type === 'template' ? 'utility' : 'service',
    ...(sent.tag !== undefined && { tag: sent.tag }),
    ...(sent.failure !== undefined && { error: statusError(sent.failure) }),
  });
}
