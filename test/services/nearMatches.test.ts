import type { Pool } from 'pg';
import { openNearMatches } from '../../src/db/nearMatches';
import { inTransaction } from '../../src/db/pool';
import { freshDatabase } from '../setup/database';
import { consent, conversation, importProgramme, imports, only, registered, turn } from './programme';

let pool: Pool;
beforeEach(async () => {
  ({ pool } = await freshDatabase());
  await importProgramme(pool);
});

const header = 'class,document_type,document_number,first_names,last_names,phone';

/** What staff have to look at: who is like whom, and in what. */
async function nearMatches(): Promise<{ names: string[]; details: { by: string; alike: string } }[]> {
  const { rows } = await pool.query(
    `select details, array(select first_names || ' ' || last_names from person where id = any (subjects) order by created_at, 1) as names
     from review where kind = 'near_match' and status = 'open' order by id`,
  );
  return rows;
}

const elena = {
  names: { first: 'María Elena', last: 'Pérez Gómez' },
  document: { type: 'CC', number: '52123456' },
} as const;

test.each([
  ['a digit is another', 'CC', '52123457', 'document_slip'],
  ['two digits are swapped', 'CC', '52124356', 'document_slip'],
  ['a digit is missing', 'CC', '5212345', 'document_slip'],
  ['a digit is too many', 'CC', '521234556', 'document_slip'],
  ['the number is of another type', 'PPT', '52123456', 'document_type'],
] as const)(
  'whoever registers with a like name is registered, and staff look at it, where %s',
  async (_, type, number, alike) => {
    await registered(pool, elena);
    await registered(pool, { names: { first: 'Maria', last: 'Perez' }, document: { type, number } });
    await expect(nearMatches()).resolves.toEqual([
      { names: ['María Elena Pérez Gómez', 'Maria Perez'], details: { by: 'chat', alike } },
    ]);
  },
);

test('nobody is looked at where names or documents are others', async () => {
  await registered(pool, elena);
  await registered(pool, { names: { first: 'Rosa', last: 'Gil' }, document: { type: 'CC', number: '52123457' } });
  await registered(pool, { ...elena, document: { type: 'CC', number: '52123499' } });
  await expect(nearMatches()).resolves.toEqual([]);
});

test('whoever gives no document at the site of one of her name is looked at, and at another site is not', async () => {
  await registered(pool, elena);
  await registered(pool, { ...elena, document: { type: 'OTRO' } });
  await expect(nearMatches()).resolves.toMatchObject([{ details: { alike: 'names_at_site' } }]);
  const { rows } = await pool.query(`select id from site where code = 'MAN-02'`);
  await registered(pool, { names: { first: 'Rosa', last: 'Gil' }, siteId: only(rows).id });
  await registered(pool, { names: { first: 'Rosa', last: 'Gil' }, document: { type: 'OTRO' } });
  await expect(nearMatches()).resolves.toHaveLength(1);
});

test('whoever registers on the phone of one of a like name, without a document, is looked at', async () => {
  const talk = await conversation(pool);
  const register = (names: { first: string; last: string }, document: { type: 'CC' | 'OTRO'; number?: string }) =>
    turn(pool, talk, async (desk) => {
      await desk.keepConsent(consent);
      const site = only((await desk.sites()).slice(0, 1));
      await expect(desk.register({ names, document, siteId: site.id })).resolves.toMatchObject({ ok: true });
    });
  await register(elena.names, elena.document);
  await register({ first: 'Rosa', last: 'Gil' }, { type: 'OTRO' });
  await register({ first: 'Elena', last: 'Perez' }, { type: 'OTRO' });
  await expect(nearMatches()).resolves.toMatchObject([
    { names: ['María Elena Pérez Gómez', 'Elena Perez'], details: { alike: 'names_on_phone' } },
  ]);
});

test('an import is looked through as a whole, against those known and against itself', async () => {
  await registered(pool, elena);
  const text = `${header}
MAN-YOGA-01,CC,52123465,María Elena,Pérez,
MAN-YOGA-01,CC,41000001,Rosa,Gil,
MAN-YOGA-01,CC,41000010,Rosa María,Gil,
MAN-YOGA-01,OTRO,,Rosa,Gil,`;
  await imports(pool, 'enrolments', text);
  const found = await nearMatches();
  expect(found.map(({ details }) => details)).toEqual(
    expect.arrayContaining([
      { by: 'import', alike: 'document_slip' },
      { by: 'import', alike: 'document_slip' },
      { by: 'import', alike: 'names_at_site' },
    ]),
  );
  expect(found).toHaveLength(3);
  await imports(pool, 'enrolments', text);
  await expect(nearMatches()).resolves.toHaveLength(3);
});

test('two who were told apart are not brought up again', async () => {
  await registered(pool, elena);
  const other = { names: { first: 'María', last: 'Pérez' }, document: { type: 'CC', number: '52123457' } } as const;
  await registered(pool, other);
  await pool.query(`update review set status = 'decided', decision = 'apart', decided_by = 'test', decided_at = now()`);
  const { rows } = await pool.query(`select subjects from review`);
  const [personId, otherId] = only(rows).subjects.toReversed();
  await inTransaction(pool, (db) => openNearMatches(db, [{ personId, otherId, alike: 'document_slip' }], 'chat'));
  await expect(nearMatches()).resolves.toEqual([]);
});

test('a review tells no name and no number', async () => {
  await registered(pool, elena);
  await registered(pool, { ...elena, document: { type: 'CC', number: '52123457' } });
  const { rows } = await pool.query('select row_to_json(review)::text as all from review');
  expect(only(rows).all).not.toMatch(/Elena|Pérez|5212/);
});
