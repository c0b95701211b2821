import { readFlags } from '../bench/flags';
import { table } from './verdict';
import { webSoak } from './webSoak';

/** `npm run soak:web`. Exit code 0 only if every invariant holds. */
async function main(): Promise<void> {
  const { seconds, sockets, seed = Date.now() % 2 ** 31, kill } = readFlags({ name: 'soak:web', does, flags });
  const options = { seconds, sockets, seed, paceMs: 6_000, cutMs: 10_000 };
  console.log(`Web chat of ${options.sockets} sockets for ${options.seconds} s, seed ${seed}.`);
  const report = await webSoak({
    ...options,
    killMs: kill * 1000,
    progress: (line) => console.log(line),
  });
  console.log(table(report));
  process.exit(report.holds ? 0 : 1);
}

const does = `Holds many sockets of the web chat on two processes, cuts them and brings them back, and kills one process again and
again. Exit code 0 only if no message was lost, doubled or out of order.`;

const flags = {
  seconds: { kind: 'number', usual: 120, says: 'how long visitors chat' },
  sockets: { kind: 'number', usual: 500, says: 'how many visitors' },
  seed: { kind: 'number', says: 'the same visitors again; else drawn' },
  kill: { kind: 'number', usual: 15, says: 'seconds between two kills' },
} as const;

main().catch((fault) => {
  console.error(fault);
  process.exit(1);
});
