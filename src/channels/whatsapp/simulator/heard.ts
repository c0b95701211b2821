import type { Json } from './graph/fields';

/** What a person, or WhatsApp in her name, sent. `of` is the id of the message that was tapped, reacted to, edited or taken back. */
export type Heard =
  | { kind: 'text'; text: string }
  | { kind: 'buttonReply'; id: string; title: string; of: string }
  | { kind: 'listReply'; id: string; title: string; description?: string; of: string }
  | { kind: 'templateButton'; payload: string; text: string; of: string }
  | { kind: 'flowReply'; response: string; of: string }
  | { kind: 'location'; latitude: number; longitude: number; name?: string; address?: string }
  | {
      kind: 'media';
      what: MediaKind;
      id: string;
      mimeType: string;
      sha256: string;
      caption?: string;
      filename?: string;
      /** Not recorded in the chat but sent as a file. */
      isFile?: boolean;
      /** Where to fetch it without asking for its address first. */
      url?: string;
    }
  | { kind: 'contact'; name: string; phone: string; isAnswer?: boolean }
  | { kind: 'reaction'; emoji?: string; of: string }
  | { kind: 'order'; catalogId: string; productId: string; quantity: number }
  | { kind: 'welcome' }
  | { kind: 'edit'; text: string; of: string }
  | { kind: 'revoke'; of: string }
  | { kind: 'system'; what: SystemKind; system: Json }
  | { kind: 'brokenReply' }
  | { kind: 'unsupported'; what: string };

export type MediaKind = 'audio' | 'image' | 'video' | 'document' | 'sticker';
type SystemKind = 'user_changed_number' | 'user_changed_user_id' | 'user_identity_changed';

/** The part of a message item that its type makes. */
export function contentOf(heard: Heard): Json {
  switch (heard.kind) {
    case 'text':
      return { type: 'text', text: { body: heard.text } };
    case 'buttonReply':
    case 'listReply':
    case 'templateButton':
    case 'flowReply':
      return replyContent(heard);
    case 'location': {
      const { kind, ...location } = heard;
      return { type: kind, location };
    }
    case 'media':
      return mediaContent(heard);
    case 'contact':
      return contactContent(heard);
    case 'reaction': {
      const { emoji, of } = heard;
      return { type: 'reaction', reaction: { message_id: of, ...(emoji !== undefined && { emoji }) } };
    }
    default:
      return rareContent(heard);
  }
}

type Reply = Extract<Heard, { kind: 'buttonReply' | 'listReply' | 'templateButton' | 'flowReply' }>;

function replyContent(heard: Reply): Json {
  switch (heard.kind) {
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
    case 'flowReply':
      return interactive('nfm_reply', { name: 'flow', body: 'Sent', response_json: heard.response });
  }
}

function interactive(type: string, reply: Json): Json {
  return { type: 'interactive', interactive: { type, [type]: reply } };
}

type Rare = Extract<
  Heard,
  { kind: 'order' | 'welcome' | 'edit' | 'revoke' | 'system' | 'brokenReply' | 'unsupported' }
>;

function rareContent(heard: Rare): Json {
  switch (heard.kind) {
    case 'order': {
      const item = { product_retailer_id: heard.productId, quantity: heard.quantity, item_price: 1, currency: 'COP' };
      return { type: 'order', order: { catalog_id: heard.catalogId, text: '', product_items: [item] } };
    }
    case 'welcome':
      return { type: 'request_welcome' };
    case 'edit': {
      const message = { context: { id: heard.of }, type: 'text', text: { body: heard.text } };
      return { type: 'edit', edit: { original_message_id: heard.of, message } };
    }
    case 'revoke':
      return { type: 'revoke', revoke: { original_message_id: heard.of } };
    case 'system':
      return { type: 'system', system: { type: heard.what, ...heard.system } };
    case 'brokenReply':
      // Seen in the wild: the type without its object.
      return { type: 'interactive', errors: [{ code: 131000, title: 'Something went wrong' }] };
    case 'unsupported':
      return { type: 'unsupported', errors: [unsupported], unsupported: { type: heard.what } };
  }
}

function mediaContent(heard: Extract<Heard, { kind: 'media' }>): Json {
  const { what, id, mimeType, sha256, caption, filename, isFile, url } = heard;
  const media = {
    id,
    mime_type: mimeType,
    sha256,
    ...(what === 'audio' && { voice: !isFile }),
    ...(what === 'sticker' && { animated: false }),
    ...(caption !== undefined && { caption }),
    ...(filename !== undefined && { filename }),
    ...(url !== undefined && { url }),
  };
  return { type: what, [what]: media };
}

// Only the origin tells the answer to a request for her number from a card she shares by hand.
function contactContent(heard: Extract<Heard, { kind: 'contact' }>): Json {
  const name = { formatted_name: heard.name, first_name: heard.name };
  const phones = [{ phone: `+${heard.phone}`, wa_id: heard.phone }];
  return { type: 'contacts', contacts: [{ name, phones }], origin: heard.isAnswer ? 'contact_request' : 'other' };
}

const unsupported = {
  code: 131051,
  title: 'Message type unknown',
  message: 'Message type unknown',
  error_data: { details: 'Message type is currently not supported.' },
};
