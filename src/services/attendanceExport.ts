import type { Pool } from 'pg';
import { type ExportedRow, type ExportFilter, exportedRows } from '../db/attendanceExport';
import { writeAudit } from '../db/audit';
import { csvLine } from '../domain/csvCell';
import type { Vault } from './vault';

/** A line of the attendance export: the cells, by the Spanish names of their columns. */
export type AttendanceRow = { [column in Column]: string };

/** How the file is to be opened: as the standard has it, or in a Spanish Excel. */
export type ExportFormat = 'csv' | 'excel-es';

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

/** A CSV file of attendance, in pieces: UTF-8 with a byte order mark, RFC 4180. */
export async function* csvLines(rows: AsyncIterable<AttendanceRow>, format: ExportFormat): AsyncGenerator<string> {
  const separator = format === 'excel-es' ? ';' : ',';
  let piece = `\uFEFF${csvLine([...columns], separator)}`;
  for await (const row of rows) {
    piece += csvLine(
      columns.map((column) => row[column]),
      separator,
    );
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = '';
  }
  if (piece) yield piece;
}

const pieceLength = 16_384;

const columns = [
  'fecha',
  'hora_inicio',
  'hora_fin',
  'codigo_clase',
  'actividad',
  'entidad_prestadora',
  'instructor',
  'manzana',
  'lugar',
  'localidad_clase',
  'sesion_numero',
  'tipo_documento',
  'numero_documento',
  'nombres',
  'apellidos',
  'estado_asistencia',
  'medio_registro',
  'registrado_por',
  'registrado_en',
  'corregido_en',
  'personas_a_cargo_en_cuidado',
] as const;
type Column = (typeof columns)[number];

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
