import { randomUUID } from 'node:crypto';
import {
  type InstructorRow,
  instructorsByCode,
  type KnownInstructor,
  type PhoneHolder,
  phoneHolders,
  saveInstructors,
} from '../../db/instructors';
import { linkPhones, unlinkOtherPhones } from '../../db/phones';
import type { Db } from '../../db/pool';
import { splitName } from '../../domain/names';
import { mayBeSamePerson } from '../../domain/namesake';
import { personal, phone, words } from './columns';
import type { ImportResult } from './importer';
import { repeats } from './repeats';
import { cellFault, type Line, readTable } from './table';

const columns = { code: words(40), name: personal(words()), entity: words(), phone };
type InstructorLine = Line<typeof columns>;

/** Imports instructors, by their codes. The phone in the file is the one she marks from; an earlier one no longer counts. */
export async function importInstructors(db: Db, file: Buffer): Promise<ImportResult> {
  const table = readTable(file, columns);
  if (!table.ok) return table;
  const known = await knownPeople(db, table.lines);
  const faults = [
    ...repeats(table.lines, 'code', (line) => line.cells.code),
    ...repeats(table.lines, 'phone', (line) => line.cells.phone),
    ...table.lines.flatMap((line) => phoneFaults(line, known)),
  ];
  if (faults.length > 0) return { ok: false, faults };
  const rows = table.lines.map((line) => instructorRow(line, known));
  await saveInstructors(db, rows);
  await unlinkOtherPhones(db, rows);
  await linkPhones(db, rows);
  const added = rows.filter((row) => !known.byCode.has(row.code)).length;
  return { ok: true, rows: rows.length, added };
}

type Known = { byCode: Map<string, KnownInstructor>; byPhone: Map<string, PhoneHolder> };

async function knownPeople(db: Db, lines: InstructorLine[]): Promise<Known> {
  const byCode = await instructorsByCode(
    db,
    lines.map((line) => line.cells.code),
  );
  const byPhone = await phoneHolders(
    db,
    lines.map((line) => line.cells.phone),
  );
  return {
    byCode: new Map(byCode.map((one) => [one.code, one])),
    byPhone: new Map(byPhone.map((one) => [one.phone, one])),
  };
}

function phoneFaults({ row, cells }: InstructorLine, known: Known): string[] {
  const holder = known.byPhone.get(cells.phone);
  const instructor = known.byCode.get(cells.code);
  if (!holder || holder.personId === instructor?.personId) return [];
  if (holder.instructorCode !== null)
    return [cellFault(row, 'phone', `belongs to the instructor ${holder.instructorCode}`)];
  if (instructor || !mayBeSamePerson(holder.names, splitName(cells.name)))
    return [cellFault(row, 'phone', 'belongs to somebody else, who registered with it')];
  return [];
}

function instructorRow({ cells }: InstructorLine, known: Known): InstructorRow {
  const instructor = known.byCode.get(cells.code);
  const personId = instructor?.personId ?? known.byPhone.get(cells.phone)?.personId ?? randomUUID();
  return { code: cells.code, entity: cells.entity, phone: cells.phone, personId, names: splitName(cells.name) };
}
