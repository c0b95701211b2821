import type { Delivery } from './delivery/delivery';
import type { Pauses } from './delivery/pauses';
import type { Faults } from './faults';
import type { GraphAccount } from './graphApi';
import type { OpenLedger } from './ledger';
import type { Contact, Threads } from './phone/threads';
import type { Recipient } from './wamid';
import type { Business } from './webhooks';

/** Which status webhooks follow a send: none, `sent` (or `failed`), or all up to `read`. */
export type Statuses = 'none' | 'sent' | 'all';

/** Everything one stand-in holds. */
export type World = {
  account: GraphAccount;
  business: Business;
  threads: Threads;
  ledger: OpenLedger;
  delivery: Delivery;
  pauses: Pauses;
  faults: Faults;
  statuses: Statuses;
  /** How long after the step before it each status comes. */
  statusDelaysMs: { sent: number; delivered: number; read: number };
  seed: number;
  /** Sends whose statuses are still to come. */
  fatesOpen: number;
};

/** The address a person's message ids are made of. */
export function addressOf(contact: Contact): Recipient {
  return contact.phone === undefined ? { bsuid: contact.bsuid ?? '' } : { phone: contact.phone };
}
