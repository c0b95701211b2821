import { chance } from '../../src/channels/whatsapp/simulator/chance';
import type { Bubble } from '../../src/channels/whatsapp/simulator/phone/bubble';
import type { Person } from '../../src/channels/whatsapp/simulator/phone/person';
import type { Who } from '../../src/channels/whatsapp/simulator/phone/threads';
import type { StandIn } from '../../src/channels/whatsapp/simulator/standIn';
import { questionIn } from '../chaos/questions';

/** A phone in somebody's hand, or in several people's. Whoever uses it goes by what its screen shows. */
export type Phone = {
  person: Person;
  /** A number in [0, 1) of this phone's own: the same seed plays the same week. */
  draw: (about: string) => number;
  oneOf: <T>(about: string, options: T[]) => T | undefined;
  /** The latest message of the business that was looked at, and what it asks, by name. */
  latest: () => Bubble | undefined;
  asked: () => string;
  /** Sends and waits for a reply; false: none came for ten minutes. */
  says: (text: string) => Promise<boolean>;
  /** Taps the choice that ends so, of the latest message; says its title where there is no such choice. */
  taps: (option: string) => Promise<boolean>;
  /** The ids of the choices, without what stands before the option. */
  options: () => string[];
  /** Anything else that is sent, with or without an answer. */
  does: (act: () => string) => Promise<boolean>;
  /** Sends without waiting for anything. */
  blurts: (act: () => unknown) => void;
  /** Waits, in the town's time. */
  pause: (milliseconds: number) => Promise<void>;
  /** One after the other: two people cannot write on one phone at once. */
  alone: (work: () => Promise<void>) => Promise<void>;
  /** Called with everything that comes. */
  onShown: (bubble: Bubble) => void;
  /** Called with what comes while nobody waits for a reply. */
  onNotice: (bubble: Bubble) => void;
  sent: string[];
  unanswered: number;
  isOver: () => boolean;
};

export type Phones = {
  open: (who: Who) => Phone;
  all: () => Phone[];
  /** Looks at every phone to which something has come. */
  /** Whether anything had. */
  look: () => boolean;
  /** From now on nobody begins anything, and nobody waits. */
  end: () => void;
};

/** Opens the phones of a town. */
export function openPhones(standIn: StandIn, seed: number): Phones {
  const shelf: Shelf = { standIn, seed, held: new Map(), version: 0, isOver: false };
  return {
    open: (who) => openPhone(shelf, who),
    all: () => [...shelf.held.values()].map(({ phone }) => phone),
    look: () => look(shelf),
    end: () => {
      shelf.isOver = true;
      for (const held of shelf.held.values()) held.wake?.(false);
    },
  };
}

type Shelf = { standIn: StandIn; seed: number; held: Map<string, Held>; version: number; isOver: boolean };
type Held = { phone: Phone; seen: number; latest?: Bubble; wake: ((isReply: boolean) => void) | undefined };

function openPhone(shelf: Shelf, who: Who): Phone {
  const person = shelf.standIn.person(who);
  const name = who.phone ?? who.bsuid ?? '';
  let draws = 0;
  let queue: Promise<void> = Promise.resolve();
  const draw = (about: string) => chance(shelf.seed, name, about, draws++);
  const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
  const does = async (act: () => string): Promise<boolean> => {
    // Some seconds for each message: whoever has a screen to read is no machine.
    await pause(5000 * Math.ceil(2 * draw('pace')));
    if (shelf.isOver) return false;
    look(shelf);
    phone.sent.push(act());
    const isAnswered = await replied(held);
    if (!isAnswered) phone.unanswered += 1;
    return isAnswered;
  };
  const phone: Phone = {
    person,
    draw,
    oneOf: (about, options) => options[Math.floor(draw(about) * options.length)],
    latest: () => held.latest,
    asked: () => (held.latest ? questionIn(held.latest) : 'nothing'),
    says: (text) => does(() => person.says(text)),
    taps: (option) => {
      const of = held.latest;
      const choice = of?.choices.find(({ id }) => id.endsWith(`:${option}`));
      return choice && of ? does(() => person.taps(choice.id, of.id)) : does(() => person.says(option));
    },
    options: () => held.latest?.choices.map(({ id }) => id.split(':').slice(3).join(':')) ?? [],
    does,
    blurts: (act) => {
      if (!shelf.isOver) act();
    },
    pause,
    alone: (work) => {
      queue = queue.then(() => (shelf.isOver ? undefined : work()));
      return queue;
    },
    onShown: () => {},
    onNotice: () => {},
    sent: [],
    unanswered: 0,
    isOver: () => shelf.isOver,
  };
  const held: Held = { phone, seen: 0, wake: undefined };
  shelf.held.set(person.id, held);
  return phone;
}
const PATIENCE_MS = 10 * 60_000;

function replied(held: Held): Promise<boolean> {
  return new Promise((resolve) => {
    const patience = setTimeout(() => held.wake?.(false), PATIENCE_MS);
    held.wake = (isReply) => {
      clearTimeout(patience);
      held.wake = undefined;
      resolve(isReply);
    };
  });
}

function look(shelf: Shelf): boolean {
  const { threads } = shelf.standIn;
  const before = shelf.version;
  shelf.version = threads.version();
  if (before === shelf.version) return false;
  let isNews = false;
  for (const [id, held] of shelf.held) {
    const contact = threads.byId(id);
    if (!contact || contact.changed <= before) continue;
    const fresh: Bubble[] = [];
    for (let at = contact.bubbles.length - 1; at >= 0; at -= 1) {
      const bubble = contact.bubbles[at];
      if (!bubble || bubble.n <= held.seen) break;
      if (bubble.direction === 'outbound') fresh.unshift(bubble);
    }
    held.seen = contact.count;
    const last = fresh.at(-1);
    if (!last) continue;
    held.latest = last;
    isNews = true;
    for (const bubble of fresh) held.phone.onShown(bubble);
    if (held.wake) held.wake(true);
    else for (const bubble of fresh) held.phone.onNotice(bubble);
  }
  return isNews;
}
