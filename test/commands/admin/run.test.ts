import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { parse } from 'csv-parse/sync';
import type { Pool } from 'pg';
import { readCommand } from '../../../src/commands/admin/command';
import { run } from '../../../src/commands/admin/run';
import { acceptMessages, conversationsWaiting } from '../../../src/db/inbox';
import { failMessage } from '../../../src/db/turns';
import { readPrices } from '../../../src/domain/prices';
import { usualTerms } from '../../../src/services/offers';
import { tokenInForce } from '../../../src/services/tokens';
import { files, importClassOf34, importProgramme, now, timeZone, vault } from '../../services/programme';
import { opened } from '../../services/workbook/opened';
import { freshDatabase } from '../../setup/database';
import { textFrom } from '../../setup/inbound';

let pool: Pool;
let folder: string;
beforeEach(async () => {
  ({ pool } = await freshDatabase());
  folder = await mkdtemp(join(tmpdir(), 'relevo-admin-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Runs a command line; gives its exit code and what it said where. */
async function admin(...words: string[]) {
  const [said, complained, written]: [string[], string[], string[]] = [[], [], []];
  const output = new Writable({
    write(chunk, _, done) {
      written.push(String(chunk));
      done();
    },
  });
  const read = readCommand(words);
  if (!read.ok) throw new Error(read.fault);
  const talk = { say: (line: string) => said.push(line), complain: (line: string) => complained.push(line) };
  const templates = {
    config: { graphUrl: '', graphVersion: 'v25.0', publicUrl: 'https://relevo.example' },
    files: new Map(),
  };
  const flows = { config: templates.config, files: [] };
  const tools = {
    pool,
    vault,
    timeZone,
    now,
    ask: async () => '',
    output,
    prices: readPrices('USD,service=0.0008'),
    offerTerms: usualTerms,
    templates,
    flows,
  };
  const code = await run(read.command, { ...tools, ...talk });
  return { code, said, complained, written: written.join('') };
}

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

test('a programme is imported file by file, and again without a change', async () => {
  for (const kind of ['sites', 'services', 'instructors', 'classes'] as const) {
    const path = await file(`${kind}.csv`, files[kind]);
    const rows = files[kind].split('\n').length - 1;
    await expect(admin('import', kind, path)).resolves.toMatchObject({
      code: 0,
      said: [`${kind}: ${rows} rows read, ${rows} new.`],
      complained: [],
    });
    await expect(admin('import', kind, path)).resolves.toMatchObject({
      code: 0,
      said: [`${kind}: ${rows} rows read, 0 new.`],
    });
  }
});

test('a file of one row is told as one', async () => {
  const path = await file('services.csv', 'code,name,category\nYOGA,Yoga,respite');
  await expect(admin('import', 'services', path)).resolves.toMatchObject({
    said: ['services: 1 row read, 1 new.'],
  });
});

test('a file with faults imports nothing and says them all', async () => {
  const path = await file(
    'sites.csv',
    'code,kind,name,locality,address,latitude,longitude\nA,hut,Uno,Suba,,,\nB,block,Dos,,,,',
  );
  await expect(admin('import', 'sites', path)).resolves.toEqual({
    code: 1,
    said: [],
    complained: [
      'row 2, column "kind": "hut" is not one of block, bus, home',
      'row 3, column "locality": is empty',
      'Nothing was imported: 2 faults.',
    ],
    written: '',
  });
});

test('a file that is not there is a fault that names it', async () => {
  await expect(admin('import', 'sites', join(folder, 'none.csv'))).rejects.toThrow('none.csv');
});

test('attendance goes to the output, or to a file that only its owner reads', async () => {
  await importProgramme(pool);
  await importClassOf34(pool);
  const wish = ['export', 'attendance', '--from', '2025-03-04', '--to', '2025-03-04', '--class', 'MAN-34'];
  const { code, written } = await admin(...wish);
  expect(code).toBe(0);
  expect(parse(written, { bom: true })).toHaveLength(35);
  const out = join(folder, 'march.csv');
  const said = [`${out} is written: 34 entries.`];
  await expect(admin(...wish, '--out', out)).resolves.toMatchObject({ code: 0, written: '', said });
  await expect(readFile(out, 'utf8')).resolves.toBe(written);
  expect((await stat(out)).mode & 0o777).toBe(0o600);
});

test('a workbook is a file', async () => {
  await importProgramme(pool);
  await importClassOf34(pool);
  const out = join(folder, 'march.xlsx');
  const wish = ['export', 'attendance', '--from', '2025-03-04', '--to', '2025-03-04', '--format', 'xlsx', '--out', out];
  await expect(admin(...wish)).resolves.toMatchObject({ code: 0, written: '' });
  expect(opened(await readFile(out))[0]?.rows).toHaveLength(35);
});

test('an export that fails half-way leaves no file', async () => {
  await importProgramme(pool);
  await importClassOf34(pool);
  await pool.query(`update person set document_cipher = '\\x00' where last_names = 'Ñáñez'`);
  const wish = ['export', 'attendance', '--from', '2025-03-04', '--to', '2025-03-04', '--out', join(folder, 'x.csv')];
  await expect(admin(...wish)).rejects.toThrow('sealed document number');
  await expect(readdir(folder)).resolves.toEqual([]);
});

test('an export that cannot be made says all that is wrong with it', async () => {
  await expect(admin('export', 'attendance', '--from', 'x', '--site', 'NO')).resolves.toMatchObject({
    code: 2,
    complained: [
      'from must be a date of the form 2025-01-31',
      'to is missing: a date of the form 2025-01-31',
      'site: no site has this code',
    ],
    written: '',
  });
});

test('a token is printed once and works until it is revoked', async () => {
  const { said } = await admin('token', 'add', 'tablero');
  expect(said).toHaveLength(1);
  await expect(tokenInForce(pool, `Bearer ${said[0]}`)).resolves.toMatchObject({ name: 'tablero' });
  await expect(admin('token', 'revoke', 'tablero')).resolves.toMatchObject({
    code: 0,
    said: ['Revoked the token "tablero".'],
  });
  await expect(tokenInForce(pool, `Bearer ${said[0]}`)).resolves.toBeUndefined();
  await expect(admin('token', 'revoke', 'tablero')).resolves.toMatchObject({
    code: 1,
    complained: ['No token in force has the name "tablero".'],
  });
});

test('a parked message is listed without what it says, and is worked again when replayed', async () => {
  const { conversations } = await acceptMessages(pool, [textFrom('573009990033', 'secreto')]);
  const [id = ''] = conversations;
  const { rows } = await pool.query('select seq from inbox where conversation_id = $1', [id]);
  for (let time = 1; time <= 3; time += 1) await failMessage(pool, rows[0].seq, randomUUID(), { text: 'Perdón.' });
  await expect(conversationsWaiting(pool, 10)).resolves.toEqual([]);
  const { said } = await admin('parked', 'list');
  expect(said).toEqual([expect.stringMatching(new RegExp(`^\\S+ \\S+  whatsapp  ${id}  1$`))]);
  await expect(admin('parked', 'replay', id)).resolves.toMatchObject({
    code: 0,
    said: ['One message is back in line.'],
  });
  await expect(conversationsWaiting(pool, 10)).resolves.toEqual([id]);
  await expect(admin('parked', 'list')).resolves.toMatchObject({ said: ['No message is parked.'] });
  await expect(admin('parked', 'replay', id)).resolves.toMatchObject({ code: 1, said: [] });
});

test('what staff have to decide is listed without saying who it is about, until it is decided', async () => {
  await expect(admin('reviews', 'list')).resolves.toMatchObject({ said: ['Nothing waits for a decision.'] });
  const subjects = [randomUUID(), randomUUID()].sort();
  await pool.query(`select open_review('address_conflict', $1, '{"by": "phone"}')`, [subjects]);
  const { said } = await admin('reviews', 'list');
  const [, id = ''] = /^(\d+) {2}/.exec(said[0] ?? '') ?? [];
  expect(said).toEqual([
    expect.stringMatching(
      new RegExp(`^${id}  \\S+ \\S+  address_conflict  ${subjects.join(' ')}  two talks have come to share a phone$`),
    ),
  ]);
  await expect(admin('reviews', 'decide', id, 'two', 'people')).resolves.toMatchObject({
    code: 0,
    said: ['It is noted.'],
  });
  await expect(admin('reviews', 'decide', id, 'one')).resolves.toMatchObject({
    code: 1,
    complained: [`No open review has the number ${id}.`],
  });
  await expect(admin('reviews', 'list')).resolves.toMatchObject({ said: ['Nothing waits for a decision.'] });
});

test('addresses nobody is reached at are listed without what they are', async () => {
  await expect(admin('addresses', 'dead')).resolves.toMatchObject({
    said: ['Everybody who was written to was reached.'],
  });
  const { conversations } = await acceptMessages(pool, [textFrom('573009990044', 'hola')]);
  await pool.query(
    `update address set undeliverable_at = now(), undeliverable_code = 131026 where value = '573009990044'`,
  );
  const { said } = await admin('addresses', 'dead');
  expect(said).toEqual([expect.stringMatching(new RegExp(`phone  ${conversations[0]}  It cannot be delivered`))]);
  expect(said.join()).not.toContain('573009990044');
});

test('a session is reopened until the end of a day, with whose leave', async () => {
  await importProgramme(pool);
  await importClassOf34(pool);
  const reopen = (...words: string[]) =>
    admin('sessions', 'reopen', ...words, '--reason', 'lista en papel', '--by', 'Ana');
  expect(await reopen('MAN-34', '2025-03-04', '--until', '2025-04-30')).toMatchObject({
    code: 0,
    said: ['MAN-34 of 2025-03-04 may be marked until the end of 2025-04-30.'],
  });
  const { rows } = await pool.query('select until, reason, reopened_by from session_reopening');
  expect(rows).toEqual([{ until: new Date('2025-05-01T05:00:00Z'), reason: 'lista en papel', reopened_by: 'Ana' }]);
  expect(await reopen('MAN-34', '2025-03-05', '--until', '2025-04-30')).toMatchObject({
    code: 1,
    complained: ['MAN-34 has no session on 2025-03-05.'],
  });
  expect((await reopen('MAN-34', '2025-03-04', '--until', '2025-03-01')).code).toBe(2);
});
