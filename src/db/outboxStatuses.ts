import { DELIVERY_ORDER, type DeliveryStatus } from '../domain/delivery';
import { noteUndeliverable } from './deadAddresses';
import { HELD } from './outbox';
import type { Db } from './pool';

/**
 * What came of statuses: how many rows moved, whether that lets other messages go, and how many statuses are of messages
 * that are certainly not ours.
 */
export type StatusesTaken = { moved: number; freed: boolean; foreign: number };

/**
 * Takes in what the provider tells of messages: by our tag, else by its own id. A state only moves up. Word of a post
 * whose end nobody knew settles it. Without a tag and of an id we do not know (yet), a status is kept for a while.
 */
export async function acceptStatuses(db: Db, statuses: DeliveryStatus[]): Promise<StatusesTaken> {
  const { known, orphans } = await tagged(db, statuses);
  await keepOrphans(db, orphans);
  const told = furthest(known);
  if (told.length === 0) return { moved: 0, freed: false, foreign: 0 };
  const values = [
    told.map((status) => status.tag),
    told.map((status) => status.providerId),
    told.map((status) => status.status),
    told.map((status) => status.errorCode ?? null),
    DELIVERY_ORDER,
  ];
  const { rows } = await db.query<Told>({ name: 'outbox-told', text: TOLD, values });
  await noteUndeliverable(
    db,
    told.map(({ tag = '', errorCode, at }) => ({ outboxId: tag, code: errorCode, at })),
  );
  return {
    moved: rows.filter(({ moved }) => moved).length,
    freed: rows.some(({ freed }) => freed),
    foreign: rows.filter(({ ours }) => !ours).length,
  };
}
type Told = { ours: boolean; moved: boolean; freed: boolean };

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

function furthest(statuses: DeliveryStatus[]): DeliveryStatus[] {
  const known = new Map<string | undefined, DeliveryStatus>();
  const rank = (status: DeliveryStatus | undefined) => (status ? DELIVERY_ORDER.indexOf(status.status) : -1);
  for (const status of statuses) if (rank(status) > rank(known.get(status.tag))) known.set(status.tag, status);
  return [...known.values()];
}

// A tag may be of a message from before a backup was put back, whose number has been given again since: what has not
// been posted has no status.
const TOLD = `
  with told as (
    select * from unnest($1::bigint[], $2::text[], $3::text[], $4::integer[]) as told (id, provider_id, status, error_code)
  ), held as materialized (${HELD}), moved as (
    update outbox o
    set status = told.status, lease_until = null, updated_at = now(),
        provider_id = coalesce(o.provider_id, told.provider_id),
        error_code = case told.status when 'failed' then told.error_code end
    from told join held using (id)
    where o.id = told.id and o.channel = 'whatsapp' and (o.attempts > 0 or o.status <> 'waiting')
      and array_position($5::text[], told.status) > array_position($5::text[], o.status)
    returning o.id, held.unsent
  )
  select held.id is not null as ours, moved.id is not null as moved, coalesce(moved.unsent, false) as freed
  from told left join held using (id) left join moved using (id)`;
