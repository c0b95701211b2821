import { execFile, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import {
  chown,
  lstat,
  mkdir,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { postgresBinaries } from './embeddedBinaries';

/** Where the embedded Postgres lives and as whom it runs; `runAs` is empty where that is ourselves. */
export type Place = { binaries: string; data: string; log: string; password: string; runAs: RunAs };
type RunAs = { uid?: number; gid?: number };

// "nobody" everywhere; no account has to be made for it.
const nobody = { uid: 65534, gid: 65534 };
const rootsPlace = '/var/lib/relevo';

/** Makes ready what a start needs: binaries, password, and an initialised data folder, kept from one start to the next. */
export async function makePlace(dataDir: string): Promise<Place> {
  if (process.platform === 'win32')
    throw new Error('The embedded Postgres does not run on Windows itself: use WSL, or set DATABASE_URL.');
  const home = resolve(dataDir);
  await mkdir(home, { recursive: true });
  const data = await dataFolder(home);
  const runAs = await account(data);
  const binaries = isRoot()
    ? await postgresBinaries(rootsPlace, 'from a copy')
    : await postgresBinaries(home, 'in place');
  const place = {
    binaries: binaries.folder,
    data,
    log: join(home, 'postgres.log'),
    password: await password(join(home, 'postgres.password')),
    runAs,
  };
  if (!existsSync(join(data, 'PG_VERSION'))) await initialise(place);
  await checkVersion(data, binaries.major);
  return place;
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

// Postgres refuses to run as root, and whoever it runs as must be able to walk to its data. A checkout under /root is
// closed to everybody else: then the data lie elsewhere, and a link in DATA_DIR says where.
async function dataFolder(home: string): Promise<string> {
  const data = join(home, 'postgres');
  const entry = await lstat(data).catch(() => undefined);
  if (entry?.isSymbolicLink()) return resolve(home, await readlink(data));
  if (entry || !isRoot() || canEnter(home, nobody)) return data;
  await mkdir(rootsPlace, { recursive: true, mode: 0o755 });
  const elsewhere = join(rootsPlace, `postgres-${randomBytes(6).toString('hex')}`);
  await symlink(elsewhere, data);
  return elsewhere;
}

function canEnter(folder: string, runAs: RunAs): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...runAs, cwd: '/', stdio: 'ignore' }).status === 0;
}

async function account(data: string): Promise<RunAs> {
  const owner = await stat(data).catch(() => undefined);
  if (isRoot()) return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : nobody;
  if (owner && owner.uid !== process.getuid?.())
    throw new Error(
      `${data} belongs to another user (number ${owner.uid}): start as that user or as root, or set DATA_DIR.`,
    );
  return {};
}

async function password(file: string): Promise<string> {
  const fresh = randomBytes(24).toString('base64url');
  return writeFile(file, fresh, { flag: 'wx', mode: 0o600 }).then(
    () => fresh,
    () => readFile(file, 'utf8'),
  );
}

// Made beside its place and then renamed: an initdb that was killed half-way is never taken for a database.
async function initialise({ binaries, data, password, runAs }: Place): Promise<void> {
  await removeHalfMade(data);
  const making = `${data}.new-${process.pid}-${randomBytes(4).toString('hex')}`;
  const secret = `${making}.password`;
  await mkdir(making, { recursive: true, mode: 0o700 });
  await writeFile(secret, password, { mode: 0o600 });
  if (runAs.uid !== undefined && runAs.gid !== undefined)
    for (const made of [making, secret]) await chown(made, runAs.uid, runAs.gid);
  try {
    await initdb(binaries, making, secret, runAs);
    await rename(making, data).catch((fault) => {
      if (!existsSync(join(data, 'PG_VERSION'))) throw fault;
    });
  } finally {
    await rm(secret, { force: true });
    await rm(making, { recursive: true, force: true });
  }
}

async function initdb(binaries: string, data: string, secret: string, runAs: RunAs): Promise<void> {
  const options = [`--pgdata=${data}`, '--username=relevo', `--pwfile=${secret}`, '--auth=scram-sha-256'];
  // Postgres's own C.UTF-8: the system's is not the same everywhere, and not everywhere there.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  try {
    await promisify(execFile)(join(binaries, 'bin', 'initdb'), [...options, ...locale, '--no-instructions'], {
      ...runAs,
      cwd: '/',
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
    });
  } catch (cause) {
    const said = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : '';
    throw new Error(`The embedded Postgres cannot make ${data} (${said}): set DATABASE_URL to another one.`, { cause });
  }
}

async function removeHalfMade(data: string): Promise<void> {
  const folder = dirname(data);
  for (const name of await readdir(folder)) {
    const maker = name.startsWith(`${basename(data)}.new-`)
      ? Number.parseInt(name.slice(basename(data).length + 5), 10)
      : 0;
    if (maker && !isAlive(maker)) await rm(join(folder, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function checkVersion(data: string, major: string): Promise<void> {
  const made = (await readFile(join(data, 'PG_VERSION'), 'utf8')).trim();
  if (made !== major)
    throw new Error(
      `${data} was made by Postgres ${made}, the embedded one is ${major}: carry the data over with pg_dump, or install the version of Relevo that made them.`,
    );
}
