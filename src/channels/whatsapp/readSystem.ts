import type { Address, AddressChange } from '../../domain/talk';
import { addressesIn, phoneIn } from './scopedAddress';
import { type Message, System } from './webhookShapes';

/** Reads a system message: somebody has another number, another id, or another device. */
export function readSystem(message: Message): AddressChange | 'ignored' | 'malformed' {
  const system = System.safeParse(message.system).data;
  const kind = KINDS[system?.type ?? ''];
  if (!system || !kind) return 'ignored';
  const [oldInBody, newInBody] = phonesIn(system.body);
  const to = addressesIn(system.user_id, system.parent_user_id, system.wa_id ?? system.new_wa_id ?? newInBody);
  const from = addressesIn(
    system.previous_user_id ?? message.from_user_id,
    system.previous_parent_user_id ?? message.from_parent_user_id,
    message.from ?? system.customer ?? oldInBody,
  ).filter((address) => kind === 'device' || !to.some((now) => isSame(now, address)));
  if (from.length === 0) return 'malformed';
  const { id: messageId, timestamp: at } = message;
  const base = { channel: 'whatsapp', messageId, at, from } as const;
  // A number that has changed to nobody knows what: all that is certain is that the old proof no longer holds.
  return kind === 'moved' && to.length > 0 ? { ...base, kind, to } : { ...base, kind: 'device', to: [] };
}

const KINDS: Record<string, AddressChange['kind']> = {
  user_changed_number: 'moved',
  customer_changed_number: 'moved',
  user_changed_user_id: 'moved',
  user_identity_changed: 'device',
  customer_identity_changed: 'device',
};

// "User Ana changed from 573001234567 to 573007654321": the last resort, where the fields are missing.
function phonesIn(body = ''): (string | undefined)[] {
  const found = /from (\+?\d{5,15}) to (\+?\d{5,15})/.exec(body.slice(0, 500));
  return [phoneIn(found?.[1]), phoneIn(found?.[2])];
}

function isSame(one: Address, other: Address): boolean {
  return one.kind === other.kind && one.value === other.value;
}
