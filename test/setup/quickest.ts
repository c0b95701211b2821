/**
 * Milliseconds of the processor that `act` takes, the best of five, as on the machine the limits were set on: another may
 * be slower or busy, what is timed may not.
 */
export function quickest(act: () => unknown): number {
  return best(act) / slowness();
}

/** How many times slower this machine is just now than the one the limits were set on; at least 1. */
export function slowness(): number {
  if (performance.now() - measuredAt > 1_000) {
    measured = Math.max(1, best(knownWork) / KNOWN_WORK_MS);
    measuredAt = performance.now();
  }
  return measured;
}

let measured = 1;
let measuredAt = Number.NEGATIVE_INFINITY;

function best(act: () => unknown): number {
  const times = [1, 2, 3, 4, 5].map(() => {
    const began = process.cpuUsage();
    act();
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

const KNOWN_WORK_MS = 2;
const words = 'la señora María Fernanda llegó tarde pero sí vino con su mamá '.repeat(800);

// What readers do: fold, part into words, respell, count.
function knownWork(): number {
  const folded = words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '');
  const all = folded.match(/\p{L}+/gu) ?? [];
  return new Set(all.map((word) => word.replace(/(.)\1+/g, '$1').replace(/[vw]/g, 'b'))).size;
}
