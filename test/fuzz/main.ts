import { parseArgs } from 'node:util';
import { migrate } from '../../src/db/migrate';
import { createPool } from '../../src/db/pool';
import { inScratch } from '../bench/scratch';
import { fuzz } from './fuzz';

const { values } = parseArgs({
  options: {
    database: { type: 'string', default: 'postgres://postgres@127.0.0.1:5432/postgres' },
    bodies: { type: 'string', default: '200000' },
    seed: { type: 'string', default: '1' },
  },
});

/** `npm run fuzz`: fires mutated webhooks and prints how it went; exit code 1 if any was not answered as it must be. */
async function main(): Promise<void> {
  const figures = await inScratch(values.database, async (url) => {
    const pool = createPool({ url, max: 1, queryTimeout: 60_000 });
    await migrate(pool).finally(() => pool.end());
    return fuzz(url, Number(values.bodies), Number(values.seed));
  });
  console.log(JSON.stringify({ ...figures, bad: figures.bad.slice(0, 20) }, null, 2));
  const isGood = figures.bad.length + figures.turnFaults + figures.unhandled.length === 0;
  process.exitCode = isGood ? 0 : 1;
}

void main();
