import type { Pool } from 'pg';
import { importFile } from '../../../src/services/imports/importFile';
import { freshDatabase } from '../../setup/database';
import { conversationOfPhone, importProgramme, importTools, only, registered, turn } from '../programme';

let pool: Pool;
beforeEach(async () => {
  ({ pool } = await freshDatabase());
  await importProgramme(pool);
});

const header = 'code,name,sites,phone';
function importing(...rows: string[]) {
  return importFile(pool, 'coordinators', Buffer.from([header, ...rows].join('\n')), importTools);
}

async function lookedAfter(): Promise<string[]> {
  const { rows } = await pool.query<{ line: string }>(
    `select co.code || ': ' || coalesce(string_agg(si.code, ' ' order by si.code), '') as line
     from coordinator co left join coordinated_sites(co.person_id) as hers on true left join site si on si.id = hers.site_id
     group by co.code order by co.code`,
  );
  return rows.map(({ line }) => line);
}

const roles = async (phone: string) =>
  only(await turn(pool, await conversationOfPhone(pool, phone), (desk) => desk.people()));

test('a coordinator has the sites of her row, all of them, or none any more', async () => {
  expect(await importing('C-1,Beatriz Salcedo,MAN-01; MAN-02,3009990006', 'C-2,Irma Duarte,*,3009990007')).toEqual({
    ok: true,
    rows: 2,
    added: 2,
  });
  expect(await lookedAfter()).toEqual(['C-1: MAN-01 MAN-02', 'C-2: MAN-01 MAN-02']);
  expect(await importing('C-1,Beatriz Salcedo,MAN-02,3009990006', 'C-2,Irma Duarte,,3009990007')).toMatchObject({
    added: 0,
  });
  expect(await lookedAfter()).toEqual(['C-1: MAN-02', 'C-2: ']);
  expect(await roles('573009990006')).toMatchObject({ firstNames: 'Beatriz', coordinator: true, instructor: false });
  expect(await roles('573009990007')).toMatchObject({ coordinator: false });
});

test('an instructor may be a coordinator too, under the name she teaches by', async () => {
  expect(await importing('C-1,Martha Pardo,MAN-01,3009990002')).toMatchObject({ ok: true });
  expect(await roles('573009990002')).toMatchObject({
    firstNames: 'Martha Lucía',
    lastNames: 'Pardo Niño',
    coordinator: true,
    instructor: true,
  });
});

test('a new phone is hers from then on, and the earlier one is no more', async () => {
  await importing('C-1,Beatriz Salcedo,MAN-01,3009990006');
  await importing('C-1,Beatriz Salcedo,MAN-01,3009990009');
  expect(await roles('573009990009')).toMatchObject({ coordinator: true });
  expect(await turn(pool, await conversationOfPhone(pool, '573009990006'), (desk) => desk.people())).toEqual([]);
});

test('every fault of a file is told, and nothing is written', async () => {
  await importing('C-9,Olga Mora,*,3009990008');
  const { rows } = await pool.query<{ value: string }>(
    `select value from address where conversation_id = $1 and kind = 'phone'`,
    [await registered(pool)],
  );
  const result = await importing(
    'C-1,Beatriz Salcedo,MAN-99; *,3009990006',
    'C-1,Beatriz Salcedo,MAN-01,3009990010',
    'C-2,Olga Mora,MAN-01,3009990008',
    'C-3,Zoila Prieto,MAN-01,3009990002',
    `C-4,Zoila Prieto,MAN-01,+${only(rows).value}`,
  );
  expect(result.ok ? [] : result.faults).toEqual([
    'row 2, column "sites": no site has the code "MAN-99"',
    'row 2, column "sites": no site has the code "*"',
    'row 3, column "code": stands already in row 2',
    'row 4, column "phone": belongs to the coordinator C-9',
    'row 5, column "phone": belongs to somebody else, who is known by it',
    'row 6, column "phone": belongs to somebody else, who is known by it',
  ]);
  expect(await lookedAfter()).toEqual(['C-9: MAN-01 MAN-02']);
});
