import type { Db } from './pool';

/** What became of messages that wait for their person to write: how many may go now, and how many have become pointless. */
export type HeldSettled = { released: number; expired: number };

/**
 * Lets go what waits for somebody who has written since, where that was missed (both happened at once), and gives up what
 * has waited for `days`: by then it tells her nothing.
 */
export async function settleHeld(db: Db, { windowMs, days }: { windowMs: number; days: number }): Promise<HeldSettled> {
  const { rows } = await db.query<HeldSettled>({ name: 'outbox-settle-held', text: SETTLE, values: [windowMs, days] });
  return rows[0] ?? { released: 0, expired: 0 };
}

// Ten seconds: our clock, the provider's and the order of two commits. One that the provider has refused although the
// window was open is not let go again by this until she writes.
const SETTLE = `
  with held as materialized (
    select id, conversation_id, created_at, updated_at
    from outbox where why = 'window_closed' and unsent
    order by id for update skip locked
  ), expired as (
    update outbox o set status = 'failed', why = 'expired', updated_at = now()
    from held where o.id = held.id and held.created_at < now() - $2 * interval '1 day'
    returning o.id
  ), released as (
    update outbox o set why = null, next_at = now(), updated_at = now()
    from held join conversation c on c.id = held.conversation_id
    where o.id = held.id and held.created_at >= now() - $2 * interval '1 day'
      and c.last_inbound_at > now() - $1 * interval '1 millisecond'
      and c.updated_at > held.updated_at - interval '10 seconds'
    returning o.id
  )
  select (select count(*) from released)::int as released, (select count(*) from expired)::int as expired`;

/**
 * Gives up the older of the answers that wait for their turn with one person, where that many wait, but for the `newest`:
 * somebody, or a machine, has written faster than she may be answered, and would read for an hour what is long over. What is
 * said of our own accord and files stay. How many were given up.
 */
export async function thinOut(db: Db, { most, newest }: { most: number; newest: number }): Promise<number> {
  const { rowCount } = await db.query({ name: 'outbox-thin-out', text: THIN_OUT, values: [most, newest] });
  return rowCount ?? 0;
}

const THIN_OUT = `
  with crowded as materialized (
    select id, row_number() over hers as nth, count(*) over (partition by conversation_id) as many
    from outbox
    where channel = 'whatsapp' and unsent and lease_until is null and next_at < 'infinity'
      and status = 'waiting' and priority = 0 and body -> 'file' is null
    window hers as (partition by conversation_id order by id desc)
  ), surplus as materialized (
    select id from outbox where id in (select id from crowded where many > $1 and nth > $2)
    order by id for update skip locked
  )
  update outbox o set status = 'failed', why = 'expired', updated_at = now()
  from surplus where o.id = surplus.id and o.status = 'waiting' and o.lease_until is null`;
