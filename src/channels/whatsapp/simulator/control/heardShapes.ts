import { z } from 'zod/v4';

const of = z.string().optional();
const words = z.string().max(4096);

/** What a person can be made to send, besides text and taps. */
export const thingShape = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum(['audio', 'image', 'video', 'document', 'sticker']),
    caption: words.optional(),
    filename: words.optional(),
    isFile: z.boolean().optional(),
    withUrl: z.boolean().optional(),
  }),
  z.object({
    kind: z.literal('location'),
    latitude: z.number(),
    longitude: z.number(),
    name: words.optional(),
    address: words.optional(),
  }),
  z.object({ kind: z.literal('contact'), name: words, phone: words, isAnswer: z.boolean().optional() }),
  z.object({ kind: z.literal('reaction'), emoji: words.optional(), of }),
  z.object({ kind: z.literal('flowReply'), response: z.string().max(100_000), of }),
  z.object({ kind: z.literal('edit'), text: words, of }),
  z.object({ kind: z.literal('revoke'), of }),
  z.object({ kind: z.enum(['order', 'welcome', 'brokenReply', 'newDevice']) }),
  z.object({ kind: z.literal('unsupported'), what: words.optional() }),
]);

/** How a text came about: forwarded, or by way of an advertisement. */
export const aroundShape = z.object({
  forwarded: z.enum(['once', 'often']).optional(),
  referral: z.record(z.string(), z.unknown()).optional(),
});
