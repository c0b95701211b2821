import { type ExportFilter, unknownCodes } from '../db/attendanceExport';
import type { Db } from '../db/pool';
import { addDays, instantOf, isDate } from '../domain/calendar';
import { type ExportFormat, exportFormats } from './attendanceExport';

/** The parameters of an export, as people write them. */
export const exportParameters = ['from', 'to', 'site', 'class', 'as_of', 'format'] as const;
export type ExportWish = { [name in (typeof exportParameters)[number]]?: string };

/** An export that can be made, or everything that is wrong with what was asked. */
export type ExportRequest = { ok: true; filter: ExportFilter; format: ExportFormat } | { ok: false; faults: string[] };

/** Reads what was asked of an export; the codes of sites and classes must exist. */
export async function readExportRequest(db: Db, wish: ExportWish, timeZone: string): Promise<ExportRequest> {
  const { from = '', to = '', site, class: ofClass, as_of, format = 'csv' } = wish;
  const asOf = as_of === undefined ? undefined : readInstant(as_of, timeZone);
  const faults = [
    ...dateFaults('from', from),
    ...dateFaults('to', to),
    ...(isDate(from) && isDate(to) && to < from ? ['to is before from'] : []),
    ...(as_of !== undefined && !asOf ? [`as_of must be a date, or an instant like 2025-01-31T18:00:00-05:00`] : []),
    ...(isFormat(format) ? [] : [`format must be one of ${exportFormats.join(', ')}`]),
    ...(await unknownCodes(db, { ...(site && { site }), ...(ofClass && { class: ofClass }) })).map(
      (kind) => `${kind}: no ${kind} has this code`,
    ),
  ];
  if (faults.length > 0 || !isFormat(format)) return { ok: false, faults };
  const filter = { from, to, ...(site && { site }), ...(ofClass && { class: ofClass }), ...(asOf && { asOf }) };
  return { ok: true, filter, format };
}

/** The name an export's file is saved under. */
export function exportFileName({ from, to }: ExportFilter, format: ExportFormat): string {
  return `asistencia_${from}_${to}.${format === 'xlsx' ? 'xlsx' : 'csv'}`;
}

function dateFaults(name: string, text: string): string[] {
  if (text === '') return [`${name} is missing: a date of the form 2025-01-31`];
  return isDate(text) ? [] : [`${name} must be a date of the form 2025-01-31`];
}

// A date means all of that day. In an address a "+" arrives as a space.
function readInstant(text: string, timeZone: string): Date | undefined {
  if (isDate(text)) return new Date(instantOf(timeZone, addDays(text, 1), '00:00').getTime() - 1);
  const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[-+ ]\d{2}:\d{2})$/.test(text);
  const time = isInstant ? Date.parse(text.replace(' ', '+')) : Number.NaN;
  return Number.isNaN(time) ? undefined : new Date(time);
}

function isFormat(text: string): text is ExportFormat {
  return exportFormats.some((format) => format === text);
}
