import type { Db } from '../../db/pool';
import type { Newcomer } from '../nearMatches';
import type { Vault } from '../vault';

/** What imports need. `by` is for the audit log; places given by an import count from `since`, by default from the start of today. */
export type ImportTools = {
  vault: Vault;
  timeZone: string;
  now: Date;
  by: { actor: string; channel: string };
  since?: Date;
  /**
   * Makes phones known at once, outside the file's transaction, which may last: whoever writes for the first time waits while
   * phones are made known. Of a file that then fails they stay known, and are nobody's.
   */
  introduce?: (phones: string[]) => Promise<void>;
};

/**
 * What became of a file: every fault is a sentence with its row, and then nothing was written; `warnings` are what should be
 * looked at again.
 */
export type ImportResult =
  | { ok: true; rows: number; added: number; warnings?: string[] }
  | { ok: false; faults: string[] };

/** Checks a file whole, and only then writes; `newcomers` are those it has registered. */
export type Importer = (db: Db, file: Buffer, tools: ImportTools) => Promise<ImportResult & { newcomers?: Newcomer[] }>;
