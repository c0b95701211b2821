import type { Pool } from 'pg';
import { writeAudit } from '../../db/audit';
import { oneImportAtATime } from '../../db/installation';
import { inTransaction } from '../../db/pool';
import { importClasses } from './classes';
import { importEnrolments } from './enrolments';
import type { Importer, ImportResult, ImportTools } from './importer';
import { importInstructors } from './instructors';
import { importServices } from './services';
import { importSites } from './sites';

/** What can be imported. */
export const importers = {
  sites: importSites,
  services: importServices,
  instructors: importInstructors,
  classes: importClasses,
  enrolments: importEnrolments,
} satisfies Record<string, Importer>;
export type ImportKind = keyof typeof importers;

/** Imports a file, all of it or nothing; the same file again changes nothing. */
export async function importFile(
  pool: Pool,
  kind: ImportKind,
  file: Buffer,
  tools: ImportTools,
): Promise<ImportResult> {
  return inTransaction(pool, async (db) => {
    await oneImportAtATime(db);
    const result = await importers[kind](db, file, tools);
    if (!result.ok) return { ok: false, faults: result.faults.toSorted((one, other) => rowOf(one) - rowOf(other)) };
    const details = { rows: result.rows, added: result.added };
    await writeAudit(db, [{ ...tools.by, action: 'import', object: { kind }, details }]);
    return result;
  });
}

function rowOf(fault: string): number {
  return Number(/^row (\d+)/.exec(fault)?.[1] ?? 0);
}
