import type { Priority } from '../domain/delivery';
import type { Channel, Outbound, Utterance } from '../domain/talk';
import type { KnownPerson } from '../services/desk';
import { commit, type Db, inOnePacket } from './pool';

/** A conversation held by the running turn's row lock. `state` is absent when the caller's cached copy is current. */
export type HeldConversation = {
  channel: Channel;
  turnId: string;
  state: string | null;
  locale: string | null;
  person: KnownPerson | null;
  /** Several people are known to write in it; `asksWho`: whoever begins a talk anew is asked who she is. */
  shared: boolean;
  asksWho: boolean;
  /** Whose it is must be proved where somebody's class is at stake, and until when it has been. */
  proofNeeded: boolean;
  provenUntil: Date | null;
  lastHeardAt: Date | null;
};

/** A message waiting in the inbox. `attempts` counts the tries that failed. */
export type WaitingMessage = {
  seq: string;
  messageId: string;
  sentAt: Date;
  receivedAt: Date;
  attempts: number;
  utterance: Utterance;
};

/** What a turn leaves behind, besides what its services wrote. Replies in order. */
export type TurnEnd = {
  conversationId: string;
  channel: Channel;
  turnId: string;
  state: string;
  locale: string | null;
  replies: Reply[];
  done: WaitingMessage[];
  /** Of these, by `seq`, what was said is not kept. */
  blanked: string[];
};

/** A bubble to file, the script it was said in, and how it stands to other people's. */
export type Reply = { body: Outbound; task?: string; priority: Priority };

/**
 * A reply as it stands in the outbox; `status` is 'sending' when this process may post it at once, 'accepted' on the
 * web, where it is read from its transcript.
 */
export type FiledReply = {
  id: string;
  status: 'sending' | 'waiting' | 'accepted';
  attempts: number;
  to: { phone?: string; bsuid?: string; web?: string };
  heardAt: Date | null;
};

/**
 * Begins a turn in one round trip (on a pipelining client): takes the conversation's lock unless somebody has it,
 * and reads what waits. Nothing held: another process is at it.
 */
export async function beginTurn(
  db: Db,
  conversationId: string,
  { cachedTurn, most }: { cachedTurn: string | undefined; most: number },
): Promise<{ held?: HeldConversation; waiting: WaitingMessage[] }> {
  const [, locked, found] = await inOnePacket(db, () =>
    Promise.all([
      db.query('begin'),
      db.query<Omit<HeldConversation, 'person'>>({
        name: 'turn-lock',
        text: LOCK,
        values: [conversationId, cachedTurn ?? null],
      }),
      db.query<WaitingMessage & Pick<HeldConversation, 'person'>>({
        name: 'turn-waiting',
        text: WAITING,
        values: [conversationId, most],
      }),
    ]),
  );
  const [held] = locked.rows;
  if (!held) return { waiting: [] };
  const waiting = found.rows.map(({ person: _, ...message }) => message);
  return { held: { ...held, person: found.rows[0]?.person ?? null }, waiting };
}

/** Ends a turn that has found nothing to do. */
export async function leaveTurn(db: Db): Promise<void> {
  await db.query('rollback');
}

const LOCK = `
  select channel, turn_id as "turnId", locale, shared, asks_who as "asksWho", proven_until as "provenUntil",
         shared or proof_needed_at is not null as "proofNeeded", last_inbound_at as "lastHeardAt", case when turn_id = $2::uuid then null else state::text end as state
  from conversation
  where id = $1
  for no key update skip locked`;

// A message that failed, or waits to be written down, waits its time, and those behind it wait with it. Who writes is read
// here, after the lock was given: read with it, she could be as she was before the turn that has just let it go.
const WAITING = `
  select seq, message_id as "messageId", sent_at as "sentAt", received_at as "receivedAt", attempts, body as utterance,
         (select json_build_object(
            'personId', p.id, 'firstNames', p.first_names, 'lastNames', p.last_names,
            'registered', p.registered_at is not null, 'instructor', i.id is not null,
            'coordinator', is_coordinator(p.id))
          from conversation c
          join person p on p.id = c.person_id
          left join instructor i on i.person_id = p.id
          where c.id = $1) as person
  from inbox
  where conversation_id = $1 and done_at is null
    and not exists (select from inbox late
                    where late.conversation_id = $1 and late.done_at is null and late.next_at > now()
                      and (late.sent_at, late.seq) <= (inbox.sent_at, inbox.seq))
  order by sent_at, seq
  limit $2`;

/** Ends a turn in one round trip: state, replies, inbox and commit. Throws when Postgres did not commit. */
export async function endTurn(
  db: Db,
  end: TurnEnd,
  leaseSeconds: number,
): Promise<{ replies: FiledReply[]; more: boolean }> {
  const [saved] = await inOnePacket(db, () =>
    Promise.all([
      db.query<FiledReply & { more: boolean }>({
        name: 'turn-save',
        text: SAVE,
        values: saveValues(end, leaseSeconds),
      }),
      commit(db),
    ]),
  );
  const more = saved.rows.some((row) => row.more);
  return { replies: saved.rows.filter((row) => row.id !== null), more };
}

function saveValues(end: TurnEnd, leaseSeconds: number): unknown[] {
  // What we tell her of our own accord opens no window to answer in.
  const hers = end.done.filter(({ utterance }) => utterance.kind !== 'notice').map(({ sentAt }) => sentAt.getTime());
  return [
    end.conversationId,
    end.turnId,
    end.state,
    end.locale,
    end.done.map((message) => message.seq),
    hers.length > 0 ? new Date(Math.max(...hers)) : null,
    end.channel,
    end.replies.map((_, n) => n),
    end.replies.map(({ body }) => JSON.stringify(body)),
    leaseSeconds,
    end.blanked,
    end.replies.map(({ task }) => task ?? null),
    end.replies.map(({ priority }) => priority),
  ];
}

// The first reply is leased to this process right here, unless an older message to the same person holds it up (the same
// test as in the claim of db/outbox.ts) or it is no answer: that can wait for the others. Its lease begins now: now() is
// when the turn began. When she has written, what waited for that goes before the answer, and what we had to tell her
// waits for nobody else's.
const SAVE = `
  with kept as (
    update conversation
    set turn_id = $2, state = $3, locale = $4, version = version + cardinality($5::bigint[]),
        last_inbound_at = greatest(last_inbound_at, $6::timestamptz), updated_at = now()
    where id = $1
    returning last_inbound_at
  ), done as (
    update inbox
    set done_at = now(), outcome = 'done', body = case when seq <> all ($11::bigint[]) then body end
    where seq = any ($5::bigint[])
  ), let_go as (
    update outbox
    set priority = 0, why = null, next_at = least(next_at, now())
    where conversation_id = $1 and unsent and status = 'waiting' and $6::timestamptz is not null
      and (why = 'window_closed' or priority > 0 and next_at <= now())
  ), reply as materialized (
    select n, body, task, priority, n = 0 and priority = 0 and $7 <> 'bot_service' and not exists (
      select from outbox older
      where older.conversation_id = $1 and older.unsent
        and (older.lease_until is not null
             or (older.next_at < 'infinity' and (older.attempts > 0 or older.next_at <= now()))
             or (older.why = 'window_closed' and $6::timestamptz is not null))
    ) as first
    from unnest($8::smallint[], $9::text[], $12::text[], $13::smallint[]) as reply (n, body, task, priority)
  ), filed as (
    insert into outbox (conversation_id, channel, turn_id, n, body, task, priority, status, attempts, lease_until)
    select $1, $7, $2, n, body::json, task, priority,
           case when first then 'sending' else 'waiting' end,
           case when first then 1 else 0 end,
           case when first then clock_timestamp() + make_interval(secs => $10) end
    from reply
    returning id, status, attempts, n
  ), reached as (
    select json_strip_nulls(json_build_object(
      'phone', max(value) filter (where kind = 'phone'),
      'web', max(value) filter (where kind = 'web'),
      'bsuid', coalesce(max(value) filter (where kind = 'bsuid'), max(value) filter (where kind = 'parent_bsuid')))) as at
    from address where conversation_id = $1 and revoked_at is null
  )
  select filed.id, filed.status, filed.attempts, reached.at as to, (select last_inbound_at from kept) as "heardAt",
         exists (select from inbox where conversation_id = $1 and done_at is null and seq <> all ($5::bigint[])) as more
  from reached left join filed on true
  order by filed.n`;

/**
 * Notes that a message could not be worked; tried again after 1 and 10 s. The third time it is parked: it counts as
 * done, and the apology is filed in the same statement. Gives whether it was parked.
 */
export async function failMessage(db: Db, seq: string, turnId: string, apology: Outbound): Promise<boolean> {
  const { rows } = await db.query<{ parked: boolean }>({
    name: 'turn-fail',
    text: `
      with failed as (
        update inbox
        set attempts = attempts + 1,
            next_at = now() + case attempts when 0 then interval '1 second' else interval '10 seconds' end,
            done_at = case when attempts >= 2 then now() end,
            outcome = case when attempts >= 2 then 'parked' end
        where seq = $1 and done_at is null
        returning channel, conversation_id, outcome is not null as parked
      ), told as (
        insert into outbox (conversation_id, channel, turn_id, n, body)
        select conversation_id, channel, $2, 0, $3::json from failed where parked
      )
      select parked from failed`,
    values: [seq, turnId, JSON.stringify(apology)],
  });
  return rows[0]?.parked ?? false;
}
