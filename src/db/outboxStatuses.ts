import {
  DELIVERY_ORDER,
  type DeliveryStatus,
  mayBeOfForm,
  type Pricing,
  WINDOW_CLOSED,
  whyRefused,
} from '../domain/delivery';
import { noteUndeliverable } from './deadAddresses';
import type { Db } from './pool';

/**
 * What came of statuses: how many rows moved, whether that lets messages go, how many statuses are of messages that are
 * certainly not ours, and the messages whose price is now known.
 */
export type StatusesTaken = { moved: number; freed: boolean; foreign: number; priced: PricedMessage[] };
type PricedMessage = { task: string | null; category: string };

/**
 * Takes in what the provider tells of messages: by our tag, else by its own id. A state only moves up. Word of a post
 * whose end nobody knew settles it. Free words that came too late for the window go back into line: as their template, or
 * until she writes; so does what failed for its form, without it, and what failed for a reason that may pass. Without a
 * tag and of an id we do not know (yet), a status is kept for a while.
 */
export async function acceptStatuses(db: Db, statuses: DeliveryStatus[]): Promise<StatusesTaken> {
  const { known, orphans } = await tagged(db, statuses);
  await keepOrphans(db, orphans);
  const told = furthest(known);
  if (told.length === 0) return { moved: 0, freed: false, foreign: 0, priced: [] };
  const { rows } = await db.query<Taken>({ name: 'outbox-told', text: TOLD, values: toldValues(told) });
  const withoutForm = new Set(rows.filter(({ unformed }) => unformed).map(({ id }) => id));
  const failed = told.filter(({ tag = '' }) => !withoutForm.has(tag));
  await noteUndeliverable(
    db,
    failed.map(({ tag = '', errorCode, at }) => ({ outboxId: tag, code: errorCode, at })),
  );
  return {
    moved: rows.filter(({ moved }) => moved).length,
    freed: rows.some(({ freed }) => freed),
    foreign: rows.filter(({ ours }) => !ours).length,
    priced: rows.flatMap(({ task, priced }) => (priced === null ? [] : [{ task, category: priced }])),
  };
}
type Taken = {
  id: string;
  ours: boolean;
  moved: boolean;
  freed: boolean;
  unformed: boolean;
  task: string | null;
  priced: string | null;
};

function toldValues(told: DeliveryStatus[]): unknown[] {
  return [
    told.map(({ tag }) => tag),
    told.map(({ providerId }) => providerId),
    told.map(({ status }) => status),
    told.map(({ errorCode }) => errorCode ?? null),
    told.map(({ errorCode }) => whyRefused(errorCode ?? 0)),
    told.map(({ pricing }) => pricing?.category ?? null),
    told.map(({ pricing }) => charged(pricing)),
    DELIVERY_ORDER,
    WINDOW_CLOSED,
    told.map(({ status, errorCode }) => status === 'failed' && mayBeOfForm(errorCode)),
    told.map(({ again }) => again?.delayMs ?? null),
    told.map(({ again }) => again?.tries ?? null),
  ];
}

// Its other kinds are free: free_customer_service, free_entry_point.
function charged(pricing: Pricing | undefined): boolean | null {
  return pricing?.type === undefined ? null : pricing.type === 'regular';
}

// Meta gives our tag back with every status; this is for the day it does not.
async function tagged(
  db: Db,
  statuses: DeliveryStatus[],
): Promise<{ known: DeliveryStatus[]; orphans: DeliveryStatus[] }> {
  const untagged = statuses.filter(({ tag }) => !tag);
  if (untagged.length === 0) return { known: statuses, orphans: [] };
  const { rows } = await db.query<{ id: string; provider_id: string }>({
    name: 'outbox-tagged',
    text: 'select id::text, provider_id from outbox where provider_id = any ($1::text[])',
    values: [untagged.map(({ providerId }) => providerId)],
  });
  const ids = new Map(rows.map((row) => [row.provider_id, row.id]));
  const known = statuses.flatMap((status) => {
    const tag = status.tag ?? ids.get(status.providerId);
    return tag ? [{ ...status, tag }] : [];
  });
  return { known, orphans: untagged.filter(({ providerId }) => !ids.has(providerId)) };
}

// In one order, so that two who keep the same ones never wait for each other.
async function keepOrphans(db: Db, orphans: DeliveryStatus[]): Promise<void> {
  if (orphans.length === 0) return;
  await db.query({
    name: 'orphan-keep',
    text: `insert into orphan_status (provider_id, status, error_code, told_at)
           select provider_id, status, error_code, to_timestamp(told_at / 1000)
           from unnest($1::text[], $2::text[], $3::integer[], $4::float8[]) as told (provider_id, status, error_code, told_at)
           order by provider_id, status
           on conflict (provider_id, status) do nothing`,
    values: [
      orphans.map(({ providerId }) => providerId),
      orphans.map(({ status }) => status),
      orphans.map(({ errorCode }) => errorCode ?? null),
      orphans.map(({ at }) => at),
    ],
  });
}

/**
 * Looks whether statuses that came too early have found their messages meanwhile, and lets those go that have been kept
 * for over `keptSeconds`. Gives whether that lets other messages go, and how many statuses nobody will ever miss.
 */
export async function settleOrphans(db: Db, keptSeconds: number): Promise<{ freed: boolean; lost: number }> {
  const { rows: found } = await db.query<DeliveryStatus & { tag: string; kept: string }>(
    `select outbox.id::text as tag, kept.id::text as kept, kept.provider_id as "providerId", kept.status,
            kept.error_code as "errorCode", extract(epoch from kept.told_at)::float8 * 1000 as at
     from orphan_status kept
     join outbox on outbox.provider_id = kept.provider_id
     order by kept.id
     limit 1000`,
  );
  const { freed } = await acceptStatuses(db, found);
  await db.query('delete from orphan_status where id = any ($1::bigint[])', [found.map(({ kept }) => kept)]);
  const { rowCount } = await db.query(
    `delete from orphan_status where received_at < now() - make_interval(secs => $1)`,
    [keptSeconds],
  );
  return { freed, lost: rowCount ?? 0 };
}

// The price comes with the first or the second of a message's statuses, which need not be the furthest.
function furthest(statuses: DeliveryStatus[]): DeliveryStatus[] {
  const known = new Map<string | undefined, DeliveryStatus>();
  const rank = (status: DeliveryStatus | undefined) => (status ? DELIVERY_ORDER.indexOf(status.status) : -1);
  for (const status of statuses) {
    const before = known.get(status.tag);
    const further = before && rank(before) >= rank(status) ? before : status;
    const pricing = status.pricing ?? before?.pricing;
    known.set(status.tag, pricing ? { ...further, pricing } : further);
  }
  return [...known.values()];
}

// A tag may be of a message from before a backup was put back, whose number has been given again since: what has not
// been posted has no status. What bounced may be told of again when
// another copy is on its way.
const TOLD = `
  with told as (
    select * from unnest($1::bigint[], $2::text[], $3::text[], $4::integer[], $5::text[], $6::text[], $7::boolean[], $10::boolean[], $11::float8[], $12::integer[])
      as told (id, provider_id, status, error_code, why, category, charged, of_form, delay, tries)
  ), held as materialized (
    select id, status, unsent, attempts, refusals, error_code, channel, provider_id, as_template, updated_at, category is not null as priced,
           body ->> 'template' is not null as has_template, coalesce(json_typeof(body -> 'form'), '') as form
    from outbox where id = any ($1::bigint[]) order by id for update
  ), judged as materialized (
    select told.*, held.unsent, held.updated_at as posted_at, held.has_template, held.priced,
           array_position($8::text[], told.status) > array_position($8::text[], held.status) as moves,
           told.status = 'failed' and told.error_code = $9 and not held.as_template
             and held.status in ('sending', 'unknown', 'accepted', 'sent') as bounced,
           told.of_form and held.form = 'object' and not held.as_template
             and held.status in ('sending', 'unknown', 'accepted', 'sent') as unformed,
           told.delay is not null and (told.tries is null or held.refusals + 1 < told.tries)
             and held.status in ('sending', 'unknown', 'accepted', 'sent') as again
    from told join held using (id)
    where held.channel = 'whatsapp' and (held.attempts > 0 or held.status <> 'waiting')
      and not (told.status = 'failed' and told.error_code = $9
               and (held.status = 'waiting'
                    or case when held.as_template then held.provider_id is distinct from told.provider_id
                            else coalesce(held.provider_id <> told.provider_id, false) end))
      -- Told again of the form that its question has taken the place of.
      and not (told.of_form and held.form = 'null'
               and (held.status = 'waiting' or held.provider_id is distinct from told.provider_id))
      -- Of a post that has failed and goes again nothing counts but that she has it all the same; and no failure of a post
      -- that another has taken the place of.
      and not (held.unsent and told.status in ('sent', 'failed') and coalesce(held.provider_id = told.provider_id, false))
      and not (told.delay is not null
               and (held.status = 'waiting' or not held.unsent and coalesce(held.provider_id <> told.provider_id, false)))
  ), moved as (
    update outbox o
    set status = case when its.bounced or its.unformed or its.again then 'waiting' when its.moves then its.status else o.status end,
        lease_until = null, updated_at = now(),
        body = case when its.unformed then (o.body::jsonb || '{"form": null}')::json else o.body end,
        as_template = o.as_template or its.bounced and its.has_template,
        provider_id = case when its.again then its.provider_id
                           when not its.bounced and not its.unformed then coalesce(o.provider_id, its.provider_id) end,
        error_code = case when not its.moves then o.error_code when its.status = 'failed' then its.error_code end,
        why = case when not its.moves then o.why
                   when its.bounced and its.has_template then null
                   when its.bounced then 'window_closed'
                   when its.unformed or its.again then null
                   when its.status = 'failed' then its.why end,
        refusals = case when its.again and its.tries is not null then o.refusals + 1 else o.refusals end,
        next_at = case when its.unformed then now()
                       when its.again then now() + its.delay * 2 ^ least(o.refusals, 10) * interval '1 millisecond'
                       when not its.bounced then o.next_at
                       when its.has_template then now()
                       -- She may have written while the word was under way.
                       when exists (select from conversation c
                                    where c.id = o.conversation_id and c.last_inbound_at > its.posted_at) then now()
                       else 'infinity' end,
        category = coalesce(o.category, its.category), charged = coalesce(o.charged, its.charged)
    from judged its
    where o.id = its.id and (its.moves or its.category is not null and not its.priced)
    returning o.id, its.moves as moved, its.moves and (its.unsent or its.bounced or its.unformed or its.again) as freed,
              its.unformed, o.task,
              case when not its.priced then its.category end as priced
  )
  select told.id::text as id, held.id is not null as ours, coalesce(moved.unformed, false) as unformed, coalesce(moved.moved, false) as moved, coalesce(moved.freed, false) as freed,
         moved.task, moved.priced
  from told left join held using (id) left join moved using (id)`;
