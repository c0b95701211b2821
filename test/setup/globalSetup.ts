import { migrate } from '../../src/db/migrate';
import { createPool } from '../../src/db/pool';
import { databaseUrl, onServer, testRun } from './database';
import { findPostgres } from './findPostgres';
import { findRedis } from './findRedis';

/** Once a run: finds the servers, says which, and makes the migrated template database that test files copy. */
export default async function globalSetup(): Promise<void> {
  const [postgres, redis] = await Promise.all([findPostgres(), findRedis()]);
  process.env.RELEVO_TEST_POSTGRES = postgres.url;
  process.env.RELEVO_TEST_REDIS = redis.url;
  process.env.RELEVO_TEST_RUN = `relevo_test_${Math.floor(Date.now() / 1000)}_${process.pid}`;
  process.stderr.write(`Tests run on ${postgres.says} and ${redis.says}.\n`);
  await dropLeftOvers();
  await makeTemplate();
}

// Runs that were killed could not drop theirs; a younger one may belong to a run that is still going on.
async function dropLeftOvers(): Promise<void> {
  const yesterday = Math.floor(Date.now() / 1000) - 86_400;
  await onServer(async (server) => {
    const { rows } = await server.query<{ datname: string }>(
      `select datname from pg_database where datname ~ '^relevo_test_[0-9]+_' and split_part(datname, '_', 3)::bigint < $1`,
      [yesterday],
    );
    for (const { datname } of rows) await server.query(`drop database if exists ${datname} with (force)`);
  });
}

async function makeTemplate(): Promise<void> {
  const template = `${testRun()}_template`;
  await onServer((server) => server.query(`create database ${template} template template0 encoding 'UTF8'`));
  const pool = createPool({ url: databaseUrl(template), max: 1 });
  await migrate(pool).finally(() => pool.end());
}
