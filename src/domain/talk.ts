import type { Notice, Template } from './notice';

/** A channel people reach us through. */
export type Channel = 'whatsapp' | 'web';

/** Something a channel knows a writer by: a phone in digits without "+", a business-scoped user id, a web token. */
export type Address = { kind: AddressKind; value: string };
export type AddressKind = 'bsuid' | 'parent_bsuid' | 'phone' | 'web';

/**
 * What a person did in one message, whatever the channel. Text is at most 4,096 UTF-16 units (longer is cut on the way in).
 * A notice is ours: it waits in her inbox like a message of hers, so that it is told in its turn. `joined`: she has opened
 * the chat and said nothing yet; `locale` is her browser's language.
 */
export type Utterance =
  | { kind: 'text'; text: string }
  | { kind: 'tap'; id: string; title: string }
  | { kind: 'location'; latitude: number; longitude: number }
  | { kind: 'unreadable'; what: Unreadable }
  | { kind: 'joined'; locale?: string }
  | ({ kind: 'notice' } & Notice);

/** Things a person can send that we answer kindly but cannot read. */
export type Unreadable = 'audio' | 'image' | 'video' | 'document' | 'sticker' | 'contact' | 'other';

/**
 * One message of one person, as a channel hands it in.
 * `messageId` is unique within the channel; it is the idempotency key. `from` holds at least one address.
 * `sentAt` is the provider's clock, in milliseconds since 1970.
 */
export type Inbound = { channel: Channel; messageId: string; from: Address[]; sentAt: number; utterance: Utterance };

/** Something to tap. `id` goes out and comes back unchanged (at most 200 UTF-16 units); `detail` is shown where a channel has room. */
export type Choice = { id: string; title: string; detail?: string };

/**
 * One bubble to a person: text, and what may be tapped below it. The channel decides how to show the choices
 * (buttons, a list, numbered text). `open` is the label of the list's button. `template`: how it may leave when she has
 * not written for a day; not given, it is an answer.
 */
export type Outbound = { text: string; choices?: Choice[]; open?: string; template?: Template };
