import type { Pool } from 'pg';
import { type ExportedRow, type ExportOrder, exportedRows } from '../../db/attendanceExport';
import { monthsForOpenData } from '../../db/openData';
import type { Vault } from '../vault';
import { type Table, workbook } from '../workbook/workbook';
import { attendanceLine } from './attendance';
import { columns } from './attendanceColumns';
import { audited, type ExportedBy } from './audited';
import { csvFile } from './csvFile';
import type { ExportRequest } from './exportRequest';
import { openDataColumns, openDataLines } from './openData';
import { rosterPages } from './roster';
import { wideTables } from './wide';

/** What an export needs; `by` is for the audit log, `counted` is told how many rows it was. */
export type ExportTools = { vault: Vault; timeZone: string; by: ExportedBy; counted?: (rows: number) => void };

type File = AsyncIterable<string | Buffer>;

/**
 * The file of an export in pieces, made as they are taken: a few rows are in memory, or one class of a wide sheet. It
 * leaves one line in the audit log, also when its reader goes away.
 */
export function exportFile(pool: Pool, request: ExportRequest, tools: ExportTools): File {
  switch (request.kind) {
    case 'attendance':
      return attendanceFile(pool, request, tools);
    case 'roster':
      return rosterPages(listed(pool, request, tools, 'time'), request.filter);
    case 'open-data': {
      const lines = openDataLines(monthsForOpenData(pool, request.filter, tools.timeZone));
      const rows = audited(pool, request, tools, lines);
      return tableFile(request.format, { name: 'Datos abiertos', columns: openDataColumns, rows });
    }
  }
}

/** The name an export's file is saved under. */
export function exportFileName({ kind, format, filter }: ExportRequest): string {
  const name = { attendance: 'asistencia', roster: 'lista', 'open-data': 'datos_abiertos' }[kind];
  const wide = format.startsWith('wide') ? ['ancha'] : [];
  const codes = kind === 'attendance' && !wide.length ? [] : [filter.class ?? filter.site ?? ''];
  const parts = [name, ...wide, ...codes.map((code) => code.replace(/[^\w-]/g, '_').slice(0, 40))];
  return `${[...parts.filter(Boolean), filter.from, filter.to].join('_')}.${ending(format)}`;
}

function ending(format: ExportRequest['format']): string {
  if (format === 'html') return 'html';
  return format.endsWith('xlsx') ? 'xlsx' : 'csv';
}

function attendanceFile(pool: Pool, request: ExportRequest & { kind: 'attendance' }, tools: ExportTools): File {
  const { format } = request;
  switch (format) {
    case 'csv':
    case 'excel-es':
    case 'xlsx':
      return tableFile(format, { name: 'Asistencia', columns, rows: lines(pool, request, tools) });
    case 'wide':
    case 'wide-excel-es':
      return wideCsv(
        wideTables(listed(pool, request, tools, 'class'), tools.vault),
        format === 'wide' ? 'csv' : 'excel-es',
      );
    case 'wide-xlsx':
      return workbook(exportTables(pool, request, tools));
  }
}

/** A table a class of who came when. */
export function exportTables(pool: Pool, request: ExportRequest, tools: ExportTools): AsyncGenerator<Table> {
  return wideTables(listed(pool, request, tools, 'class'), tools.vault);
}

function tableFile(format: 'csv' | 'excel-es' | 'xlsx', table: Table): File {
  if (format === 'xlsx') return workbook([table]);
  const names = table.columns.map(({ name }) => name);
  return csvFile(names, withFoot(table), format === 'csv' ? ',' : ';');
}

// The request is for one class.
async function* wideCsv(tables: AsyncIterable<Table>, format: 'csv' | 'excel-es'): AsyncGenerator<string | Buffer> {
  for await (const table of tables) yield* tableFile(format, table);
}

async function* withFoot({ rows, foot }: Table): AsyncGenerator<string[]> {
  yield* rows;
  if (foot) yield foot;
}

async function* lines(pool: Pool, request: ExportRequest, tools: ExportTools): AsyncGenerator<string[]> {
  for await (const row of listed(pool, request, tools, 'time')) yield attendanceLine(row, tools.vault);
}

function listed(
  pool: Pool,
  request: ExportRequest,
  tools: ExportTools,
  order: ExportOrder,
): AsyncGenerator<ExportedRow> {
  return audited(pool, request, tools, one(exportedRows(pool, request.filter, tools.timeZone, order)));
}

async function* one<T>(batches: AsyncIterable<T[]>): AsyncGenerator<T> {
  for await (const batch of batches) yield* batch;
}
