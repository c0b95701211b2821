import type { Db } from './pool';

/** What proves a consent, or that it was refused (Ley 1581 of 2012, art. 9). */
export type ConsentRow = {
  conversationId: string;
  given: boolean;
  textVersion: string;
  textHash: string;
  locale: string;
  answer: string;
  channel: string;
  messageId: string;
  saidAt: Date;
};

/** Keeps the proof; the same message again adds nothing. Whose it is, is known at registration. */
export async function addConsent(db: Db, consent: ConsentRow): Promise<void> {
  await db.query(
    `insert into consent (conversation_id, given, text_version, text_hash, locale, answer, channel, message_id, said_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict (conversation_id, message_id) do nothing`,
    [
      consent.conversationId,
      consent.given,
      consent.textVersion,
      consent.textHash,
      consent.locale,
      consent.answer,
      consent.channel,
      consent.messageId,
      consent.saidAt,
    ],
  );
}
