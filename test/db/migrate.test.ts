import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { migrate } from '../../src/db/migrate';
import { createPool } from '../../src/db/pool';
import { projectFile } from '../../src/projectFiles';
import { freshDatabase } from '../setup/database';
import { dumpSchema } from './schemaDump';

const migrations = projectFile('src', 'db', 'migrations');

test('the schema is the one reviewed in test/db/schema.sql (UPDATE=1 rewrites it)', async () => {
  const { pool } = await freshDatabase();
  const kept = join(__dirname, 'schema.sql');
  const schema = await dumpSchema(pool);
  if (process.env.UPDATE) await writeFile(kept, schema);
  expect(schema).toBe(await readFile(kept, 'utf8'));
});

test('migrations are numbered from 1 without gaps', async () => {
  const numbers = (await readdir(migrations)).sort().map((name) => Number(/^(\d{4})_[a-z_]+\.sql$/.exec(name)?.[1]));
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  expect(numbers.length).toBeGreaterThan(0);
});

test('a second migration of the same database applies nothing', async () => {
  const { pool } = await freshDatabase();
  await expect(migrate(pool)).resolves.toEqual([]);
  const { rows } = await pool.query<{ name: string }>('select name from migration order by applied_at, name');
  expect(rows.map(({ name }) => name)).toEqual((await readdir(migrations)).sort());
});

describe('with migrations of its own', () => {
  let folder: string;
  let url: string;
  let pool: Pool;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'relevo-migrations-'));
    ({ url, pool } = await freshDatabase());
    await pool.query('delete from migration');
    await migration('0001_one.sql', 'create table one (id int)');
    await migration('0002_two.sql', 'create table two (id int); insert into two values (2)');
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('two processes at once apply each file once', async () => {
    await migration('0003_slow.sql', 'select pg_sleep(0.3); create table three (id int)');
    const other = createPool({ url });
    const [here, there] = await Promise.all([migrate(pool, folder), migrate(other, folder)]);
    await other.end();
    expect([...here, ...there].sort()).toEqual(['0001_one.sql', '0002_two.sql', '0003_slow.sql']);
  });

  test('a migration may take longer than a statement of a turn', async () => {
    await migration('0003_slow.sql', 'select pg_sleep(0.5); create table three (id int)');
    const hasty = createPool({ url, queryTimeout: 200 });
    await expect(migrate(hasty, folder)).resolves.toContain('0003_slow.sql');
    await hasty.end();
  });

  test('a file that fails is undone whole and named, those before it stay', async () => {
    await migration('0003_bad.sql', 'create table three (id int); select nonsense');
    await expect(migrate(pool, folder)).rejects.toThrow('Migration 0003_bad.sql failed and was undone');
    await expect(tables()).resolves.toEqual({ two: 'two', three: null });
    await migration('0003_bad.sql', 'create table three (id int)');
    await expect(migrate(pool, folder)).resolves.toEqual(['0003_bad.sql']);
  });

  test('a file changed after it was applied is refused', async () => {
    await migrate(pool, folder);
    await migration('0001_one.sql', 'create table one (id bigint)');
    await expect(migrate(pool, folder)).rejects.toThrow('Migration 0001_one.sql was changed after it had been applied');
  });

  test('a gap in the numbers is refused before anything is applied', async () => {
    await migration('0004_four.sql', 'create table four (id int)');
    await expect(migrate(pool, folder)).rejects.toThrow('must begin with 0003_');
    await expect(tables()).resolves.toEqual({ two: null, three: null });
  });

  test('a number given twice is refused', async () => {
    await copyFile(join(folder, '0002_two.sql'), join(folder, '0002_too.sql'));
    await expect(migrate(pool, folder)).rejects.toThrow('must begin with 0003_');
  });

  test('a database that misses an earlier migration is refused', async () => {
    await migrate(pool, folder);
    await pool.query(`delete from migration where name = '0001_one.sql'`);
    await expect(migrate(pool, folder)).rejects.toThrow('0001_one.sql is missing in the database');
  });

  test('a database that is ahead of this version is let be', async () => {
    await migration('0003_three.sql', 'create table three (id int)');
    await migrate(pool, folder);
    await rm(join(folder, '0003_three.sql'));
    await expect(migrate(pool, folder)).resolves.toEqual([]);
  });

  function migration(name: string, sql: string): Promise<void> {
    return writeFile(join(folder, name), sql);
  }

  async function tables(): Promise<unknown> {
    const { rows } = await pool.query(`select to_regclass('two')::text as two, to_regclass('three')::text as three`);
    return rows[0];
  }
});
