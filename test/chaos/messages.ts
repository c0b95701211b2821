import type { Pool } from 'pg';
import { type Finding, none } from './verdict';

/** I1: every message that was sent was worked exactly once. */
export async function messages(pool: Pool, talkers: { sent: string[] }[]): Promise<Finding[]> {
  const { rows } = await pool.query<Row>(ROWS);
  const filed = new Map(rows.map((row) => [row.messageId, row]));
  const sent = new Set(talkers.flatMap((talker) => talker.sent));
  const missing = [...sent].filter((id) => !filed.has(id));
  const undone = rows.filter(({ done, outcome }) => done === 0 || outcome !== 'done');
  const again = rows.filter(({ came, done }) => came > 1 || done > 1);
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
      rows.flatMap(({ messageId, seq }) => (sent.has(messageId) || isNotice(messageId) ? [] : seq)),
    ),
  ];
}

type Row = { seq: string; messageId: string; outcome: string | null; came: number; done: number };

const ROWS = `
  select seq::text, message_id as "messageId", outcome,
         (select count(*)::integer from observed o where o.seq = inbox.seq and what = 'came') as came,
         (select count(*)::integer from observed o where o.seq = inbox.seq and what = 'done') as done
  from inbox`;

// What we say of our own accord waits in the same inbox.
function isNotice(messageId: string): boolean {
  return messageId.startsWith('notice:');
}

// A message id holds a phone number; its end does not.
function tail(id: string): string {
  return id.slice(-12);
}
