import type { Pool } from 'pg';
import { inTransaction } from '../../src/db/pool';
import { addSession } from '../../src/db/sessions';
import { addDays, dateIn, instantOf } from '../../src/domain/calendar';
import { type ImportKind, importFile } from '../../src/services/imports/importFile';
import { createVault } from '../../src/services/vault';
import { dataKey } from './environment';

/** An invented town: where its people live, and who teaches there. Each instructor has one class, which meets today. */
export type Town = { timeZone: string; localities: { name: string; sites: number }[]; instructors: string[] };
export type TownSize = { classesPerSite: number; places: number; instructors: number; onEachList: number };

/** Builds it by the imports that staff use. In its time zone it is about noon, so that no run crosses midnight. */
export async function buildTown(pool: Pool, size: TownSize): Promise<Town> {
  const timeZone = zoneAtNoon();
  const today = dateIn(timeZone, new Date());
  const since = instantOf(timeZone, addDays(today, -30), '08:00');
  const tools = { vault: createVault(dataKey), timeZone, now: since, since, by: { actor: 'test', channel: 'test' } };
  const term = `${addDays(today, -20)},${addDays(today, 60)},mon 08:00-10:00`;
  const instructors = Array.from({ length: size.instructors }, (_, n) => `57310${String(n).padStart(7, '0')}`);
  for (const [kind, rows] of Object.entries(files(size, term, instructors)) as [ImportKind, string[]][]) {
    const result = await importFile(pool, kind, Buffer.from(rows.join('\n')), tools);
    if (!result.ok) throw new Error(`The town's ${kind} are refused: ${result.faults.join('; ')}`);
  }
  await inTransaction(pool, async (db) => {
    for (const n of instructors.keys()) {
      const [startsAt, endsAt] = [instantOf(timeZone, today, '06:00'), instantOf(timeZone, today, '07:00')];
      await addSession(db, { classCode: `LIST-${n}`, startsAt, endsAt });
    }
  });
  return { timeZone, localities, instructors };
}

const localities = [
  { name: 'Bosa', sites: 2 },
  { name: 'Ciudad Bolívar', sites: 1 },
  { name: 'Suba', sites: 1 },
];
const sites = [
  'S1,block,El Porvenir,Bosa',
  'S2,block,Campo Verde,Bosa',
  'S3,block,Manitas,Ciudad Bolívar',
  'S4,block,Rincón,Suba',
];
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

function files(size: TownSize, term: string, instructors: string[]): Partial<Record<ImportKind, string[]>> {
  const lists = [...instructors.keys()];
  const open = sites.flatMap((_, site) =>
    letters
      .slice(0, size.classesPerSite)
      .map((letter) => `OPEN-${site}-${letter},YOGA,S${site + 1},Taller ${letter},${size.places},${term},INS-OPEN`),
  );
  return {
    sites: ['code,kind,name,locality,address,latitude,longitude', ...sites.map((site) => `${site},,,`)],
    services: ['code,name,category', 'YOGA,Yoga,respite'],
    instructors: [
      'code,name,entity,phone',
      'INS-OPEN,Olga Abierta,IDRD,573199999999',
      ...instructors.map((phone, n) => `INS-${n},Gloria ${spelled(n)},IDRD,${phone}`),
    ],
    classes: [
      'code,service,site,name,capacity,starts_on,ends_on,slots,instructors',
      ...open,
      // As many places as people on the list: nobody else takes one.
      ...lists.map((n) => `LIST-${n},YOGA,S1,Lista ${n},${size.onEachList},${term},INS-${n}`),
    ],
    enrolments: [
      'class,document_type,document_number,first_names,last_names,phone',
      ...lists.flatMap((n) =>
        Array.from(
          { length: size.onEachList },
          (_, k) => `LIST-${n},CC,${41_000_000 + n * 100 + k},Rosa,Lista ${spelled(n * 100 + k)},`,
        ),
      ),
    ],
  };
}

/** A number in letters, since a name holds no digits: each number another word. */
export function spelled(number: number): string {
  const digits = [...String(number)].map((digit) => syllables[Number(digit)] ?? '');
  const word = digits.join('');
  return word.charAt(0).toUpperCase() + word.slice(1);
}
const syllables = ['ba', 'ce', 'di', 'fo', 'gu', 'la', 'me', 'ni', 'po', 'ru'];

function zoneAtNoon(): string {
  const ahead = 12 - new Date().getUTCHours();
  // POSIX's signs: "-5" is five hours ahead of Greenwich.
  return ahead >= 0 ? `Etc/GMT-${ahead}` : `Etc/GMT+${-ahead}`;
}
