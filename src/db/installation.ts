import { setTimeout } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { Db } from './pool';

/** Holds back other imports until this transaction ends, so that what one has checked stays true while it writes. */
export async function oneImportAtATime(db: Db): Promise<void> {
  await db.query(`select pg_advisory_xact_lock(7357002)`);
}

/** Notes a fact about this installation. False: it was noted before. */
export async function noteOnce(db: Db, name: string, value: string): Promise<boolean> {
  const { rowCount } = await db.query(
    'insert into installation (name, value) values ($1, $2) on conflict (name) do nothing',
    [name, value],
  );
  return rowCount === 1;
}

/**
 * Takes the simulated phones of this database for this process alone, on a connection of its own, so that its end, however
 * it comes, lets go of them. Gives what lets go of them before, or nothing where another process has them and keeps them.
 */
export async function takePhones(pool: Pool): Promise<(() => Promise<void>) | undefined> {
  const client = await pool.connect();
  for (let tries = 0; tries < 10; tries += 1) {
    const { rows } = await client.query<{ taken: boolean }>(`select pg_try_advisory_lock(${PHONES}) as taken`);
    if (rows[0]?.taken)
      return () =>
        client.query(`select pg_advisory_unlock(${PHONES})`).then(
          () => client.release(),
          () => client.release(true),
        );
    // One that has just been ended may be about to let go.
    await setTimeout(200);
  }
  client.release();
  return undefined;
}
const PHONES = 7357004;
