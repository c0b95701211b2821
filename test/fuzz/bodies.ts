import type { Dice } from './dice';

/** JSON as a webhook may hold it. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A body as Meta sends it, to our number: a few changes with a few items each, of every kind there is. */
export function validBody(phoneNumberId: string, n: number, dice: Dice): Json {
  const changes = many(dice, 3, () => (dice.often(0.85) ? messagesChange(phoneNumberId, n, dice) : otherChange(dice)));
  return { object: 'whatsapp_business_account', entry: [{ id: '102290129340398', changes }] };
}

function messagesChange(phoneNumberId: string, n: number, dice: Dice): Json {
  const value: { [key: string]: Json } = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '573001112233', phone_number_id: phoneNumberId },
  };
  if (dice.often(0.7)) {
    const writer = somebody(dice);
    value.contacts = [{ profile: { name: 'Ana', username: '@ana' }, wa_id: writer.from, user_id: writer.from_user_id }];
    value.messages = many(dice, 4, () => message(writer, n, dice));
  }
  if (dice.often(0.4)) value.statuses = many(dice, 4, () => status(n, dice));
  if (dice.often(0.05)) value.errors = [{ code: 130429, title: 'Rate limit hit' }];
  return { field: 'messages', value };
}

// Few enough that they meet again, and that their ids and numbers come together in every way.
function somebody(dice: Dice): { from: string; from_user_id: string } {
  const who = dice.below(400);
  return { from: `57300${1_000_000 + (dice.often(0.9) ? who : dice.below(400))}`, from_user_id: `CO.${100_000 + who}` };
}

function message(writer: { from: string; from_user_id: string }, n: number, dice: Dice): Json {
  const base = { id: `wamid.fuzz-${n}-${dice.below(1e6)}`, timestamp: String(1_790_000_000 + n + dice.below(9)) };
  const from = dice.pick([writer, { from: writer.from }, { from_user_id: writer.from_user_id }]);
  return { ...base, ...from, ...dice.pick(KINDS)(writer, dice) } as Json;
}

type Kind = (writer: { from: string; from_user_id: string }, dice: Dice) => { [key: string]: Json };

const WORDS =
  'hola|menú|registrarme|sí, acepto|Ana María Pérez|52.123.456|bosa|1|ver clases|persona|idioma|atrás|👍'.split('|');
const tap = (id: string, title: string) => ({ id, title });
const media: Kind = (_, dice) => {
  const type = dice.pick(['audio', 'image', 'video', 'document', 'sticker', 'voice']);
  return {
    type,
    [type]: { id: String(dice.below(1e9)), mime_type: 'audio/ogg; codecs=opus', sha256: 'x', voice: true },
  };
};
const system: Kind = (writer, dice) => ({
  type: 'system',
  system: {
    type: dice.pick([
      'user_changed_number',
      'user_changed_user_id',
      'customer_changed_number',
      'user_identity_changed',
    ]),
    body: `User A changed from ${writer.from} to 57301${1_000_000 + dice.below(400)}`,
    previous_user_id: writer.from_user_id,
    user_id: `CO.${100_000 + dice.below(400)}`,
    wa_id: `57300${1_000_000 + dice.below(400)}`,
  },
});

const KINDS: Kind[] = [
  (_, dice) => ({ type: 'text', text: { body: dice.pick(WORDS) } }),
  (_, dice) => ({
    type: 'text',
    text: { body: dice.pick(WORDS) },
    context: { forwarded: true },
    referral: { source_type: 'ad' },
  }),
  (_, dice) => ({
    type: 'interactive',
    interactive: { type: 'button_reply', button_reply: tap(`menu:what:x:${dice.below(3)}`, 'Ver clases') },
  }),
  () => ({
    type: 'interactive',
    interactive: { type: 'list_reply', list_reply: { ...tap('where:site:x:1', 'Bosa'), description: 'x' } },
  }),
  () => ({
    type: 'interactive',
    context: { from: '573001112233', id: 'wamid.form' },
    interactive: {
      type: 'nfm_reply',
      nfm_reply: { name: 'flow', body: 'Sent', response_json: '{"flow_token":"t","name":"Ana","days":["mon"]}' },
    },
  }),
  () => ({ type: 'button', button: { payload: 'reminder:yes', text: 'Sí, voy' } }),
  (_, dice) => ({
    type: 'location',
    location: { latitude: dice.roll() * 200 - 100, longitude: dice.roll() * 400 - 200, name: 'Casa' },
  }),
  media,
  media,
  (_, dice) => ({
    type: 'contacts',
    origin: dice.pick(['contact_request', 'other']),
    contacts: [{ name: { formatted_name: 'Ana' }, phones: [{ phone: `+57 300 ${1_000_000 + dice.below(400)}` }] }],
  }),
  () => ({ type: 'reaction', reaction: { message_id: 'wamid.1', emoji: '👍' } }),
  () => ({ type: 'order', order: { catalog_id: '1', product_items: [] } }),
  system,
  () => ({
    type: 'unsupported',
    errors: [{ code: 131051, title: 'Message type unknown' }],
    unsupported: { type: 'poll' },
  }),
  () => ({ type: 'edit', edit: { original_message_id: 'wamid.1', message: { type: 'text', text: { body: 'x' } } } }),
  () => ({ type: 'revoke', revoke: { original_message_id: 'wamid.1' } }),
  () => ({ type: 'text', group_id: 'G1', text: { body: 'hola a todas' } }),
  () => ({ type: 'request_welcome' }),
];

function status(n: number, dice: Dice): Json {
  const name = dice.pick(['sent', 'delivered', 'read', 'played', 'failed', 'deleted']);
  return {
    id: `wamid.out-${dice.below(500)}`,
    status: name,
    timestamp: String(1_790_000_000 + n),
    recipient_id: '573001000001',
    pricing: { billable: true, pricing_model: 'PMP', type: 'regular', category: 'service' },
    ...(dice.often(0.8) && { biz_opaque_callback_data: String(1 + dice.below(500)) }),
    ...(name === 'failed' && { errors: [{ code: dice.pick([131026, 131047, 131049, 190, 1]), title: 'x' }] }),
  };
}

function otherChange(dice: Dice): Json {
  const value: Json = {
    event: 'FLAGGED',
    current_limit: 'TIER_1K',
    message_template_name: 'class_reminder',
    message_echoes: [{ from: '573001112233', to: '573001000001', id: 'wamid.e', type: 'text' }],
    history: [{ threads: [{ id: '1', messages: [{ id: 'wamid.h' }] }] }],
    calls: [{ id: 'wacid.1', event: 'connect' }],
    alert_info: { alert_type: 'X', alert_severity: 'CRITICAL' },
  };
  return { field: dice.pick(FIELDS), value };
}

const FIELDS =
  'account_update account_alerts phone_number_quality_update message_template_status_update security flows calls history standby smb_message_echoes user_preferences tomorrow'.split(
    ' ',
  );

function many<T>(dice: Dice, most: number, make: () => T): T[] {
  return Array.from({ length: 1 + dice.below(most) }, make);
}
