import type { Notice, Template } from './notice';

/** A channel people reach us through. */
export type Channel = 'whatsapp' | 'web' | 'bot_service';

/** Something a channel knows a writer by: a phone in digits without "+", a business-scoped user id, a web token. */
export type Address = { kind: AddressKind; value: string };
export type AddressKind = 'bsuid' | 'parent_bsuid' | 'phone' | 'web';

/**
 * What a person did in one message, whatever the channel. Text is at most 4,096 UTF-16 units (longer is cut on the way in);
 * `heard`: she said it, and it was written down for her. `phone`: she shared her own number, in digits, because she was
 * asked; the channel vouches for it. `joined`: she has opened the chat and said nothing yet; `locale` is her browser's
 * language. A notice is ours: it waits in her inbox like a message of hers, so that it is told in its turn.
 */
export type Utterance =
  | { kind: 'text'; text: string; heard?: true }
  | { kind: 'tap'; id: string; title: string }
  | { kind: 'location'; latitude: number; longitude: number }
  | { kind: 'form'; form: FilledForm }
  | { kind: 'phone'; phone: string }
  | { kind: 'unreadable'; what: Unreadable; media?: string }
  | { kind: 'joined'; locale?: string }
  | ({ kind: 'notice' } & Notice);

/**
 * Things a person can send that we answer kindly but cannot read. `voice`: speech that is written down before its turn,
 * if that succeeds in time; `media` is then the provider's id of the recording.
 */
export type Unreadable = 'audio' | 'voice' | 'image' | 'video' | 'document' | 'sticker' | 'contact' | 'other';

/**
 * A form as she sent it: what she says, to be checked like anything she types. At most 50 answers of at most 1,000 units,
 * by their names; several choices of one question are parted by commas. `token` is ours, `about` the provider's id of
 * the message that held the form; either may be missing.
 */
export type FilledForm = { token?: string; about?: string; answers: Record<string, string> };

/**
 * One message of one person, as a channel hands it in.
 * `messageId` is unique within the channel; it is the idempotency key. `from` holds at least one address.
 * `sentAt` is the provider's clock, in milliseconds since 1970.
 */
export type Inbound = { channel: Channel; messageId: string; from: Address[]; sentAt: number; utterance: Utterance };

/**
 * Word of the channel itself about how somebody is known: `moved`: by the addresses `to` instead of `from`; `device`: she
 * writes from another device. Whatever rested on the old number or device has to be proven anew.
 */
export type AddressChange = {
  channel: Channel;
  messageId: string;
  at: number;
  kind: 'moved' | 'device';
  from: Address[];
  to: Address[];
};

/** Something to tap. `id` goes out and comes back unchanged (at most 200 UTF-16 units); `detail` is shown where a channel has room. */
export type Choice = { id: string; title: string; detail?: string };

/**
 * One bubble to a person: text, and what may be tapped below it. The channel decides how to show the choices
 * (buttons, a list, numbered text). `open` is the label of the list's button. `template`: how it may leave when she has
 * not written for a day; not given, it is an answer. `asks`: a button to share something with, where there are no
 * choices (WhatsApp has room for one or the other). `file`: goes along with the text, and then there are no choices.
 * `form`: shown in place of text and choices where the channel can; null: it was refused, and they stand in for it.
 * `language`: of the words, where the channel's page may be in another.
 */
export type Outbound = {
  text: string;
  language?: string;
  choices?: Choice[];
  open?: string;
  template?: Template;
  asks?: Sharing;
  file?: SheetFile;
  form?: FormSent | null;
};

/**
 * A form to fill in, by its name and language: `text` stands above the button that opens it, `open` on it; `data` are
 * what the form's own text leaves open, by name. `token` comes back with the answers.
 */
export type FormSent = {
  name: string;
  language: string;
  text: string;
  open: string;
  token: string;
  data: FormData;
};
export type FormData = { [name: string]: string | boolean | FormOption[] };
/** An option of a form: at most 30 units of title, 300 of description. */
export type FormOption = { id: string; title: string; description?: string };

/**
 * The attendance of a class as a workbook, as it stood at `asOf` (ISO 8601): who is named in it may be marked by the one it
 * is for, which whoever files it has looked at. It is made when it leaves. Dates are local, both included.
 */
export type SheetFile = { kind: 'sheet'; classCode: string; from: string; to: string; asOf: string };

/** Something of hers to share with one tap. Where a channel has no such button, the text alone must do: it says what to type. */
export type Sharing = 'location' | 'contact';
