import type { AddressKind, Inbound } from '../domain/talk';
import type { Db } from './pool';

/** What became of a batch: the conversations that now have work, and how many messages had been accepted before. */
export type Accepted = { conversations: string[]; duplicates: number };

/**
 * Makes a batch durable: one statement when every writer is known, three when some write for the first time.
 * A message id seen before is left as it was. When this resolves, the messages may be acknowledged.
 */
export async function acceptMessages(db: Db, messages: Inbound[]): Promise<Accepted> {
  if (messages.some(({ from }) => from.length === 0)) throw new Error('A message came without an address.');
  const rows = messages.map((message, position) => ({ message, position }));
  const filed = await insert(db, rows);
  const strangers = rows.filter(({ position }) => !filed.has(position));
  if (strangers.length > 0) {
    const introduced = await introduce(db, strangers);
    for (const [position, row] of await insert(db, introduced)) filed.set(position, row);
  }
  if (filed.size < rows.length) throw new Error('A message found no conversation.');
  return counted(filed);
}

type Row = { message: Inbound; position: number; conversation?: string };
type Filed = { conversation: string; fresh: boolean };

async function insert(db: Db, rows: Row[]): Promise<Map<number, Filed>> {
  const { rows: filed } = await db.query<{ position: number } & Filed>({
    name: 'inbox-accept',
    text: ACCEPT,
    values: [
      rows.map(({ message }) => message.channel),
      rows.map(({ message }) => message.messageId),
      ...addresses(rows),
      rows.map(({ message }) => message.sentAt),
      rows.map(({ position }) => position),
      rows.map(({ message }) => JSON.stringify(message.utterance)),
      rows.map(({ conversation }) => conversation ?? null),
      rows.map(({ message }) => waitOf(message)),
    ],
  });
  return new Map(filed.map(({ position, conversation, fresh }) => [position, { conversation, fresh }]));
}

// What was said waits to be written down, and so long at most; then it is worked as it came.
function waitOf({ utterance }: Inbound): number | null {
  return utterance.kind === 'unreadable' && utterance.media !== undefined ? VOICE_SECONDS : null;
}
const VOICE_SECONDS = 25;

// A row is filed at once only if every address it came with is known, and its parent id and its phone as those of its
// business-scoped id, which decides. Introduced, it goes where it was introduced to. Numbered in the order they came,
// inserted in the order of their ids: two deliveries of one batch then never lock each other out; on the web in the order
// of the conversations, because each row there locks its conversation's transcript. Each address is a look-up of its own:
// a join might read them all.
const ACCEPT = `
  with given as (
    select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::float8[], $8::int[], $9::text[], $10::uuid[], $11::float8[])
      as given (channel, message_id, bsuid, parent_bsuid, phone, web, sent_at, position, body, introduced, wait)
  ), found as materialized (
    select given.*,
      (select conversation_id from address where channel = given.channel and kind = 'bsuid' and value = given.bsuid and revoked_at is null) as b,
      (select conversation_id from address where channel = given.channel and kind = 'parent_bsuid' and value = given.parent_bsuid and revoked_at is null) as q,
      (select conversation_id from address where channel = given.channel and kind = 'phone' and value = given.phone and revoked_at is null) as p,
      (select conversation_id from address where channel = given.channel and kind = 'web' and value = given.web and revoked_at is null) as w
    from given
  ), known as (
    select found.*, coalesce(introduced, b, q, p, w) as conversation
    from found
    where introduced is not null
       or coalesce(b, q, p, w) is not null
          and (bsuid is null or b is not null) and (parent_bsuid is null or q = coalesce(b, q))
          and (phone is null or p = coalesce(b, q, p)) and (web is null or w is not null)
  ), numbered as materialized (
    select in_order.*, nextval('inbox_seq_seq') as seq from (select * from known order by position) as in_order
  ), filed as (
    insert into inbox (seq, channel, message_id, conversation_id, sent_at, body, awaits, next_at)
    select seq, channel, message_id, conversation, to_timestamp(sent_at / 1000), body::json,
           case when wait is not null then 'transcript' end, now() + coalesce(wait, 0) * interval '1 second'
    from numbered
    order by case channel when 'web' then conversation end, message_id
    on conflict (channel, message_id) do nothing
    returning seq
  )
  select position, conversation, seq in (select seq from filed) as fresh
  from numbered`;

async function introduce(db: Db, rows: Row[]): Promise<Row[]> {
  const nameOf = ({ message }: Row) => JSON.stringify([message.channel, message.from]);
  const writers = [...new Map(rows.map((row) => [nameOf(row), row]))];
  const distinct = writers.map(([, row]) => row);
  const { rows: found } = await db.query<{ conversation: string }>({
    name: 'address-introduce',
    text: `select conversation_of(channel, bsuid, parent_bsuid, phone, web) as conversation
           from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) as given (channel, bsuid, parent_bsuid, phone, web)`,
    values: [distinct.map(({ message }) => message.channel), ...addresses(distinct)],
  });
  const conversations = new Map(writers.map(([name], n) => [name, found[n]?.conversation]));
  return rows.map((row) => {
    const conversation = conversations.get(nameOf(row));
    return { ...row, ...(conversation && { conversation }) };
  });
}

const KINDS: AddressKind[] = ['bsuid', 'parent_bsuid', 'phone', 'web'];

function addresses(rows: Row[]): (string | null)[][] {
  return KINDS.map((kind) =>
    rows.map(({ message }) => message.from.find((address) => address.kind === kind)?.value ?? null),
  );
}

function counted(filed: Map<number, Filed>): Accepted {
  const fresh = [...filed.values()].filter((row) => row.fresh);
  const conversations = new Set(fresh.map(({ conversation }) => conversation));
  return { conversations: [...conversations], duplicates: filed.size - fresh.length };
}

/** Conversations with a message that is due and not done: what a crash or a lost race left behind. At most `limit`. */
export async function conversationsWaiting(db: Db, limit: number): Promise<string[]> {
  const { rows } = await db.query<{ conversation_id: string }>({
    name: 'inbox-waiting',
    text: `select distinct conversation_id from inbox where done_at is null and next_at <= now() limit $1`,
    values: [limit],
  });
  return rows.map((row) => row.conversation_id);
}
