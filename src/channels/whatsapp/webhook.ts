import { isUtf8 } from 'node:buffer';
import type { DeliveryStatus } from '../../domain/delivery';
import type { AddressChange, Inbound } from '../../domain/talk';
import { type AccountEventRead, readAccountEvent, readSystemError } from './readAccountEvent';
import { readMessage } from './readMessage';
import { readStatus } from './readStatus';
import { Change, Entry, Envelope, MessagesValue } from './webhookShapes';

/**
 * What a webhook body holds for us: messages, word of how people are known from now on, delivery statuses, and what an
 * operator should know. `dropped` counts the items that cannot be read, `foreign` the changes that are another number's.
 */
export type WebhookContent = {
  messages: Inbound[];
  changes: AddressChange[];
  statuses: DeliveryStatus[];
  events: AccountEventRead[];
  dropped: number;
  foreign: number;
};

/** Why a body is no webhook of WhatsApp: it is not JSON in UTF-8, or JSON of something else. */
export type WebhookFault = { fault: 'not_json' | 'not_whatsapp' };

/** Our number, and whether speech is written down. */
type Ours = { phoneNumberId: string; hears?: boolean };

/**
 * Reads a signed webhook body: every message and status of every change of every entry. What is no turn of a person
 * (reactions, edits, calls, echoes of our own messages, history and other fields) is left out without being counted.
 */
export function readWebhook(raw: Buffer, ours: Ours): WebhookContent | WebhookFault {
  const json = parse(raw);
  if (!json) return { fault: 'not_json' };
  const envelope = Envelope.safeParse(json.value);
  if (!envelope.success) return { fault: 'not_whatsapp' };
  const content: WebhookContent = { messages: [], changes: [], statuses: [], events: [], dropped: 0, foreign: 0 };
  for (const item of envelope.data.entry) {
    const entry = Entry.safeParse(item);
    if (entry.success) for (const change of entry.data.changes) readChange(change, ours, content);
    else content.dropped++;
  }
  return content;
}

function parse(raw: Buffer): { value: unknown } | undefined {
  if (!isUtf8(raw)) return undefined;
  try {
    return { value: JSON.parse(raw.toString()) };
  } catch {
    return undefined;
  }
}

function readChange(item: unknown, ours: Ours, content: WebhookContent): void {
  const change = Change.safeParse(item);
  if (change.success && change.data.field !== 'messages') {
    const event = readAccountEvent(change.data.field, change.data.value);
    if (event) content.events.push(event);
    return;
  }
  const value = change.success ? MessagesValue.safeParse(change.data.value) : undefined;
  if (!value?.success) {
    content.dropped++;
    return;
  }
  if (value.data.metadata.phone_number_id !== ours.phoneNumberId) {
    content.foreign++;
    return;
  }
  const { messages = [], statuses = [], contacts = [], errors = [] } = value.data;
  for (const message of messages) keepMessage(message, contacts, ours, content);
  for (const status of statuses) keepStatus(status, content);
  // Beside a message, they are that message's.
  if (messages.length === 0) content.events.push(...errors.slice(0, 10).map(readSystemError));
}

function keepMessage(item: unknown, contacts: unknown[], { hears = false }: Ours, content: WebhookContent): void {
  const read = readMessage(item, contacts, hears);
  if (read === 'malformed') content.dropped++;
  else if (read === 'ignored') return;
  else if (read.kind === 'message') content.messages.push(read.message);
  else content.changes.push(read.change);
}

function keepStatus(item: unknown, content: WebhookContent): void {
  const read = readStatus(item);
  if (read === 'malformed') content.dropped++;
  else if (read !== 'ignored') content.statuses.push(read);
}
