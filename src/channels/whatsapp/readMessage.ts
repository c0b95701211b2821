import type { Address, AddressChange, Inbound, Unreadable, Utterance } from '../../domain/talk';
import { clean } from './clean';
import { readForm } from './readForm';
import { readSystem } from './readSystem';
import { addressesIn, phoneIn } from './scopedAddress';
import { Card, Contact, Message } from './webhookShapes';

/** What one item of `messages` is: a message for its writer's talk, or word of how somebody is known from now on. */
export type ItemRead =
  | { kind: 'message'; message: Inbound }
  | { kind: 'change'; change: AddressChange }
  | 'ignored'
  | 'malformed';

/**
 * Reads one item of `messages`; `ignored` is what a person did that asks for no answer, or did not do herself. `hears`:
 * speech is written down, so that its recording is worth keeping hold of.
 */
export function readMessage(item: unknown, contacts: unknown[], hears: boolean): ItemRead {
  const read = Message.safeParse(item);
  if (!read.success) return 'malformed';
  const message = read.data;
  // A group is not a talk with one person.
  if (message.group_id !== undefined) return 'ignored';
  if (message.type === 'system') {
    const change = readSystem(message);
    return typeof change === 'string' ? change : { kind: 'change', change };
  }
  return readTurn(message, contacts, hears);
}

function readTurn(message: Message, contacts: unknown[], hears: boolean): ItemRead {
  const writer = writerOf(message, contacts);
  const utterance = utteranceOf(message, writer, hears);
  if (!utterance) return 'ignored';
  if (writer.length === 0) return 'malformed';
  // The number she shared is from now on one more thing that she is known by.
  const from: Address[] = utterance.kind === 'phone' ? [...writer, { kind: 'phone', value: utterance.phone }] : writer;
  return {
    kind: 'message',
    message: { channel: 'whatsapp', messageId: message.id, from, sentAt: message.timestamp, utterance },
  };
}

// An edit or a message taken back comes when what it said may long have been done: that is never undone unasked.
const NO_TURN = new Set(['reaction', 'edit', 'revoke', 'request_welcome', 'poll_update', 'order']);

// What she wrote on a linked device that WhatsApp does not hand to programs; her phone has told her so.
const ONLY_ON_HER_PHONE = 131060;

const UNREADABLE: Record<string, Unreadable> = {
  audio: 'audio',
  voice: 'audio',
  image: 'image',
  video: 'video',
  document: 'document',
  sticker: 'sticker',
  contacts: 'contact',
};

function utteranceOf(message: Message, writer: Address[], hears: boolean): Utterance | undefined {
  const { type, errors } = message;
  // An edit that WhatsApp cannot show us comes as "unsupported", with its kind inside.
  if (NO_TURN.has(type) || NO_TURN.has(message.unsupported?.type ?? '')) return undefined;
  if (message.interactive?.type === 'call_permission_reply') return undefined;
  if (errors?.some(({ code }) => code === ONLY_ON_HER_PHONE)) return undefined;
  return saidIn(message, writer) ?? (hears ? speechIn(message) : undefined) ?? unreadable(UNREADABLE[type] ?? 'other');
}

function unreadable(what: Unreadable): Utterance {
  return { kind: 'unreadable', what };
}

function saidIn(message: Message, writer: Address[]): Utterance | undefined {
  switch (message.type) {
    case 'text':
      return textOf(message.text?.body);
    case 'interactive':
      return answerOf(message);
    case 'button': {
      const { payload, text = '' } = message.button ?? {};
      return tapOf(payload === undefined ? undefined : { id: payload, title: text }) ?? textOf(text);
    }
    case 'location':
      return message.location && { kind: 'location', ...message.location };
    case 'contacts': {
      const phone = ownPhone(message, writer);
      return phone === undefined ? undefined : { kind: 'phone', phone };
    }
  }
  return undefined;
}

function answerOf({ interactive, context }: Message): Utterance | undefined {
  if (interactive?.type === 'nfm_reply') return { kind: 'form', form: readForm(interactive.nfm_reply, context?.id) };
  return tapOf(interactive?.button_reply ?? interactive?.list_reply);
}

function textOf(body: string | undefined): Utterance | undefined {
  const text = clean(body ?? '', 4096);
  return text === '' ? undefined : { kind: 'text', text };
}

function tapOf(reply: { id: string; title: string } | undefined): Utterance | undefined {
  const id = reply && clean(reply.id, 256);
  return id ? { kind: 'tap', id, title: clean(reply.title, 256) } : undefined;
}

function speechIn({ type, audio, voice }: Message): Utterance | undefined {
  const media = type === 'audio' ? audio?.id : type === 'voice' ? voice?.id : undefined;
  return media !== undefined && /^[\w-]{1,128}$/.test(media) ? { kind: 'unreadable', what: 'voice', media } : undefined;
}

// Only WhatsApp's own "share my number", pressed because we asked, shows that a number is hers; a card picked from the
// address book shows nothing, and looks the same but for its origin. It adds to an id: where the message itself comes
// with a phone, that one is hers and nothing needs to be shared.
function ownPhone({ origin, contacts }: Message, writer: Address[]): string | undefined {
  const isHers = writer.some(({ kind }) => kind === 'bsuid') && writer.every(({ kind }) => kind !== 'phone');
  if (origin !== 'contact_request' || !isHers || !Array.isArray(contacts) || contacts.length !== 1) return undefined;
  const phones = Card.safeParse(contacts[0]).data?.phones ?? [];
  const [first, ...more] = new Set(phones.map(({ phone, wa_id }) => phoneIn(wa_id) ?? phoneIn(phone)));
  return more.length === 0 ? first : undefined;
}

function writerOf(message: Message, contacts: unknown[]): Address[] {
  const from = addressesIn(message.from_user_id, message.from_parent_user_id, message.from);
  if (from.length > 0 || contacts.length !== 1) return from;
  // Her ids stand in the contact too; only of a single contact is it certain that the message is hers.
  const contact = Contact.safeParse(contacts[0]).data;
  return addressesIn(contact?.user_id, contact?.parent_user_id, contact?.wa_id);
}
