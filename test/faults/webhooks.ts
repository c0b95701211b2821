import { signature, wireBytes } from '../../src/channels/whatsapp/simulator/delivery/wire';
import { newWamid } from '../../src/channels/whatsapp/simulator/wamid';
import { envelope, messageUpdate, type Update } from '../../src/channels/whatsapp/simulator/webhooks';
import { number } from '../chaos/environment';

const business = { wabaId: '102290129340398', displayPhone: '576015550100', phoneNumberId: number.phoneNumberId };

/** A message of somebody as Meta tells of it; the same one every time it is delivered. */
export function written(phone: string, text: string, at = Date.now()): Update {
  return messageUpdate(
    business,
    { phone, name: '' },
    { id: newWamid('inbound', { phone }), at, heard: { kind: 'text', text } },
  );
}

/** The bytes of one webhook with these messages. */
export function webhookOf(...updates: Update[]): Buffer {
  return wireBytes(envelope(business, updates));
}

/** Posts a webhook, signed unless told otherwise; gives the status, 0 if there was no answer. */
export async function deliver(
  url: string,
  bytes: Buffer,
  headers: Record<string, string> = signed(bytes),
): Promise<number> {
  const response = await fetch(`${url}/webhooks/whatsapp`, {
    method: 'POST',
    body: bytes,
    headers: { 'content-type': 'application/json', ...headers },
  }).catch(() => undefined);
  await response?.arrayBuffer();
  return response?.status ?? 0;
}

/** The header that shows that these bytes are Meta's. */
export function signed(bytes: Buffer, secret = number.appSecret): Record<string, string> {
  return { 'x-hub-signature-256': signature(bytes, secret) };
}
