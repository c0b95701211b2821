import { parseArgs } from 'node:util';

/** What a program does, by its npm name, and the options it takes. */
type Program<Flags> = { name: string; does: string; flags: Flags };

/** An option, and what its value is where it is left out; a switch is on or off. */
type Flag = { says: string } & (
  | { kind: 'number'; usual?: number }
  | { kind: 'text'; usual?: string }
  | { kind: 'switch' }
);

type ValueOf<F extends Flag> = F extends { usual: infer Usual }
  ? Usual extends number
    ? number
    : string
  : F extends { kind: 'switch' }
    ? boolean
    : F extends { kind: 'number' }
      ? number | undefined
      : string | undefined;

/** Reads the options given to this process. `--help` prints what there are and ends it, as does one that is not understood. */
export function readFlags<const Flags extends Record<string, Flag>>(
  program: Program<Flags>,
): { [name in keyof Flags]: ValueOf<Flags[name]> } {
  try {
    const { help, ...given } = parseArgs({ options: { ...asNode(program.flags), help: { type: 'boolean' } } }).values;
    if (!help) return valuesOf(program.flags, given);
    console.log(usageOf(program));
    process.exit(0);
  } catch (fault) {
    console.error(`${(fault as Error).message}\n\n${usageOf(program)}`);
    process.exit(2);
  }
}

function asNode(flags: Record<string, Flag>): { [name: string]: { type: 'string' | 'boolean' } } {
  return Object.fromEntries(
    Object.entries(flags).map(([name, { kind }]) => [name, { type: kind === 'switch' ? 'boolean' : 'string' }]),
  );
}

function valuesOf<Flags extends Record<string, Flag>>(
  flags: Flags,
  given: { [name: string]: string | boolean | undefined },
): { [name in keyof Flags]: ValueOf<Flags[name]> } {
  const values = Object.entries(flags).map(([name, flag]) => [name, read(name, flag, given[name])]);
  return Object.fromEntries(values);
}

function read(name: string, flag: Flag, given: string | boolean | undefined): string | number | boolean | undefined {
  if (flag.kind === 'switch') return given === true;
  if (given === undefined || flag.kind === 'text') return given ?? flag.usual;
  if (typeof given === 'string' && /^\d+(\.\d+)?$/.test(given)) return Number(given);
  throw new Error(`--${name} takes a number, not "${given}".`);
}

function usageOf({ name, does, flags }: Program<Record<string, Flag>>): string {
  const rows = Object.entries(flags).map(([flag, about]) => ({ ...about, left: `--${flag}${VALUES[about.kind]}` }));
  const width = Math.max(0, ...rows.map(({ left }) => left.length));
  const lines = rows.map(
    (row) =>
      `  ${row.left.padEnd(width)}  ${row.says}${'usual' in row && row.usual !== undefined ? ` (${row.usual})` : ''}`,
  );
  return [
    `npm run ${name}${rows.length > 0 ? ' -- [options]' : ''}`,
    '',
    does,
    ...(rows.length > 0 ? [''] : []),
    ...lines,
  ].join('\n');
}

const VALUES = { number: ' N', text: ' TEXT', switch: '' };
