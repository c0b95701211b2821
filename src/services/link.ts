import { randomUUID } from 'node:crypto';
import { addHelpRequest } from '../db/helpRequests';
import { holderOf, needProof, openLostPhone } from '../db/links';
import { planNotices } from '../db/notices';
import type { Db } from '../db/pool';
import { addCode, takeCode } from '../db/proofs';
import { linkConversation } from '../db/registrations';
import type { DocumentGiven } from '../domain/document';
import type { Desk } from './desk';
import type { Actor, DeskTools } from './openDesk';
import { codeHash, eightDigits } from './proof';

/** What a desk does for somebody who is registered and writes from a new phone; `became` hears who it is. */
export function links(
  db: Db,
  tools: DeskTools,
  { conversationId, sentAt }: Actor,
  became: (personId: string) => void,
): Pick<Desk, 'sendLinkCode' | 'linkByCode' | 'lostPhone'> {
  const { vault, now } = tools;
  return {
    async sendLinkCode(document) {
      const holder = await knownBy(db, tools, document);
      // Whoever asks hears the same, whether there is anybody or not.
      if (!holder) return 'sent';
      if (holder.asked >= MOST_AN_HOUR) return 'too_many';
      const code = eightDigits();
      const [hash, expiresAt] = [codeHash(vault, code), new Date(now.getTime() + GOOD_MS)];
      const { personId } = holder;
      await addCode(db, { kind: 'link', hash, personId, conversationId, by: 'self', at: now, expiresAt });
      const notice = { script: 'linkAsked', known: { code }, urgent: true, dueAt: now };
      await planNotices(db, [{ key: `link:${randomUUID()}`, personId, ...notice }]);
      return 'sent';
    },
    async linkByCode(code) {
      const taken = await takeCode(db, { kind: 'link', hash: codeHash(vault, code) }, conversationId, now);
      const { outcome, person } = taken;
      if (outcome !== 'used' || person === null) return { ok: false, why: outcome === 'too_many' ? outcome : 'wrong' };
      await linkConversation(db, conversationId, person);
      await needProof(db, conversationId, person, now);
      became(person);
      return { ok: true, personId: person };
    },
    async lostPhone(document) {
      const holder = await knownBy(db, tools, document);
      if (holder) await openLostPhone(db, conversationId, holder.personId);
      const where = { script: 'registration', question: 'lost_phone' };
      await addHelpRequest(db, { conversationId, personId: null, askedAt: sentAt, ...where });
    },
  };
}
const GOOD_MS = 30 * 60_000;
const MOST_AN_HOUR = 10;

async function knownBy(
  db: Db,
  { vault, now }: DeskTools,
  { type, number }: DocumentGiven,
): Promise<{ personId: string; asked: number } | undefined> {
  return number === undefined ? undefined : holderOf(db, { type, index: vault.index(number) }, now);
}
