import { z } from 'zod/v4';
import type { Person } from '../phone/person';
import type { Thing } from '../phone/thing';
import type { StandIn } from '../standIn';

/** How a request names a person; one whom nobody knows yet gets a phone. */
export const whoShape = {
  name: z.string().default(''),
  phone: z.string().optional(),
  bsuid: z.string().optional(),
  parentBsuid: z.string().optional(),
  username: z.string().optional(),
};

type Named = { [K in keyof typeof whoShape]?: string | undefined };

/** The person that a request is about. */
export function personOf(standIn: StandIn, { name = '', phone, bsuid, parentBsuid, username }: Named): Person {
  return standIn.person({
    name,
    ...(phone !== undefined && { phone }),
    ...(bsuid !== undefined && { bsuid }),
    ...(parentBsuid !== undefined && { parentBsuid }),
    ...(username !== undefined && { username }),
  });
}

/** A thing as it was read, without the fields that were not given. */
export function thoseShape(read: object): Thing {
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined)) as Thing;
}
