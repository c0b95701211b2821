import { sha256 } from '../graph/media';
import { newWamid } from '../wamid';
import { type Heard, type MediaKind, messageUpdate } from '../webhooks';
import { addressOf, type World } from '../world';
import { type Bubble, type ShownChoice, shownInbound } from './bubble';
import type { Contact } from './threads';

/** Something a person can send that is not text and not a tap. A missing `of` means the latest message of the business. */
export type Thing =
  | { kind: MediaKind; caption?: string; filename?: string }
  | { kind: 'location'; latitude: number; longitude: number; name?: string; address?: string }
  | { kind: 'contact'; name: string; phone: string }
  | { kind: 'reaction'; emoji: string; of?: string }
  | { kind: 'unsupported' };

/** A person with her phone in her hand. What she does gives the id of her message; the webhook goes by itself. */
export type Person = {
  id: string;
  name: string;
  says: (text: string) => string;
  /** Taps a choice by id or title: of that message, else of the latest that has it. Throws when there is none. */
  taps: (choice: string, ofMessage?: string) => string;
  sends: (thing: Thing) => string;
  thread: () => Bubble[];
  /** The earliest message of the business that this has not given yet; throws when none comes in time. */
  nextReply: (timeoutMs?: number) => Promise<Bubble>;
};

/** Puts a phone into somebody's hand. */
export function personWith(contact: Contact, world: World): Person {
  return {
    id: contact.id,
    name: contact.name,
    says: (text) => hear(world, contact, { kind: 'text', text }),
    taps: (choice, ofMessage) => hear(world, contact, tapOn(contact, choice, ofMessage)),
    sends: (thing) => hear(world, contact, heardThing(world, contact, thing)),
    thread: () => [...contact.bubbles],
    nextReply: (timeoutMs = 5000) => nextReply(world, contact, timeoutMs),
  };
}

function hear(world: World, contact: Contact, heard: Heard): string {
  const at = world.account.now();
  const id = newWamid('inbound', addressOf(contact));
  contact.lastHeard = at;
  const bubble =
    heard.kind === 'reaction'
      ? reacted(world, contact, heard)
      : world.threads.add(contact, { ...shownInbound(heard), id, at, direction: 'inbound', ticks: 'sent' });
  const update = messageUpdate(world.business, contact, { id, at, heard });
  void world.delivery.deliver(update).then((arrived) => {
    if (arrived && bubble) world.threads.tick(contact, bubble, 'delivered');
  });
  return id;
}

function reacted(world: World, contact: Contact, heard: Extract<Heard, { kind: 'reaction' }>): undefined {
  const bubble = contact.bubbles.find(({ id }) => id === heard.of);
  if (bubble) bubble.reaction = heard.emoji;
  world.threads.touch(contact, bubble);
}

function tapOn(contact: Contact, wanted: string, ofMessage?: string): Heard {
  const matches = ({ id, title }: ShownChoice): boolean => id === wanted || title === wanted;
  const of = contact.bubbles.findLast(
    (bubble) => (ofMessage === undefined || bubble.id === ofMessage) && bubble.choices.some(matches),
  );
  const choice = of?.choices.find(({ id }) => id === wanted) ?? of?.choices.find(matches);
  if (!of || !choice) throw new Error(`${contact.name} sees nothing to tap that is called "${wanted}".`);
  const { id, title, detail } = choice;
  if (of.tapAs === 'templateButton') return { kind: 'templateButton', payload: id, text: title, of: of.id };
  if (of.tapAs === 'listReply')
    return { kind: 'listReply', id, title, of: of.id, ...(detail !== undefined && { description: detail }) };
  return { kind: 'buttonReply', id, title, of: of.id };
}

function heardThing(world: World, contact: Contact, thing: Thing): Heard {
  switch (thing.kind) {
    case 'location':
    case 'contact':
      return thing;
    case 'reaction':
      return { ...thing, of: thing.of ?? contact.bubbles.findLast((one) => one.direction === 'outbound')?.id ?? '' };
    case 'unsupported':
      return { kind: 'unsupported', what: 'poll' };
    case 'audio':
    case 'image':
    case 'video':
    case 'document':
    case 'sticker': {
      const { kind, ...words } = thing;
      const { bytes, mimeType } = samples[kind];
      // Files that people send are kept for 7 days.
      const { id } = world.account.media.add(bytes, mimeType, 7);
      return { kind: 'media', what: kind, id, mimeType, sha256: sha256(bytes, 'base64'), ...words };
    }
  }
}

async function nextReply(world: World, contact: Contact, timeoutMs: number): Promise<Bubble> {
  const reply = await world.threads.until(
    () => contact.bubbles.find(({ direction, n }) => direction === 'outbound' && n > contact.seen),
    timeoutMs,
  );
  if (!reply) throw new Error(`${contact.name} got no reply within ${timeoutMs} ms.`);
  contact.seen = reply.n;
  return reply;
}

// Nobody looks into these files: they only have to be there when they are asked for.
const samples: Record<MediaKind, { mimeType: string; bytes: Buffer }> = {
  audio: { mimeType: 'audio/ogg; codecs=opus', bytes: Buffer.from('OggS') },
  image: { mimeType: 'image/jpeg', bytes: Buffer.from([0xff, 0xd8, 0xff, 0xd9]) },
  video: { mimeType: 'video/mp4', bytes: Buffer.from('ftyp') },
  document: { mimeType: 'application/pdf', bytes: Buffer.from('%PDF-1.4') },
  sticker: { mimeType: 'image/webp', bytes: Buffer.from('RIFF') },
};
