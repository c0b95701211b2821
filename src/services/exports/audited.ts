import type { Pool } from 'pg';
import { writeAudit } from '../../db/audit';
import type { ExportRequest } from './exportRequest';

/** Who has something exported, for the audit log. */
export type ExportedBy = { actor: string; channel: string };

/** Whom an export is for, and who is told of how many rows it was. */
type Audience = { by: ExportedBy; counted?: (rows: number) => void };

/** Hands rows on, and ends with one line in the audit log, also when they are not taken to the end. */
export async function* audited<T>(
  pool: Pool,
  { kind, filter, format }: ExportRequest,
  { by, counted }: Audience,
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
    counted?.(count);
    await writeAudit(pool, [{ ...by, action: 'export', object: { kind: kind.replace('-', '_') }, details }]);
  }
}
