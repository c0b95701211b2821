import type { Db } from './pool';

/** Puts a conversation in the queue of those who wait for a person; one that is in it stays where it is. */
export async function addHelpRequest(
  db: Db,
  request: { conversationId: string; personId: string | null; askedAt: Date; script?: string; question?: string },
): Promise<void> {
  await db.query(
    `insert into help_request (conversation_id, person_id, asked_at, script, question) values ($1, $2, $3, $4, $5)
     on conflict (conversation_id) where closed_at is null do nothing`,
    [request.conversationId, request.personId, request.askedAt, request.script ?? null, request.question ?? null],
  );
}

/** Somebody who waits for a person. Names and addresses are left out: staff look them up where looks are logged. */
export type OpenHelpRequest = {
  id: string;
  askedAt: Date;
  channel: string;
  conversationId: string;
  script: string | null;
  question: string | null;
};

/** The queue of those who wait for a person, who came first first. */
export async function openHelpRequests(db: Db): Promise<OpenHelpRequest[]> {
  const { rows } = await db.query<OpenHelpRequest>(
    `select h.id, h.asked_at as "askedAt", c.channel, h.conversation_id as "conversationId", h.script, h.question
     from help_request h
     join conversation c on c.id = h.conversation_id
     where h.closed_at is null
     order by h.asked_at, h.id`,
  );
  return rows;
}
