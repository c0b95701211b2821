import type { Pool } from 'pg';
import { importFile } from '../../../src/services/imports/importFile';
import { freshDatabase } from '../../setup/database';
import {
  classId,
  conversationOfPhone,
  files,
  importProgramme,
  imports,
  importTools,
  only,
  registered,
  turn,
} from '../programme';

let pool: Pool;
beforeEach(async () => {
  ({ pool } = await freshDatabase());
  await importProgramme(pool);
});

const header = 'code,service,site,name,capacity,starts_on,ends_on,slots,instructors';

function importing(kind: 'classes' | 'sites' | 'services', text: string) {
  return importFile(pool, kind, Buffer.from(text), importTools);
}

async function sessions(code: string): Promise<{ number: number; at: string; status: string }[]> {
  const { rows } = await pool.query<{ number: number; at: string; status: string }>(
    `select number, to_char(s.starts_at at time zone 'America/Bogota', 'MM-DD HH24:MI') as at, status
     from session s join class c on c.id = s.class_id where c.code = $1 order by s.starts_at`,
    [code],
  );
  return rows;
}

async function everything(): Promise<unknown> {
  const tables = [
    'site',
    'service',
    'instructor',
    'class',
    'class_slot',
    'class_instructor',
    'session',
    'person',
    'address',
  ];
  return Promise.all(
    tables.map(async (name) => (await pool.query(`select * from ${name} order by ${name}::text`)).rows),
  );
}

test('the same files again change nothing', async () => {
  const before = await everything();
  await importProgramme(pool);
  await expect(everything()).resolves.toEqual(before);
});

test('an import says how many are new, and is logged without what was in it', async () => {
  const more = `${files.services}\nHUERTA,Huerta,respite`;
  await expect(importing('services', more)).resolves.toEqual({ ok: true, rows: 3, added: 1 });
  const { rows } = await pool.query('select actor, action, object_kind, details from audit order by id desc limit 1');
  expect(only(rows)).toEqual({
    actor: 'test',
    action: 'import',
    object_kind: 'services',
    details: { rows: 3, added: 1 },
  });
});

test('a code known already is brought up to date', async () => {
  await importing('sites', files.sites.replace('El Porvenir', 'Porvenir Nuevo'));
  const { rows } = await pool.query('select name from site order by code');
  expect(rows).toEqual([{ name: 'Porvenir Nuevo' }, { name: 'Manitas' }]);
});

test('a code that stands twice is refused, and nothing is written', async () => {
  const text = `${files.sites}\nMAN-03,block,Uno,Suba,,,\nMAN-03,block,Dos,Suba,,,`;
  await expect(importing('sites', text)).resolves.toEqual({
    ok: false,
    faults: ['row 5, column "code": stands already in row 4'],
  });
  const { rows } = await pool.query('select from site');
  expect(rows).toHaveLength(2);
});

test('a class gets a session for every slot of its term, but not on holidays', async () => {
  // 24 March 2025 is San José, moved to a Monday.
  await imports(pool, 'classes', `${header}\nX,YOGA,MAN-01,Taller,10,2025-03-17,2025-04-01,lun 8-10; sat 08:00-12:00,`);
  await expect(sessions('X')).resolves.toEqual([
    { number: 1, at: '03-17 08:00', status: 'planned' },
    { number: 2, at: '03-22 08:00', status: 'planned' },
    { number: 3, at: '03-29 08:00', status: 'planned' },
    { number: 4, at: '03-31 08:00', status: 'planned' },
  ]);
});

test('a term over New Year leaves out the holidays of both years', async () => {
  await imports(
    pool,
    'classes',
    `${header}\nX,YOGA,MAN-01,Taller,10,2025-12-18,2026-01-15,thu 08:00-10:00; mon 08:00-10:00,`,
  );
  const dates = (await sessions('X')).map(({ at }) => at.slice(0, 5));
  // 25 December, 1 January; Epiphany is kept on Monday 12 January.
  expect(dates).toEqual(['12-18', '12-22', '12-29', '01-05', '01-08', '01-15']);
});

test('everything that a classes file refers to must be there, and every fault is told', async () => {
  const text = `${header}
X,NO,MAN-01,Taller,10,2025-03-17,2025-04-01,mon 08:00-10:00,INS-014;INS-999
Y,YOGA,NADA,Taller,10,2025-04-17,2025-04-01,mon 08:00-10:00,
Z,YOGA,MAN-01,Taller,10,2025-04-17,2028-04-01,mon 08:00-10:00,573001111111`;
  await expect(importing('classes', text)).resolves.toEqual({
    ok: false,
    faults: [
      'row 2, column "service": no service has the code "NO"',
      `row 2, column "instructors": number 2 is no instructor's code or phone`,
      'row 3, column "ends_on": "2025-04-01" is before starts_on',
      'row 3, column "site": no site has the code "NADA"',
      'row 4, column "ends_on": "2028-04-01" is more than two years after starts_on',
      `row 4, column "instructors": number 1 is no instructor's code or phone`,
    ],
  });
  await expect(sessions('X')).resolves.toEqual([]);
});

test('a class cannot be made smaller than it is full', async () => {
  const rumba = await classId(pool, 'MAN-RUMBA-01');
  for (let n = 0; n < 3; n++) await turn(pool, await registered(pool), (desk) => desk.enrol(rumba));
  const smaller = files.classes.replace('Rumba,3', 'Rumba,2');
  await expect(importing('classes', smaller)).resolves.toEqual({
    ok: false,
    faults: ['row 3, column "capacity": "2" is fewer than the 3 who have a place'],
  });
});

test('an instructor named by her phone or her code teaches the class', async () => {
  const martha = await conversationOfPhone(pool, '573009990002');
  const today = await turn(pool, martha, (desk) => desk.sessionsToday());
  expect(today.map(({ className }) => className)).toEqual(['Yoga suave', 'Rumba']);
});

test('rules and the care room may be told, and left out they stay as they are', async () => {
  const row = 'MAN-YOGA-01,YOGA,MAN-01,Yoga suave,20,2025-02-03,2025-06-30,tue 08:00-10:00; thu 08:00-10:00,INS-014';
  const kept = async () =>
    only(
      (
        await pool.query(
          `select min_age, max_age, locality, newcomers_first, care_places from class where code = 'MAN-YOGA-01'`,
        )
      ).rows,
    );
  await imports(pool, 'classes', `${header},rules,care_places\n${row},min_age=60; newcomers_first,6`);
  const told = { min_age: 60, max_age: null, locality: null, newcomers_first: true, care_places: 6 };
  await expect(kept()).resolves.toEqual(told);
  await imports(pool, 'classes', `${header}\n${row}`);
  await expect(kept()).resolves.toEqual(told);
  await imports(pool, 'classes', `${header},rules,care_places\n${row},,`);
  const none = { min_age: null, max_age: null, locality: null, newcomers_first: false, care_places: null };
  await expect(kept()).resolves.toEqual(none);
  await expect(importing('classes', `${header},rules\n${row},min_age=x; sex=f`)).resolves.toEqual({
    ok: false,
    faults: [
      'row 2, column "rules": "min_age=x; sex=f" has "min_age=x", where the age is not a whole number from 1 to 120; has "sex=f", which is none of min_age=…, max_age=…, locality=…, newcomers_first',
    ],
  });
});
