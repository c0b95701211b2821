import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { projectFile } from '../projectFiles';
import { type Db, inTransaction } from './pool';

type Migration = { name: string; sql: string; hash: string };

/** Brings the database up to this version's schema and gives the names of the migrations it applied. Safe to run twice at once. */
export async function migrate(pool: Pool, folder = projectFile('src', 'db', 'migrations')): Promise<string[]> {
  const migrations = readMigrations(folder);
  await reach(pool);
  const applied: string[] = [];
  for (;;) {
    const name = await inTransaction(pool, (db) => applyNext(db, migrations));
    if (!name) return applied;
    applied.push(name);
  }
}

// The first thing any program asks of its database: what is wrong with the way there is the operator's to mend.
async function reach(pool: Pool): Promise<void> {
  const client = await pool.connect().catch((cause: Error) => {
    const advice = 'see that the Postgres of DATABASE_URL runs, and that user, password and name are right.';
    throw new Error(`The database cannot be opened (${cause.message}): ${advice}`, { cause });
  });
  client.release();
}

function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  names.forEach((name, index) => {
    const wanted = String(index + 1).padStart(4, '0');
    if (!name.startsWith(`${wanted}_`))
      throw new Error(`${join(folder, name)} breaks the numbering: the migration here must begin with ${wanted}_.`);
  });
  return names.map((name) => {
    const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
    return { name, sql, hash: createHash('sha256').update(sql).digest('hex') };
  });
}

async function applyNext(db: Db, migrations: Migration[]): Promise<string | undefined> {
  await waitForTurn(db);
  const next = nextMigration(migrations, await appliedMigrations(db));
  if (!next) return undefined;
  await apply(db, next);
  await db.query('insert into migration (name, hash) values ($1, $2)', [next.name, next.hash]);
  return next.name;
}

// One number for all processes of this program, so that of two starting at once the second waits for the first. A
// migration may rewrite a large table, so that the pool's limits for a turn do not hold here.
async function waitForTurn(db: Db): Promise<void> {
  await db.query(patient('set local lock_timeout = 0; set local statement_timeout = 0'));
  await db.query(patient('select pg_advisory_xact_lock(7357001)'));
  await db.query(`set local lock_timeout = '10s'`);
}

async function appliedMigrations(db: Db): Promise<Map<string, string>> {
  await db.query(
    `create table if not exists migration (
       name       text primary key,
       hash       text not null,
       applied_at timestamptz not null default now()
     )`,
  );
  const { rows } = await db.query<{ name: string; hash: string }>('select name, hash from migration');
  return new Map(rows.map(({ name, hash }) => [name, hash]));
}

// Names in the database that this version does not have are let be: while a new version is rolled out, a process of
// the old one may start again.
function nextMigration(migrations: Migration[], applied: Map<string, string>): Migration | undefined {
  const next = migrations.find(({ name }) => !applied.has(name));
  for (const { name, hash } of migrations) {
    if (!applied.has(name)) continue;
    if (applied.get(name) !== hash)
      throw new Error(`Migration ${name} was changed after it had been applied: undo the change and add a new file.`);
    if (next && name > next.name)
      throw new Error(`Migration ${next.name} is missing in the database although ${name} is there: restore a backup.`);
  }
  return next;
}

async function apply(db: Db, { name, sql }: Migration): Promise<void> {
  try {
    await db.query(patient(sql));
  } catch (cause) {
    throw new Error(`Migration ${name} failed and was undone: ${cause instanceof Error ? cause.message : cause}`, {
      cause,
    });
  }
}

function patient(text: string) {
  return { text, query_timeout: 3_600_000 };
}
