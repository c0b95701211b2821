import type { Pool } from 'pg';
import type { ExportFilter } from '../../../src/db/attendanceExport';
import { exportFile } from '../../../src/services/exports/exportFile';
import type { ExportKind, ExportRequest } from '../../../src/services/exports/exportRequest';
import { timeZone, vault } from '../programme';

/** What exports get in these tests. */
export const tools = { vault, timeZone, by: { actor: 'test', channel: 'test' } };

/** The whole file of an export. */
export async function exported<K extends ExportKind>(
  pool: Pool,
  kind: K,
  format: Extract<ExportRequest, { kind: K }>['format'],
  filter: ExportFilter,
): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of exportFile(pool, { kind, format, filter } as ExportRequest, tools))
    pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}
