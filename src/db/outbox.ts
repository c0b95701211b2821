import type { Priority } from '../domain/delivery';
import type { Outbound } from '../domain/talk';
import type { Db } from './pool';

/**
 * A message that this process may post now: it holds the row's lease. `attempts` counts this one too, and is what a mark
 * is checked against: a process that was asleep for long cannot undo what others have done since. `refusals` counts how
 * often the provider has said no: processes that die with a message in hand cost it none of its tries.
 */
export type ClaimedRow = {
  id: string;
  conversationId: string;
  body: Outbound;
  resend: 'harmless' | 'costly';
  attempts: number;
  refusals: number;
  to: { phone?: string; bsuid?: string };
  priority: Priority;
  /** In free words it has been refused. */
  asTemplate: boolean;
  /** When she last wrote. */
  heardAt: Date | null;
};

export type ClaimTerms = {
  limit: number;
  leaseSeconds: number;
  /** How long a status may take to tell of a post nobody knows the end of. */
  confirmMs: number;
  /** Tries after which a message is not sent again on a guess. */
  mostTries: number;
};

/**
 * Takes the next message of each WhatsApp conversation that has one due and none under way. Rows whose lease has run
 * out become unknown first: their process may have died between the post and the mark.
 */
export async function claimHeads(
  db: Db,
  { limit, leaseSeconds, confirmMs, mostTries }: ClaimTerms,
): Promise<ClaimedRow[]> {
  const { rows } = await db.query<ClaimedRow>({
    name: 'outbox-claim',
    text: CLAIM,
    values: [limit, leaseSeconds, confirmMs, mostTries],
  });
  return rows;
}

// The statements about the outbox are for a pool that is keyed (pool.ts): planned on an empty table, they would read all of it.
// What holds a message up: one of the same conversation under way; an older one that is due, waits for its next try, or
// may still be sent again. A reminder for tomorrow (no try yet, not due) holds nobody up, nor does one that waits for an
// operator (infinity).
const CLAIM = `
  with lost as (
    select id from outbox where channel = 'whatsapp' and lease_until <= now()
    order by lease_until limit 50 for update skip locked
  ), unknown as (
    update outbox o
    set status = 'unknown', lease_until = null, updated_at = now(),
        why = case when o.resend = 'costly' or o.attempts >= $4 then 'unconfirmed' end,
        next_at = case when o.resend = 'costly' or o.attempts >= $4 then 'infinity'
                       else now() + $3 * interval '1 millisecond' end
    from lost where o.id = lost.id
  ), head as (
    select o.id from outbox o
    where o.channel = 'whatsapp' and o.unsent and o.lease_until is null and o.next_at <= now() and o.next_at < 'infinity'
      and not exists (
        select from outbox other
        where other.conversation_id = o.conversation_id and other.unsent and other.id <> o.id
          and (other.lease_until is not null
               or (other.id < o.id and other.next_at < 'infinity' and (other.attempts > 0 or other.next_at <= now())))
      )
    order by o.priority, o.next_at
    limit $1
    for update of o skip locked
  ), claimed as (
    update outbox o
    set status = 'sending', attempts = o.attempts + 1, lease_until = now() + $2 * interval '1 second', why = null,
        updated_at = now()
    from head where o.id = head.id
    returning o.id, o.conversation_id, o.body, o.resend, o.attempts, o.refusals, o.priority, o.as_template
  )
  select c.id::text, c.conversation_id as "conversationId", c.body, c.resend, c.attempts, c.refusals,
         c.priority, c.as_template as "asTemplate",
         (select last_inbound_at from conversation where id = c.conversation_id) as "heardAt",
         (select json_strip_nulls(json_build_object(
            'phone', (array_agg(a.value order by a.id desc) filter (where a.kind = 'phone' and a.revoked_at is null))[1],
            'bsuid', (array_agg(a.value order by a.kind, a.id desc)
                      filter (where a.kind in ('bsuid', 'parent_bsuid') and a.revoked_at is null))[1]))
          from address a where a.conversation_id = c.conversation_id) as to
  from claimed c
  order by c.priority, c.id`;
