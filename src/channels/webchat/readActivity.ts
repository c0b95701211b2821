import { randomUUID } from 'node:crypto';
import { z } from 'zod/v4';
import type { Unreadable, Utterance } from '../../domain/talk';

/**
 * What a client posted: something she did, under a key that is the same when it is posted again; or something that
 * asks for nothing (she is typing).
 */
export type PostedActivity = { kind: 'said'; key: string; utterance: Utterance } | { kind: 'ignored'; key: string };

/** Reads a posted activity; who it says it is from does not matter, the token says that. */
export function readActivity(value: unknown): PostedActivity | 'malformed' {
  const read = Activity.safeParse(value);
  if (!read.success) return 'malformed';
  const activity = read.data;
  const key = activity.channelData?.clientActivityID ?? activity.id ?? randomUUID();
  if (activity.type === 'typing') return { kind: 'ignored', key };
  const utterance = activity.type === 'event' ? joined(activity) : said(activity);
  return utterance ? { kind: 'said', key, utterance } : 'malformed';
}

// Part of a message id: no spaces, nothing a log or a header would trip over.
const Key = z.string().regex(/^[\x21-\x7b\x7d\x7e]{1,200}$/);
const Text = z.string().max(4096);
const Locale = z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z\d]{1,8}){0,3}$/);
const Shared = z.object({
  id: Key.optional(),
  channelData: z
    .object({ clientActivityID: Key.optional(), postBack: z.boolean().optional() })
    .optional()
    .catch(undefined),
  locale: Locale.optional().catch(undefined),
});

const Message = Shared.extend({
  type: z.literal('message'),
  text: Text.nullish(),
  // What our buttons carry; a form's object is nothing we have sent.
  value: z.string().max(256).nullish(),
  attachments: z
    .array(z.object({ contentType: z.string().max(200) }))
    .max(10)
    .nullish(),
});

const Activity = z.discriminatedUnion('type', [
  Message,
  Shared.extend({ type: z.literal('typing') }),
  Shared.extend({ type: z.literal('event'), name: z.literal('webchat/join') }),
]);

function joined({ locale }: z.infer<typeof Shared>): Utterance {
  return { kind: 'joined', ...(locale && { locale }) };
}

function said({ text, value, attachments, channelData }: z.infer<typeof Message>): Utterance | undefined {
  const words = clean(text);
  const id = clean(value) || (channelData?.postBack ? words : '');
  if (id !== '' && id.length <= 256)
    return { kind: 'tap', id, title: words.slice(0, 256).replace(/\p{Surrogate}$/u, '') };
  if (words !== '') return { kind: 'text', text: words };
  const [first] = attachments ?? [];
  return first && { kind: 'unreadable', what: kindOf(first.contentType) };
}

// Postgres takes no NUL in text, and no half of a character.
function clean(text: string | null | undefined): string {
  return (text ?? '')
    .replaceAll('\0', '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .trim();
}

function kindOf(contentType: string): Unreadable {
  const [kind] = contentType.split('/');
  return kind === 'image' || kind === 'audio' || kind === 'video' ? kind : 'document';
}
