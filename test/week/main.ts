import { writeFileSync } from 'node:fs';
import { Pool } from 'pg';
import { migrate } from '../../src/db/migrate';
import { readFlags } from '../bench/flags';
import { inScratch, ownServer } from '../bench/scratch';
import { table } from '../chaos/verdict';
import { playWeek } from './week';

/** `npm run week`. Exit code 0 only if everything holds. */
async function main(): Promise<void> {
  const wish = readFlags({ name: 'week', does, flags });
  const { people: caregivers, days, processes, seed = Date.now() % 2 ** 31, json } = wish;
  // As many instructors and meetings for each caregiver as in the whole week.
  const instructors = Math.max(2, Math.round((60 * caregivers) / 2000));
  const sessions = Math.max(4, Math.round((((214 * caregivers) / 2000) * Math.min(days, 6)) / 6));
  const size = { caregivers, instructors, sessions, days, processes, seed };
  console.log(
    `${days} days of ${caregivers} caregivers and ${instructors} instructors, ${sessions} meetings, seed ${seed}.`,
  );
  const report = await inScratch(wish.database, async (databaseUrl) => {
    const pool = new Pool({ connectionString: databaseUrl, max: 1 });
    await migrate(pool);
    await pool.end();
    const logLevel = wish.log;
    return playWeek({ ...size, databaseUrl, progress: (line) => console.log(line), ...(logLevel && { logLevel }) });
  });
  console.log(table(report, 'Week'));
  if (json) writeFileSync(json, `${JSON.stringify(report, null, 2)}\n`);
  process.exit(report.holds ? 0 : 1);
}

const does = `Plays days of a city on a clock of its own, with every fault of Meta's stand-in, and puts what everybody was told to what
stands in the database and the exports. Exit code 0 only if nothing was lost, doubled, oversold or untrue.`;

const flags = {
  people: { kind: 'number', usual: 2000, says: 'how many caregivers; instructors and meetings go with it' },
  days: { kind: 'number', usual: 7, says: 'how many days' },
  processes: { kind: 'number', usual: 2, says: 'how many services work side by side' },
  seed: { kind: 'number', says: 'the same days again; else drawn' },
  json: { kind: 'text', says: 'a file for the whole report' },
  log: { kind: 'text', says: "the level of the service's own log: info, debug …; else nothing of it" },
  database: ownServer,
} as const;

main().catch((fault) => {
  console.error(fault);
  process.exit(1);
});
