/**
 * What a good bot never does to a person: free words outside her window, more than Meta's pace allows, a second message
 * while the first is still on its way (nobody then knows their order), one bubble twice; or a webhook it never took.
 */
type Invariant = 'window' | 'pairPace' | 'numberPace' | 'order' | 'double' | 'webhookLost';

/** One time that it was broken. `person` is a contact's id, `message` the number of the message in the ledger. */
type Breach = { invariant: Invariant; at: number; person: string; message?: number };

/** How often each was broken, and the latest 100 times. */
export type Breaches = { counts: Record<Invariant, number>; latest: Breach[] };

/** Keeps count. */
export type OpenInvariants = { note: (breach: Breach) => void; read: () => Breaches };

/** Begins with nothing broken. */
export function openInvariants(): OpenInvariants {
  const counts = { window: 0, pairPace: 0, numberPace: 0, order: 0, double: 0, webhookLost: 0 };
  let latest: Breach[] = [];
  return {
    note: (breach) => {
      counts[breach.invariant] += 1;
      latest = [...latest, breach].slice(-100);
    },
    read: () => ({ counts: { ...counts }, latest }),
  };
}
