import type { Names } from '../domain/names';
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
    `select h.id::text, h.asked_at as "askedAt", c.channel, h.conversation_id as "conversationId", h.script, h.question
     from help_request h
     join conversation c on c.id = h.conversation_id
     where h.closed_at is null
     order by h.asked_at, h.id`,
  );
  return rows;
}

/** Whoever waits, as staff need it to answer her: her names if she has told them, the phones she writes from, her language. */
export type Waiting = { names: Names | null; phones: string[]; locale: string | null };

/** Who has asked for a person; nothing where nobody waits under that number. */
export async function whoWaits(db: Db, id: string): Promise<Waiting | undefined> {
  const { rows } = await db.query<Waiting>(
    `select case when p.id is not null then json_build_object('first', p.first_names, 'last', p.last_names) end as names, c.locale,
            array(select a.value from address a
                  where a.conversation_id = c.id and a.kind = 'phone' and a.revoked_at is null order by a.id) as phones
     from help_request h
     join conversation c on c.id = h.conversation_id
     left join person p on p.id = coalesce(h.person_id, c.person_id)
     where h.id = $1 and h.closed_at is null`,
    [id],
  );
  return rows[0];
}

/** Takes somebody who has been answered out of the queue; false where nobody waits under that number. */
export async function closeHelpRequest(db: Db, id: string, at: Date): Promise<boolean> {
  const { rowCount } = await db.query('update help_request set closed_at = $2 where id = $1 and closed_at is null', [
    id,
    at,
  ]);
  return rowCount === 1;
}
