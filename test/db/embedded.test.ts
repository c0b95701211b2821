import { spawn } from 'node:child_process';
import { chmod, chown, lstat, mkdtemp, readFile, readlink, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { type Embedded, startEmbedded } from '../../src/db/embedded';
import { projectFile } from '../../src/projectFiles';

const isRoot = process.getuid?.() === 0;
const asRoot = isRoot ? test : test.skip;

describe('the embedded Postgres', () => {
  let folder: string;
  const started: Embedded[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'relevo-embedded-'));
    await chmod(folder, 0o755);
  });
  afterEach(async () => {
    for (const { stop } of started.splice(0)) await stop();
    const data = join(folder, 'postgres');
    if ((await lstat(data).catch(() => undefined))?.isSymbolicLink())
      await rm(await readlink(data), { recursive: true });
    await rm(folder, { recursive: true });
  });

  test('keeps what was written from one start to the next', async () => {
    const first = await start();
    await ask(first.url, `create table note (text text); insert into note values ('kept')`);
    await first.stop();
    await expect(ask(first.url, 'select 1')).rejects.toThrow();
    const second = await start();
    await expect(ask(second.url, 'select text from note')).resolves.toEqual([{ text: 'kept' }]);
  });

  test('is Postgres 14 or newer in UTF-8, durable, on the loopback only, behind a password only we can read', async () => {
    const { url } = await start();
    const [setting] = await ask(
      url,
      `select current_setting('server_version_num')::int >= 140000 as new_enough, current_setting('fsync') as fsync,
              current_setting('server_encoding') as encoding, current_setting('listen_addresses') as listens,
              lower('ÁÑ') as lower`,
    );
    expect(setting).toEqual({ new_enough: true, fsync: 'on', encoding: 'UTF8', listens: '127.0.0.1', lower: 'áñ' });
    expect((await stat(join(folder, 'postgres.password'))).mode & 0o777).toBe(0o600);
    const guess = new URL(url);
    guess.password = 'guess';
    await expect(ask(guess.href, 'select 1')).rejects.toThrow('password authentication failed');
  });

  test('comes again at the same URL when its server is killed, with what was committed', async () => {
    const { url } = await start();
    await ask(url, 'create table note (text text)');
    await ask(url, `insert into note values ('kept')`);
    process.kill(await serverId(), 'SIGKILL');
    await expect(eventually(() => ask(url, 'select text from note'))).resolves.toEqual([{ text: 'kept' }]);
  });

  test('started twice is shared, and goes on for the second when the first stops', async () => {
    const [first, second] = await Promise.all([start(), start()]);
    expect(second.url).toBe(first.url);
    await ask(first.url, 'create table note (text text)');
    await first.stop();
    await expect(eventually(() => ask(second.url, 'select text from note'))).resolves.toEqual([]);
  });

  test('ends with a process that is killed, and starts again', async () => {
    const { url, kill } = await startElsewhere();
    await ask(url, `create table note (text text); insert into note values ('kept')`);
    await kill();
    const again = await start();
    await expect(ask(again.url, 'select text from note')).resolves.toEqual([{ text: 'kept' }]);
    if (new URL(again.url).port !== new URL(url).port) await expect(ask(url, 'select 1')).rejects.toThrow();
  });

  test('starts over a postmaster.pid whose number now belongs to another program', async () => {
    const { url, stop } = await start();
    await ask(url, 'create table note (text text)');
    const pidFile = join(folder, 'postgres', 'postmaster.pid');
    const left = (await readFile(pidFile, 'utf8')).split('\n');
    await stop();
    await writeFile(pidFile, [String(process.pid), ...left.slice(1)].join('\n'));
    const again = await start();
    await expect(ask(again.url, 'select text from note')).resolves.toEqual([]);
  });

  test('whose password file was exchanged says so', async () => {
    const { stop } = await start();
    await stop();
    await writeFile(join(folder, 'postgres.password'), 'another');
    await expect(start()).rejects.toThrow('was made with another password than the one in postgres.password');
  });

  test('made by another version of Postgres says so', async () => {
    const { stop } = await start();
    await stop();
    await writeFile(join(folder, 'postgres', 'PG_VERSION'), '13\n');
    await expect(start()).rejects.toThrow('was made by Postgres 13');
  });

  test('says what to do where npm has no Postgres for the machine', async () => {
    const arch = Object.getOwnPropertyDescriptor(process, 'arch') ?? {};
    Object.defineProperty(process, 'arch', { ...arch, value: 'pdp11' });
    await expect(start().finally(() => Object.defineProperty(process, 'arch', arch))).rejects.toThrow(
      /no embedded Postgres for \w+ on pdp11 .*: set DATABASE_URL/,
    );
  });

  asRoot('keeps its data elsewhere, with a link, where only root may enter', async () => {
    await chmod(folder, 0o700);
    const { url, stop } = await start();
    await ask(url, 'create table note (text text)');
    await stop();
    expect(await readlink(join(folder, 'postgres'))).toMatch(/^\/var\/lib\/relevo\/postgres-/);
    const again = await start();
    await expect(ask(again.url, 'select text from note')).resolves.toEqual([]);
  });

  asRoot('runs for an ordinary user as that user, and afterwards for root as that user too', async () => {
    await chown(folder, 65534, 65534);
    const { kill } = await startElsewhere({ uid: 65534, gid: 65534 });
    await kill();
    await start();
    expect((await stat(join(folder, 'postgres', 'PG_VERSION'))).uid).toBe(65534);
  });

  async function start(): Promise<Embedded> {
    const embedded = await startEmbedded(folder);
    started.push(embedded);
    return embedded;
  }

  async function startElsewhere(
    as: { uid?: number; gid?: number } = {},
  ): Promise<{ url: string; kill: () => Promise<void> }> {
    const script = `require('./src/db/embedded.ts').startEmbedded(${JSON.stringify(folder)}).then(({ url }) => console.log(url))`;
    const hook = require.resolve('../setup/typescript.cjs');
    const other = spawn(process.execPath, ['-r', hook, '-e', script], {
      ...as,
      cwd: projectFile(),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise<void>((resolve) => other.once('exit', () => resolve()));
    const url = await new Promise<string>((resolve, reject) => {
      other.stdout.once('data', (line) => resolve(String(line).trim()));
      other.once('exit', () => reject(new Error('The other process could not start Postgres.')));
    });
    const kill = () => {
      other.kill('SIGKILL');
      return ended;
    };
    return { url, kill };
  }

  async function serverId(): Promise<number> {
    return Number((await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);
  }
});

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 1000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function eventually<T>(work: () => Promise<T>): Promise<T> {
  for (const end = Date.now() + 10_000; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
    try {
      return await work();
    } catch (fault) {
      if (Date.now() > end) throw fault;
    }
  }
}
