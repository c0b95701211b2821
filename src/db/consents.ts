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

/** What proves a consent that was given outside the chat: where the paper or the note of the call is, and who gave it. */
export type StaffConsent = {
  personId: string;
  channel: 'paper' | 'call';
  reference: string;
  by: 'self' | 'representative';
  saidAt: Date;
};

/** Keeps such proofs, each once; gives those that are new. */
export async function addStaffConsents(
  db: Db,
  consents: StaffConsent[],
): Promise<Pick<StaffConsent, 'personId' | 'channel'>[]> {
  const { rows } = await db.query<Pick<StaffConsent, 'personId' | 'channel'>>(
    `insert into consent (person_id, given, answer, channel, message_id, said_at)
     select distinct on (given.person_id, given.channel, given.reference) given.person_id, true, given.by, given.channel, given.reference, given.said_at
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::timestamptz[]) as given (person_id, by, channel, reference, said_at)
     where not exists (select from consent c
                       where c.person_id = given.person_id and c.channel = given.channel and c.message_id = given.reference)
     returning person_id as "personId", channel`,
    [
      consents.map(({ personId }) => personId),
      consents.map(({ by }) => by),
      consents.map(({ channel }) => channel),
      consents.map(({ reference }) => reference),
      consents.map(({ saidAt }) => saidAt),
    ],
  );
  return rows;
}
