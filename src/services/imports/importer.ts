import type { Db } from '../../db/pool';
import type { Vault } from '../vault';

/** What imports need. `by` is for the audit log; places given by an import count from `since`, by default from the start of today. */
export type ImportTools = {
  vault: Vault;
  timeZone: string;
  now: Date;
  by: { actor: string; channel: string };
  since?: Date;
};

/** What became of a file: every fault is a sentence with its row, and then nothing was written. */
export type ImportResult = { ok: true; rows: number; added: number } | { ok: false; faults: string[] };

/** Checks a file whole, and only then writes. */
export type Importer = (db: Db, file: Buffer, tools: ImportTools) => Promise<ImportResult>;
