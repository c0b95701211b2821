import type { Db } from '../../db/pool';
import { saveSites } from '../../db/sites';
import { degrees, oneOf, optional, shownName, words } from './columns';
import type { ImportResult } from './importer';
import { repeats } from './repeats';
import { readTable } from './table';

const columns = {
  code: words(40),
  kind: oneOf('block', 'bus', 'home'),
  name: shownName,
  locality: words(),
  address: optional(words()),
  latitude: optional(degrees(90)),
  longitude: optional(degrees(180)),
};

/** Imports care blocks, buses and homes, by their codes. */
export async function importSites(db: Db, file: Buffer): Promise<ImportResult> {
  const table = readTable(file, columns);
  if (!table.ok) return table;
  const faults = repeats(table.lines, 'code', (line) => line.cells.code);
  if (faults.length > 0) return { ok: false, faults };
  const added = await saveSites(
    db,
    table.lines.map((line) => line.cells),
  );
  return { ok: true, rows: table.lines.length, added };
}
