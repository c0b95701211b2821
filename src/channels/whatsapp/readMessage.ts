import type { Address, Inbound, Unreadable, Utterance } from '../../domain/talk';
import { Contact, Message } from './webhookShapes';

/** Reads one item of `messages`; `ignored` is what a person did that asks for no answer, or did not do herself. */
export function readMessage(item: unknown, contacts: unknown[]): Inbound | 'ignored' | 'malformed' {
  const read = Message.safeParse(item);
  if (!read.success) return 'malformed';
  const message = read.data;
  // A group is not a talk with one person.
  if (message.group_id !== undefined) return 'ignored';
  const utterance = utteranceOf(message);
  if (!utterance) return 'ignored';
  const from = addressesOf(message, contacts);
  if (from.length === 0) return 'malformed';
  return { channel: 'whatsapp', messageId: message.id, from, sentAt: message.timestamp, utterance };
}

const NO_TURN = new Set(['reaction', 'system', 'edit', 'revoke', 'request_welcome', 'poll_update']);

const UNREADABLE: Record<string, Unreadable> = {
  audio: 'audio',
  voice: 'audio',
  image: 'image',
  video: 'video',
  document: 'document',
  sticker: 'sticker',
  contacts: 'contact',
};

function utteranceOf(message: Message): Utterance | undefined {
  const { type } = message;
  // An edit that WhatsApp cannot show us comes as "unsupported", with its kind inside.
  if (NO_TURN.has(type) || NO_TURN.has(message.unsupported?.type ?? '')) return undefined;
  if (message.interactive?.type === 'call_permission_reply') return undefined;
  return saidIn(message) ?? { kind: 'unreadable', what: UNREADABLE[type] ?? 'other' };
}

function saidIn(message: Message): Utterance | undefined {
  switch (message.type) {
    case 'text':
      return textOf(message.text?.body);
    case 'interactive':
      return tapOf(message.interactive?.button_reply ?? message.interactive?.list_reply);
    case 'button': {
      const { payload, text = '' } = message.button ?? {};
      return tapOf(payload === undefined ? undefined : { id: payload, title: text }) ?? textOf(text);
    }
    case 'location':
      return message.location && { kind: 'location', ...message.location };
  }
  return undefined;
}

function textOf(body: string | undefined): Utterance | undefined {
  const text = clean(body ?? '', 4096);
  return text === '' ? undefined : { kind: 'text', text };
}

function tapOf(reply: { id: string; title: string } | undefined): Utterance | undefined {
  const id = reply && clean(reply.id, 256);
  return id ? { kind: 'tap', id, title: clean(reply.title, 256) } : undefined;
}

// Postgres takes no NUL in text. Cut between two characters, never inside one that has two units.
function clean(text: string, most: number): string {
  const whole = (text.includes('\0') ? text.replaceAll('\0', '') : text).trim();
  if (whole.length <= most) return whole;
  const last = whole.charCodeAt(most - 1);
  return whole.slice(0, last >= 0xd800 && last < 0xdc00 ? most - 1 : most);
}

function addressesOf(message: Message, contacts: unknown[]): Address[] {
  const from = addresses(message.from_user_id, message.from_parent_user_id, message.from);
  if (from.length > 0 || contacts.length !== 1) return from;
  // Her ids stand in the contact too; only of a single contact is it certain that the message is hers.
  const contact = Contact.safeParse(contacts[0]).data;
  return addresses(contact?.user_id, contact?.parent_user_id, contact?.wa_id);
}

function addresses(user = '', parent = '', from = ''): Address[] {
  const list: Address[] = [];
  if (SCOPED_ID.test(user)) list.push({ kind: 'bsuid', value: user });
  if (SCOPED_ID.test(parent)) list.push({ kind: 'parent_bsuid', value: parent });
  const other = addressOf(from);
  if (other && !list.some(({ kind }) => kind === other.kind)) list.push(other);
  return list;
}

const SCOPED_ID = /^[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}$/;

// A business-scoped id has been seen where the phone belongs.
function addressOf(from: string): Address | undefined {
  if (/^\d{5,15}$/.test(from)) return { kind: 'phone', value: from };
  if (!SCOPED_ID.test(from)) return undefined;
  return { kind: from.startsWith('ENT.', 3) ? 'parent_bsuid' : 'bsuid', value: from };
}
