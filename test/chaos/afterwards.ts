import { Redis } from 'ioredis';
import type { Pool } from 'pg';
import type { Fleet } from './fleet';
import type { Arrivals } from './mailboxes';
import { type Finding, none } from './verdict';

/** I4: every reply reached the Graph API, first arrivals in the order they were filed; how many came twice. */
export async function replies(pool: Pool, { tags, doubled, overtaken }: Arrivals): Promise<Finding[]> {
  const { rows } = await pool.query<{ id: string; fate: string }>(FATES);
  const lost = rows.filter(({ id }) => !tags.has(id)).map(({ id, fate }) => `${id} ${fate}`);
  return [
    none('I4', 'replies that never arrived', lost),
    none('I4', 'replies that arrived before an older one', overtaken),
    {
      invariant: 'I4',
      says: 'replies that arrived twice (0.1 % may)',
      found: doubled,
      most: Math.max(1, Math.floor(rows.length / 1000)),
    },
  ];
}

const FATES = `
  select id::text, status || ', error ' || coalesce(error_code::text, 'none') || ', tries ' || attempts || ', after '
                   || round(extract(epoch from updated_at - created_at)) || ' s' as fate
  from outbox`;

/** I5: nothing waits, no transaction is open, no lock is held; and whatever the cache holds as current is what the row holds. */
export async function leftovers(pool: Pool, redisUrl: string): Promise<Finding[]> {
  return [
    none('I5', 'messages and replies left waiting', await ids(pool, WAITING)),
    none('I5', 'transactions open for over a second', await ids(pool, OPEN)),
    none('I5', 'locks held beyond a transaction', await ids(pool, LOCKS)),
    none('I2', 'cached states that differ from the row', await cachedOtherwise(pool, redisUrl)),
  ];
}

/** I5: the processes end when they are told to, and none has ended by itself. */
export async function endings(fleet: Fleet): Promise<Finding[]> {
  const codes = await fleet.stop();
  const bad = codes.filter((code) => code !== 0 && code !== null).map((code) => `code ${code}`);
  return [
    none('I5', 'processes that did not end well', bad),
    none('I5', 'processes that ended of their own accord', fleet.figures().died),
  ];
}

const WAITING = `
  select 'inbox ' || seq as id from inbox where done_at is null
  union all select 'outbox ' || id || ' ' || status from outbox where unsent`;
const OPEN = `
  select pid || ' ' || state as id from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid() and xact_start < now() - interval '1 second'`;
const LOCKS = `
  select l.pid || ' ' || l.locktype || ' ' || l.mode as id from pg_locks l
  join pg_stat_activity a on a.pid = l.pid and a.datname = current_database()
  where a.pid <> pg_backend_pid() and a.state = 'idle'`;

async function ids(pool: Pool, query: string): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(query);
  return rows.map(({ id }) => id);
}

async function cachedOtherwise(pool: Pool, redisUrl: string): Promise<string[]> {
  const redis = new Redis(redisUrl);
  try {
    const { rows } = await pool.query<{ id: string; turn: string; state: string }>(
      'select id::text, turn_id::text as turn, state::text from conversation',
    );
    const cached = await Promise.all(rows.map(({ id }) => redis.get(`relevo:${id}`)));
    return rows.flatMap(({ id, turn, state }, n) => {
      const entry = cached[n];
      return entry?.startsWith(`${turn}|`) && entry !== `${turn}|${state}` ? [id] : [];
    });
  } finally {
    redis.disconnect();
  }
}
