import type { Heard } from '../heard';
import { newWamid } from '../wamid';
import { type Around, messageUpdate } from '../webhooks';
import { addressOf, senderOf, type World } from '../world';
import { shownInbound } from './bubble';
import type { Contact } from './threads';

/** Lets the business hear something from a person, and shows on her phone what she sees of it; gives the message's id. */
export function hear(world: World, contact: Contact, heard: Heard, around: Around = {}): string {
  const at = world.account.now();
  const id = newWamid('inbound', addressOf(contact));
  // Only what she does herself opens the window.
  if (heard.kind !== 'system') contact.lastHeard = at;
  change(world, contact, heard);
  const shown = shownInbound(heard);
  const bubble = shown && world.threads.add(contact, { ...shown, id, at, direction: 'inbound', ticks: 'sent' });
  const update = messageUpdate(world.business, senderOf(contact), { id, at, heard, around });
  void world.delivery.deliver(update).then((arrived) => {
    if (arrived && bubble) world.threads.tick(contact, bubble, 'delivered');
    if (!arrived && !world.delivery.isClosed())
      world.invariants.note({ invariant: 'webhookLost', at: world.account.now(), person: contact.id });
  });
  return id;
}

function change(world: World, contact: Contact, heard: Heard): void {
  if (heard.kind !== 'reaction' && heard.kind !== 'edit' && heard.kind !== 'revoke') return;
  const bubble = contact.bubbles.find(({ id }) => id === heard.of);
  if (bubble && heard.kind === 'reaction') bubble.reaction = heard.emoji ?? '';
  if (bubble && heard.kind === 'edit') bubble.text = heard.text;
  if (bubble && heard.kind === 'revoke') Object.assign(bubble, { text: '', shownAs: 'unsupported' });
  world.threads.touch(contact, bubble);
}
