import { readConfig } from '../config';
import { migrate } from '../db/migrate';
import { openDatabase } from '../db/open';

/** `npm run migrate`: brings the database up to this version's schema and says what it did. */
async function main(): Promise<void> {
  const database = await openDatabase(readConfig(process.env), { max: 1 });
  const applied = await migrate(database.pool).finally(database.close);
  console.log(applied.length > 0 ? `Applied ${applied.join(', ')}.` : 'The database was up to date.');
}

main().catch((fault) => {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
});
