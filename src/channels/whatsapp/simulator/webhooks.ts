import type { Json } from './graph/fields';

/** The business number as it stands in every envelope. */
export type Business = { wabaId: string; displayPhone: string; phoneNumberId: string };

/** How a person shows up in a webhook: a phone, a business-scoped user id, or both; the profile name may be missing. */
export type Sender = { phone?: string; bsuid?: string; name?: string };

/** What a person sent. `of` is the id of the message that was tapped or reacted to. */
export type Heard =
  | { kind: 'text'; text: string }
  | { kind: 'buttonReply'; id: string; title: string; of: string }
  | { kind: 'listReply'; id: string; title: string; description?: string; of: string }
  | { kind: 'templateButton'; payload: string; text: string; of: string }
  | { kind: 'location'; latitude: number; longitude: number; name?: string; address?: string }
  | {
      kind: 'media';
      what: MediaKind;
      id: string;
      mimeType: string;
      sha256: string;
      caption?: string;
      filename?: string;
    }
  | { kind: 'contact'; name: string; phone: string }
  | { kind: 'reaction'; emoji: string; of: string }
  | { kind: 'unsupported'; what: string };

export type MediaKind = 'audio' | 'image' | 'video' | 'document' | 'sticker';

/** One thing to tell the business, not yet in an envelope. `lane` names what must stay in order; statuses have none. */
export type Update = { lane?: string; contacts: Json[]; message?: Json; status?: Json };

/** A message of a person. `at` is in milliseconds; the wire has whole seconds. */
export function messageUpdate(
  business: Business,
  from: Sender,
  message: { id: string; at: number; heard: Heard },
): Update {
  const { id, at, heard } = message;
  return {
    lane: from.bsuid ?? from.phone ?? '',
    contacts: [contactOf(from)],
    message: {
      ...(from.phone !== undefined && { from: from.phone }),
      ...(from.bsuid !== undefined && { from_user_id: from.bsuid }),
      id,
      timestamp: seconds(at),
      ...('of' in heard && heard.kind !== 'reaction' && { context: { from: business.displayPhone, id: heard.of } }),
      ...contentOf(heard),
    },
  };
}

/** What became of a message of ours. `error` is one of Meta's error objects, only with `failed`. */
export function statusUpdate(
  to: Sender,
  status: {
    id: string;
    at: number;
    status: 'sent' | 'delivered' | 'read' | 'failed';
    category: string;
    tag?: string;
    error?: Json;
  },
): Update {
  const isPriced = status.status === 'sent' || status.status === 'delivered';
  return {
    // Contacts came with business-scoped ids, and never with a failure.
    contacts: to.bsuid !== undefined && status.status !== 'failed' ? [contactOf(to)] : [],
    status: {
      id: status.id,
      status: status.status,
      timestamp: seconds(status.at),
      ...(to.phone !== undefined && { recipient_id: to.phone }),
      ...(to.bsuid !== undefined && { recipient_user_id: to.bsuid }),
      ...(status.tag !== undefined && { biz_opaque_callback_data: status.tag }),
      ...(isPriced && {
        pricing: { billable: true, pricing_model: 'PMP', type: 'regular', category: status.category },
      }),
      ...(status.error && { errors: [status.error] }),
    },
  };
}

/** The body of one webhook: neighbours of one kind share a change, as in Meta's batches (at most 1,000 updates). */
export function envelope(business: Business, updates: Update[]): Json {
  const changes: { isStatus: boolean; updates: Update[] }[] = [];
  for (const update of updates) {
    const last = changes.at(-1);
    const isStatus = update.status !== undefined;
    if (last?.isStatus === isStatus) last.updates.push(update);
    else changes.push({ isStatus, updates: [update] });
  }
  return {
    object: 'whatsapp_business_account',
    entry: [
      {
        id: business.wabaId,
        changes: changes.map((one) => ({ value: changeValue(business, one), field: 'messages' })),
      },
    ],
  };
}

function changeValue(business: Business, change: { isStatus: boolean; updates: Update[] }): Json {
  const contacts = [
    ...new Map(change.updates.flatMap((one) => one.contacts).map((one) => [one.user_id ?? one.wa_id, one])).values(),
  ];
  return {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: business.displayPhone, phone_number_id: business.phoneNumberId },
    ...(contacts.length > 0 && { contacts }),
    ...(change.isStatus
      ? { statuses: change.updates.map(({ status }) => status) }
      : { messages: change.updates.map(({ message }) => message) }),
  };
}

function contactOf(from: Sender): Json {
  return {
    ...(from.name !== undefined && { profile: { name: from.name } }),
    ...(from.phone !== undefined && { wa_id: from.phone }),
    ...(from.bsuid !== undefined && { user_id: from.bsuid }),
  };
}

function contentOf(heard: Heard): Json {
  switch (heard.kind) {
    case 'text':
      return { type: 'text', text: { body: heard.text } };
    case 'buttonReply':
      return interactive('button_reply', { id: heard.id, title: heard.title });
    case 'listReply':
      return interactive('list_reply', {
        id: heard.id,
        title: heard.title,
        ...(heard.description !== undefined && { description: heard.description }),
      });
    case 'templateButton':
      return { type: 'button', button: { payload: heard.payload, text: heard.text } };
    case 'location': {
      const { kind, ...location } = heard;
      return { type: kind, location };
    }
    case 'media':
      return mediaContent(heard);
    case 'contact': {
      const name = { formatted_name: heard.name, first_name: heard.name };
      return { type: 'contacts', contacts: [{ name, phones: [{ phone: `+${heard.phone}`, wa_id: heard.phone }] }] };
    }
    case 'reaction':
      return { type: 'reaction', reaction: { message_id: heard.of, emoji: heard.emoji } };
    case 'unsupported':
      return { type: 'unsupported', errors: [unsupported], unsupported: { type: heard.what } };
  }
}

function interactive(type: 'button_reply' | 'list_reply', reply: Json): Json {
  return { type: 'interactive', interactive: { type, [type]: reply } };
}

function mediaContent(heard: Extract<Heard, { kind: 'media' }>): Json {
  const { what, id, mimeType, sha256, caption, filename } = heard;
  const media = {
    id,
    mime_type: mimeType,
    sha256,
    ...(what === 'audio' && { voice: true }),
    ...(what === 'sticker' && { animated: false }),
    ...(caption !== undefined && { caption }),
    ...(filename !== undefined && { filename }),
  };
  return { type: what, [what]: media };
}

const unsupported = {
  code: 131051,
  title: 'Message type unknown',
  message: 'Message type unknown',
  error_data: { details: 'Message type is currently not supported.' },
};

function seconds(at: number): string {
  return String(Math.floor(at / 1000));
}
