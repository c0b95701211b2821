import type { SheetColumn } from '../workbook/sheet';

/** The columns of the attendance export, in their order; kinds and widths are for the workbook. */
export const columns = [
  { name: 'fecha', kind: 'date', width: 12 },
  { name: 'hora_inicio', kind: 'time', width: 13 },
  { name: 'hora_fin', kind: 'time', width: 11 },
  { name: 'codigo_clase', kind: 'text', width: 18 },
  { name: 'actividad', kind: 'text', width: 24 },
  { name: 'entidad_prestadora', kind: 'text', width: 22 },
  { name: 'instructor', kind: 'text', width: 18 },
  { name: 'manzana', kind: 'text', width: 24 },
  { name: 'lugar', kind: 'text', width: 36 },
  { name: 'localidad_clase', kind: 'text', width: 18 },
  { name: 'sesion_numero', kind: 'number', width: 17 },
  { name: 'tipo_documento', kind: 'text', width: 18 },
  { name: 'numero_documento', kind: 'text', width: 21 },
  { name: 'nombres', kind: 'text', width: 24 },
  { name: 'apellidos', kind: 'text', width: 24 },
  { name: 'estado_asistencia', kind: 'text', width: 20 },
  { name: 'medio_registro', kind: 'text', width: 18 },
  { name: 'registrado_por', kind: 'text', width: 18 },
  { name: 'registrado_en', kind: 'text', width: 27 },
  { name: 'corregido_en', kind: 'text', width: 27 },
  { name: 'personas_a_cargo_en_cuidado', kind: 'number', width: 31 },
] as const satisfies SheetColumn[];

/** The name of a column. */
export type Column = (typeof columns)[number]['name'];
