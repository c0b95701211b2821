import { migrate } from '../../src/db/migrate';
import { createPool } from '../../src/db/pool';
import { readFlags } from '../bench/flags';
import { inScratch, ownServer } from '../bench/scratch';
import { fuzz } from './fuzz';

const { database, bodies, seed } = readFlags({
  name: 'fuzz',
  does: 'Fires mutated webhooks at what takes them. Exit code 0 only if each was answered as it must be.',
  flags: {
    database: ownServer,
    bodies: { kind: 'number', usual: 200_000, says: 'how many webhooks' },
    seed: { kind: 'number', usual: 1, says: 'which ones; the same again by the same' },
  },
});

/** `npm run fuzz`: fires mutated webhooks and prints how it went; exit code 1 if any was not answered as it must be. */
async function main(): Promise<void> {
  const figures = await inScratch(database, async (url) => {
    const pool = createPool({ url, max: 1, queryTimeout: 60_000 });
    await migrate(pool).finally(() => pool.end());
    const progress = (line: string) => console.error(line);
    return fuzz(url, { bodies, seed, progress });
  });
  console.log(JSON.stringify({ ...figures, bad: figures.bad.slice(0, 20) }, null, 2));
  const isGood = figures.bad.length + figures.turnFaults + figures.unhandled.length === 0;
  process.exitCode = isGood ? 0 : 1;
}

void main();
