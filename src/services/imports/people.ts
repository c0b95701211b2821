import { writeAudit } from '../../db/audit';
import { addStaffConsents, type StaffConsent } from '../../db/consents';
import { linkPhones } from '../../db/phones';
import type { Db } from '../../db/pool';
import { allSites } from '../../db/sites';
import { dateIn, instantOf } from '../../domain/calendar';
import { documentFault, isForMinors } from '../../domain/document';
import { date, lackable, oneOf, optional, personal, phone, words } from './columns';
import {
  type Enrolled,
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
import { cellFault, type Line, readTable } from './table';

const columns = {
  ...personColumns,
  site: words(40),
  consent: oneOf('paper', 'call'),
  consent_on: date,
  consent_reference: personal(words(100)),
  consent_by: lackable(optional(oneOf('self', 'representative'))),
  phone: lackable(optional(phone)),
  class: lackable(optional(words(40))),
};

type Registered = Sought & { consent: Pick<StaffConsent, 'channel' | 'reference' | 'by'> & { on: string } };

/**
 * Imports people whom staff register because they have no phone or do not chat, each with what proves her consent; whoever
 * is registered already gets the proof, the phone and the place that are new. Odd document lengths are told, not refused.
 */
export async function importPeople(db: Db, file: Buffer, tools: ImportTools): ReturnType<Importer> {
  const table = readTable(file, columns);
  if (!table.ok) return table;
  const given = table.lines.map(registeredBy);
  const classes = await classesNamed(db, given);
  const people = await peopleOf(db, given, tools.vault);
  const sites = new Map((await allSites(db)).map(({ code, id }) => [code, id]));
  const faults = [
    ...given.flatMap((one) => [...personFaults(one, people), ...siteFaults(one, sites), ...consentFaults(one, tools)]),
    ...placeFaults(given, people, classes),
  ];
  if (faults.length > 0) return { ok: false, faults };
  const newcomers = newPeople(people);
  const phones = given.flatMap((one) =>
    one.phone ? { personId: personOf(people, one).personId, phone: one.phone } : [],
  );
  await tools.introduce?.(phones.map((one) => one.phone));
  await registerNew(db, people, tools, { sites, details: {} });
  await keepConsents(db, given, people, tools);
  await linkPhones(db, phones);
  await givePlaces(db, given, { people, classes }, tools);
  return { ok: true, rows: given.length, added: newcomers.length, newcomers, warnings: given.flatMap(lengthWarnings) };
}

function registeredBy({ row, cells }: Line<typeof columns>): Registered {
  return {
    row,
    ...saidOf(cells),
    siteCode: cells.site,
    classCode: cells.class ?? null,
    phone: cells.phone ?? null,
    consent: {
      channel: cells.consent,
      on: cells.consent_on,
      reference: cells.consent_reference,
      by: cells.consent_by ?? 'self',
    },
  };
}

function siteFaults({ row, siteCode }: Registered, sites: Map<string, string>): string[] {
  return sites.has(siteCode ?? '') ? [] : [cellFault(row, 'site', `no site has the code "${siteCode}"`)];
}

// Ley 1581 of 2012, art. 7: for a minor her representative consents.
function consentFaults({ row, consent, document }: Registered, { timeZone, now }: ImportTools): string[] {
  return [
    ...(consent.on > dateIn(timeZone, now) ? [cellFault(row, 'consent_on', 'lies in the future')] : []),
    ...(isForMinors(document.type) && consent.by !== 'representative'
      ? [cellFault(row, 'consent_by', `must be "representative" for a minor (${document.type})`)]
      : []),
  ];
}

function lengthWarnings({ row, document: { type, number } }: Registered): string[] {
  return number !== undefined && documentFault(type, number) === 'odd_length'
    ? [cellFault(row, 'document_number', `is shorter or longer than a ${type} usually is: look at the paper again`)]
    : [];
}

async function keepConsents(
  db: Db,
  given: Registered[],
  people: Map<string, Enrolled>,
  { by, timeZone }: ImportTools,
): Promise<void> {
  const consents = given.map((one) => ({
    personId: personOf(people, one).personId,
    channel: one.consent.channel,
    reference: one.consent.reference,
    by: one.consent.by,
    saidAt: instantOf(timeZone, one.consent.on, '00:00'),
  }));
  const kept = await addStaffConsents(db, consents);
  await writeAudit(
    db,
    kept.map(({ personId, channel }) => ({
      ...by,
      action: 'consent',
      object: { kind: 'person', id: personId },
      details: { on: channel },
    })),
  );
}
