import type { Outbound, Utterance } from '../domain/talk';
import type { Db } from './pool';

/** One row of a web conversation's transcript: what she did, or what she was told. A body that was erased is null. */
export type TranscriptRow = { position: number; at: Date } & (
  | { by: 'her'; messageId: string; body: Utterance | null }
  | { by: 'us'; body: Outbound | null }
);

/** What a reader asks for: what comes after a position, at most `limit` rows. */
export type TranscriptAsked = { web: string; after: number; limit: number };

/** What is there, in order. `last` is the transcript's end, 0 where there is none. */
export type TranscriptRead = { last: number; rows: TranscriptRow[] };

/** Reads on for many at once; the answers in the order of the questions. */
export async function readTranscripts(db: Db, asked: TranscriptAsked[]): Promise<TranscriptRead[]> {
  const { rows } = await db.query<Stored>({
    name: 'transcript-read',
    text: READ,
    values: [asked.map(({ web }) => web), asked.map(({ after }) => after), asked.map(({ limit }) => limit)],
  });
  const answers: TranscriptRead[] = asked.map(() => ({ last: 0, rows: [] }));
  for (const row of rows) {
    const answer = answers[Number(row.n) - 1];
    if (answer) answer.last = Number(row.last ?? 0);
    answer?.rows.push(...rowOf(row));
  }
  return answers;
}

type Stored = {
  n: string;
  last: string | null;
  position: string | null;
  at: Date;
  message_id: string | null;
  body: unknown;
};

function rowOf({ position, at, message_id, body }: Stored): TranscriptRow[] {
  if (position === null) return [];
  const place = { position: Number(position), at };
  return message_id === null
    ? [{ ...place, by: 'us', body: body as Outbound | null }]
    : [{ ...place, by: 'her', messageId: message_id, body: body as Utterance | null }];
}

// The statements of this file are for a pool that is keyed (pool.ts). One statement sees one moment: what has a position
// at or below the last one seen here has been committed, see the migration.
const READ = `
  with chat as materialized (
    select n, after, most, (
      select conversation_id from address where channel = 'web' and kind = 'web' and value = web and revoked_at is null) as id
    from unnest($1::text[], $2::bigint[], $3::integer[]) with ordinality as asked (web, after, most, n)
  )
  select chat.n, (select last from transcript where conversation_id = chat.id) as last,
         line.position, line.at, line.message_id, line.body
  from chat
  left join lateral (
    (select position, received_at as at, message_id, body from inbox
     where conversation_id = chat.id and position > chat.after order by position limit chat.most)
    union all
    (select position, created_at, null, body from outbox
     where conversation_id = chat.id and position > chat.after order by position limit chat.most)
    order by position limit chat.most
  ) as line on true
  order by chat.n, line.position`;

/** Where the transcripts of these visitors end; of those who have written nothing, nothing. */
export async function transcriptEnds(db: Db, webs: string[]): Promise<Map<string, number>> {
  const { rows } = await db.query<{ value: string; last: string | null }>({
    name: 'transcript-ends',
    text: ENDS,
    values: [webs],
  });
  return new Map(rows.flatMap(({ value, last }) => (last === null ? [] : [[value, Number(last)] as const])));
}

const ENDS = `
  select value, (
    select (select last from transcript t where t.conversation_id = a.conversation_id)
    from address a
    where a.channel = 'web' and a.kind = 'web' and a.value = asked.value and a.revoked_at is null
  ) as last
  from unnest($1::text[]) as asked (value)`;

/** How far a visitor has been shown her transcript: after `from`, up to `upTo`. */
export type Shown = { web: string; from: number; upTo: number };

/** Notes replies as delivered. */
export async function markShown(db: Db, shown: Shown[]): Promise<void> {
  await db.query({
    name: 'transcript-shown',
    text: SHOWN,
    values: [shown.map(({ web }) => web), shown.map(({ from }) => from), shown.map(({ upTo }) => upTo)],
  });
}

// Locked in the order of their ids, as everywhere (outbox.ts): two windows of one visitor cannot wait for each other.
const SHOWN = `
  with shown as (
    select (select conversation_id from address
            where channel = 'web' and kind = 'web' and value = web and revoked_at is null) as conversation, after, up_to
    from unnest($1::text[], $2::bigint[], $3::bigint[]) as given (web, after, up_to)
  ), held as materialized (
    select o.id from shown
    join outbox o on o.conversation_id = shown.conversation and o.position > shown.after and o.position <= shown.up_to
    where o.status = 'accepted'
    order by o.id for update of o
  )
  update outbox o set status = 'delivered', updated_at = now() from held where o.id = held.id`;

/** Spends a ticket; false when it was spent before, at whichever process. Those that have expired are forgotten. */
export async function spendTicket(db: Db, id: string, seconds: number): Promise<boolean> {
  const { rowCount } = await db.query({ name: 'ticket-spend', text: SPEND, values: [id, seconds] });
  return rowCount === 1;
}

const SPEND = `
  with expired as (
    select id from spent_ticket where expires_at < now() order by expires_at limit 20 for update skip locked
  ), forgotten as (
    delete from spent_ticket where id in (select id from expired)
  )
  insert into spent_ticket (id, expires_at) values ($1, now() + make_interval(secs => $2))
  on conflict (id) do nothing`;
