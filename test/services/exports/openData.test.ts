import { parse } from 'csv-parse/sync';
import type { Pool } from 'pg';
import { freshDatabase } from '../../setup/database';
import { conversationOfPhone, importProgramme, imports, turn } from '../programme';
import { exported } from './exported';

let pool: Pool;
const header = 'code,service,site,name,capacity,starts_on,ends_on,slots,instructors';
const people = 'class,document_type,document_number,first_names,last_names,phone';
const march = { from: '2025-03-01', to: '2025-03-31' };

// On 4 March: yoga of seven at one block, rumba of two there, yoga of six at another; the first two share two people.
beforeAll(async () => {
  ({ pool } = await freshDatabase());
  await importProgramme(pool);
  await imports(
    pool,
    'classes',
    `${header}
A,YOGA,MAN-01,Yoga A,9,2025-03-01,2025-04-30,tue 8-10,INS-014
B,RUMBA,MAN-01,Rumba B,9,2025-03-01,2025-04-30,tue 10-12,INS-014
C,YOGA,MAN-02,Yoga C,9,2025-03-01,2025-04-30,tue 14-16,INS-014`,
  );
  const line = (of: string, n: number) => `${of},CC,${52_000_000 + n},Ana ${n},Gil,`;
  const lines = [
    ...[1, 2, 3, 4, 5, 6, 7].map((n) => line('A', n)),
    ...[1, 2].map((n) => line('B', n)),
    ...[11, 12, 13, 14, 15, 16].map((n) => line('C', n)),
  ];
  await imports(pool, 'enrolments', [people, ...lines].join('\n'));
  const martha = await conversationOfPhone(pool, '573009990002');
  for (const day of ['2025-03-04', '2025-03-11'])
    for (const name of ['Yoga A', 'Rumba B', 'Yoga C']) await allPresent(martha, day, name);
});

async function allPresent(conversationId: string, day: string, name: string): Promise<void> {
  const now = new Date(`${day}T17:00:00-05:00`);
  await turn(
    pool,
    conversationId,
    async (desk) => {
      const id = (await desk.sessionsToday()).find(({ className }) => className === name)?.sessionId ?? '';
      const marks = (await desk.roster(id)).map(({ personId }) => ({ personId, status: 'present' as const }));
      expect(await desk.saveMarks(id, marks)).toMatchObject({ ok: true });
    },
    { now },
  );
}

async function table(filter = march): Promise<string[][]> {
  return parse(await exported(pool, 'open-data', 'csv', filter), { bom: true });
}

test('a service of fewer than five people is hidden, and so is the total that would give it away', async () => {
  expect(await table()).toEqual([
    [
      'mes',
      'nivel',
      'codigo_manzana',
      'manzana',
      'localidad',
      'codigo_servicio',
      'servicio',
      'sesiones',
      'personas',
      'asistencias',
      'suprimido',
    ],
    ['2025-03', 'servicio', 'MAN-01', 'El Porvenir', 'Bosa', 'RUMBA', 'Rumba', '2', '', '', 'sí'],
    ['2025-03', 'servicio', 'MAN-01', 'El Porvenir', 'Bosa', 'YOGA', 'Yoga', '2', '7', '14', 'no'],
    ['2025-03', 'manzana', 'MAN-01', 'El Porvenir', 'Bosa', '', '', '4', '', '', 'sí'],
    ['2025-03', 'servicio', 'MAN-02', 'Manitas', 'Ciudad Bolívar', 'YOGA', 'Yoga', '2', '6', '12', 'no'],
    ['2025-03', 'manzana', 'MAN-02', 'Manitas', 'Ciudad Bolívar', '', '', '2', '6', '12', 'no'],
    ['2025-03', 'ciudad', '', '', '', '', '', '6', '', '', 'sí'],
  ]);
});

test('a month nobody was marked in is left out, and a month is the same whichever others are asked for', async () => {
  const more = await table({ from: '2025-02-01', to: '2025-05-31' });
  expect(more).toEqual(await table());
});

test('with two small services in the month, the month has its total', async () => {
  await imports(pool, 'classes', `${header}\nD,RUMBA,MAN-02,Rumba D,9,2025-03-01,2025-04-30,tue 17-18,INS-014`);
  await imports(pool, 'enrolments', `${people}\nD,CC,52000011,Ana 11,Gil,\nD,CC,52000012,Ana 12,Gil,`);
  const before = new Date();
  const martha = await conversationOfPhone(pool, '573009990002');
  for (const day of ['2025-03-04', '2025-03-11']) await allPresent(martha, day, 'Rumba D');
  const rows = await table();
  // Thirteen people, of whom four come to two classes.
  expect(rows.at(-1)).toEqual(['2025-03', 'ciudad', '', '', '', '', '', '8', '13', '34', 'no']);
  expect(rows.filter((row) => row[1] === 'manzana').map((row) => row[10])).toEqual(['sí', 'sí']);
  // As of before, it is as it was.
  const then: string[][] = parse(await exported(pool, 'open-data', 'csv', { ...march, asOf: before }), { bom: true });
  expect(then.at(-1)).toEqual(['2025-03', 'ciudad', '', '', '', '', '', '6', '', '', 'sí']);
});

test('no name and no number of a person is in it', async () => {
  const text = (await exported(pool, 'open-data', 'excel-es', march)).toString();
  expect(text).not.toMatch(/Ana|Gil|5200/);
  expect(text).toContain('2025-03;servicio;MAN-01;');
});
