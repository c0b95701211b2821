import { type ClassToFill, classesToFill, savePlaces } from '../../db/enrolmentImports';
import { linkPhones } from '../../db/phones';
import type { Db } from '../../db/pool';
import { dateIn, instantOf } from '../../domain/calendar';
import { type DocumentGiven, documentFault, normaliseDocument } from '../../domain/document';
import { properCase } from '../../domain/names';
import { mayBeSamePerson } from '../../domain/namesake';
import { oneOf, optional, personal, phone, words } from './columns';
import { type Enrolled, peopleOf, personOf, registerNew, type Sought } from './enrolledPeople';
import type { ImportResult, ImportTools } from './importer';
import { cellFault, type Line, readTable } from './table';

const columns = {
  class: words(40),
  document_type: oneOf('CC', 'CE', 'PPT', 'PEP', 'PA', 'TI', 'SC', 'OTRO'),
  document_number: personal(optional(words(40))),
  first_names: personal(words(100)),
  last_names: personal(words(100)),
  phone: optional(phone),
};

/** Imports who is in which class; people whom nobody knows are registered by staff, their consent being on paper. */
export async function importEnrolments(db: Db, file: Buffer, tools: ImportTools): Promise<ImportResult> {
  const table = readTable(file, columns);
  if (!table.ok) return table;
  const sought = table.lines.map(soughtBy);
  const classes = await classesByCode(db, sought);
  const people = await peopleOf(db, sought, tools.vault);
  const faults = [
    ...sought.flatMap((one) => [...documentFaults(one), ...nameFaults(one, people), ...classFaults(one, classes)]),
    ...capacityFaults(sought, people, classes),
  ];
  if (faults.length > 0) return { ok: false, faults };
  await registerNew(db, people, tools);
  await linkPhones(
    db,
    sought.flatMap((one) => (one.phone ? { personId: personOf(people, one).personId, phone: one.phone } : [])),
  );
  const places = sought.flatMap((one) => placeOf(one, people, classes) ?? []);
  const added = await savePlaces(db, places, tools.since ?? startOfDay(tools));
  return { ok: true, rows: sought.length, added };
}

function soughtBy({ row, cells }: Line<typeof columns>): Sought {
  const type = cells.document_type;
  const number = cells.document_number === null ? '' : normaliseDocument(cells.document_number, type);
  const document: DocumentGiven = number ? { type, number } : { type };
  const names = { first: properCase(cells.first_names), last: properCase(cells.last_names) };
  return { row, classCode: cells.class, phone: cells.phone, names, document };
}

async function classesByCode(db: Db, sought: Sought[]): Promise<Map<string, ClassToFill>> {
  const classes = await classesToFill(db, [...new Set(sought.map((one) => one.classCode))]);
  return new Map(classes.map((one) => [one.code, one]));
}

// Odd lengths are let pass: sources disagree on them, and the paper is in the hands of whoever wrote the file.
function documentFaults({ row, document: { type, number } }: Sought): string[] {
  if (number === undefined)
    return type === 'OTRO' ? [] : [cellFault(row, 'document_number', `is empty, and ${type} has one`)];
  return documentFault(type, number) === 'impossible'
    ? [cellFault(row, 'document_number', `is not the number of a ${type}`)]
    : [];
}

function nameFaults(one: Sought, people: Map<string, Enrolled>): string[] {
  return mayBeSamePerson(one.names, personOf(people, one).names)
    ? []
    : [cellFault(one.row, 'document_number', 'belongs to somebody with another name')];
}

function classFaults({ row, classCode }: Sought, classes: Map<string, ClassToFill>): string[] {
  return classes.has(classCode) ? [] : [cellFault(row, 'class', `no class has the code "${classCode}"`)];
}

function capacityFaults(sought: Sought[], people: Map<string, Enrolled>, classes: Map<string, ClassToFill>): string[] {
  const inside = new Map([...classes].map(([code, one]) => [code, new Set(one.enrolled)]));
  const taken = new Map([...classes].map(([code, one]) => [code, one.taken]));
  return sought.flatMap((one) => {
    const { capacity } = classes.get(one.classCode) ?? { capacity: Number.POSITIVE_INFINITY };
    const members = inside.get(one.classCode);
    const { personId } = personOf(people, one);
    if (!members || members.has(personId)) return [];
    members.add(personId);
    const now = (taken.get(one.classCode) ?? 0) + 1;
    taken.set(one.classCode, now);
    return now > capacity
      ? [cellFault(one.row, 'class', `"${one.classCode}" has ${capacity} places, and none is left`)]
      : [];
  });
}

function placeOf(
  one: Sought,
  people: Map<string, Enrolled>,
  classes: Map<string, ClassToFill>,
): { classId: string; personId: string } | undefined {
  const found = classes.get(one.classCode);
  return found && { classId: found.classId, personId: personOf(people, one).personId };
}

// Whoever is on the list that staff import today is on today's lists, also of a class that began this morning.
function startOfDay({ timeZone, now }: ImportTools): Date {
  return instantOf(timeZone, dateIn(timeZone, now), '00:00');
}
