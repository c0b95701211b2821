import type { Outbound } from '../domain/talk';
import type { Db } from './pool';

/** Keeps what a reply to this address has to be given with, as it came last. */
export async function keepReference(db: Db, address: string, reference: object): Promise<void> {
  await db.query({
    name: 'bot-reference-keep',
    text: `
      insert into bot_reference (address, reference) values ($1, $2::json)
      on conflict (address) do update set reference = excluded.reference, seen_at = now()
      where bot_reference.reference::text <> excluded.reference::text`,
    values: [address, JSON.stringify(reference)],
  });
}

/** A reply this process may send now. `reference` is missing where none was ever kept. */
export type BotReply = { id: string; body: Outbound; attempts: number; reference: object | null };

/** Takes the next reply of each conversation that has one due; each person's in order. */
export async function claimBotReplies(db: Db, limit: number, leaseSeconds: number): Promise<BotReply[]> {
  const { rows } = await db.query<BotReply>({ name: 'bot-claim', text: CLAIM, values: [limit, leaseSeconds] });
  return rows;
}

const CLAIM = `
  with head as (
    select o.id from outbox o
    where o.channel = 'bot_service' and o.unsent and o.next_at <= now() and (o.lease_until is null or o.lease_until <= now())
      and not exists (
        select from outbox older where older.conversation_id = o.conversation_id and older.unsent and older.id < o.id)
    order by o.next_at
    limit $1
    for update of o skip locked
  ), claimed as (
    update outbox o
    set status = 'sending', attempts = o.attempts + 1, lease_until = now() + $2 * interval '1 second', updated_at = now()
    from head where o.id = head.id
    returning o.id, o.conversation_id, o.body, o.attempts
  )
  select claimed.id::text, claimed.body, claimed.attempts,
         (select r.reference from address a join bot_reference r on r.address = a.value
          where a.conversation_id = claimed.conversation_id and a.revoked_at is null
          order by a.id desc limit 1) as reference
  from claimed`;

/** Notes how a reply ended: taken by the channel, to be tried again after a while, or given up. */
export async function markBotReply(
  db: Db,
  reply: Pick<BotReply, 'id' | 'attempts'>,
  end:
    | { kind: 'sent'; providerId: string | null }
    | { kind: 'retry'; delayMs: number }
    | { kind: 'failed'; code: number },
): Promise<void> {
  const text = { sent: SENT, retry: RETRY, failed: FAILED }[end.kind];
  const value = end.kind === 'sent' ? end.providerId : end.kind === 'retry' ? end.delayMs : end.code;
  await db.query({ name: `bot-${end.kind}`, text, values: [reply.id, reply.attempts, value] });
}

const HELD = `where id = $1 and attempts = $2 and status = 'sending'`;
const SENT = `update outbox set status = 'sent', lease_until = null, provider_id = $3::text, updated_at = now() ${HELD}`;
const RETRY = `
  update outbox set status = 'waiting', lease_until = null, updated_at = now(), next_at = now() + $3 * interval '1 millisecond' ${HELD}`;
const FAILED = `update outbox set status = 'failed', lease_until = null, error_code = $3, updated_at = now() ${HELD}`;
