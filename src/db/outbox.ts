import type { Outbound } from '../domain/talk';
import { noteUndeliverable } from './deadAddresses';
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

// The statements of this file are for a pool that is keyed (pool.ts): planned on an empty table, they would read all of it.
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
        next_at = case when o.resend = 'costly' or o.attempts >= $4 then 'infinity'
                       else now() + $3 * interval '1 millisecond' end
    from lost where o.id = lost.id
  ), head as (
    select o.id from outbox o
    where o.channel = 'whatsapp' and o.unsent and o.lease_until is null and o.next_at <= now()
      and not exists (
        select from outbox other
        where other.conversation_id = o.conversation_id and other.unsent and other.id <> o.id
          and (other.lease_until is not null
               or (other.id < o.id and other.next_at < 'infinity' and (other.attempts > 0 or other.next_at <= now())))
      )
    order by o.next_at
    limit $1
    for update of o skip locked
  ), claimed as (
    update outbox o
    set status = 'sending', attempts = o.attempts + 1, lease_until = now() + $2 * interval '1 second', updated_at = now()
    from head where o.id = head.id
    returning o.id, o.conversation_id, o.body, o.resend, o.attempts, o.refusals
  )
  select c.id::text, c.conversation_id as "conversationId", c.body, c.resend, c.attempts, c.refusals,
         (select json_strip_nulls(json_build_object(
            'phone', (array_agg(a.value order by a.id desc) filter (where a.kind = 'phone' and a.revoked_at is null))[1],
            'bsuid', (array_agg(a.value order by a.kind, a.id desc)
                      filter (where a.kind in ('bsuid', 'parent_bsuid') and a.revoked_at is null))[1]))
          from address a where a.conversation_id = c.conversation_id) as to
  from claimed c
  order by c.id`;

/** A row as this process claimed it: if somebody has claimed it since, `attempts` has moved on and the mark does nothing. */
type Claim = { id: string; attempts: number };

/** Without a delay: it was not posted, goes back as it was, and the try does not count. */
export type ToRetry = Claim & { delayMs?: number; errorCode?: number };
export type ToUnknown = Claim & { waitMs: number };
export type ToFail = Claim & { errorCode?: number };

/**
 * Locks the rows a statement is about, in the order of their ids wherever rows of the outbox are changed, so that a batch of
 * marks and a batch of statuses that meet cannot each wait for the other.
 */
export const HELD = 'select id, unsent from outbox where id = any ($1::bigint[]) order by id for update';

// "is true" keeps the planner off the index of all that is due: this is about one person.
const MORE = `
  exists (select from outbox next
          where next.conversation_id = o.conversation_id and next.unsent and next.id <> o.id
            and (next.lease_until is null and next.next_at <= now()) is true) as more`;

/** Notes what the provider has taken. Gives whether more is due to one of these people. Who posted it does not matter: it is out. */
export async function markAccepted(db: Db, rows: { id: string; providerId: string }[]): Promise<boolean> {
  const { rows: marked } = await db.query<{ more: boolean }>({
    name: 'outbox-accepted',
    text: ACCEPT,
    values: [ids(rows), rows.map((row) => row.providerId)],
  });
  return marked.some(({ more }) => more);
}

// A status may have come first: then only the provider's id may still be missing.
const ACCEPT = `
  with told as (
    select * from unnest($1::bigint[], $2::text[]) as told (id, provider_id)
  ), held as materialized (${HELD})
  update outbox o
  set status = case when o.unsent then 'accepted' else o.status end,
      provider_id = coalesce(o.provider_id, told.provider_id),
      error_code = case when o.unsent then null else o.error_code end,
      lease_until = null, updated_at = now()
  from told join held using (id)
  where o.id = told.id and (o.unsent or o.provider_id is null)
  returning ${MORE}`;

/** Puts rows back in line. */
export async function markRetry(db: Db, rows: ToRetry[]): Promise<void> {
  const delays = rows.map((row) => row.delayMs ?? null);
  const values = [ids(rows), tries(rows), delays, rows.map((row) => row.errorCode ?? null)];
  await db.query({ name: 'outbox-retry', text: RETRY, values });
}

const RETRY = `
  with told as (
    select * from unnest($1::bigint[], $2::integer[], $3::float8[], $4::integer[]) as told (id, attempts, delay, error_code)
  ), held as materialized (${HELD})
  update outbox o
  set status = 'waiting', lease_until = null, updated_at = now(),
      attempts = case when told.delay is null then o.attempts - 1 else o.attempts end,
      refusals = case when told.delay is null then o.refusals else o.refusals + 1 end,
      next_at = case when told.delay is null then least(o.next_at, now()) else now() + told.delay * interval '1 millisecond' end,
      error_code = coalesce(told.error_code, o.error_code)
  from told join held using (id)
  where o.id = told.id and o.attempts = told.attempts and o.status in ('sending', 'unknown')`;

/** Notes posts nobody knows the end of: sent again after the wait if that does no harm and tries are left, else never on a guess. */
export async function markUnknown(db: Db, rows: ToUnknown[], mostTries: number): Promise<void> {
  const values = [ids(rows), tries(rows), rows.map((row) => row.waitMs), mostTries];
  await db.query({ name: 'outbox-unknown', text: UNKNOWN, values });
}

const UNKNOWN = `
  with told as (
    select * from unnest($1::bigint[], $2::integer[], $3::float8[]) as told (id, attempts, wait)
  ), held as materialized (${HELD})
  update outbox o
  set status = 'unknown', lease_until = null, updated_at = now(),
      next_at = case when o.resend = 'costly' or o.attempts >= $4 then 'infinity'
                     else now() + told.wait * interval '1 millisecond' end
  from told join held using (id)
  where o.id = told.id and o.attempts = told.attempts and o.status = 'sending'`;

/** Gives rows up. Gives whether more is due to one of these people. */
export async function markFailed(db: Db, rows: ToFail[]): Promise<boolean> {
  const values = [ids(rows), tries(rows), rows.map((row) => row.errorCode ?? null)];
  const { rows: marked } = await db.query<{ more: boolean }>({ name: 'outbox-failed', text: FAIL, values });
  const at = Date.now();
  await noteUndeliverable(
    db,
    rows.map(({ id, errorCode }) => ({ outboxId: id, code: errorCode, at })),
  );
  return marked.some(({ more }) => more);
}

const FAIL = `
  with told as (
    select * from unnest($1::bigint[], $2::integer[], $3::integer[]) as told (id, attempts, error_code)
  ), held as materialized (${HELD})
  update outbox o
  set status = 'failed', lease_until = null, error_code = told.error_code, updated_at = now()
  from told join held using (id)
  where o.id = told.id and o.attempts = told.attempts and o.unsent
  returning ${MORE}`;

function ids(rows: { id: string }[]): string[] {
  return rows.map((row) => row.id);
}

function tries(rows: Claim[]): number[] {
  return rows.map((row) => row.attempts);
}
