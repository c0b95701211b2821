import { randomUUID } from 'node:crypto';
import { type CoordinatorRow, coordinatorCodes, coordinatorReferences, saveCoordinators } from '../../db/coordinators';
import { type PhoneHolder, phoneHolders } from '../../db/instructors';
import { linkPhones, unlinkOtherPhones } from '../../db/phones';
import type { Db } from '../../db/pool';
import { splitName } from '../../domain/names';
import { mayBeSamePerson } from '../../domain/namesake';
import { list, personal, phone, words } from './columns';
import type { ImportResult } from './importer';
import { repeats } from './repeats';
import { cellFault, type Line, readTable } from './table';

const columns = { code: words(40), name: personal(words()), sites: list, phone };
type CoordinatorLine = Line<typeof columns>;

/**
 * Imports who looks after which sites, by their codes: "*" is all of them, none takes the task away. She may be known by
 * her phone already, as an instructor or from her registration.
 */
export async function importCoordinators(db: Db, file: Buffer): Promise<ImportResult> {
  const table = readTable(file, columns);
  if (!table.ok) return table;
  const known = await references(db, table.lines);
  const faults = [
    ...repeats(table.lines, 'code', (line) => line.cells.code),
    ...repeats(table.lines, 'phone', (line) => line.cells.phone),
    ...table.lines.flatMap((line) => [...siteFaults(line, known), ...phoneFaults(line, known)]),
  ];
  if (faults.length > 0) return { ok: false, faults };
  const rows = table.lines.map((line) => coordinatorRow(line, known));
  await saveCoordinators(db, rows);
  await unlinkOtherPhones(db, rows);
  await linkPhones(db, rows);
  const added = rows.filter((row) => !known.people.has(row.code)).length;
  return { ok: true, rows: rows.length, added };
}

type References = {
  /** The people of these codes; the ids of sites by code; who holds each phone; whose code a person has. */
  people: Map<string, string>;
  sites: Map<string, string>;
  holders: Map<string, PhoneHolder>;
  codes: Map<string, string>;
};

async function references(db: Db, lines: CoordinatorLine[]): Promise<References> {
  const { people, sites } = await coordinatorReferences(db, {
    codes: lines.map((line) => line.cells.code),
    sites: lines.flatMap((line) => line.cells.sites),
  });
  const found = await phoneHolders(
    db,
    lines.map((line) => line.cells.phone),
  );
  const codes = await coordinatorCodes(
    db,
    found.map(({ personId }) => personId),
  );
  return { people, sites, codes, holders: new Map(found.map((one) => [one.phone, one])) };
}

function siteFaults({ row, cells }: CoordinatorLine, { sites }: References): string[] {
  const unknown = isForAll(cells.sites) ? [] : cells.sites.filter((code) => !sites.has(code));
  return unknown.map((code) => cellFault(row, 'sites', `no site has the code "${code}"`));
}

function phoneFaults({ row, cells }: CoordinatorLine, known: References): string[] {
  const holder = known.holders.get(cells.phone);
  const personId = known.people.get(cells.code);
  if (!holder || holder.personId === personId) return [];
  const code = known.codes.get(holder.personId);
  if (code !== undefined) return [cellFault(row, 'phone', `belongs to the coordinator ${code}`)];
  if (personId === undefined && mayBeSamePerson(holder.names, splitName(cells.name))) return [];
  return [cellFault(row, 'phone', 'belongs to somebody else, who is known by it')];
}

function coordinatorRow({ cells }: CoordinatorLine, known: References): CoordinatorRow {
  const { code, phone: digits, name } = cells;
  const personId = known.people.get(code) ?? known.holders.get(digits)?.personId ?? randomUUID();
  const sites = isForAll(cells.sites) ? 'all' : cells.sites.map((site) => known.sites.get(site) ?? '');
  return { code, phone: digits, personId, names: splitName(name), sites };
}

function isForAll(sites: string[]): boolean {
  return sites.length === 1 && sites[0] === '*';
}
