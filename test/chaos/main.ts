import { writeFileSync } from 'node:fs';
import { readFlags } from '../bench/flags';
import { soak } from './soak';
import { table } from './verdict';

/** `npm run chaos`. Exit code 0 only if every invariant holds. */
async function main(): Promise<void> {
  const { seconds, people, seed = Date.now() % 2 ** 31, json } = readFlags({ name: 'chaos', does, flags });
  const options = { seconds, people, seed };
  console.log(`Soak of ${options.seconds} s with ${options.people} people at a time, seed ${seed}.`);
  const report = await soak({ ...options, progress: (line) => console.log(line) });
  console.log(table(report));
  console.log(JSON.stringify(report));
  if (json) writeFileSync(json, `${JSON.stringify(report, null, 2)}\n`);
  process.exit(report.holds ? 0 : 1);
}

const does = `Kills, cuts and starves two processes, a Postgres and a Redis of its own while people chat, then counts what was lost,
doubled or out of order. Exit code 0 only if nothing was.`;

const flags = {
  seconds: { kind: 'number', usual: 480, says: 'how long people chat' },
  people: { kind: 'number', usual: 60, says: 'how many chat at a time' },
  seed: { kind: 'number', says: 'the same people and troubles again; else drawn' },
  json: { kind: 'text', says: 'a file for the whole report' },
} as const;

main().catch((fault) => {
  console.error(fault);
  process.exit(1);
});
