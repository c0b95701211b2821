import { randomBytes } from 'node:crypto';

/** Who a message id belongs to: a phone in digits, or a business-scoped user id. */
export type Recipient = { phone: string } | { bsuid: string };

/** A message id of the shape Meta gives: base64 over the person's number, the direction and 20 hex digits. */
export function newWamid(direction: 'inbound' | 'outbound', person: Recipient): string {
  const address = Buffer.from('phone' in person ? person.phone : person.bsuid, 'latin1');
  const unique = Buffer.from(randomBytes(10).toString('hex').toUpperCase(), 'latin1');
  const bytes = Buffer.concat([
    Buffer.from([0x1c, 0x18, address.length]),
    address,
    Buffer.from([0x15, 0x02, 0x00, direction === 'outbound' ? 0x11 : 0x12, 0x18, unique.length]),
    unique,
    Buffer.from([0x00]),
  ]);
  return `wamid.${bytes.toString('base64')}`;
}

/** Whose message it is, read back from an id that `newWamid` made. */
export function personIn(wamid: string): Recipient | undefined {
  if (!wamid.startsWith('wamid.')) return undefined;
  const bytes = Buffer.from(wamid.slice('wamid.'.length), 'base64');
  const length = bytes[2];
  if (bytes[0] !== 0x1c || bytes[1] !== 0x18 || length === undefined) return undefined;
  const address = bytes.toString('latin1', 3, 3 + length);
  return /^\d+$/.test(address) ? { phone: address } : { bsuid: address };
}
