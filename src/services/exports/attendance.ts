import type { ExportedRow } from '../../db/attendanceExport';
import type { MarkStatus } from '../../domain/marks';
import type { Vault } from '../vault';
import { type Column, columns } from './attendanceColumns';

/** A line of the attendance export, in the order of its columns; whoever has no mark has an empty `estado_asistencia`. */
export function attendanceLine(row: ExportedRow, vault: Vault): string[] {
  const cells = attendanceCells(row, vault);
  return columns.map(({ name }) => cells[name]);
}

/** A person's document number as it is, or nothing; read only where a file shows it. */
export function documentNumber({ documentHolder, documentCipher }: ExportedRow, vault: Vault): string {
  return documentCipher ? vault.open(documentHolder, documentCipher) : '';
}

/** The Spanish word for a mark; nothing for nobody marked her. */
export function stateOf({ status }: ExportedRow): string {
  return status === null ? '' : states[status];
}

function attendanceCells(row: ExportedRow, vault: Vault): { [column in Column]: string } {
  return {
    fecha: row.session.date,
    hora_inicio: row.session.starts,
    hora_fin: row.session.ends,
    codigo_clase: row.session.classCode,
    actividad: row.session.service,
    entidad_prestadora: row.session.entity ?? '',
    instructor: row.session.instructors ?? '',
    manzana: row.session.siteName,
    lugar: row.session.siteAddress ?? row.session.siteName,
    localidad_clase: row.session.locality,
    sesion_numero: String(row.session.sessionNumber),
    tipo_documento: row.documentType ?? '',
    numero_documento: documentNumber(row, vault),
    nombres: row.firstNames,
    apellidos: row.lastNames,
    estado_asistencia: stateOf(row),
    medio_registro: medium(row.channel),
    registrado_por: row.markedBy ?? '',
    registrado_en: row.markedAt ?? '',
    corregido_en: row.correctedAt ?? '',
    personas_a_cargo_en_cuidado: String(row.caredFor),
  };
}

const states: { [status in MarkStatus]: string } = {
  present: 'asistió',
  late: 'llegó tarde',
  excused: 'excusa',
  absent: 'faltó',
};

function medium(channel: string | null): string {
  if (channel === null) return '';
  return channel === 'whatsapp' || channel === 'web' ? 'chatbot' : 'manual';
}
