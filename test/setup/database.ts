import { Client, type Pool } from 'pg';
import { createPool, type PoolOptions } from '../../src/db/pool';

/** A migrated, empty database that belongs to one test file; it is dropped when the file has run. */
export type FreshDatabase = { url: string; pool: Pool; close: () => Promise<void> };

const open = new Set<FreshDatabase>();

/** Makes a database of one's own from the run's template; ask for it once a file, in `beforeAll`. */
export async function freshDatabase(options: Omit<PoolOptions, 'url'> = {}): Promise<FreshDatabase> {
  const name = `${testRun()}_${process.env.JEST_WORKER_ID}_${process.hrtime.bigint()}`;
  await onServer((server) => server.query(`create database ${name} template ${testRun()}_template`));
  const url = databaseUrl(name);
  const pool = createPool({ url, ...options });
  const fresh = { url, pool, close: () => close(fresh, name) };
  open.add(fresh);
  return fresh;
}

/** Drops what the test file's `freshDatabase()` calls left open. */
export async function closeFreshDatabases(): Promise<void> {
  await Promise.all([...open].map((fresh) => fresh.close()));
}

/** Runs statements on the run's Postgres outside any test database. */
export async function onServer<T>(work: (server: Client) => Promise<T>): Promise<T> {
  const server = new Client({ connectionString: postgresUrl(), connectionTimeoutMillis: 5000 });
  await server.connect();
  try {
    return await work(server);
  } finally {
    await server.end();
  }
}

/** Where a database of the run's Postgres is reached. */
export function databaseUrl(name: string): string {
  const url = new URL(postgresUrl());
  url.pathname = `/${name}`;
  return url.href;
}

/** The name all databases of this run begin with; it holds the second the run began. */
export function testRun(): string {
  return fromGlobalSetup('RELEVO_TEST_RUN');
}

async function close(fresh: FreshDatabase, name: string): Promise<void> {
  if (!open.delete(fresh)) return;
  if (!fresh.pool.ended) await fresh.pool.end();
  await onServer((server) => server.query(`drop database if exists ${name} with (force)`));
}

function postgresUrl(): string {
  return fromGlobalSetup('RELEVO_TEST_POSTGRES');
}

function fromGlobalSetup(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: test/setup/globalSetup.ts has not run.`);
  return value;
}
