import type { Pool } from 'pg';
import { chance } from '../../src/channels/whatsapp/simulator/chance';
import { addDays, instantOf } from '../../src/domain/calendar';
import { type ImportKind, importFile } from '../../src/services/imports/importFile';
import { createVault } from '../../src/services/vault';
import { dataKey } from '../chaos/environment';
import { spelled } from '../chaos/town';

export const timeZone = 'America/Bogota';

/** The Sunday before the week, in the evening; the week has no holiday and no end of a month. */
export const firstDay = '2026-11-23';
export const opening = instantOf(timeZone, addDays(firstDay, -1), '18:00');

export type CitySize = { caregivers: number; instructors: number; sessions: number; days: number; seed: number };

/** An invented city, and what its people know of it. */
export type City = {
  localities: string[];
  /** Each with a phone of her own and the names of her classes. */
  instructors: { phone: string; classes: CityClass[] }[];
  /** Those whom staff have registered on paper. */
  enrolled: { phone: string; name: string }[];
};
export type CityClass = { code: string; name: string; meets: { day: string; from: string; to: string }[] };

/** Builds it by the imports that staff use: sites, services, instructors, classes that meet so many times, half-full lists. */
export async function buildCity(pool: Pool, size: CitySize): Promise<City> {
  const { city, files } = invent(size);
  const since = instantOf(timeZone, addDays(firstDay, -30), '08:00');
  const tools = { vault: createVault(dataKey), timeZone, now: since, since, by: { actor: 'test', channel: 'test' } };
  for (const [kind, rows] of Object.entries(files) as [ImportKind, string[]][]) {
    const result = await importFile(pool, kind, Buffer.from(rows.join('\n')), tools);
    if (!result.ok) throw new Error(`The city's ${kind} are refused: ${result.faults.slice(0, 5).join('; ')}`);
  }
  return city;
}

const sites = [
  ['El Porvenir', 'Bosa'],
  ['Campo Verde', 'Bosa'],
  ['Manitas', 'Ciudad Bolívar'],
  ['Rincón', 'Suba'],
  ['Gaitana', 'Suba'],
  ['Chapinero', 'Chapinero'],
  ['Usaquén', 'Usaquén'],
  ['Engativá', 'Engativá'],
];
const hours = ['07:00', '08:00', '09:00', '10:00', '14:00', '15:00', '16:00', '17:00', '18:00'];
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

function invent({ caregivers, instructors, sessions, days, seed }: CitySize): {
  city: City;
  files: Partial<Record<ImportKind, string[]>>;
} {
  const draw = (...about: (string | number)[]) => chance(seed, 'city', ...about);
  const teachers: City['instructors'] = Array.from({ length: instructors }, (_, n) => ({
    phone: `57310${String(n).padStart(7, '0')}`,
    classes: [],
  }));
  const classes: string[] = [];
  const enrolments: string[] = [];
  const enrolled: City['enrolled'] = [];
  const held = Math.min(days, weekdays.length);
  // Fewer places than people, and a fifth of them taken already: lists fill up in the week, and many wait.
  const places = Math.max(3, Math.round((1.1 * caregivers) / Math.max(1, sessions / 2)));
  for (let left = sessions, n = 0; left > 0; n += 1) {
    const many = Math.min(left, held, 1 + Math.floor(3 * draw('slots', n)));
    left -= many;
    const teacher = n % instructors;
    const first = Math.floor(held * draw('day', n));
    const from = hours[Math.floor(n / instructors) % hours.length] ?? '';
    const to = `${String(Number(from.slice(0, 2)) + 1).padStart(2, '0')}:${n % 3 === 0 ? '30' : '00'}`;
    const taught = Array.from({ length: many }, (_, at) => (first + at) % held);
    const slots = taught.map((day) => `${weekdays[day]} ${from}-${to}`).join('; ');
    const name = `Taller ${spelled(100 + n)}`;
    const term = `${addDays(firstDay, -28)},${addDays(firstDay, 60)}`;
    const site = Math.floor(sites.length * draw('site', n));
    const capacity = Math.min(40, Math.max(2, Math.round(places * (0.6 + 0.8 * draw('places', n)))));
    classes.push(`C-${n},TALLER,S${site},${name},${capacity},${term},${slots},INS-${teacher}`);
    const meets = taught.map((day) => ({ day: addDays(firstDay, day), from, to }));
    teachers[teacher]?.classes.push({ code: `C-${n}`, name, meets });
    const paper = Math.floor(capacity * 0.4 * draw('paper', n));
    for (let k = 0; k < paper; k += 1) {
      const who = enrolled.length;
      // Some have no phone that the city knows.
      const phone = draw('phone', who) < 0.7 ? `57330${String(who).padStart(7, '0')}` : '';
      enrolled.push({ phone, name: `Rosa ${spelled(5000 + who)}` });
      enrolments.push(`C-${n},CC,${41_000_000 + who},Rosa,${spelled(5000 + who)},${phone}`);
    }
  }
  const files = {
    sites: [
      'code,kind,name,locality,address,latitude,longitude',
      ...sites.map(([name, locality], n) => `S${n},block,${name},${locality},,,`),
    ],
    services: ['code,name,category', 'TALLER,Taller,respite'],
    instructors: [
      'code,name,entity,phone',
      ...teachers.map(({ phone }, n) => `INS-${n},Gloria ${spelled(n)},IDRD,${phone}`),
    ],
    coordinators: [
      'code,name,sites,phone',
      ...sites.map((_, n) => `COO-${n},Beatriz ${spelled(n)},S${n},57312${String(n).padStart(7, '0')}`),
    ],
    classes: ['code,service,site,name,capacity,starts_on,ends_on,slots,instructors', ...classes],
    enrolments: ['class,document_type,document_number,first_names,last_names,phone', ...enrolments],
  };
  const localities = [...new Set(sites.map(([, locality = '']) => locality))];
  return { city: { localities, instructors: teachers, enrolled }, files };
}
