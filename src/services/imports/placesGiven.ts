import { type ClassToFill, classesToFill, savePlaces } from '../../db/enrolmentImports';
import type { Db } from '../../db/pool';
import { dateIn, instantOf } from '../../domain/calendar';
import { type Enrolled, personOf, type Sought } from './enrolledPeople';
import type { ImportTools } from './importer';
import { cellFault } from './table';

/** The classes that rows name, by their codes, held so that nobody takes a place meanwhile. */
export async function classesNamed(db: Db, sought: Sought[]): Promise<Map<string, ClassToFill>> {
  const classes = await classesToFill(db, [...new Set(sought.flatMap(({ classCode }) => classCode ?? []))]);
  return new Map(classes.map((one) => [one.code, one]));
}

/** What is wrong with the places that rows ask for: no such class, one that is cancelled, or none left in it. */
export function placeFaults(
  sought: Sought[],
  people: Map<string, Enrolled>,
  classes: Map<string, ClassToFill>,
): string[] {
  return [...sought.flatMap((one) => classFaults(one, classes)), ...capacityFaults(sought, people, classes)];
}

/** Gives those places; how many are new. */
export async function givePlaces(
  db: Db,
  sought: Sought[],
  given: { people: Map<string, Enrolled>; classes: Map<string, ClassToFill> },
  tools: ImportTools,
): Promise<number> {
  const places = sought.flatMap((one) => {
    const found = given.classes.get(one.classCode ?? '');
    return found ? { classId: found.classId, personId: personOf(given.people, one).personId } : [];
  });
  return savePlaces(db, places, tools.since ?? startOfDay(tools));
}

function classFaults({ row, classCode }: Sought, classes: Map<string, ClassToFill>): string[] {
  return classCode === null || classes.has(classCode)
    ? []
    : [cellFault(row, 'class', `no class has the code "${classCode}"`)];
}

function capacityFaults(sought: Sought[], people: Map<string, Enrolled>, classes: Map<string, ClassToFill>): string[] {
  const inside = new Map([...classes].map(([code, one]) => [code, new Set(one.enrolled)]));
  const taken = new Map([...classes].map(([code, one]) => [code, one.taken]));
  return sought.flatMap((one) => {
    const code = one.classCode ?? '';
    const members = inside.get(code);
    const found = classes.get(code);
    const { personId } = personOf(people, one);
    if (!found || !members || members.has(personId)) return [];
    members.add(personId);
    if (found.isCancelled) return [cellFault(one.row, 'class', `"${code}" is cancelled`)];
    const now = (taken.get(code) ?? 0) + 1;
    taken.set(code, now);
    return now > found.capacity
      ? [cellFault(one.row, 'class', `"${code}" has ${found.capacity} places, and none is left`)]
      : [];
  });
}

// Whoever is on the list that staff import today is on today's lists, also of a class that began this morning.
function startOfDay({ timeZone, now }: ImportTools): Date {
  return instantOf(timeZone, dateIn(timeZone, now), '00:00');
}
