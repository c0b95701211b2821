import { type ExportCodes, type ExportFilter, unknownCodes } from '../../db/attendanceExport';
import type { Db } from '../../db/pool';
import { addDays, instantOf, isDate } from '../../domain/calendar';

/** What can be exported, and how the file of each is to be opened; the first is what nobody asks for by name. */
export const exportKinds = {
  attendance: ['csv', 'excel-es', 'xlsx', 'wide', 'wide-excel-es', 'wide-xlsx'],
  roster: ['html'],
  'open-data': ['csv', 'excel-es', 'xlsx'],
} as const;
export type ExportKind = keyof typeof exportKinds;

/** The parameters of an export, as people write them. Those of open data are fewer: see `openData.ts`. */
export const exportParameters = ['from', 'to', 'site', 'class', 'instructor', 'service', 'as_of', 'format'] as const;
export type ExportWish = { [name in (typeof exportParameters)[number]]?: string };

/** An export that can be made. */
export type ExportRequest = {
  [kind in ExportKind]: { kind: kind; format: (typeof exportKinds)[kind][number]; filter: ExportFilter };
}[ExportKind];

/** An export that can be made, or everything that is wrong with what was asked, each fault with the name of its parameter. */
export type RequestRead = { ok: true; request: ExportRequest } | { ok: false; faults: string[] };

/** Reads what was asked of an export; the codes must exist. Local time and "by now" are those of `at`. */
export async function readExportRequest(
  db: Db,
  kind: ExportKind,
  wish: ExportWish,
  at: { timeZone: string; now: Date },
): Promise<RequestRead> {
  const { from = '', to = '', as_of, format = exportKinds[kind][0] } = wish;
  const asOf = as_of === undefined ? undefined : readInstant(as_of, at.timeZone);
  const codes = codesOf(wish);
  const faults = [
    ...dateFaults('from', from),
    ...dateFaults('to', to),
    ...(isDay(from) && isDay(to)
      ? spanFaults(kind, { from, to }, { asOf: asOf ?? at.now, timeZone: at.timeZone })
      : []),
    ...(as_of !== undefined && !asOf ? [`as_of must be a date, or an instant like 2025-01-31T18:00:00-05:00`] : []),
    ...formatFaults(kind, format, codes),
    ...(kind === 'open-data' ? Object.keys(codes).map((name) => `${name}: open data are of the whole programme`) : []),
    ...(await unknownCodes(db, codes)).map((name) => `${name}: no ${name} has this code`),
  ];
  if (faults.length > 0) return { ok: false, faults };
  const filter = { from, to, ...codes, ...(asOf && { asOf }) };
  return { ok: true, request: { kind, format, filter } as ExportRequest };
}

function codesOf({ site, class: ofClass, instructor, service }: ExportWish): ExportCodes {
  return {
    ...(site && { site }),
    ...(ofClass && { class: ofClass }),
    ...(instructor && { instructor }),
    ...(service && { service }),
  };
}

function dateFaults(name: string, text: string): string[] {
  if (text === '') return [`${name} is missing: a date of the form 2025-01-31`];
  return isDay(text) ? [] : [`${name} must be a date of the form 2025-01-31`];
}

// Postgres has no year 0, and nobody had a class before 1900.
function isDay(text: string): boolean {
  return isDate(text) && text >= '1900';
}

function spanFaults(
  kind: ExportKind,
  { from, to }: { from: string; to: string },
  { asOf, timeZone }: { asOf: Date; timeZone: string },
): string[] {
  if (to < from) return ['to is before from'];
  switch (kind) {
    case 'attendance':
      return [];
    case 'roster':
      return to > addDays(from, 30) ? ['to is more than 31 days from from: print fewer lists at a time'] : [];
    case 'open-data':
      return [
        ...(from.endsWith('-01') ? [] : ['from must be the first day of a month: open data are of whole months']),
        ...(addDays(to, 1).endsWith('-01')
          ? []
          : ['to must be the last day of a month: open data are of whole months']),
        ...(instantOf(timeZone, addDays(to, 1), '00:00') > asOf
          ? ['to must lie in a month that was over by then']
          : []),
      ];
  }
}

function formatFaults(kind: ExportKind, format: string, codes: ExportCodes): string[] {
  const known: readonly string[] = exportKinds[kind];
  if (!known.includes(format)) return [`format must be one of ${known.join(', ')}`];
  const isWideText = format === 'wide' || format === 'wide-excel-es';
  return isWideText && !codes.class ? ['class is missing: a wide CSV holds one class, wide-xlsx a sheet for each'] : [];
}

// A date means all of that day. In an address a "+" arrives as a space.
function readInstant(text: string, timeZone: string): Date | undefined {
  if (isDay(text)) return new Date(instantOf(timeZone, addDays(text, 1), '00:00').getTime() - 1);
  const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[-+ ]\d{2}:\d{2})$/.test(text);
  const time = isInstant && text >= '1900' ? Date.parse(text.replace(' ', '+')) : Number.NaN;
  return Number.isNaN(time) ? undefined : new Date(time);
}
