import {
  type ClassReferences,
  type ClassRow,
  classReferences,
  replaceSessions,
  type SessionRow,
  saveClasses,
} from '../../db/classImports';
import { planNextTerms } from '../../db/nextTerm';
import { waitlistsToTend } from '../../db/places';
import type { Db } from '../../db/pool';
import { addDays, dateIn, instantOf } from '../../domain/calendar';
import { holidays } from '../../domain/holidays';
import { phoneDigits } from '../../domain/phone';
import { sessionDates } from '../../domain/schedule';
import { offerFreed, type PlaceClock, usualTerms } from '../offers';
import { count, date, lackable, list, optional, rules, shownName, slots, words } from './columns';
import type { ImportResult, ImportTools } from './importer';
import { repeats } from './repeats';
import { cellFault, type Line, readTable } from './table';

const columns = {
  code: words(40),
  service: words(40),
  site: words(40),
  name: shownName,
  capacity: count,
  starts_on: date,
  ends_on: date,
  slots,
  instructors: list,
  rules: lackable(rules),
  care_places: lackable(optional(count)),
};
type ClassLine = Line<typeof columns>;

/** Imports classes, by their codes, and makes their sessions: every slot of the term except on holidays. */
export async function importClasses(db: Db, file: Buffer, { timeZone, now }: ImportTools): Promise<ImportResult> {
  const table = readTable(file, columns);
  if (!table.ok) return table;
  const { lines } = table;
  const known = await references(db, lines);
  const faults = [
    ...repeats(lines, 'code', (line) => line.cells.code),
    ...lines.flatMap((line) => [...termFaults(line), ...referenceFaults(line, known)]),
  ];
  if (faults.length > 0) return { ok: false, faults };
  const rows = lines.flatMap((line) => classRow(line, known) ?? []);
  const ids = await saveClasses(db, rows);
  await replaceSessions(
    db,
    rows.map((row) => row.code),
    rows.flatMap((row) => sessionRows(row, timeZone)),
  );
  const today = dateIn(timeZone, now);
  await offerNewPlaces(db, ids, { now, today, terms: usualTerms });
  await planNextTerms(
    db,
    ids.map(({ id }) => id),
    now,
    today,
  );
  return { ok: true, rows: lines.length, added: ids.filter(({ fresh }) => fresh).length };
}

// A class made larger has places for those who wait.
async function offerNewPlaces(db: Db, saved: { id: string }[], clock: PlaceClock): Promise<void> {
  const ids = new Set(saved.map(({ id }) => id));
  const waited = await waitlistsToTend(db, clock.today);
  for (const { classId } of waited) if (ids.has(classId)) await offerFreed(db, classId, clock);
}

function references(db: Db, lines: ClassLine[]): Promise<ClassReferences> {
  return classReferences(db, {
    sites: lines.map((line) => line.cells.site),
    services: lines.map((line) => line.cells.service),
    instructors: lines.flatMap((line) => line.cells.instructors.flatMap(codeAndPhone)),
    classes: lines.map((line) => line.cells.code),
  });
}

// Years of sessions made by a slip of the pen would be hard to notice and harder to undo.
const longestTerm = 731;

function termFaults({ row, cells: { starts_on, ends_on } }: ClassLine): string[] {
  if (ends_on < starts_on) return [cellFault(row, 'ends_on', `"${ends_on}" is before starts_on`)];
  if (ends_on > addDays(starts_on, longestTerm))
    return [cellFault(row, 'ends_on', `"${ends_on}" is more than two years after starts_on`)];
  return [];
}

function referenceFaults({ row, cells }: ClassLine, known: ClassReferences): string[] {
  const taken = known.taken[cells.code] ?? 0;
  return [
    ...(known.sites[cells.site] ? [] : [cellFault(row, 'site', `no site has the code "${cells.site}"`)]),
    ...(known.services[cells.service] ? [] : [cellFault(row, 'service', `no service has the code "${cells.service}"`)]),
    ...(cells.capacity < taken
      ? [cellFault(row, 'capacity', `"${cells.capacity}" is fewer than the ${taken} who have a place`)]
      : []),
    ...cells.instructors.flatMap((text, at) =>
      instructorId(text, known)
        ? []
        : [cellFault(row, 'instructors', `number ${at + 1} is no instructor's code or phone`)],
    ),
  ];
}

function classRow({ cells }: ClassLine, known: ClassReferences): ClassRow | undefined {
  const serviceId = known.services[cells.service];
  const siteId = known.sites[cells.site];
  if (!serviceId || !siteId) return undefined;
  const { code, name, capacity, starts_on: startsOn, ends_on: endsOn, slots, rules, care_places: carePlaces } = cells;
  const instructorIds = cells.instructors.flatMap((text) => instructorId(text, known) ?? []);
  const asked = { ...(rules && { rules }), ...(carePlaces !== undefined && { carePlaces }) };
  return { code, name, capacity, startsOn, endsOn, slots, serviceId, siteId, instructorIds, ...asked };
}

function instructorId(text: string, known: ClassReferences): string | undefined {
  return codeAndPhone(text)
    .map((key) => known.instructors[key])
    .find((id) => id !== undefined);
}

function codeAndPhone(text: string): string[] {
  return [text, phoneDigits(text) ?? []].flat();
}

function sessionRows({ code, startsOn, endsOn, slots }: ClassRow, timeZone: string): SessionRow[] {
  const free = new Set(yearsOf(startsOn, endsOn).flatMap(holidays));
  return sessionDates(startsOn, endsOn, slots, (date) => free.has(date)).map(({ number, date, starts, ends }) => ({
    classCode: code,
    number,
    startsAt: instantOf(timeZone, date, starts),
    endsAt: instantOf(timeZone, date, ends),
  }));
}

function yearsOf(startsOn: string, endsOn: string): number[] {
  const first = Number(startsOn.slice(0, 4));
  return Array.from({ length: Number(endsOn.slice(0, 4)) - first + 1 }, (_, at) => first + at);
}
