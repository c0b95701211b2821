import type { Db } from './pool';

/** What waits in the inbox and the outbox. Ages are in seconds, 0 when there is nothing. */
export type Backlog = {
  /** `late`: waiting for over a minute. `parked`: in the last day. */
  inbox: { waiting: number; late: number; parked: number; oldestSeconds: number };
  outbox: Queue[];
  /** Messages the channel has taken in the last day and not said to have sent within ten minutes. */
  unconfirmed: number;
  /** Of these, those that the count before did not have yet. */
  newlyUnconfirmed: number;
};

/**
 * Messages to send that are in the same standing; only those that have some. `due`: waiting, and its time has come, from
 * which its age counts; `later`: waiting for its time. `stuck`: sending, but whoever did has not said in time how it
 * ended; or unknown for over ten minutes.
 */
type Queue = {
  standing: 'due' | 'later' | 'sending' | 'unknown';
  depth: number;
  oldestSeconds: number;
  stuck: number;
};

/**
 * Counts what waits, unless that is being done right now or was done less than nearly `everySeconds` ago, by whatever
 * process: then it gives nothing. One statement, which holds its lock only while it runs.
 */
export async function countBacklog(db: Db, everySeconds: number): Promise<Backlog | undefined> {
  const { rows } = await db.query<Backlog>({ name: 'backlog-count', text: COUNT, values: [everySeconds * 0.9] });
  return rows[0];
}

// Nine tenths of the interval, because clocks tremble: with a full one every second round would fall out. The figures
// stand in the select list so that they are worked out only when the turn is ours.
const COUNT = `
  with lock as materialized (
    select pg_try_advisory_xact_lock(7357003) as ours
  ), turn as (
    insert into installation (name, value)
    select 'backlog_counted', extract(epoch from now())::text from lock where ours
    on conflict (name) do update set value = excluded.value
    where installation.value::float8 <= extract(epoch from now()) - $1::float8
    returning name
  ), before as (
    -- As it was before this statement.
    select coalesce((select to_timestamp(value::float8) from installation where name = 'backlog_counted'), '-infinity') as counted_at
  ), unconfirmed as (
    select updated_at >= (select counted_at from before) - interval '10 minutes' as is_new
    from outbox
    where created_at > now() - interval '1 day' and channel = 'whatsapp'
      and status = 'accepted' and updated_at < now() - interval '10 minutes'
  )
  select (
    select json_build_object(
      'waiting', count(*),
      'late', count(*) filter (where received_at < now() - interval '60 seconds'),
      'parked', (select count(*) from inbox where outcome = 'parked' and done_at > now() - interval '1 day'),
      'oldestSeconds', coalesce(extract(epoch from now() - min(received_at)), 0))
    from inbox where done_at is null
  ) as inbox, (
    select coalesce(json_agg(queue), '[]') from (
      select standing, count(*) as depth,
             extract(epoch from now() - min(since)) as "oldestSeconds",
             count(*) filter (where (status = 'sending' and lease_until < now())
                                 or (status = 'unknown' and updated_at < now() - interval '10 minutes')) as stuck
      from outbox, lateral (
        select case when status <> 'waiting' then status when next_at > now() then 'later' else 'due' end as standing,
               case status when 'waiting' then least(next_at, now()) else updated_at end as since
      ) as its
      where unsent
      group by standing
      order by standing
    ) as queue
  ) as outbox,
  (select count(*)::int from unconfirmed) as unconfirmed,
  (select count(*)::int from unconfirmed where is_new) as "newlyUnconfirmed"
  from turn`;
