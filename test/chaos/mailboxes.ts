import type { AcceptedMessage } from '../../src/channels/whatsapp/simulator/ledger';
import type { Bubble } from '../../src/channels/whatsapp/simulator/phone/bubble';
import type { StandIn } from '../../src/channels/whatsapp/simulator/standIn';

/** What has arrived on people's phones: each message once, however often it was sent. */
export type Mailboxes = {
  /** The next message that this person has not been given; undefined if none comes in time. */
  next: (person: string, timeoutMs: number) => Promise<Bubble | undefined>;
  arrivals: () => Arrivals;
  close: () => void;
};
/** `overtaken`: first arrivals after a message to the same person that was filed later. */
export type Arrivals = { tags: Set<string>; doubled: number; overtaken: string[] };

/** Watches everything the stand-in accepts. */
export function openMailboxes(standIn: StandIn): Mailboxes {
  const arrivals: Arrivals = { tags: new Set(), doubled: 0, overtaken: [] };
  const boxes = new Map<string, Box>();
  let read = 0;
  const box = (person: string): Box => {
    const found = boxes.get(person) ?? { waiting: [], last: 0n, wake: () => {} };
    boxes.set(person, found);
    return found;
  };
  const look = () => {
    const { accepted } = standIn.ledger();
    for (const message of accepted.slice(read)) arrive(message);
    read = accepted.length;
  };
  const arrive = ({ person, id, tag = '' }: AcceptedMessage) => {
    if (arrivals.tags.has(tag)) {
      arrivals.doubled += 1;
      return;
    }
    arrivals.tags.add(tag);
    const hers = box(person);
    if (BigInt(tag) < hers.last) arrivals.overtaken.push(tag);
    else hers.last = BigInt(tag);
    const bubble = standIn.threads.byId(person)?.bubbles.findLast((one) => one.id === id);
    if (bubble) hers.waiting.push(bubble);
    hers.wake();
  };
  const watch = setInterval(look, 10);
  return {
    next: (person, timeoutMs) => next(box(person), timeoutMs),
    arrivals: () => {
      look();
      return arrivals;
    },
    close: () => clearInterval(watch),
  };
}

type Box = { waiting: Bubble[]; last: bigint; wake: () => void };

async function next(box: Box, timeoutMs: number): Promise<Bubble | undefined> {
  if (box.waiting.length === 0)
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, timeoutMs);
      box.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  return box.waiting.shift();
}
