import { saveServices } from '../../db/offeredServices';
import type { Db } from '../../db/pool';
import { words } from './columns';
import type { ImportResult } from './importer';
import { repeats } from './repeats';
import { readTable } from './table';

const columns = { code: words(40), name: words(), category: words() };

/** Imports what classes are of, by their codes. */
export async function importServices(db: Db, file: Buffer): Promise<ImportResult> {
  const table = readTable(file, columns);
  if (!table.ok) return table;
  const faults = repeats(table.lines, 'code', (line) => line.cells.code);
  if (faults.length > 0) return { ok: false, faults };
  const added = await saveServices(
    db,
    table.lines.map((line) => line.cells),
  );
  return { ok: true, rows: table.lines.length, added };
}
