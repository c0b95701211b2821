import { deliverWaiting } from '../fate';
import type { Heard } from '../heard';
import type { Around } from '../webhooks';
import type { World } from '../world';
import type { Bubble, ShownChoice } from './bubble';
import { type Filled, formResponse } from './form';
import { hear } from './hear';
import { changeNumber, giveNumberAway, rotateId } from './identity';
import { heardThing, type Thing } from './thing';
import type { Contact, Reach } from './threads';

/** A person with her phone in her hand. What she does gives the id of her message; the webhook goes by itself. */
export type Person = {
  id: string;
  name: string;
  says: (text: string, around?: Around) => string;
  /** Taps a choice by id or title: of that message, else of the latest that has it. Throws when there is none. */
  taps: (choice: string, ofMessage?: string) => string;
  /** Fills in and sends the form of that message, else of the latest that has one. Throws when the phone would not let her. */
  fills: (filled: Filled, ofMessage?: string) => string;
  sends: (thing: Thing) => string;
  thread: () => Bubble[];
  /** The earliest message of the business that this has not given yet; throws when none comes in time. */
  nextReply: (timeoutMs?: number) => Promise<Bubble>;
  /** Moves to another number, which also gives her another user id; WhatsApp tells the business. */
  changesNumber: (phone: string) => string;
  /** Gets another user id, as when she takes a user name; WhatsApp tells the business, without numbers. */
  changesId: () => string;
  /** The number goes to somebody else; nobody tells the business. */
  givesNumberTo: (name: string) => Person;
  /** From now on the business sees no number of hers. */
  hidesNumber: (hides: boolean, username?: string) => void;
  sharesReceipts: (shares: boolean) => void;
  reach: (reach: Reach) => void;
  /** As if her last message were more than a day old, or just now. */
  opensWindow: (isOpen: boolean) => void;
};

/** Puts a phone into somebody's hand. */
export function personWith(contact: Contact, world: World): Person {
  return {
    id: contact.id,
    name: contact.name,
    says: (text, around) => hear(world, contact, { kind: 'text', text }, around),
    taps: (choice, ofMessage) => hear(world, contact, tapOn(contact, choice, ofMessage)),
    fills: (filled, ofMessage) => hear(world, contact, formSent(contact, filled, ofMessage)),
    sends: (thing) => hear(world, contact, heardThing(world, contact, thing)),
    thread: () => [...contact.bubbles],
    nextReply: (timeoutMs = 5000) => nextReply(world, contact, timeoutMs),
    changesNumber: (phone) => changeNumber(world, contact, phone),
    changesId: () => rotateId(world, contact),
    givesNumberTo: (name) => personWith(giveNumberAway(world, contact, name), world),
    hidesNumber: (hides, username) => {
      contact.hidesPhone = hides;
      if (username !== undefined) contact.username = username;
      world.threads.touch(contact);
    },
    sharesReceipts: (shares) => {
      contact.sharesReceipts = shares;
      world.threads.touch(contact);
    },
    reach: (reach) => {
      contact.reach = reach;
      world.threads.touch(contact);
      if (reach === 'online') deliverWaiting(world, contact);
    },
    opensWindow: (isOpen) => {
      contact.lastHeard = isOpen ? world.account.now() : undefined;
      world.threads.touch(contact);
    },
  };
}

function tapOn(contact: Contact, wanted: string, ofMessage?: string): Heard {
  const matches = ({ id, title }: ShownChoice): boolean => id === wanted || title === wanted;
  const of = contact.bubbles.findLast(
    (bubble) => (ofMessage === undefined || bubble.id === ofMessage) && bubble.choices.some(matches),
  );
  const choice = of?.choices.find(({ id }) => id === wanted) ?? of?.choices.find(matches);
  if (!of || !choice) throw new Error(`${contact.name || 'She'} sees nothing to tap that is called "${wanted}".`);
  const { id, title, detail } = choice;
  if (of.tapAs === 'templateButton') return { kind: 'templateButton', payload: id, text: title, of: of.id };
  if (of.tapAs === 'listReply')
    return { kind: 'listReply', id, title, of: of.id, ...(detail !== undefined && { description: detail }) };
  return { kind: 'buttonReply', id, title, of: of.id };
}

function formSent(contact: Contact, filled: Filled, ofMessage?: string): Heard {
  const of = contact.bubbles.findLast(({ id, form }) => form && (ofMessage === undefined || id === ofMessage));
  if (!of?.form) throw new Error(`${contact.name || 'She'} sees no form to fill in.`);
  return { kind: 'flowReply', response: formResponse(of.form, filled), of: of.id };
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
