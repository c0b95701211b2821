import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshDatabase } from '../../setup/database';
import { program } from '../program';

const DATA_KEY = Buffer.alloc(32, 7).toString('base64');
let folder: string;
let env: { DATABASE_URL: string; DATA_KEY: string };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relevo-faults-'));
  env = { DATABASE_URL: (await freshDatabase()).url, DATA_KEY };
});
afterAll(() => rm(folder, { recursive: true }));

test('a file that is not there, a folder, and a place where none can be written are told in words', async () => {
  const days = ['--from', '2025-03-04', '--to', '2025-03-04'];
  const away = join(folder, 'away.csv');
  await expect(program('admin.ts', { env, args: ['import', 'sites', away] })).resolves.toEqual({
    code: 1,
    stdout: '',
    stderr: `There is no file or folder "${away}".\n`,
  });
  await expect(program('admin.ts', { env, args: ['import', 'sites', folder] })).resolves.toMatchObject({
    code: 1,
    stderr: 'A file is needed, and this is a folder.\n',
  });
  const nowhere = join(folder, 'away', 'a.csv');
  await expect(
    program('admin.ts', { env, args: ['export', 'attendance', ...days, '--out', nowhere] }),
  ).resolves.toMatchObject({ code: 1, stderr: `There is no file or folder "${nowhere}".\n` });
});

test('words that are not understood are told alone, so that nothing pushes that off the screen', async () => {
  await expect(program('admin.ts', { env: {}, args: ['reviews', 'show', 'x'] })).resolves.toEqual({
    code: 2,
    stdout: '',
    stderr: 'reviews show needs the number "reviews list" gives.\n"npm run admin -- help" tells what there is.\n',
  });
  await expect(program('admin.ts', { env: {}, args: ['help'] })).resolves.toMatchObject({
    code: 0,
    stdout: expect.stringContaining('enrolments end'),
  });
});

test('an empty export says so', async () => {
  const out = join(folder, 'none.csv');
  const args = ['export', 'attendance', '--from', '2025-03-04', '--to', '2025-03-04', '--out', out];
  await expect(program('admin.ts', { env, args })).resolves.toMatchObject({
    code: 0,
    stdout: `${out} is written: nothing was held in these days, or the other words leave all of it out.\n`,
  });
});
