import type { Json } from './graph/fields';
import { type Category, type PriceTable, rateFor } from './prices';
import type { Recipient } from './wamid';

/** One message that the Graph API has accepted. `order` counts all of them from 1; `person` is a contact's id. */
export type AcceptedMessage = {
  order: number;
  at: number;
  person: string;
  id: string;
  type: string;
  body: Json;
  tag?: string;
  /** The code with which it failed after all. */
  failure?: number;
  category: Category;
  /** What it costs once it is delivered, in the currency of the prices. */
  price: number;
  /** Whether her 24-hour window was open. */
  isInWindow: boolean;
  /** The furthest status that the business has acknowledged. */
  told?: string;
  /** Its statuses as they came to be. */
  history: { status: string; at: number }[];
  isBilled: boolean;
};

/** A request that was refused, by validation, a limit or a fault; without what it said. */
type RefusedRequest = { at: number; status: number; code: number; details: string };

/** What has been delivered, and what it costs. */
type Bill = { currency: string; amount: number; messages: Record<Category, number>; free: number };

/** Everything that came in, for invariants. What is no longer kept still counts in the totals. */
export type Ledger = {
  accepted: AcceptedMessage[];
  refused: RefusedRequest[];
  /** Tags that were accepted a second time: bubbles the person saw twice. */
  doubled: string[];
  totals: { accepted: number; refused: number; doubled: number };
  bill: Bill;
};

/** A message as it comes into the ledger, which gives it its number and its price. */
type NewMessage = Omit<AcceptedMessage, 'order' | 'price' | 'isBilled' | 'told' | 'history'> & { to: Recipient };

/** The writing side. */
export type OpenLedger = {
  accept: (message: NewMessage) => AcceptedMessage & { isDouble: boolean };
  refuse: (request: RefusedRequest) => void;
  find: (id: string) => AcceptedMessage | undefined;
  /** It has been delivered: from now on it is paid for, once. */
  bill: (id: string) => void;
  read: () => Ledger;
};

/** Opens an empty ledger that keeps the latest `keep` of each kind; tags repeated within those count as doubled. */
export function openLedger(keep: number, prices: PriceTable): OpenLedger {
  const totals = { accepted: 0, refused: 0, doubled: 0 };
  const bill: Bill = { currency: prices.currency, amount: 0, messages: noMessages(), free: 0 };
  const priceOf = pricing(prices);
  const tags = new Map<string, number>();
  const byId = new Map<string, AcceptedMessage>();
  let accepted: AcceptedMessage[] = [];
  let refused: RefusedRequest[] = [];
  let doubled: string[] = [];

  const forget = (message: AcceptedMessage): void => {
    byId.delete(message.id);
    if (message.tag !== undefined && tags.get(message.tag) === message.order) tags.delete(message.tag);
  };

  return {
    accept: ({ to, ...given }) => {
      totals.accepted += 1;
      const { tag } = given;
      const isDouble = tag !== undefined && tags.has(tag);
      if (isDouble) {
        totals.doubled += 1;
        doubled = [...doubled, tag].slice(-1000);
      }
      if (tag !== undefined) tags.set(tag, totals.accepted);
      const message = { ...given, order: totals.accepted, price: priceOf(given, to), isBilled: false, history: [] };
      accepted.push(message);
      byId.set(message.id, message);
      // Trimmed by the half, so that a full ledger costs no more than an empty one.
      if (accepted.length >= 2 * keep) {
        accepted.slice(0, -keep).forEach(forget);
        accepted = accepted.slice(-keep);
      }
      return { ...message, isDouble };
    },
    refuse: (request) => {
      totals.refused += 1;
      refused.push(request);
      if (refused.length >= 2 * keep) refused = refused.slice(-keep);
    },
    find: (id) => byId.get(id),
    bill: (id) => billOnce(bill, byId.get(id)),
    read: () => ({
      accepted: [...accepted],
      refused: [...refused],
      doubled,
      totals: { ...totals },
      bill: { ...bill, messages: { ...bill.messages } },
    }),
  };
}

function noMessages(): Record<Category, number> {
  return { service: 0, utility: 0, marketing: 0, authentication: 0 };
}

/** The first service messages of a month are free; what fails costs nothing and uses none of them up. */
function pricing(prices: PriceTable) {
  let month = '';
  let used = 0;
  return ({ at, category, failure }: Omit<NewMessage, 'to'>, to: Recipient): number => {
    if (failure !== undefined) return 0;
    const now = new Date(at).toISOString().slice(0, 7);
    if (now !== month) used = 0;
    month = now;
    if (category === 'service') used += 1;
    return category === 'service' && used <= prices.freeServiceMessages ? 0 : rateFor(prices, to, category);
  };
}

function billOnce(bill: Bill, message: AcceptedMessage | undefined): void {
  if (!message || message.isBilled) return;
  message.isBilled = true;
  bill.messages[message.category] += 1;
  bill.amount += message.price;
  if (message.price === 0) bill.free += 1;
}
