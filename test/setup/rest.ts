import type { Pool } from 'pg';
import type { StandIn } from '../../src/channels/whatsapp/simulator/standIn';

/**
 * Whether everything has come to rest: every webhook answered, every message worked, every reply sent.
 * A reply sent between the two looks has a status yet to come, which may bring another reply: that is no rest.
 */
export async function isAtRest(pool: Pool, standIn: StandIn, calm: () => Promise<unknown> = async () => {}) {
  const before = posts(standIn);
  if (!(await standIn.settled(5000))) return false;
  await calm();
  const { rows } = await pool.query<{ waiting: number }>(
    `select (select count(*) from inbox where done_at is null)::integer
          + (select count(*) from outbox where unsent)::integer as waiting`,
  );
  return rows[0]?.waiting === 0 && posts(standIn) === before;
}

function posts(standIn: StandIn): number {
  const { accepted, refused } = standIn.ledger().totals;
  return accepted + refused;
}
