import { onServer, testRun } from './database';
import { stopEmbeddedPostgres } from './findPostgres';

/** Once a run, at its end: drops the run's databases and stops what the run itself started. */
export default async function globalTeardown(): Promise<void> {
  await onServer(async (server) => {
    const { rows } = await server.query<{ datname: string }>('select datname from pg_database where datname like $1', [
      `${testRun().replaceAll('_', '\\_')}\\_%`,
    ]);
    for (const { datname } of rows) await server.query(`drop database if exists ${datname} with (force)`);
  });
  await stopEmbeddedPostgres();
}
