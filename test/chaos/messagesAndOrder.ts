import type { Pool } from 'pg';
import type { Talker } from './talker';
import { type Finding, none } from './verdict';

/** I1 and I3: every message that was sent was worked exactly once, and in the order of sending within what waited. */
export async function messagesAndOrder(pool: Pool, talkers: Talker[]): Promise<Finding[]> {
  const { rows } = await pool.query<Row>(ROWS);
  const filed = new Map(rows.map((row) => [row.messageId, row]));
  const sent = new Set(talkers.flatMap((talker) => talker.sent));
  const missing = [...sent].filter((id) => !filed.has(id));
  const undone = rows.filter(({ done, outcome }) => done === 0 || outcome !== 'done');
  const again = rows.filter(({ came, done }) => came > 1 || done > 1);
  const { rows: breaks } = await pool.query<{ pair: string }>(OVERTAKEN);
  return [
    none('I1', 'messages sent and not in the inbox', missing.map(tail)),
    none(
      'I1',
      'messages not worked, or parked',
      undone.map(({ seq, outcome }) => `${seq} ${outcome}`),
    ),
    none(
      'I1',
      'messages worked more than once',
      again.map(({ seq }) => seq),
    ),
    none(
      'I1',
      'messages in the inbox that nobody sent',
      rows.flatMap(({ messageId, seq }) => (sent.has(messageId) ? [] : seq)),
    ),
    none(
      'I3',
      'messages worked before an older one',
      breaks.map(({ pair }) => pair),
    ),
  ];
}

type Row = { seq: string; messageId: string; outcome: string | null; came: number; done: number };

const ROWS = `
  select seq::text, message_id as "messageId", outcome,
         (select count(*)::integer from observed o where o.seq = inbox.seq and what = 'came') as came,
         (select count(*)::integer from observed o where o.seq = inbox.seq and what = 'done') as done
  from inbox`;

// The older one was there, and for a while, when the turn that worked the younger one began. The while is there because
// a commit's time is taken a moment before others can see it.
const OVERTAKEN = `
  with seen as (
    select i.conversation_id, i.sent_at, i.seq, pg_xact_commit_timestamp(came.xmin) as came, done.began as worked
    from inbox i
    join observed came on came.seq = i.seq and came.what = 'came'
    join observed done on done.seq = i.seq and done.what = 'done'
  )
  select older.seq || ' after ' || younger.seq as pair
  from seen older
  join seen younger using (conversation_id)
  where (older.sent_at, older.seq) < (younger.sent_at, younger.seq)
    and older.came < younger.worked - interval '250 milliseconds' and older.worked > younger.worked`;

// A message id holds a phone number; its end does not.
function tail(id: string): string {
  return id.slice(-12);
}
