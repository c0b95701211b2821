import { randomInt } from 'node:crypto';
import type { Json } from '../graph/fields';
import type { World } from '../world';
import { hear } from './hear';
import type { Addresses, Contact } from './threads';

/** A user id as Meta gives them, of Colombia. */
function newUserId(): string {
  return `CO.${randomInt(1e13, 1e14)}${randomInt(1e4, 1e5)}`;
}

/** Moves her to another number and tells the business; a user id is made anew then, and a parent id with it. */
export function changeNumber(world: World, contact: Contact, phone: string): string {
  const before = addressesOf(contact);
  const after: Addresses = {
    phone,
    ...(before.bsuid !== undefined && { bsuid: newUserId() }),
    ...(before.parentBsuid !== undefined && { parentBsuid: newUserId().replace('.', '.ENT.') }),
  };
  const body = `User ${contact.name} changed from ${before.phone ?? ''} to ${phone}`;
  return tell(world, contact, { what: 'user_changed_number', before, after, more: { body, wa_id: phone } });
}

/** Gives her another user id and tells the business, without any number. */
export function rotateId(world: World, contact: Contact): string {
  const before = addressesOf(contact);
  const after = { ...before, bsuid: newUserId() };
  const what = 'user_changed_user_id';
  return tell(world, contact, { what, before, after, more: { body: `User ${contact.name} changed user id` } });
}

/** Her number becomes somebody else's phone; she is without one. */
export function giveNumberAway(world: World, contact: Contact, name: string): Contact {
  const { phone, ...rest } = addressesOf(contact);
  if (phone === undefined) throw new Error(`${contact.name} has no number to give away.`);
  world.threads.readdress(contact, rest);
  return world.threads.open({ name, phone, ...(rest.bsuid !== undefined && { bsuid: newUserId() }) });
}

function addressesOf({ phone, bsuid, parentBsuid }: Contact): Addresses {
  return {
    ...(phone !== undefined && { phone }),
    ...(bsuid !== undefined && { bsuid }),
    ...(parentBsuid !== undefined && { parentBsuid }),
  };
}

type Move = {
  what: 'user_changed_number' | 'user_changed_user_id';
  before: Addresses;
  after: Addresses;
  more: Json;
};

// The item itself still comes from her old addresses.
function tell(world: World, contact: Contact, { what, before, after, more }: Move): string {
  const system = {
    ...more,
    ...(after.bsuid !== undefined && { user_id: after.bsuid }),
    ...(after.parentBsuid !== undefined && { parent_user_id: after.parentBsuid }),
    ...(before.bsuid !== undefined && { previous_user_id: before.bsuid }),
    ...(before.parentBsuid !== undefined && { previous_parent_user_id: before.parentBsuid }),
  };
  const hidden = contact.hidesPhone;
  contact.hidesPhone = hidden || what === 'user_changed_user_id';
  const id = hear(world, contact, { kind: 'system', what, system });
  contact.hidesPhone = hidden;
  world.threads.readdress(contact, after);
  return id;
}
