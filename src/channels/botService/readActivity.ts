import { createHash } from 'node:crypto';
import { z } from 'zod/v4';
import type { Inbound, Utterance } from '../../domain/talk';

/** A message of one of Bot Framework's channels, and the address it came from. */
export type PostedMessage = { inbound: Inbound; address: string };

/**
 * Reads an activity that has been authenticated. Only messages of a talk between two are taken: what is said in a group is
 * not said to us, and whatever else a channel tells of (typing, who joined) asks for nothing.
 */
export function readPosted(activity: unknown, now: Date): PostedMessage | undefined {
  const read = Message.safeParse(activity);
  if (!read.success || read.data.conversation.isGroup) return undefined;
  const { channelId, conversation, from, id, timestamp } = read.data;
  const utterance = said(read.data);
  if (!utterance) return undefined;
  const address = short([channelId, conversation.id, from.id].join('|'), 256);
  const inbound: Inbound = {
    channel: 'bot_service',
    messageId: short([channelId, conversation.id, id].join('|'), 512),
    from: [{ kind: 'web', value: address }],
    sentAt: timestamp?.getTime() ?? now.getTime(),
    utterance,
  };
  return { inbound, address };
}

const Id = z.string().min(1).max(2000);
const Message = z.object({
  type: z.literal('message'),
  id: Id,
  channelId: Id,
  timestamp: z.coerce.date().optional().catch(undefined),
  conversation: z.object({ id: Id, isGroup: z.boolean().nullish() }),
  from: z.object({ id: Id }),
  text: z.string().nullish(),
  value: z.unknown(),
  attachments: z
    .array(z.object({ contentType: z.string() }))
    .nullish()
    .catch(undefined),
});

// Some channels give a button's value as the text, some beside it.
function said({ text, value, attachments }: z.infer<typeof Message>): Utterance | undefined {
  const words = clean(text).slice(0, 4096);
  const id = typeof value === 'string' ? clean(value) : '';
  if (id !== '' && id.length <= 256) return { kind: 'tap', id, title: words.slice(0, 256) };
  if (words !== '') return { kind: 'text', text: words };
  const sent = attachments?.find(({ contentType }) => !contentType.startsWith('text/html'));
  return sent && { kind: 'unreadable', what: sent.contentType.startsWith('audio/') ? 'audio' : 'other' };
}

function clean(text: string | null | undefined): string {
  return (text ?? '')
    .replaceAll('\0', '')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .trim();
}

function short(text: string, most: number): string {
  return text.length <= most ? text : createHash('sha256').update(text).digest('hex');
}
