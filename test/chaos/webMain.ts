import { parseArgs } from 'node:util';
import { table } from './verdict';
import { webSoak } from './webSoak';

/** npm run soak:web -- --seconds N --sockets N --seed N --kill SECONDS. Exit code 0 only if every invariant holds. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: flags });
  const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed);
  const options = {
    seconds: Number(values.seconds),
    sockets: Number(values.sockets),
    seed,
    paceMs: 6_000,
    cutMs: 10_000,
  };
  console.log(`Web chat of ${options.sockets} sockets for ${options.seconds} s, seed ${seed}.`);
  const report = await webSoak({
    ...options,
    killMs: Number(values.kill) * 1000,
    progress: (line) => console.log(line),
  });
  console.log(table(report));
  process.exit(report.holds ? 0 : 1);
}

const flags = {
  seconds: { type: 'string', default: '120' },
  sockets: { type: 'string', default: '500' },
  seed: { type: 'string' },
  kill: { type: 'string', default: '15' },
} as const;

main().catch((fault) => {
  console.error(fault);
  process.exit(1);
});
