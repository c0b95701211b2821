import type { Pool } from 'pg';
import { writeAudit } from '../../db/audit';
import type { ExportRequest } from './exportRequest';

/** Who has something exported, for the audit log. */
export type ExportedBy = { actor: string; channel: string };

/** Hands rows on, and ends with one line in the audit log, also when they are not taken to the end. */
export async function* audited<T>(
  pool: Pool,
  { kind, filter, format }: ExportRequest,
  by: ExportedBy,
  rows: AsyncIterable<T>,
): AsyncGenerator<T> {
  let count = 0;
  let complete = false;
  try {
    for await (const row of rows) {
      count += 1;
      yield row;
    }
    complete = true;
  } finally {
    const { from, to, site = null, class: ofClass = null, instructor = null, service = null, asOf } = filter;
    const codes = { site, class: ofClass, instructor, service };
    const details = { from, to, ...codes, asOf: asOf?.toISOString() ?? null, format, rows: count, complete };
    await writeAudit(pool, [{ ...by, action: 'export', object: { kind: kind.replace('-', '_') }, details }]);
  }
}
