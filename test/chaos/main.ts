import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { soak } from './soak';
import { table } from './verdict';

/** npm run chaos -- --seconds N --people N --seed N --json FILE. Exit code 0 only if every invariant holds. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: flags });
  const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed);
  const options = { seconds: Number(values.seconds), people: Number(values.people), seed };
  console.log(`Soak of ${options.seconds} s with ${options.people} people at a time, seed ${seed}.`);
  const report = await soak({ ...options, progress: (line) => console.log(line) });
  console.log(table(report));
  console.log(JSON.stringify(report));
  if (values.json) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
  process.exit(report.holds ? 0 : 1);
}

const flags = {
  seconds: { type: 'string', default: '480' },
  people: { type: 'string', default: '60' },
  seed: { type: 'string' },
  json: { type: 'string' },
} as const;

main().catch((fault) => {
  console.error(fault);
  process.exit(1);
});
