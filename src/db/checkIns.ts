import type { Db } from './pool';

/** A session in which somebody may be checking in just now. */
export type OpenSession = { sessionId: string; className: string; startsAt: Date; listed: boolean; claimed: boolean };

/** The sessions that go on at an instant, hers first: `listed` whether she is on the list, `claimed` whether she said so already. */
export async function sessionsGoingOn(
  db: Db,
  personId: string,
  { from, to }: { from: Date; to: Date },
): Promise<OpenSession[]> {
  const { rows } = await db.query<OpenSession>({
    name: 'check-in-sessions',
    text: `
      select s.id as "sessionId", c.name as "className", s.starts_at as "startsAt",
             exists (select from roster(s.id) r where r.person_id = $1) as listed,
             exists (select from check_in i where i.session_id = s.id and i.person_id = $1 and i.outcome = 'claimed') as claimed
      from session s
      join class c on c.id = s.class_id
      where s.status = 'planned' and s.starts_at <= $3 and s.starts_at >= $2::timestamptz - interval '12 hours' and s.ends_at >= $2
      order by listed desc, s.starts_at, s.id
      limit 200`,
    values: [personId, from, to],
  });
  return rows;
}

/** How often she was refused since an instant. */
export async function refusedSince(db: Db, personId: string, since: Date): Promise<number> {
  const { rows } = await db.query<{ tries: number }>({
    name: 'check-in-tries',
    text: `select count(*)::integer as tries from check_in where person_id = $1 and sent_at > $2 and outcome <> 'claimed'`,
    values: [personId, since],
  });
  return rows[0]?.tries ?? 0;
}

/** A try, as it is kept. */
export type Try = {
  sessionId: string;
  personId: string;
  outcome: 'claimed' | 'expired' | 'wrong' | 'not_listed';
  codeMinute?: number;
  conversationId: string;
  channel: string;
  messageId: string;
  sentAt: Date;
  receivedAt: Date;
};

/** Keeps a try; the same message, or a second claim, changes nothing. */
export async function addTry(db: Db, made: Try): Promise<void> {
  await db.query({
    name: 'check-in-add',
    text: `
      insert into check_in (session_id, person_id, outcome, code_minute, conversation_id, channel, message_id, sent_at, received_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      on conflict do nothing`,
    values: [
      made.sessionId,
      made.personId,
      made.outcome,
      made.codeMinute ?? null,
      made.conversationId,
      made.channel,
      made.messageId,
      made.sentAt,
      made.receivedAt,
    ],
  });
}

/** Who has said that she is there, and how many tries were refused, of a session that this person may mark. */
export async function claimsOf(
  db: Db,
  sessionId: string,
  markerPersonId: string,
): Promise<{ claimed: string[]; refused: number }> {
  const { rows } = await db.query<{ personId: string; outcome: string }>({
    name: 'check-in-claims',
    text: `
      select person_id as "personId", outcome from check_in
      where session_id = $1 and may_mark($1, $2)
      order by id`,
    values: [sessionId, markerPersonId],
  });
  const claimed = rows.filter(({ outcome }) => outcome === 'claimed').map(({ personId }) => personId);
  return { claimed, refused: rows.length - claimed.length };
}

/** What the page with the code shows of a session; nothing if there is none, or it was cancelled. */
export async function sessionOnShow(
  db: Db,
  sessionId: string,
): Promise<{ className: string; startsAt: Date; endsAt: Date; claimed: number } | undefined> {
  const { rows } = await db.query<{ className: string; startsAt: Date; endsAt: Date; claimed: number }>(
    `select c.name as "className", s.starts_at as "startsAt", s.ends_at as "endsAt",
            (select count(*)::integer from check_in i where i.session_id = s.id and i.outcome = 'claimed') as claimed
     from session s join class c on c.id = s.class_id
     where s.id = $1 and s.status = 'planned'`,
    [sessionId],
  );
  return rows[0];
}
