import type { DeliveryStatus, Pricing } from '../../domain/delivery';
import { againAfter } from './errors';
import { Status } from './webhookShapes';

/** Reads one item of `statuses`; `ignored` is a state that says nothing of a message's way to the person. */
export function readStatus(item: unknown): DeliveryStatus | 'ignored' | 'malformed' {
  const read = Status.safeParse(item);
  if (!read.success) return 'malformed';
  const { id: providerId, status, timestamp: at, biz_opaque_callback_data: tag, errors, pricing } = read.data;
  if (!isTold(status)) return 'ignored';
  const code = status === 'failed' ? errors?.[0]?.code : undefined;
  const again = code === undefined ? undefined : againAfter(code);
  return {
    providerId,
    status,
    at,
    ...(tag !== undefined && isTag(tag) && { tag }),
    ...(code !== undefined && { errorCode: code }),
    ...(again && { again }),
    ...(pricing && { pricing: pricingOf(pricing) }),
  };
}

function pricingOf({ category, pricing_model: model, type }: NonNullable<Status['pricing']>): Pricing {
  return { ...(category && { category }), ...(model && { model }), ...(type && { type }) };
}

const TOLD = ['sent', 'delivered', 'read', 'played', 'failed'];

function isTold(status: string): status is DeliveryStatus['status'] {
  return TOLD.includes(status);
}

// Another system on the same number may tag its messages in its own way.
function isTag(tag: string): boolean {
  return /^[1-9]\d{0,17}$/.test(tag);
}
