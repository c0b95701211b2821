import type { Pool } from 'pg';
import type { SheetFile } from '../../domain/talk';
import type { Vault } from '../vault';
import type { SheetColumn } from '../workbook/sheet';
import { type Table, workbook } from '../workbook/workbook';
import { exportTables } from './exportFile';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A file, whole: a class is small. */
export type WholeFile = { name: string; type: string; bytes: Buffer };

/**
 * The attendance of one class as an instructor is given it: who came when, with totals, without documents, which she does
 * not need. It leaves a line in the audit log.
 */
export async function classSheet(
  pool: Pool,
  { classCode, from, to, asOf }: SheetFile,
  tools: { vault: Vault; timeZone: string },
): Promise<WholeFile> {
  const filter = { from, to, class: classCode, asOf: new Date(asOf) };
  const by = { actor: 'instructor', channel: 'chat' };
  const tables = exportTables(pool, { kind: 'attendance', format: 'wide-xlsx', filter }, { ...tools, by });
  const pieces: Buffer[] = [];
  for await (const piece of workbook(withoutDocuments(tables))) pieces.push(piece);
  return {
    name: `asistencia_${classCode.replace(/[^\w-]/g, '_')}_${to}.xlsx`,
    type: XLSX,
    bytes: Buffer.concat(pieces),
  };
}

async function* withoutDocuments(tables: AsyncIterable<Table>): AsyncGenerator<Table> {
  for await (const { name, columns, rows, foot } of tables) {
    const isShown = columns.map((column: SheetColumn) => !/documento$/.test(column.name));
    const shown = <T>(cells: readonly T[]) => cells.filter((_, at) => isShown[at]);
    yield { name, columns: shown(columns), rows: each(rows, shown), foot: foot && shown(foot) };
  }
}

async function* each(rows: AsyncIterable<string[]>, shown: (row: string[]) => string[]): AsyncGenerator<string[]> {
  for await (const row of rows) yield shown(row);
}
