import type { Pool } from 'pg';
import { writeAudit } from '../../db/audit';
import { oneImportAtATime } from '../../db/installation';
import { introducePhones } from '../../db/phones';
import { inTransaction } from '../../db/pool';
import { lookForNearMatches } from '../nearMatches';
import { importClasses } from './classes';
import { importCoordinators } from './coordinators';
import { importEnrolments } from './enrolments';
import type { Importer, ImportResult, ImportTools } from './importer';
import { importInstructors } from './instructors';
import { importPeople } from './people';
import { importServices } from './services';
import { importSites } from './sites';

/** What can be imported. */
export const importers = {
  sites: importSites,
  services: importServices,
  instructors: importInstructors,
  coordinators: importCoordinators,
  classes: importClasses,
  enrolments: importEnrolments,
  people: importPeople,
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
    const importer: Importer = importers[kind];
    const introduce = (phones: string[]) => introducePhones(pool, phones);
    const { newcomers = [], ...result } = await importer(db, file, { ...tools, introduce });
    if (!result.ok) return { ok: false, faults: result.faults.toSorted((one, other) => rowOf(one) - rowOf(other)) };
    await lookForNearMatches(db, tools.vault, newcomers, 'import');
    const details = { rows: result.rows, added: result.added };
    await writeAudit(db, [{ ...tools.by, action: 'import', object: { kind }, details }]);
    return result;
  });
}

function rowOf(fault: string): number {
  return Number(/^row (\d+)/.exec(fault)?.[1] ?? 0);
}
