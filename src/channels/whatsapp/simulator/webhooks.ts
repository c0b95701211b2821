import type { Json } from './graph/fields';
import { contentOf, type Heard } from './heard';

/** The business number as it stands in every envelope. */
export type Business = { wabaId: string; displayPhone: string; phoneNumberId: string };

/**
 * How a person shows up in a webhook: a phone, a business-scoped user id, or both. All else may be missing: the id that
 * linked businesses share, her user name, her profile's name.
 */
export type Sender = { phone?: string; bsuid?: string; parentBsuid?: string; username?: string; name?: string };

/** How a message came about, beyond what it says. */
export type Around = { forwarded?: 'once' | 'often'; referral?: Json };

/** One thing to tell the business, not yet in an envelope. `lane` names what must stay in order; statuses have none. */
export type Update = { lane?: string; contacts: Json[]; message?: Json; status?: Json; change?: Change };

/** A whole change of a field other than the messages of people. */
export type Change = { field: string; value: Json };

/** A message of a person. `at` is in milliseconds; the wire has whole seconds. */
export function messageUpdate(
  business: Business,
  from: Sender,
  message: { id: string; at: number; heard: Heard; around?: Around },
): Update {
  const { id, at, heard, around = {} } = message;
  const context = contextOf(business, heard, around);
  return {
    lane: from.bsuid ?? from.phone ?? '',
    // System messages came without contacts.
    contacts: heard.kind === 'system' ? [] : [contactOf(from)],
    message: {
      ...(from.phone !== undefined && { from: from.phone }),
      ...(from.bsuid !== undefined && { from_user_id: from.bsuid }),
      ...(from.parentBsuid !== undefined && { from_parent_user_id: from.parentBsuid }),
      id,
      timestamp: seconds(at),
      ...(context && { context }),
      ...(around.referral && { referral: around.referral }),
      ...contentOf(heard),
    },
  };
}

function contextOf(business: Business, heard: Heard, { forwarded }: Around): Json | undefined {
  if (forwarded) return forwarded === 'often' ? { frequently_forwarded: true } : { forwarded: true };
  const isAbout = heard.kind === 'reaction' || heard.kind === 'edit' || heard.kind === 'revoke';
  return 'of' in heard && !isAbout ? { from: business.displayPhone, id: heard.of } : undefined;
}

/** What became of a message of ours. `error` is one of Meta's error objects, only with `failed`. */
export function statusUpdate(
  to: Sender,
  status: {
    id: string;
    at: number;
    status: 'sent' | 'delivered' | 'read' | 'played' | 'failed';
    category: string;
    /** One of the month's free messages. */
    isFree?: boolean;
    tag?: string;
    error?: Json;
  },
): Update {
  const isPriced = status.status === 'sent' || status.status === 'delivered';
  const { isFree = false, category } = status;
  const type = isFree ? 'free_customer_service' : 'regular';
  return {
    // Contacts came with business-scoped ids, and never with a failure.
    contacts: to.bsuid !== undefined && status.status !== 'failed' ? [contactOf(to)] : [],
    status: {
      id: status.id,
      status: status.status,
      timestamp: seconds(status.at),
      ...(to.phone !== undefined && { recipient_id: to.phone }),
      ...(to.bsuid !== undefined && { recipient_user_id: to.bsuid }),
      ...(to.parentBsuid !== undefined && { parent_recipient_user_id: to.parentBsuid }),
      ...(status.tag !== undefined && { biz_opaque_callback_data: status.tag }),
      ...(isPriced && { pricing: { billable: !isFree, pricing_model: 'PMP', type, category } }),
      ...(status.error && { errors: [status.error] }),
    },
  };
}

/** The body of one webhook: neighbours of one kind share a change, as in Meta's batches (at most 1,000 updates). */
export function envelope(business: Business, updates: Update[]): Json {
  const groups: Group[] = [];
  for (const update of updates) {
    const last = groups.at(-1);
    const kind = update.change ? 'change' : update.status ? 'status' : 'message';
    if (last?.kind === kind && kind !== 'change') last.updates.push(update);
    else groups.push({ kind, updates: [update] });
  }
  const changes = groups.map((group) => changeOf(business, group));
  return { object: 'whatsapp_business_account', entry: [{ id: business.wabaId, changes }] };
}

type Group = { kind: 'change' | 'status' | 'message'; updates: Update[] };

function changeOf(business: Business, { kind, updates }: Group): Json {
  const given = updates[0]?.change;
  if (given) return { value: given.value, field: given.field };
  const contacts = [
    ...new Map(updates.flatMap((one) => one.contacts).map((one) => [one.user_id ?? one.wa_id, one])).values(),
  ];
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: business.displayPhone, phone_number_id: business.phoneNumberId },
    ...(contacts.length > 0 && { contacts }),
    ...(kind === 'status'
      ? { statuses: updates.map(({ status }) => status) }
      : { messages: updates.map(({ message }) => message) }),
  };
  return { value, field: 'messages' };
}

function contactOf(from: Sender): Json {
  const profile = {
    ...(from.name !== undefined && { name: from.name }),
    ...(from.username !== undefined && { username: from.username }),
  };
  return {
    ...(Object.keys(profile).length > 0 && { profile }),
    ...(from.phone !== undefined && { wa_id: from.phone }),
    ...(from.bsuid !== undefined && { user_id: from.bsuid }),
    ...(from.parentBsuid !== undefined && { parent_user_id: from.parentBsuid }),
  };
}

function seconds(at: number): string {
  return String(Math.floor(at / 1000));
}
