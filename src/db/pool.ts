import type { Writable } from 'node:stream';
import { Pool, type PoolClient } from 'pg';

/** What a statement is run on: the pool, or the one client of a transaction. */
export type Db = Pick<PoolClient, 'query'>;

export type PoolOptions = {
  url: string;
  /** Most connections at once; 10 to 20 is best on small machines. */
  max?: number;
  /** Statements go out without waiting for the answers before them. Cursors do not work on such a pool. */
  pipeline?: boolean;
  /**
   * For a pool whose statements look rows up by their keys and have names: each is planned once a connection, and never to
   * read a whole table. Planning anew for every turn cost more than the turn.
   */
  keyed?: boolean;
  /** Milliseconds until a statement without an answer fails. */
  queryTimeout?: number;
};

/** A pool whose every wait ends: pg's own defaults hang on a dead network, or end the process. Callers end it with `end()`. */
export function createPool({ url, max = 10, pipeline = false, keyed = false, queryTimeout = 5000 }: PoolOptions): Pool {
  const pool = new Pool({
    connectionString: url,
    max,
    pipeline,
    application_name: 'relevo',
    connectionTimeoutMillis: 1000,
    // The client's own clock is what works on a black-holed connection; the server's stops the work left behind there.
    query_timeout: queryTimeout,
    statement_timeout: queryTimeout,
    lock_timeout: 5000,
    idle_in_transaction_session_timeout: 10_000,
    keepAlive: true,
    ...(keyed && { options: KEYED }),
    keepAliveInitialDelayMillis: 10_000,
  });
  // A lost connection rejects the statement that was under way; without a listener the event would also end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

// A plan kept from when the tables were empty would read all of them for as long as nobody analyses them: hence by index
// and row by row only, which is right for statements that look up keys, however large the tables grow.
const KEYED = [
  'plan_cache_mode=force_generic_plan',
  'jit=off',
  'enable_seqscan=off',
  'enable_hashjoin=off',
  'enable_mergejoin=off',
]
  .map((setting) => `-c ${setting}`)
  .join(' ');

/**
 * Sends the statements that `send` begins, on a pipelining client, as one packet. pg writes each to the socket by itself,
 * which cost more than anything else in a turn.
 */
export function inOnePacket<T>(db: Db, send: () => T): T {
  const { connection } = db as { connection?: { stream?: Pick<Writable, 'cork' | 'uncork'> } };
  connection?.stream?.cork();
  try {
    return send();
  } finally {
    connection?.stream?.uncork();
  }
}

/** Whether Postgres answers just now. */
export async function answers(db: Db): Promise<boolean> {
  return db.query('select 1').then(
    () => true,
    () => false,
  );
}

/**
 * Runs `work` as one transaction: its value comes back only when Postgres has said COMMIT; any fault undoes everything, and so
 * does a value that does not stand.
 */
export async function inTransaction<T>(
  pool: Pool,
  work: (db: PoolClient) => Promise<T>,
  stands: (value: T) => boolean = () => true,
): Promise<T> {
  const client = await pool.connect();
  let broken = false;
  try {
    await client.query('begin');
    const value = await work(client);
    if (stands(value)) await commit(client);
    else broken = !(await rollsBack(client));
    return value;
  } catch (fault) {
    broken = isUnanswered(fault) || !(await rollsBack(client));
    throw fault;
  } finally {
    client.release(broken);
  }
}

/** Commits, and throws when it did not: in an aborted transaction Postgres answers ROLLBACK to a commit, without an error. */
export async function commit(db: Db): Promise<void> {
  const { command } = await db.query('commit');
  if (command !== 'COMMIT')
    throw new Error(
      `Postgres answered ${command} to commit: a statement of the transaction had failed and its error was dropped.`,
    );
}

async function rollsBack(client: PoolClient): Promise<boolean> {
  // pg knows query_timeout per statement too; its types do not yet.
  const rollback = { text: 'rollback', query_timeout: 1000 };
  return client.query(rollback).then(
    () => true,
    () => false,
  );
}

// The server may still be busy with the statement: the next one on this connection would wait behind it.
function isUnanswered(fault: unknown): boolean {
  return fault instanceof Error && (fault.message === 'Query read timeout' || isUnanswered(fault.cause));
}
