import { randomUUID } from 'node:crypto';
import { writeAudit } from '../../db/audit';
import { findPeople, savePeople } from '../../db/enrolmentImports';
import type { Db } from '../../db/pool';
import type { DocumentGiven } from '../../domain/document';
import type { Names } from '../../domain/names';
import { filed } from '../registration';
import type { Vault } from '../vault';
import type { ImportTools } from './importer';

/** Whom a row of an enrolments file means. */
export type Sought = { row: number; classCode: string; phone: string | null; names: Names; document: DocumentGiven };

/** Whoever a row turned out to be. Somebody new is not yet in the database. */
export type Enrolled = { personId: string; names: Names; document: DocumentGiven; isNew: boolean };

/** Finds out who every row means; rows with one document mean one person. */
export async function peopleOf(db: Db, sought: Sought[], vault: Vault): Promise<Map<string, Enrolled>> {
  const firsts = [...new Map(sought.toReversed().map((one) => [keyOf(one), one])).values()];
  const found = await findPeople(
    db,
    firsts.map(({ document, names, classCode, phone }) => ({
      type: document.type,
      index: document.number === undefined ? null : vault.index(document.number),
      names,
      classCode,
      phone,
    })),
  );
  const known = new Map(found.map((one) => [one.line, one]));
  return new Map(
    firsts.map((one, line) => {
      const { personId, names } = known.get(line) ?? { personId: randomUUID(), names: one.names };
      return [keyOf(one), { personId, names, document: one.document, isNew: !known.has(line) }];
    }),
  );
}

/** The person a row means. */
export function personOf(people: Map<string, Enrolled>, one: Sought): Enrolled {
  const person = people.get(keyOf(one));
  if (!person) throw new Error(`Row ${one.row} was not among those looked up.`);
  return person;
}

/** Registers those who are new, in the name of staff; that their consent is on paper is in the audit log. */
export async function registerNew(
  db: Db,
  people: Map<string, Enrolled>,
  { vault, now, by }: ImportTools,
): Promise<void> {
  const fresh = [...people.values()].filter((person) => person.isNew);
  await savePeople(
    db,
    fresh.map(({ personId, names, document }) => ({ personId, names, document: filed(vault, personId, document) })),
    now,
  );
  await writeAudit(
    db,
    fresh.map(({ personId }) => ({
      ...by,
      action: 'register',
      object: { kind: 'person', id: personId },
      details: { consent: 'on paper' },
    })),
  );
}

// Without a number, one name is one person only within a class, or on one phone.
function keyOf({ document: { type, number }, names, classCode, phone }: Sought): string {
  return JSON.stringify(number === undefined ? [type, names.first, names.last, phone ?? classCode] : [type, number]);
}
