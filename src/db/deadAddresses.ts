import { isUnreachable } from '../domain/delivery';
import type { Db } from './pool';

/** An address at which nobody is reached; what it is, is left out. `code` is the provider's reason. */
export type DeadAddress = { addressId: string; conversationId: string; kind: string; since: Date; code: number };

/** The addresses nobody is reached at, the longest first; whoever has written since is reached again. */
export async function deadAddresses(db: Db): Promise<DeadAddress[]> {
  const { rows } = await db.query<DeadAddress>(
    `select a.id::text as "addressId", a.conversation_id as "conversationId", a.kind, a.undeliverable_at as since,
            a.undeliverable_code as code
     from address a
     join conversation c on c.id = a.conversation_id
     where a.undeliverable_at is not null and a.revoked_at is null
       and (c.last_inbound_at is null or c.last_inbound_at < a.undeliverable_at)
     order by a.undeliverable_at, a.id`,
  );
  return rows;
}

/** A message that failed: its row in the outbox, the provider's code, and when, in milliseconds since 1970. */
type Failure = { outboxId: string; code: number | undefined; at: number };

/**
 * Of failed messages, notes at which addresses nobody is reached: the phone where the conversation has one, because a
 * message goes there first, else its ids. The latest word counts.
 */
export async function noteUndeliverable(db: Db, failures: Failure[]): Promise<void> {
  const dead = failures.filter(({ code }) => isUnreachable(code));
  if (dead.length === 0) return;
  await db.query({
    name: 'address-undeliverable',
    text: UNDELIVERABLE,
    values: [dead.map(({ outboxId }) => outboxId), dead.map(({ code }) => code), dead.map(({ at }) => new Date(at))],
  });
}

const UNDELIVERABLE = `
  with failed as (
    select distinct on (o.conversation_id) o.conversation_id, told.code, told.at
    from unnest($1::bigint[], $2::integer[], $3::timestamptz[]) as told (id, code, at)
    join outbox o on o.id = told.id
    order by o.conversation_id, told.at desc
  ), reached as (
    select a.id, failed.code, failed.at
    from failed
    join address a on a.conversation_id = failed.conversation_id and a.revoked_at is null
    where a.kind = 'phone'
      or not exists (select from address phone where phone.conversation_id = a.conversation_id
                                                 and phone.kind = 'phone' and phone.revoked_at is null)
    order by a.id
    for update of a
  )
  update address set undeliverable_at = reached.at, undeliverable_code = reached.code
  from reached
  where address.id = reached.id
    and (address.undeliverable_at is null or address.undeliverable_at < reached.at)`;
