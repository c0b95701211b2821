import type { Pool } from 'pg';
import { type ExportedRow, type ExportFilter, exportedRows } from '../db/attendanceExport';
import { writeAudit } from '../db/audit';
import { csvLine, type Separator } from '../domain/csvCell';
import { type Column, columns } from './attendanceColumns';
import type { Vault } from './vault';
import { workbook } from './workbook/workbook';

/** A line of the attendance export: the cells, by the Spanish names of their columns. */
export type AttendanceRow = { [column in Column]: string };

/** How the file is to be opened: as the standard of CSV has it, or as CSV in a Spanish Excel, or as a workbook. */
export const exportFormats = ['csv', 'excel-es', 'xlsx'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What an export needs; `by` is for the audit log. */
export type ExportTools = { vault: Vault; timeZone: string; by: { actor: string; channel: string } };

/**
 * Gives attendance, one row per person and session, in the order of sessions and lists; whoever has no mark has an empty
 * `estado_asistencia`. The only place where document numbers are read. Ends with one line in the audit log.
 */
export async function* attendanceRows(
  pool: Pool,
  filter: ExportFilter,
  { vault, timeZone, by }: ExportTools,
): AsyncGenerator<AttendanceRow> {
  let rows = 0;
  let complete = false;
  try {
    for await (const batch of exportedRows(pool, filter, timeZone))
      for (const row of batch) {
        rows += 1;
        yield attendanceRow(row, vault);
      }
    complete = true;
  } finally {
    const { from, to, site = null, class: ofClass = null, asOf } = filter;
    const details = { from, to, site, class: ofClass, asOf: asOf?.toISOString() ?? null, rows, complete };
    await writeAudit(pool, [{ ...by, action: 'export', object: { kind: 'attendance' }, details }]);
  }
}

/**
 * The file of an export, in pieces: CSV (UTF-8 with a byte order mark, RFC 4180), or a workbook with the same cells, where
 * days, times and counts are such and everything else is text.
 */
export function attendanceFile(
  rows: AsyncIterable<AttendanceRow>,
  format: ExportFormat,
): AsyncGenerator<string> | AsyncGenerator<Buffer> {
  switch (format) {
    case 'csv':
      return csvLines(rows, ',');
    case 'excel-es':
      return csvLines(rows, ';');
    case 'xlsx':
      return workbook('Asistencia', columns, cells(rows));
  }
}

async function* csvLines(rows: AsyncIterable<AttendanceRow>, separator: Separator): AsyncGenerator<string> {
  const names = columns.map(({ name }) => name);
  let piece = `\uFEFF${csvLine(names, separator)}`;
  for await (const line of cells(rows)) {
    piece += csvLine(line, separator);
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = '';
  }
  if (piece) yield piece;
}

const pieceLength = 16_384;

async function* cells(rows: AsyncIterable<AttendanceRow>): AsyncGenerator<string[]> {
  for await (const row of rows) yield columns.map(({ name }) => row[name]);
}

function attendanceRow(row: ExportedRow, vault: Vault): AttendanceRow {
  return {
    fecha: row.date,
    hora_inicio: row.starts,
    hora_fin: row.ends,
    codigo_clase: row.classCode,
    actividad: row.service,
    entidad_prestadora: row.entity ?? '',
    instructor: row.instructors ?? '',
    manzana: row.siteName,
    lugar: row.siteAddress ?? row.siteName,
    localidad_clase: row.locality,
    sesion_numero: String(row.sessionNumber),
    tipo_documento: row.documentType ?? '',
    numero_documento: row.documentCipher ? vault.open(row.personId, row.documentCipher) : '',
    nombres: row.firstNames,
    apellidos: row.lastNames,
    estado_asistencia: row.status === null ? '' : (states[row.status] ?? ''),
    medio_registro: medium(row.channel),
    registrado_por: row.markedBy ?? '',
    registrado_en: row.markedAt ?? '',
    corregido_en: row.correctedAt ?? '',
    personas_a_cargo_en_cuidado: String(row.caredFor),
  };
}

const states: { [status: string]: string } = {
  present: 'asistió',
  late: 'llegó tarde',
  excused: 'excusa',
  absent: 'faltó',
};

function medium(channel: string | null): string {
  if (channel === null) return '';
  return channel === 'whatsapp' || channel === 'web' ? 'chatbot' : 'manual';
}
