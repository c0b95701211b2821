import type { OfferTerms } from '../db/places';
import type { Db } from '../db/pool';
import type { HeldConversation, WaitingMessage } from '../db/turns';
import { dateIn } from '../domain/calendar';
import { languageOf } from '../script/sentences';
import type { Role, Speaker, World } from '../script/steps';
import type { Desk, KnownPerson } from '../services/desk';
import { openDesk } from '../services/openDesk';
import type { Vault } from '../services/vault';

export type WorldTools = {
  vault: Vault;
  timeZone: string;
  locale: string;
  publicUrl: string;
  offerTerms?: OfferTerms;
  /** Whether WhatsApp can show a form of that name in a language. */
  hasForm?: (name: string, language: string) => boolean;
  now?: () => Date;
};

/** The world a script sees in one turn: the desk bound to the turn's transaction and its verified actor. */
export function createWorlds({ locale, hasForm, now = () => new Date(), ...tools }: WorldTools) {
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
      speaker: held.person ? speaking(held.person, isProven(held, at)) : undefined,
      shared: held.shared,
      mayBeAnother: held.asksWho && sentAt.getTime() - (held.lastHeardAt?.getTime() ?? 0) > SILENCE_MS,
      isLate: message.utterance.kind !== 'notice' && sentAt.getTime() < (held.lastHeardAt?.getTime() ?? 0),
    };
    if (hasForm && held.channel === 'whatsapp') world.hasForm = (name) => hasForm(name, languageOf(world.locale));
    world.desk = knowingWhoWrites(desk, world);
    return world;
  };
}

/** After so long a silence it may be somebody else who takes up a phone of several people. */
const SILENCE_MS = 30 * 60_000;

/** The conversation as the next message of the same turn finds it: what this one changed is not read again. */
export function heldAfter(held: HeldConversation, { speaker }: World, unit: AfterMessage): HeldConversation {
  const { locale, heardAt } = unit;
  const then = { ...held, locale, lastHeardAt: heardAt ?? held.lastHeardAt };
  if (!speaker) return { ...then, person: null };
  const { roles, unproven, ...names } = speaker;
  const person = {
    ...names,
    registered: roles.includes('caregiver'),
    instructor: roles.includes('instructor'),
    coordinator: roles.includes('coordinator'),
  };
  return { ...then, person, proofNeeded: unproven ?? false, provenUntil: null };
}
type AfterMessage = { locale: string | null; heardAt: Date | undefined };

function isProven({ proofNeeded, provenUntil }: HeldConversation, at: Date): boolean {
  return !proofNeeded || (provenUntil !== null && provenUntil > at);
}

/** Somebody the conversation is known to be of, as scripts know her. */
export function speaking(person: KnownPerson, isProven: boolean): Speaker {
  const { personId, firstNames, lastNames, registered, instructor, coordinator } = person;
  const has: [Role, boolean][] = [
    ['caregiver', registered],
    ['instructor', instructor],
    ['coordinator', coordinator],
  ];
  const roles = has.filter(([, is]) => is).map(([role]) => role);
  return { personId, firstNames, lastNames, roles, ...(instructor && !isProven && { unproven: true }) };
}

// Who writes may turn out in mid-turn: the scripts after it know her already.
function knowingWhoWrites(desk: Desk, world: World): Desk {
  async function become(personId: string): Promise<void> {
    const person = (await desk.people()).find((one) => one.personId === personId);
    world.speaker = person && speaking(person, await desk.isProven(personId));
  }
  return {
    ...desk,
    async register(registration) {
      const result = await desk.register(registration);
      if (result.ok) {
        const { first, last } = registration.names;
        // Somebody else's roles stay hers: several people may share a phone.
        const before = world.speaker?.personId === result.personId ? world.speaker : undefined;
        const roles = [...new Set<Role>(['caregiver', ...(before?.roles ?? [])])];
        world.speaker = { ...before, personId: result.personId, firstNames: first, lastNames: last, roles };
      }
      return result;
    },
    async speakAs(personId) {
      const spoken = await desk.speakAs(personId);
      if (!spoken) return false;
      if (personId === undefined) world.speaker = undefined;
      else await become(personId);
      return true;
    },
    async linkByCode(code) {
      const result = await desk.linkByCode(code);
      if (result.ok) await become(result.personId);
      return result;
    },
    async prove(secret, personId) {
      const result = await desk.prove(secret, personId);
      if (result.ok) await become(result.personId);
      return result;
    },
  };
}
