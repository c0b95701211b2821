import { createHash } from 'node:crypto';
import { addConsent } from '../db/consents';
import { addHelpRequest } from '../db/helpRequests';
import { classesTaught } from '../db/instructors';
import type { OfferTerms } from '../db/places';
import type { Db } from '../db/pool';
import { allSites } from '../db/sites';
import { dateIn } from '../domain/calendar';
import type { Channel } from '../domain/talk';
import { changes } from './changes';
import { checkIn, codeOnShow } from './checkIn';
import { coordinating } from './coordinator';
import type { Desk } from './desk';
import { fileTicket } from './fileTickets';
import { markingDesk } from './markingDesk';
import { usualTerms } from './offers';
import { openPlaces } from './openPlaces';
import { register } from './registration';
import { identities } from './speakers';
import type { Vault } from './vault';

/** Who acts, as the channel proved it, and by which message. `answerText` is what she typed or tapped, for proof. */
export type Actor = {
  conversationId: string;
  channel: Channel;
  personId?: string;
  messageId: string;
  sentAt: Date;
  receivedAt: Date;
  answerText?: string;
};

/** What a desk needs besides the database. `publicUrl`: where people reach us; `offerTerms`: how long an offered place stands. */
export type DeskTools = { vault: Vault; timeZone: string; now: Date; publicUrl: string; offerTerms?: OfferTerms };

/** Binds every service to one turn: its transaction, its actor, its clock. */
export function openDesk(actor: Actor, tx: Db, tools: DeskTools): Desk {
  const { conversationId, channel, messageId, sentAt, receivedAt } = actor;
  const message = { conversationId, channel, messageId, sentAt, receivedAt };
  let personId = actor.personId;
  const { now, timeZone, offerTerms: terms = usualTerms } = tools;
  return {
    ...openPlaces(tx, () => personId, { now, today: dateIn(timeZone, now), terms }),
    ...coordinating(tx, () => personId, { now, today: dateIn(timeZone, now) }),
    sites: () => allSites(tx),
    keepConsent: ({ text, answer, ...consent }) =>
      addConsent(tx, {
        ...consent,
        textHash: createHash('sha256').update(text).digest('hex'),
        answer: actor.answerText ?? answer,
        conversationId,
        channel,
        messageId,
        saidAt: sentAt,
      }),
    register: async (registration) => {
      const result = await register(tx, tools.vault, { conversationId, channel, now }, registration);
      if (result.ok) personId = result.personId;
      return result;
    },
    ...markingDesk(tx, tools, () => (personId ? { personId, ...message } : undefined)),
    ...changes(tx, () => (personId ? { kind: 'instructor', personId, conversationId, channel } : undefined), now),
    classesTaught: async () => (personId ? classesTaught(tx, personId, tools.now) : []),
    fileLink: (file) => `${tools.publicUrl}/archivo/${fileTicket(tools.vault, file)}`,
    checkIn: async (code) =>
      personId ? checkIn(tx, tools.vault, { personId, ...message }, code) : { ok: false, why: 'no_class' },
    checkInCode: async (sessionId) => (personId ? codeOnShow(tx, tools, sessionId, personId) : undefined),
    ...identities(tx, tools, actor, (owner) => {
      personId = owner;
    }),
    actingFor: (other) => openDesk({ ...actor, personId: other }, tx, tools),
    askForPerson: (where) =>
      addHelpRequest(tx, { conversationId, personId: personId ?? null, askedAt: sentAt, ...where }),
  };
}
