import type { Pool } from 'pg';
import { inTransaction } from '../../db/pool';
import { issueEntryCode } from '../../services/proof';
import type { Vault } from '../../services/vault';

type Tools = { pool: Pool; vault: Vault; now: Date; say: (line: string) => void; complain: (line: string) => void };

/** Prints a code by which an instructor proves who she is. */
export async function printEntryCode(instructor: string, { pool, vault, now, say, complain }: Tools): Promise<number> {
  const code = await inTransaction(pool, (db) => issueEntryCode(db, vault, instructor, { at: now, by: 'command' }));
  if (code === undefined) {
    complain(`Nobody teaches under the code "${instructor}".`);
    return 1;
  }
  say(code);
  say('Good once, for two days. She writes in her chat: código de ingreso, and the number.');
  return 0;
}
