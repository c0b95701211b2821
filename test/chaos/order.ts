import type { Pool } from 'pg';
import type { Outbound } from '../../src/domain/talk';
import { questionIn } from './questions';
import type { Talker } from './talker';
import { type Finding, none } from './verdict';

/** I3: what waits in a conversation is worked in the order of sending, across turns and within one. */
export async function order(pool: Pool, talkers: Talker[]): Promise<Finding[]> {
  const { rows } = await pool.query<{ pair: string }>(OVERTAKEN);
  return [
    none(
      'I3',
      'messages worked before an older one',
      rows.map(({ pair }) => pair),
    ),
    none('I3', 'answers without waiting, taken in another order', await mixedUp(pool, talkers)),
  ];
}

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

// Whose messages did not come in the order she wrote them, for one was brought again, has no order to be held to.
async function mixedUp(pool: Pool, talkers: Talker[]): Promise<string[]> {
  const { rows } = await pool.query<Talk>(TALKS);
  const talks = new Map(rows.map((row) => [row.phone, row]));
  return talkers.flatMap(({ name, phone, sent, truth }) => {
    const { filed = [], worked = [], replies = [] } = talks.get(phone) ?? {};
    if (truth.asked.length === 0 || filed.join() !== sent.join() || worked.join() !== sent.join()) return [];
    const asked = replies.map(({ text, choices = [] }) => questionIn({ text, choices }));
    return asked.join() === truth.asked.join() ? [] : `${name}: ${asked.join(', ')}`;
  });
}

type Talk = { phone: string; filed: string[]; worked: string[]; replies: Outbound[] };

const TALKS = `
  select a.value as phone,
         (select array_agg(message_id order by sent_at, seq) from inbox where conversation_id = a.conversation_id) as filed,
         (select array_agg(message_id order by done.began, sent_at, i.seq) from inbox i
          join observed done on done.seq = i.seq and done.what = 'done'
          where conversation_id = a.conversation_id) as worked,
         (select array_agg(body order by id) from outbox where conversation_id = a.conversation_id) as replies
  from address a where a.kind = 'phone'`;
