import { z } from 'zod/v4';

// Only what Meta documents as always there is demanded. Everything else may be missing, and what has an unexpected type
// counts as missing: one odd field must not cost a person her message.
const text = z.string().optional().catch(undefined);

// Postgres takes no NUL in text, and the inbox no longer id.
const id = z
  .string()
  .max(512)
  .regex(/^[^\0]+$/);

// Seconds as a string by contract; numbers and milliseconds have been seen. Out of range: not a time at all.
const time = z.coerce
  .number()
  .min(1e9)
  .max(1e13)
  .transform((value) => Math.floor(value >= 1e12 ? value : value * 1000));

// A code of Meta's; what is none counts as 0.
const code = z.coerce.number().int().min(0).max(2_147_483_647).catch(0);

/** A webhook body. The lists hold anything: each item is read on its own, so that a bad one never blocks the others. */
export const Envelope = z.object({ object: z.literal('whatsapp_business_account'), entry: z.array(z.unknown()) });

export const Entry = z.object({ changes: z.array(z.unknown()) });

export const Change = z.object({ field: z.string(), value: z.unknown() });

/** The value of a change of the field `messages`. */
export const MessagesValue = z.object({
  metadata: z.object({ phone_number_id: z.coerce.string() }),
  contacts: z.array(z.unknown()).optional().catch(undefined),
  messages: z.array(z.unknown()).optional().catch(undefined),
  statuses: z.array(z.unknown()).optional().catch(undefined),
  errors: z.array(z.unknown()).optional().catch(undefined),
});

export const Contact = z.object({ wa_id: text, user_id: text, parent_user_id: text });

const Reply = z
  .object({ id: z.string().min(1), title: z.string().catch('') })
  .optional()
  .catch(undefined);

/** One item of `messages`: who, when, and the parts of its kind that we read. */
export const Message = z.object({
  id,
  timestamp: time,
  type: z.string(),
  from: text,
  from_user_id: text,
  from_parent_user_id: text,
  group_id: text,
  text: z.object({ body: z.string() }).optional().catch(undefined),
  interactive: z
    .object({ type: text, button_reply: Reply, list_reply: Reply, nfm_reply: z.unknown() })
    .optional()
    .catch(undefined),
  button: z.object({ payload: text, text }).optional().catch(undefined),
  location: z
    .object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
    .optional()
    .catch(undefined),
  audio: z.object({ id: text }).optional().catch(undefined),
  voice: z.object({ id: text }).optional().catch(undefined),
  contacts: z.unknown(),
  origin: text,
  context: z.object({ id: text }).optional().catch(undefined),
  system: z.unknown(),
  errors: z
    .array(z.object({ code }).catch({ code: 0 }))
    .optional()
    .catch(undefined),
  unsupported: z.object({ type: text }).optional().catch(undefined),
});
export type Message = z.infer<typeof Message>;

// Meta adds new kinds and prices from time to time: kept as they come, if they look like a word.
const priced = z
  .string()
  .regex(/^[A-Za-z][\w-]{0,39}$/)
  .optional()
  .catch(undefined);

/** One item of `statuses`; `status` may be one we do not know. */
export const Status = z.object({
  id,
  status: z.string(),
  timestamp: time,
  biz_opaque_callback_data: text,
  errors: z
    .array(z.object({ code }).catch({ code: 0 }))
    .optional()
    .catch(undefined),
  pricing: z.object({ category: priced, pricing_model: priced, type: priced }).optional().catch(undefined),
});
export type Status = z.infer<typeof Status>;

/** The `system` object of a message: how somebody was known, and how she is known now. Older spellings included. */
export const System = z.object({
  type: text,
  body: text,
  wa_id: text,
  new_wa_id: text,
  customer: text,
  user_id: text,
  parent_user_id: text,
  previous_user_id: text,
  previous_parent_user_id: text,
});

/** A card of the address book, as far as it may show somebody's own number. */
export const Card = z.object({ phones: z.array(z.object({ phone: text, wa_id: text })) });

/** The answer to a form: its fields are JSON inside a string. */
export const FormReply = z.object({ response_json: z.string().max(65_536) });

const word = z
  .string()
  .regex(/^[\w.:-]{1,60}$/)
  .optional()
  .catch(undefined);

/** What a change about our account, number or templates may say that is worth a line in the log. */
export const AccountEvent = z.object({
  event: word,
  decision: word,
  current_limit: word,
  message_template_name: word,
  new_quality_score: word,
  new_category: word,
  alert_info: z.object({ alert_type: word, alert_severity: word }).optional().catch(undefined),
});

/** An error that Meta tells of our number as a whole. */
export const SystemError = z.object({ code: z.coerce.number().int().min(0).max(2_147_483_647) });
