import type { Json } from './graph/fields';

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
};

/** A request that was refused, by validation, a limit or a fault; without what it said. */
type RefusedRequest = { at: number; status: number; code: number; details: string };

/** Everything that came in, for invariants. What is no longer kept still counts in the totals. */
export type Ledger = {
  accepted: AcceptedMessage[];
  refused: RefusedRequest[];
  /** Tags that were accepted a second time: bubbles the person saw twice. */
  doubled: string[];
  totals: { accepted: number; refused: number; doubled: number };
};

/** The writing side. */
export type OpenLedger = {
  accept: (message: Omit<AcceptedMessage, 'order'>) => void;
  refuse: (request: RefusedRequest) => void;
  read: () => Ledger;
};

/** Opens an empty ledger that keeps the latest `keep` of each kind; tags repeated within those count as doubled. */
export function openLedger(keep: number): OpenLedger {
  const totals = { accepted: 0, refused: 0, doubled: 0 };
  const tags = new Map<string, number>();
  let accepted: AcceptedMessage[] = [];
  let refused: RefusedRequest[] = [];
  let doubled: string[] = [];

  const forget = (message: AcceptedMessage): void => {
    if (message.tag !== undefined && tags.get(message.tag) === message.order) tags.delete(message.tag);
  };

  return {
    accept: (message) => {
      totals.accepted += 1;
      const { tag } = message;
      if (tag !== undefined && tags.has(tag)) {
        totals.doubled += 1;
        doubled = [...doubled, tag].slice(-1000);
      }
      if (tag !== undefined) tags.set(tag, totals.accepted);
      accepted.push({ ...message, order: totals.accepted });
      // Trimmed by the half, so that a full ledger costs no more than an empty one.
      if (accepted.length < 2 * keep) return;
      accepted.slice(0, -keep).forEach(forget);
      accepted = accepted.slice(-keep);
    },
    refuse: (request) => {
      totals.refused += 1;
      refused.push(request);
      if (refused.length >= 2 * keep) refused = refused.slice(-keep);
    },
    read: () => ({ accepted: [...accepted], refused: [...refused], doubled, totals: { ...totals } }),
  };
}
