import type { Clock } from './clock';
import type { Delivery } from './delivery/delivery';
import type { Pauses } from './delivery/pauses';
import type { FaultName, Faults } from './faults';
import type { GraphAccount } from './graph/account';
import type { OpenInvariants } from './invariants';
import type { OpenLedger } from './ledger';
import type { Contact, Threads } from './phone/threads';
import type { Recipient } from './wamid';
import type { Business, Sender } from './webhooks';

/** Which status webhooks follow a send: none, `sent` (or `failed`), or all up to `read`. */
export type Statuses = 'none' | 'sent' | 'all';

/** Everything one stand-in holds. */
export type World = {
  account: GraphAccount;
  business: Business;
  threads: Threads;
  ledger: OpenLedger;
  invariants: OpenInvariants;
  delivery: Delivery;
  clock: Clock;
  /** Waits of real time, for what happens on the wire. */
  pauses: Pauses;
  faults: Faults;
  /** Faults that the next sends meet for certain, to this contact or to whomever. */
  nextFaults: NextFault[];
  statuses: Statuses;
  /** How long after the step before it each status comes. */
  statusDelaysMs: { sent: number; delivered: number; read: number };
  seed: number;
  /** Sends whose statuses are still to come. */
  fatesOpen: number;
  /** Contacts to whom a send is under way, and how many. */
  sending: Map<string, number>;
};

/** `times` sends meet this fault before any share is drawn. */
export type NextFault = { fault: FaultName; times: number; person?: string };

/** The address a person's message ids are made of. */
export function addressOf(contact: Contact): Recipient {
  const { phone, bsuid, hidesPhone } = contact;
  if (phone === undefined || (hidesPhone && bsuid !== undefined)) return { bsuid: bsuid ?? '' };
  return { phone };
}

/** A person as the business gets to see her. */
export function senderOf(contact: Contact): Sender {
  const { name, phone, bsuid, parentBsuid, username, hidesPhone } = contact;
  return {
    ...(name !== '' && { name }),
    ...(phone !== undefined && !hidesPhone && { phone }),
    ...(bsuid !== undefined && { bsuid }),
    ...(parentBsuid !== undefined && { parentBsuid }),
    ...(username !== undefined && { username }),
  };
}
