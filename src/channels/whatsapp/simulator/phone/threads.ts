import { randomUUID } from 'node:crypto';
import type { Recipient } from '../wamid';
import type { Bubble, Lost, Shown, Ticks } from './bubble';

/**
 * Whom a phone belongs to. At least one of `phone` (digits) and `bsuid`; `parentBsuid` is what linked businesses know her
 * by; `label` says whose part she plays.
 */
export type Who = {
  name: string;
  phone?: string;
  bsuid?: string;
  parentBsuid?: string;
  username?: string;
  label?: string;
};

/** What can be reached: a person who is off line gets things later; who has blocked us, never; who is gone has no WhatsApp. */
export type Reach = 'online' | 'offline' | 'blocked' | 'gone';

/** How somebody is known from now on. */
export type Addresses = Pick<Who, 'phone' | 'bsuid' | 'parentBsuid'>;

/** A person and all that is on her phone. */
export type Contact = Who & {
  id: string;
  bubbles: Bubble[];
  /** The latest messages of the business that never came. */
  lost: Lost[];
  count: number;
  lastHeard?: number | undefined;
  /** The business sees no phone of hers, as with those who took a user name. */
  hidesPhone: boolean;
  sharesReceipts: boolean;
  reach: Reach;
  typingUntil: number;
  changed: number;
  /** How many messages have been sent to her: the faults of the next one are drawn by it. */
  sends: number;
  /** The `n` of the last message of the business that `nextReply` has given. */
  seen: number;
};

/** Every phone, and who is waiting for something to change on one. */
export type Threads = {
  /** Names this run; counts of changes mean nothing in another. */
  run: string;
  version: () => number;
  open: (who: Who) => Contact;
  find: (address: Recipient) => Contact | undefined;
  byId: (id: string) => Contact | undefined;
  /** Gives her other addresses in place of those she had, which are free for somebody else then. */
  readdress: (contact: Contact, to: Addresses) => void;
  all: () => Contact[];
  add: (contact: Contact, bubble: Pick<Bubble, 'id' | 'direction' | 'at' | 'ticks'> & Shown) => Bubble;
  lose: (contact: Contact, lost: Omit<Lost, 'changed'>) => void;
  tick: (contact: Contact, bubble: Bubble, ticks: Ticks) => void;
  /** Counts a change and wakes whoever waits. */
  touch: (contact: Contact, bubble?: Bubble) => void;
  /** The first defined answer of `check`, asked now and after every change; undefined after `timeoutMs` or at the end. */
  until: <T>(check: () => T | undefined, timeoutMs: number) => Promise<T | undefined>;
  /** Lets go of everyone who waits, now and from now on. */
  end: () => void;
};

/** Opens with no phones; each keeps its latest `keep` bubbles. */
export function openThreads(keep: number): Threads {
  const shelf: Shelf = { contacts: new Map(), addresses: new Map(), waiters: new Set(), version: 0, isEnded: false };

  const touch = (contact: Contact, bubble?: Bubble): void => {
    shelf.version += 1;
    contact.changed = shelf.version;
    if (bubble) bubble.changed = shelf.version;
    for (const waiter of shelf.waiters) waiter();
  };

  return {
    run: randomUUID().slice(0, 8),
    version: () => shelf.version,
    open: (who) => find(shelf, who.bsuid, who.phone) ?? opened(shelf, who, touch),
    find: (address) =>
      'phone' in address ? find(shelf, undefined, address.phone) : find(shelf, address.bsuid, undefined),
    byId: (id) => shelf.contacts.get(id),
    readdress: (contact, to) => {
      refile(shelf, contact, to);
      touch(contact);
    },
    all: () => [...shelf.contacts.values()],
    add: (contact, shown) => {
      contact.count += 1;
      const bubble: Bubble = { ...shown, n: contact.count, changed: 0 };
      contact.bubbles.push(bubble);
      if (contact.bubbles.length > keep) contact.bubbles.shift();
      touch(contact, bubble);
      return bubble;
    },
    lose: (contact, lost) => {
      touch(contact);
      contact.lost = [...contact.lost, { ...lost, changed: shelf.version }].slice(-50);
    },
    tick: (contact, bubble, ticks) => {
      if (rank[ticks] <= rank[bubble.ticks]) return;
      bubble.ticks = ticks;
      touch(contact, bubble);
    },
    touch,
    until: (check, timeoutMs) => waited(shelf, check, timeoutMs),
    end: () => {
      shelf.isEnded = true;
      for (const waiter of shelf.waiters) waiter();
    },
  };
}

type Shelf = {
  contacts: Map<string, Contact>;
  addresses: Map<string, Contact>;
  waiters: Set<() => void>;
  version: number;
  isEnded: boolean;
};

const rank: Record<Ticks, number> = { sent: 1, delivered: 2, read: 3, failed: 4 };

function find(shelf: Shelf, bsuid: string | undefined, phone: string | undefined): Contact | undefined {
  return shelf.addresses.get(bsuid ?? '') ?? shelf.addresses.get(phone ?? '');
}

function opened(shelf: Shelf, who: Who, touch: (contact: Contact) => void): Contact {
  const id = `p${shelf.contacts.size + 1}`;
  const state = { hidesPhone: false, sharesReceipts: true, reach: 'online' } as const;
  const counts = { count: 0, typingUntil: 0, changed: 0, sends: 0, seen: 0 };
  const contact: Contact = { ...who, ...state, ...counts, id, bubbles: [], lost: [] };
  shelf.contacts.set(id, contact);
  file(shelf, contact);
  touch(contact);
  return contact;
}

function refile(shelf: Shelf, contact: Contact, to: Addresses): void {
  for (const [address, owner] of shelf.addresses) if (owner === contact) shelf.addresses.delete(address);
  delete contact.phone;
  delete contact.bsuid;
  delete contact.parentBsuid;
  Object.assign(contact, to);
  file(shelf, contact);
}

function file(shelf: Shelf, contact: Contact): void {
  const { phone, bsuid, parentBsuid } = contact;
  for (const address of [phone, bsuid, parentBsuid]) if (address !== undefined) shelf.addresses.set(address, contact);
}

function waited<T>(shelf: Shelf, check: () => T | undefined, timeoutMs: number): Promise<T | undefined> {
  return new Promise((resolve) => {
    const done = (answer: T | undefined): void => {
      clearTimeout(timer);
      shelf.waiters.delete(waiter);
      resolve(answer);
    };
    const waiter = (): void => {
      const answer = check();
      if (answer !== undefined || shelf.isEnded) done(answer);
    };
    const timer = setTimeout(() => done(check()), timeoutMs);
    shelf.waiters.add(waiter);
    waiter();
  });
}
