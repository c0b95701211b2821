import type { Recipient } from '../wamid';
import type { FlowShelf } from './flows';
import type { MediaShelf } from './media';
import type { Rates } from './rates';
import type { Template } from './templates';

/** One business number as the Graph API knows it, and what it must ask the simulated world. */
export type GraphAccount = {
  phoneNumberId: string;
  /** The WhatsApp business account that the number, templates and forms belong to. */
  wabaId: string;
  accessToken: string;
  /** When the token dies, if ever. */
  tokenUntil?: number;
  /** The public key that forms with an endpoint are encrypted for. */
  businessKey?: string;
  displayPhone: string;
  verifiedName: string;
  isSubscribed: boolean;
  /** Meta's verdict on the number; anything but `AVAILABLE` shows in its health. */
  health: 'AVAILABLE' | 'LIMITED' | 'BLOCKED';
  templates: Template[];
  flows: FlowShelf;
  media: MediaShelf;
  /** Absent: no speed limits. */
  rates?: Rates;
  /** What happens to a free message more than 24 hours after the person's last: a later `failed` status, a refusal, or nothing. */
  window: 'status' | 'refusal' | 'off';
  listBody: number;
  /** Where files are fetched from. */
  filesUrl: () => string;
  now: () => number;
  lastHeard: (from: Recipient) => number | undefined;
  knowsUser: (bsuid: string) => boolean;
  knowsMessage: (id: string) => boolean;
  /** The statuses of an accepted message, oldest first; undefined when there is no such message. */
  statusesOf: (messageId: string) => { status: string; at: number }[] | undefined;
};
