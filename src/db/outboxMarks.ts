import { type WhyUnsent, WINDOW_CLOSED } from '../domain/delivery';
import { noteUndeliverable } from './deadAddresses';
import type { Db } from './pool';

/** A row as this process claimed it: if somebody has claimed it since, `attempts` has moved on and the mark does nothing. */
type Claim = { id: string; attempts: number };

/** Without a delay: it was not posted, goes back as it was, and the try does not count. */
export type ToRetry = Claim & { delayMs?: number; errorCode?: number };
export type ToUnknown = Claim & { waitMs: number };
export type ToFail = Claim & { why: WhyUnsent; errorCode?: number };
/**
 * It must not go now: after the delay, or, without one, when she has written. `counts`: the try stays counted, so that what
 * stands behind it waits too. `asTemplate`: from now on it goes as its template.
 */
export type ToHold = Claim & { why: WhyUnsent | null; delayMs?: number; counts: boolean; asTemplate?: boolean };

// Rows are locked in the order of their ids, here and by statuses, so that two batches that meet cannot each wait for the
// other.
const HELD = 'select id, unsent from outbox where id = any ($1::bigint[]) order by id for update';

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

// A status may have come first: then only the provider's id may still be missing, or it has come back already, too late
// for the window or to go again.
const ACCEPT = `
  with told as (
    select * from unnest($1::bigint[], $2::text[]) as told (id, provider_id)
  ), held as materialized (${HELD})
  update outbox o
  set status = case when o.unsent then 'accepted' else o.status end,
      provider_id = case when o.unsent then told.provider_id else coalesce(o.provider_id, told.provider_id) end,
      error_code = case when o.unsent then null else o.error_code end,
      why = case when o.unsent then null else o.why end,
      lease_until = null, updated_at = now()
  from told join held using (id)
  where o.id = told.id and (o.unsent or o.provider_id is null)
    and not (o.status = 'waiting' and coalesce(o.error_code = ${WINDOW_CLOSED}, false))
    and not (o.unsent and coalesce(o.provider_id = told.provider_id, false))
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

/** Lets rows wait for the morning, for their turn with her, or for her. */
export async function markHeld(db: Db, rows: ToHold[]): Promise<void> {
  const values = [
    ids(rows),
    tries(rows),
    rows.map((row) => row.delayMs ?? null),
    rows.map((row) => row.why),
    rows.map((row) => row.counts),
    rows.map((row) => row.asTemplate ?? false),
  ];
  await db.query({ name: 'outbox-hold', text: HOLD, values });
}

const HOLD = `
  with told as (
    select * from unnest($1::bigint[], $2::integer[], $3::float8[], $4::text[], $5::boolean[], $6::boolean[])
      as told (id, attempts, delay, why, counts, as_template)
  ), held as materialized (${HELD})
  update outbox o
  set status = 'waiting', lease_until = null, updated_at = now(), why = told.why,
      attempts = case when told.counts then o.attempts else o.attempts - 1 end,
      as_template = o.as_template or told.as_template,
      next_at = case when told.delay is null then 'infinity' else now() + told.delay * interval '1 millisecond' end
  from told join held using (id)
  where o.id = told.id and o.attempts = told.attempts and o.status = 'sending'`;

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
      why = case when o.resend = 'costly' or o.attempts >= $4 then 'unconfirmed' end,
      next_at = case when o.resend = 'costly' or o.attempts >= $4 then 'infinity'
                     else now() + told.wait * interval '1 millisecond' end
  from told join held using (id)
  where o.id = told.id and o.attempts = told.attempts and o.status = 'sending'`;

/** Gives rows up. Gives whether more is due to one of these people. */
export async function markFailed(db: Db, rows: ToFail[]): Promise<boolean> {
  const values = [ids(rows), tries(rows), rows.map((row) => row.errorCode ?? null), rows.map((row) => row.why)];
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
    select * from unnest($1::bigint[], $2::integer[], $3::integer[], $4::text[]) as told (id, attempts, error_code, why)
  ), held as materialized (${HELD})
  update outbox o
  set status = 'failed', lease_until = null, error_code = told.error_code, why = told.why, updated_at = now()
  from told join held using (id)
  where o.id = told.id and o.attempts = told.attempts and o.unsent
  returning ${MORE}`;

function ids(rows: { id: string }[]): string[] {
  return rows.map((row) => row.id);
}

function tries(rows: Claim[]): number[] {
  return rows.map((row) => row.attempts);
}
