import { parse } from 'csv-parse/sync';
import type { Pool } from 'pg';
import { type ExportFilter, exportedRows } from '../../../src/db/attendanceExport';
import { createPool } from '../../../src/db/pool';
import { exportFile } from '../../../src/services/exports/exportFile';
import { type FreshDatabase, freshDatabase } from '../../setup/database';
import { importClassOf34, importProgramme, imports, only, timeZone, vault } from '../programme';
import { exported, tools } from './exported';

let database: FreshDatabase;
let pool: Pool;
const day = { from: '2025-03-04', to: '2025-03-04' };

beforeAll(async () => {
  database = await freshDatabase();
  ({ pool } = database);
  await importProgramme(pool);
  await importClassOf34(pool);
});

async function text(filter: ExportFilter): Promise<string> {
  return (await exported(pool, 'attendance', 'csv', filter)).toString();
}

async function table(filter: ExportFilter, from = pool): Promise<Record<string, string>[]> {
  return parse(await exported(from, 'attendance', 'csv', filter), { bom: true, columns: true });
}

test('an export left half-way frees its connection and says so in the audit log', async () => {
  const one = createPool({ url: database.url, max: 1 });
  const long = { from: '2025-02-01', to: '2025-06-30' };
  for await (const piece of exportFile(one, { kind: 'attendance', format: 'csv', filter: long }, tools)) {
    expect(piece).toContain('2025-');
    break;
  }
  await expect(one.query('select 1')).resolves.toMatchObject({ rowCount: 1 });
  await one.end();
  const { rows } = await pool.query(`select details from audit where action = 'export' order by id desc limit 1`);
  expect(only(rows)).toMatchObject({ details: { complete: false } });
});

test('a document number that was tampered with stops the export', async () => {
  await pool.query(
    `update person p set document_cipher = o.document_cipher from person o
     where p.last_names = 'Ñáñez' and o.last_names = 'De la Hoz'`,
  );
  await expect(text({ ...day, class: 'MAN-34' })).rejects.toThrow('does not open');
  const { rows } = await pool.query<{ id: string }>(`select id from person where last_names = 'Ñáñez'`);
  const { id } = only(rows);
  await pool.query('update person set document_cipher = $2 where id = $1', [id, vault.seal(id, '9900000001')]);
});

test('an export runs on a pipelining pool too', async () => {
  const pipelining = createPool({ url: database.url, pipeline: true });
  await expect(table({ from: '2025-03-01', to: '2025-03-31' }, pipelining)).resolves.toEqual(
    await table({ from: '2025-03-01', to: '2025-03-31' }),
  );
  await pipelining.end();
});

test('an export is as of the moment it began, whatever is written while it runs', async () => {
  const header = 'code,service,site,name,capacity,starts_on,ends_on,slots,instructors';
  const daily = 'mon 6-7;tue 6-7;wed 6-7;thu 6-7;fri 6-7;sat 6-7';
  await imports(pool, 'classes', `${header}\nDIARIA,RUMBA,MAN-02,Diaria,9,2025-03-05,2025-12-31,${daily},INS-015`);
  const people = 'class,document_type,document_number,first_names,last_names,phone';
  await imports(pool, 'enrolments', `${people}\nDIARIA,CC,52000001,Eva,Gil,`);
  const year = { from: '2025-01-01', to: '2025-12-31', class: 'DIARIA' };
  const before = await table(year);
  // More sessions than one batch.
  expect(before.length).toBeGreaterThan(200);
  const rows = exportedRows(pool, year, timeZone);
  let count = (await rows.next()).value?.length ?? 0;
  await imports(pool, 'enrolments', `${people}\nDIARIA,CC,52000002,Ana,Ruiz,`);
  for await (const batch of rows) count += batch.length;
  expect(count).toBe(before.length);
  // It is read in batches of 20 sessions, so that its memory does not grow with its length.
  for await (const batch of exportedRows(pool, year, timeZone)) expect(batch.length).toBeLessThanOrEqual(40);
  await expect(table(year)).resolves.toHaveLength(2 * before.length);
});
