import { isUtf8 } from 'node:buffer';
import type { DeliveryStatus } from '../../domain/delivery';
import type { Inbound } from '../../domain/talk';
import { readMessage } from './readMessage';
import { readStatus } from './readStatus';
import { Change, Entry, Envelope, MessagesValue } from './webhookShapes';

/** What a webhook body holds for us. `dropped` counts the items that were malformed or meant for another number. */
export type WebhookContent = { messages: Inbound[]; statuses: DeliveryStatus[]; dropped: number };

/** Why a body is no webhook of WhatsApp: it is not JSON in UTF-8, or JSON of something else. */
export type WebhookFault = { fault: 'not_json' | 'not_whatsapp' };

/**
 * Reads a signed webhook body: every message and status of every change of every entry. What is no turn of a person
 * (reactions, edits, calls, echoes of our own messages, history and other fields) is left out without being counted.
 */
export function readWebhook(raw: Buffer, ours: { phoneNumberId: string }): WebhookContent | WebhookFault {
  const json = parse(raw);
  if (!json) return { fault: 'not_json' };
  const envelope = Envelope.safeParse(json.value);
  if (!envelope.success) return { fault: 'not_whatsapp' };
  const content: WebhookContent = { messages: [], statuses: [], dropped: 0 };
  for (const item of envelope.data.entry) {
    const entry = Entry.safeParse(item);
    if (entry.success) for (const change of entry.data.changes) readChange(change, ours.phoneNumberId, content);
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

function readChange(item: unknown, phoneNumberId: string, content: WebhookContent): void {
  const change = Change.safeParse(item);
  if (change.success && change.data.field !== 'messages') return;
  const value = change.success ? MessagesValue.safeParse(change.data.value) : undefined;
  if (!value?.success || value.data.metadata.phone_number_id !== phoneNumberId) {
    content.dropped++;
    return;
  }
  const { messages = [], statuses = [], contacts = [] } = value.data;
  for (const message of messages) keep(readMessage(message, contacts), content.messages, content);
  for (const status of statuses) keep(readStatus(status), content.statuses, content);
}

function keep<T>(item: T | 'ignored' | 'malformed', list: T[], content: WebhookContent): void {
  if (item === 'malformed') content.dropped++;
  else if (item !== 'ignored') list.push(item);
}
