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
  again?: Again;
  pricing?: Pricing;
};

/**
 * A failure that is not the message's own, and may pass: it goes again after the delay, which doubles with each refusal, and is
 * given up after so many tries; without a number it waits for as long as it takes.
 */
export type Again = { delayMs: number; tries?: number };

/** What the channel says a message is charged as, in its own words; nothing is given where it does not say. */
export type Pricing = { category?: string; model?: string; type?: string };

/** Whether a failure means that nobody can be reached there: no WhatsApp, terms not accepted, or a country it does not serve. */
export function isUnreachable(code: number | undefined): boolean {
  return code === 131026 || code === 130497;
}

/**
 * Why a message has not left, or has not arrived. It waits: `window_closed` for her next message, `quiet_hours` for the
 * morning, `pair_limit` because she has got many in a row. It failed: `expired` after waiting a week for her, or
 * with many newer answers to her, `no_address`, `refused` or `template_refused` by the channel, `given_up` after several
 * tries, `faulty`: it could not be put into a form the channel takes. `unconfirmed`: it may have arrived, and nobody has told.
 */
export type WhyUnsent =
  | 'window_closed'
  | 'quiet_hours'
  | 'pair_limit'
  | 'expired'
  | 'no_address'
  | 'refused'
  | 'template_refused'
  | 'given_up'
  | 'faulty'
  | 'unconfirmed';

/**
 * Whether a message that held a form may have failed because of the form: unsupported by her phone, blocked or throttled,
 * gone, or not as Meta wants it.
 */
export function mayBeOfForm(code: number | undefined): boolean {
  return code !== undefined && (OF_FORMS.has(code) || (code >= 139_000 && code < 140_000));
}
const OF_FORMS = new Set([100, 131008, 131009, 131026, 131051, 132068, 132069, 135000]);

/** The code of a message in free words that came more than 24 hours after her last. */
export const WINDOW_CLOSED = 131047;

/** Why a message failed that the channel has refused for good with this code. */
export function whyRefused(code: number): WhyUnsent {
  const isTemplate =
    (code >= 132000 && code <= 132999) || [131055, 131063, 131064, 134100, 134101, 134102].includes(code);
  return isTemplate ? 'template_refused' : 'refused';
}

/** How a message stands to those of other people: answers go first. One person's stay in their order. */
export type Priority = (typeof PRIORITY)[keyof typeof PRIORITY];
export const PRIORITY = { answer: 0, urgentNotice: 1, notice: 2 } as const;

/**
 * How long after her last message WhatsApp takes free words: 24 hours, less what a message may be under way and two
 * clocks may differ.
 */
export const WINDOW_MS = (24 * 60 - 5) * 60_000;

/** Whether free words may be sent to somebody who was last heard from then. */
export function isWindowOpen(heardAt: Date | null, now: number): boolean {
  return heardAt !== null && now - heardAt.getTime() < WINDOW_MS;
}
