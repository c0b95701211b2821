import type { Db } from './pool';

/** Something said that this process writes down now. `leftMs`: after that it is worked as it came. */
export type VoiceNote = { seq: string; media: string; locale: string | null; leftMs: number };

/** Takes what was said and nobody writes down yet, the oldest first; a process that died with one in hand loses it in time. */
export async function claimVoiceNotes(db: Db, limit: number, leaseSeconds: number): Promise<VoiceNote[]> {
  const { rows } = await db.query<VoiceNote>({
    name: 'voice-claim',
    text: `
      with free as (
        select seq from inbox
        where awaits is not null and done_at is null and next_at > now() and (held_until is null or held_until < now())
        order by received_at limit $1 for update skip locked
      )
      update inbox set held_until = now() + $2 * interval '1 second' from free where inbox.seq = free.seq
      returning inbox.seq, body ->> 'media' as media, extract(epoch from next_at - now())::float8 * 1000 as "leftMs",
                (select locale from conversation where id = inbox.conversation_id) as locale`,
    values: [limit, leaseSeconds],
  });
  return rows;
}

/**
 * Puts the words in place of the recording, or with none lets it be worked as it came. Gives the conversation that has
 * work now; nothing if its turn has not waited.
 */
export async function settleVoiceNote(db: Db, seq: string, text: string | undefined): Promise<string | undefined> {
  const { rows } = await db.query<{ conversation: string }>({
    name: 'voice-settle',
    text: `
      update inbox
      set body = coalesce($2::json, body), awaits = null, held_until = null, next_at = now()
      where seq = $1 and awaits is not null and done_at is null
      returning conversation_id as conversation`,
    values: [seq, text === undefined ? null : JSON.stringify({ kind: 'text', text, heard: true })],
  });
  return rows[0]?.conversation;
}

/** Gives back what this process cannot end: another may take it at once. */
export async function releaseVoiceNote(db: Db, seq: string): Promise<void> {
  await db.query('update inbox set held_until = null where seq = $1 and awaits is not null', [seq]);
}
