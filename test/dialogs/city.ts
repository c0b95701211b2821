import type { Pool } from 'pg';
import { type ImportKind, importFile } from '../../src/services/imports/importFile';
import type { Vault } from '../../src/services/vault';

/** The day the stories happen: a Wednesday without a holiday, half past ten in Bogotá. */
export const storyTime = new Date('2026-11-18T15:30:00Z');

/** People the city knows by their phones: instructors, coordinators, and caregivers registered on paper. Everybody else is a stranger. */
export const knownPhones: Record<string, string> = {
  Gloria: '573101000001',
  Martha: '573101000002',
  Nubia: '573101000003',
  Pilar: '573101000004',
  Helena: '573101000005',
  Beatriz: '573101000006',
  Irma: '573101000007',
  Nelly: '573009990001',
  Zoraida: '573009990002',
  Amparo: '573009990003',
};

/** Fills a database with a small invented city, by the very imports that staff use. */
export async function buildCity(pool: Pool, vault: Vault): Promise<void> {
  const tools = { vault, timeZone: 'America/Bogota', now: storyTime, by: { actor: 'test', channel: 'test' } };
  for (const [kind, file] of Object.entries(files) as [ImportKind, string][]) {
    const result = await importFile(pool, kind, Buffer.from(file), tools);
    if (!result.ok) throw new Error(`The test city's ${kind} are refused: ${result.faults.join('; ')}`);
  }
}

const term = '2026-11-02,2027-03-26';
const nextTerm = '2027-04-05,2027-07-30';
const workshops = [...'ABCDEFGHIJKL'];

const files: Record<ImportKind, string> = {
  sites: table('code,kind,name,locality,address,latitude,longitude', [
    'S1,block,El Porvenir,Bosa,Carrera 100 #52 Sur-24S,4.6428,-74.1884',
    'S2,block,Campo Verde,Bosa,Calle 85 Sur # 94-35,4.6247,-74.2116',
    'S3,block,Manitas,Ciudad Bolívar,Carrera 18L # 70b - 50 Sur,4.5503,-74.1506',
    'S4,block,Chapinero,Chapinero,Transversal 3 Bis Este #47b-45,4.6341,-74.0582',
    'S5,block,Usaquén,Usaquén,Calle 165 #7-38,4.7420,-74.0241',
    'S6,block,Suba,Suba,Calle 145 # 138A -10,4.7552,-74.1130',
    'S7,block,Engativá,Engativá,Calle 82 # 110-20,4.7106,-74.1139',
  ]),
  services: table('code,name,category', ['YOGA,Yoga,respite', 'SIST,Sistemas,training']),
  instructors: table('code,name,entity,phone', [
    `INS-1,Gloria Inés Rojas,IDRD,${knownPhones.Gloria}`,
    `INS-2,Martha Lucía Peña,SENA,${knownPhones.Martha}`,
    `INS-3,Nubia Torres,SENA,${knownPhones.Nubia}`,
    `INS-4,Pilar Mora,SENA,${knownPhones.Pilar}`,
    `INS-5,Helena Ríos,SENA,${knownPhones.Helena}`,
  ]),
  coordinators: table('code,name,sites,phone', [
    `COO-1,Beatriz Salcedo,S4,${knownPhones.Beatriz}`,
    `COO-2,Irma Duarte,S1; S4,${knownPhones.Irma}`,
  ]),
  classes: table('code,service,site,name,capacity,starts_on,ends_on,slots,instructors,rules,care_places', [
    `YO-1,YOGA,S1,Yoga,40,${term},mon 08:00-10:00; wed 08:00-10:00,INS-1`,
    'SI-1,SIST,S1,Sistemas básicos,25,2026-12-01,2027-03-26,tue 14:00-16:00; thu 14:00-16:00,INS-3',
    `CO-1,SIST,S1,Costura,1,${term},fri 09:00-11:00,INS-3`,
    `DA-1,YOGA,S2,Danza,30,${term},sat 09:00-11:00,INS-3`,
    `HU-1,SIST,S2,Huerta,1,${term},thu 09:00-11:00,INS-3`,
    'PI-1,YOGA,S2,Pintura,5,2026-11-02,2026-11-18,mon 09:00-11:00,INS-3',
    `LL-1,YOGA,S5,Aeróbicos,1,${term},mon 07:00-08:00,INS-3`,
    `TE-1,SIST,S4,Tejido,10,${term},wed 14:00-16:00,INS-4`,
    `CI-1,SIST,S4,Cocina,4,${term},wed 10:00-12:00,INS-2; INS-5`,
    `LE-1,SIST,S4,Lectura,6,${term},wed 16:00-18:00,INS-2`,
    `BO-1,SIST,S7,Bordado,1,${term},fri 14:00-16:00,INS-4`,
    `BO-2,SIST,S7,Bordado,10,${nextTerm},fri 14:00-16:00,INS-4`,
    `CR-1,SIST,S7,Crochet,9,${term},fri 15:00-17:00,INS-4`,
    `CU-1,YOGA,S7,Estiramiento,4,${term},tue 14:00-16:00,INS-4,,2`,
    `AD-1,YOGA,S7,Años dorados,8,${term},thu 08:00-10:00,INS-4,"min_age=60; locality=Engativá"`,
    ...workshops.map((letter) => `MA-${letter},SIST,S3,Taller ${letter},12,${term},tue 08:00-10:00,INS-3`),
  ]),
  enrolments: table('class,document_type,document_number,first_names,last_names,phone', [
    ...people(34).map((name, n) => `YO-1,CC,${52_100_000 + n},${name},`),
    `CO-1,CC,52999001,Nelly,Vargas Soto,${knownPhones.Nelly}`,
    `DA-1,CC,52999001,Nelly,Vargas Soto,${knownPhones.Nelly}`,
    'LL-1,CC,52999002,Olga,Suárez,',
    `BO-1,CC,52999008,Zoraida,Lara Gil,${knownPhones.Zoraida}`,
    'CI-1,CC,52999003,Rosa,Mora Díaz,',
    'CI-1,CC,52999004,Rosa,Nieto,',
    'CI-1,CC,52999005,Ana,Lozano,',
    'CI-1,CC,52999006,Luz Dary,Cárdenas,',
    'LE-1,CC,52999007,Inés,Guzmán,',
  ]),
  people: table(
    'document_type,document_number,first_names,last_names,site,consent,consent_on,consent_reference,phone',
    [`CC,52999011,Amparo,Ríos Luna,S2,call,2026-11-17,Llamada 14,${knownPhones.Amparo}`],
  ),
};

function table(header: string, rows: string[]): string {
  return [header, ...rows].join('\n');
}

/** Invented names, "first,last" each, no two alike. */
function people(count: number): string[] {
  const firsts =
    'Ana Rosa Luz Carmen Blanca Elena Sofía Diana Laura Paula Marta Nubia Yolanda Flor Gladys Stella Irene'.split(' ');
  const lasts =
    'Acosta Barrera Castro Duarte Espitia Forero Gómez Herrera Ibáñez Jiménez León Moreno Niño Ortiz Páez Quintero Rincón'.split(
      ' ',
    );
  return Array.from(
    { length: count },
    (_, n) => `${firsts[(n * 5) % firsts.length]},${lasts[Math.floor(n / 2)]} ${lasts[(n * 7 + 3) % lasts.length]}`,
  );
}
