import type { Db } from './pool';

/** A conversation with messages that could not be worked. What they say, and who wrote them, is left out. */
export type ParkedConversation = { conversationId: string; channel: string; messages: number; since: Date };

/** The conversations with parked messages, the longest parked first. */
export async function parkedConversations(db: Db): Promise<ParkedConversation[]> {
  const { rows } = await db.query<ParkedConversation>(
    `select conversation_id as "conversationId", channel, count(*)::int as messages, min(done_at) as since
     from inbox
     where outcome = 'parked'
     group by conversation_id, channel
     order by since, conversation_id`,
  );
  return rows;
}

/** Puts parked messages back in line; gives how many. Their conversations are found by the next sweep. */
export async function replayParked(db: Db, conversationId: string): Promise<number> {
  const { rowCount } = await db.query(
    `update inbox set done_at = null, outcome = null, attempts = 0, next_at = now()
     where conversation_id = $1 and outcome = 'parked' and body is not null`,
    [conversationId],
  );
  return rowCount ?? 0;
}
