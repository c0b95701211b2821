import { linkPhones } from '../../db/phones';
import type { Db } from '../../db/pool';
import { optional, phone, words } from './columns';
import {
  newPeople,
  peopleOf,
  personColumns,
  personFaults,
  personOf,
  registerNew,
  type Sought,
  saidOf,
} from './enrolledPeople';
import type { Importer, ImportTools } from './importer';
import { classesNamed, givePlaces, placeFaults } from './placesGiven';
import { type Line, readTable } from './table';

const columns = { class: words(40), ...personColumns, phone: optional(phone) };

/** Imports who is in which class; people whom nobody knows are registered by staff, their consent being on paper. */
export async function importEnrolments(db: Db, file: Buffer, tools: ImportTools): ReturnType<Importer> {
  const table = readTable(file, columns);
  if (!table.ok) return table;
  const sought = table.lines.map(soughtBy);
  const classes = await classesNamed(db, sought);
  const people = await peopleOf(db, sought, tools.vault);
  const faults = [...sought.flatMap((one) => personFaults(one, people)), ...placeFaults(sought, people, classes)];
  if (faults.length > 0) return { ok: false, faults };
  const phones = sought.flatMap((one) =>
    one.phone ? { personId: personOf(people, one).personId, phone: one.phone } : [],
  );
  await tools.introduce?.(phones.map((one) => one.phone));
  await registerNew(db, people, tools, { sites: new Map(), details: { consent: 'on paper' } });
  await linkPhones(db, phones);
  const added = await givePlaces(db, sought, { people, classes }, tools);
  return { ok: true, rows: sought.length, added, newcomers: newPeople(people) };
}

function soughtBy({ row, cells }: Line<typeof columns>): Sought {
  return { row, classCode: cells.class, siteCode: null, phone: cells.phone, ...saidOf(cells) };
}
