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
