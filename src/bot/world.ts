import type { OfferTerms } from '../db/places';
import type { Db } from '../db/pool';
import type { HeldConversation, WaitingMessage } from '../db/turns';
import { dateIn } from '../domain/calendar';
import type { Role, Speaker, World } from '../script/steps';
import type { Desk } from '../services/desk';
import { openDesk } from '../services/openDesk';
import type { Vault } from '../services/vault';

export type WorldTools = {
  vault: Vault;
  timeZone: string;
  locale: string;
  publicUrl: string;
  offerTerms?: OfferTerms;
  now?: () => Date;
};

/** The world a script sees in one turn: the desk bound to the turn's transaction and its verified actor. */
export function createWorlds({ locale, now = () => new Date(), ...tools }: WorldTools) {
  return (held: HeldConversation, message: WaitingMessage, conversationId: string, tx: Db): World => {
    const { messageId, sentAt, receivedAt } = message;
    const at = now();
    const actor = {
      conversationId,
      channel: held.channel,
      messageId,
      sentAt,
      receivedAt,
      ...(held.person && { personId: held.person.personId }),
    };
    const desk = openDesk(actor, tx, { ...tools, now: at });
    const world: World = {
      desk,
      now: at,
      today: dateIn(tools.timeZone, at),
      timeZone: tools.timeZone,
      locale: held.locale ?? locale,
      channel: held.channel,
      speaker: speakerOf(held),
    };
    world.desk = knowingWhoRegisters(desk, world);
    return world;
  };
}

/** The conversation as the next message of the same turn finds it: what this one changed is not read again. */
export function heldAfter(held: HeldConversation, { speaker }: World, locale: string | null): HeldConversation {
  if (!speaker) return { ...held, locale, person: null };
  const { roles, ...names } = speaker;
  const person = { ...names, registered: roles.includes('caregiver'), instructor: roles.includes('instructor') };
  return { ...held, locale, person };
}

function speakerOf({ person }: HeldConversation): Speaker | undefined {
  return person ? speaking(person) : undefined;
}

/** Somebody the conversation is known to be of, as scripts know her. */
export function speaking(person: NonNullable<HeldConversation['person']>): Speaker {
  const roles: Role[] = [
    ...(person.registered ? ['caregiver' as const] : []),
    ...(person.instructor ? ['instructor' as const] : []),
  ];
  return { personId: person.personId, firstNames: person.firstNames, lastNames: person.lastNames, roles };
}

// She registers and goes on in the same turn: the scripts after it know her already.
function knowingWhoRegisters(desk: Desk, world: World): Desk {
  return {
    ...desk,
    async register(registration) {
      const result = await desk.register(registration);
      if (result.ok) {
        const { first, last } = registration.names;
        // Somebody else's roles stay hers: several people may share a phone.
        const before = world.speaker?.personId === result.personId ? world.speaker.roles : [];
        const roles = [...new Set<Role>(['caregiver', ...before])];
        world.speaker = { personId: result.personId, firstNames: first, lastNames: last, roles };
      }
      return result;
    },
  };
}
