import { readWebhook, type WebhookContent } from '../../../src/channels/whatsapp/webhook';

/** Bodies as Meta sends them, for invented people. */
export const PHONE_NUMBER_ID = '106540352242922';

/** A body with one change of the field `messages`. */
export function body(value: object): Buffer {
  return wrap([change(value)]);
}

/** A body with these changes in one entry. */
export function wrap(changes: unknown[]): Buffer {
  return Buffer.from(
    JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: '102290129340398', changes }] }),
  );
}

/** One change of a field, to our number unless told otherwise. */
export function change(value: object, field = 'messages', phoneNumberId = PHONE_NUMBER_ID): object {
  const metadata = { display_phone_number: '573001112233', phone_number_id: phoneNumberId };
  return { field, value: { messaging_product: 'whatsapp', metadata, ...value } };
}

/** A message of Ana's; `parts` are its kind's own. */
export function message(parts: object = {}): Record<string, unknown> {
  return {
    from: '573009998877',
    from_user_id: 'CO.13491208655302741918',
    id: 'wamid.HBgMNTczMDA5OTk4ODc3FQIAEhgUM0EyQjNDNEQ1RTZGNw==',
    timestamp: '1749416383',
    type: 'text',
    text: { body: 'hola' },
    ...parts,
  };
}

/** Word of a message of ours. */
export function status(parts: object = {}): Record<string, unknown> {
  return {
    id: 'wamid.HBgMNTczMDA5OTk4ODc3FQIAERgSQUJD',
    status: 'delivered',
    timestamp: '1750030073',
    recipient_id: '573009998877',
    biz_opaque_callback_data: '41',
    ...parts,
  };
}

/** What a body to our number holds; a body that is no webhook fails the test. */
export function read(raw: Buffer, hears = false): WebhookContent {
  const content = readWebhook(raw, { phoneNumberId: PHONE_NUMBER_ID, hears });
  if ('fault' in content) throw new Error(content.fault);
  return content;
}

/** What a body holds in which nothing is for us. */
export const NOTHING: WebhookContent = { messages: [], changes: [], statuses: [], events: [], dropped: 0, foreign: 0 };
