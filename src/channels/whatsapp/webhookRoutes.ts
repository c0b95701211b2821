import { createHash, timingSafeEqual } from 'node:crypto';
import type { DeliveryStatus } from '../../domain/delivery';
import type { AddressChange, Inbound } from '../../domain/talk';
import type { HttpReply, HttpRequest, Route } from '../../http/message';
import type { AccountEventRead } from './readAccountEvent';
import { isSigned } from './signature';
import { readWebhook, type WebhookContent } from './webhook';

export type WhatsappWebhook = {
  config: { appSecrets: string[]; verifyToken: string; phoneNumberId: string; hears?: boolean };
  /** Makes the messages durable; resolves only when they are. */
  accept: (messages: Inbound[]) => Promise<void>;
  /** Makes it known how somebody is reached from now on; once, however often it comes. */
  acceptChange: (change: AddressChange) => Promise<void>;
  acceptStatuses: (statuses: DeliveryStatus[]) => Promise<void>;
  metrics?: WebhookMetrics;
  log?: { warn: (fields: object, message: string) => void };
};

type WebhookMetrics = {
  refused: (why: 'handshake' | 'unsigned' | 'not_json' | 'not_whatsapp' | 'not_stored') => void;
  received: (counts: { messages: number; changes: number; statuses: number; dropped: number; foreign: number }) => void;
  accountEvent: (field: string) => void;
};

const PATH = '/webhooks/whatsapp';

/**
 * Meta's two requests. The handshake is answered with its challenge. A delivery is answered 200 once what it holds is
 * durable, and also where nothing in it is for us; 401 unsigned, 400 not JSON, 503 could not be stored: Meta brings it again.
 */
export function whatsappRoutes(webhook: WhatsappWebhook): Route[] {
  return [
    { method: 'GET', path: PATH, answer: async (request) => shakeHands(webhook, request) },
    // Meta's limit for a body.
    { method: 'POST', path: PATH, maxBody: 3 * 1024 * 1024, answer: (request) => receive(webhook, request) },
  ];
}

function shakeHands({ config, metrics }: WhatsappWebhook, { query }: HttpRequest): HttpReply {
  const challenge = query.get('hub.challenge');
  const token = query.get('hub.verify_token') ?? '';
  if (query.get('hub.mode') === 'subscribe' && challenge && isSame(token, config.verifyToken))
    // Never as HTML: the challenge is a stranger's text.
    return { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: challenge };
  metrics?.refused('handshake');
  return { status: 403 };
}

// Digests have one length and tell nothing about the first byte that differs.
function isSame(given: string, wanted: string): boolean {
  return wanted !== '' && timingSafeEqual(digest(given), digest(wanted));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

async function receive(webhook: WhatsappWebhook, { body, headers }: HttpRequest): Promise<HttpReply> {
  const { config, metrics } = webhook;
  if (!isSigned(body, headers['x-hub-signature-256'], config.appSecrets)) return refuse(webhook, 401, 'unsigned');
  const content = readWebhook(body, config);
  // Brought again it would still be what it is: only a body that is no JSON, damaged on its way, may come again.
  if ('fault' in content) return refuse(webhook, content.fault === 'not_json' ? 400 : 200, content.fault);
  metrics?.received({
    messages: content.messages.length,
    changes: content.changes.length,
    statuses: content.statuses.length,
    dropped: content.dropped,
    foreign: content.foreign,
  });
  // Brought again it would be no better: somebody has to see that what people write may be lost.
  if (content.dropped > 0)
    webhook.log?.warn({ count: content.dropped }, 'Items of a WhatsApp webhook could not be read and are left out.');
  for (const event of content.events) report(webhook, event);
  return store(webhook, content);
}

function report({ metrics, log }: WhatsappWebhook, { field, event, level, name, code }: AccountEventRead): void {
  metrics?.accountEvent(field);
  log?.warn(
    {
      kind: field,
      ...(event && { outcome: event }),
      ...(level && { status: level }),
      ...(name && { name }),
      ...(code !== undefined && { code }),
    },
    'Meta tells of the account, the number or a template. See WhatsApp Manager.',
  );
}

function refuse(
  { metrics }: WhatsappWebhook,
  status: number,
  why: 'unsigned' | 'not_json' | 'not_whatsapp',
): HttpReply {
  metrics?.refused(why);
  return { status };
}

async function store(webhook: WhatsappWebhook, { messages, changes, statuses }: WebhookContent): Promise<HttpReply> {
  try {
    let left = messages;
    for (const change of changes.toSorted((one, other) => one.at - other.at)) {
      const earlier = left.filter((message) => isBefore(message, change));
      if (earlier.length > 0) await webhook.accept(earlier);
      await webhook.acceptChange(change);
      left = left.filter((message) => !isBefore(message, change));
    }
    if (left.length > 0) await webhook.accept(left);
    if (statuses.length > 0) await webhook.acceptStatuses(statuses);
    return { status: 200 };
  } catch (fault) {
    webhook.metrics?.refused('not_stored');
    webhook.log?.warn({ fault }, 'A WhatsApp webhook could not be stored; Meta will bring it again.');
    return { status: 503 };
  }
}

// What she wrote as she was known before must be filed before she is known otherwise.
function isBefore({ sentAt, from }: Inbound, { at, to }: AddressChange): boolean {
  return sentAt <= at && !from.some(({ value }) => to.some((address) => address.value === value));
}
