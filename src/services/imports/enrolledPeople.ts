import { randomUUID } from 'node:crypto';
import { writeAudit } from '../../db/audit';
import { findPeople, savePeople } from '../../db/enrolmentImports';
import type { Db } from '../../db/pool';
import { type DocumentGiven, documentFault, documentTypes, normaliseDocument } from '../../domain/document';
import { type Names, properCase } from '../../domain/names';
import { mayBeSamePerson } from '../../domain/namesake';
import { filed } from '../registration';
import type { Vault } from '../vault';
import { documentNumber, oneOf, optional, personal, words } from './columns';
import type { ImportTools } from './importer';
import { cellFault, type Line } from './table';

/** Whom a row of a file of people means; rows say of which class or site she is, or both. */
export type Sought = {
  row: number;
  names: Names;
  document: DocumentGiven;
  phone: string | null;
  classCode: string | null;
  siteCode: string | null;
};

/** Whoever a row turned out to be; `isNew`: she is not registered yet, though she may be known as `names`, a guest of a class. */
export type Enrolled = {
  personId: string;
  names: Names;
  given: Names;
  document: DocumentGiven;
  isNew: boolean;
  siteCode: string | null;
};

/** The columns by which a file says who somebody is. */
export const personColumns = {
  document_type: oneOf(...documentTypes),
  document_number: optional(documentNumber),
  first_names: personal(words(100)),
  last_names: personal(words(100)),
};

/** Her names and her document, as those columns have them. */
export function saidOf(cells: Line<typeof personColumns>['cells']): { names: Names; document: DocumentGiven } {
  const type = cells.document_type;
  const number = cells.document_number === null ? '' : normaliseDocument(cells.document_number, type);
  return {
    names: { first: properCase(cells.first_names), last: properCase(cells.last_names) },
    document: number ? { type, number } : { type },
  };
}

/** What is wrong with who a row says she is. */
export function personFaults(one: Sought, people: Map<string, Enrolled>): string[] {
  return [...documentFaults(one), ...nameFaults(one, people)];
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

/** Finds out who every row means; rows with one document mean one person. */
export async function peopleOf(db: Db, sought: Sought[], vault: Vault): Promise<Map<string, Enrolled>> {
  const firsts = [...new Map(sought.toReversed().map((one) => [keyOf(one), one])).values()];
  const found = await findPeople(
    db,
    firsts.map(({ document, ...one }) => ({
      ...one,
      type: document.type,
      index: document.number === undefined ? null : vault.index(document.number),
    })),
  );
  const known = new Map(found.map((one) => [one.line, one]));
  return new Map(
    firsts.map((one, line) => {
      const { document, siteCode } = one;
      const { personId, names, registered } = known.get(line) ?? {
        personId: randomUUID(),
        names: one.names,
        registered: false,
      };
      return [keyOf(one), { personId, names, given: one.names, document, siteCode, isNew: !registered }];
    }),
  );
}

/** The person a row means. */
export function personOf(people: Map<string, Enrolled>, one: Sought): Enrolled {
  const person = people.get(keyOf(one));
  if (!person) throw new Error(`Row ${one.row} was not among those looked up.`);
  return person;
}

/** Those nobody knew. */
export function newPeople(people: Map<string, Enrolled>): Enrolled[] {
  return [...people.values()].filter((person) => person.isNew);
}

/** Registers those who are new, in the name of staff; `details` are for the audit log. */
export async function registerNew(
  db: Db,
  people: Map<string, Enrolled>,
  { vault, now, by }: ImportTools,
  { sites, details }: { sites: ReadonlyMap<string, string>; details: { consent?: string } },
): Promise<void> {
  const fresh = newPeople(people);
  await savePeople(
    db,
    fresh.map(({ personId, given, document, siteCode }) => ({
      personId,
      names: given,
      document: filed(vault, personId, document),
      siteId: sites.get(siteCode ?? '') ?? null,
    })),
    now,
  );
  await writeAudit(
    db,
    fresh.map(({ personId }) => ({
      ...by,
      action: 'register',
      object: { kind: 'person', id: personId },
      details,
    })),
  );
}

// Without a number, one name is one person only within a class or a site, or on one phone.
function keyOf({ document: { type, number }, names, siteCode, classCode, phone }: Sought): string {
  return JSON.stringify(
    number === undefined ? [type, names.first, names.last, phone ?? siteCode ?? classCode] : [type, number],
  );
}
