/** How far a message on its way out has come. */
export type Delivery = (typeof DELIVERY_ORDER)[number];

/**
 * The states in the order in which a message may pass through them; it only ever moves up. `unknown`: the request may
 * have arrived. `failed` stands below `delivered`: word that she has it is stronger than word that a copy failed.
 */
export const DELIVERY_ORDER = [
  'waiting',
  'sending',
  'unknown',
  'accepted',
  'sent',
  'failed',
  'delivered',
  'read',
  'played',
] as const;

/**
 * What a channel tells of a message that left. `tag` is our outbox row's id where the channel gave it back, `at` the
 * provider's clock in milliseconds since 1970.
 */
export type DeliveryStatus = {
  tag?: string;
  providerId: string;
  status: Extract<Delivery, 'sent' | 'delivered' | 'read' | 'played' | 'failed'>;
  at: number;
  errorCode?: number;
  pricing?: Pricing;
};

/** What the channel says a message is charged as, in its own words; nothing is given where it does not say. */
export type Pricing = { category?: string; model?: string; type?: string };

/** Whether a failure means that nobody can be reached there: no WhatsApp, terms not accepted, or a country it does not serve. */
export function isUnreachable(code: number | undefined): boolean {
  return code === 131026 || code === 130497;
}
