import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFile } from '../../src/projectFiles';
import { freshDatabase } from '../setup/database';

const DATA_KEY = Buffer.alloc(32).toString('base64');

test('a database without tables is migrated, and the second time found up to date', async () => {
  const { url, pool } = await freshDatabase();
  await pool.query('drop schema public cascade; create schema public');
  expect(migrate({ DATABASE_URL: url, DATA_KEY })).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^Applied 0001_/),
  });
  await expect(pool.query('select from conversation')).resolves.toMatchObject({ rows: [] });
  expect(migrate({ DATABASE_URL: url, DATA_KEY })).toMatchObject({
    status: 0,
    stdout: 'The database was up to date.\n',
  });
});

test('without DATABASE_URL the embedded database is migrated, and stopped again', () => {
  const folder = mkdtempSync(join(tmpdir(), 'relevo-migrate-'));
  chmodSync(folder, 0o755);
  const first = migrate({ DATA_DIR: folder });
  const second = migrate({ DATA_DIR: folder });
  rmSync(folder, { recursive: true });
  expect([first, second]).toMatchObject([{ status: 0 }, { status: 0, stdout: 'The database was up to date.\n' }]);
});

test('a wrong environment and a database that is away are said in a sentence, without a stack', () => {
  expect(migrate({ PORT: 'x' })).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/PORT must be a port, 0 to 65535\n$/),
  });
  const away = migrate({ DATABASE_URL: 'postgres://127.0.0.1:1/relevo', DATA_KEY });
  expect(away).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(
      /^The database cannot be opened \(connect ECONNREFUSED 127.0.0.1:1\): .*DATABASE_URL.*\n$/,
    ),
  });
});

function migrate(env: Record<string, string>) {
  const args = ['-r', require.resolve('../setup/typescript.cjs'), projectFile('src', 'commands', 'migrate.ts')];
  return spawnSync(process.execPath, args, { env: { PATH: process.env.PATH, ...env }, encoding: 'utf8' });
}
