import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLog, type LogFields } from '../src/log';
import { projectFile } from '../src/projectFiles';
import { freshDatabase } from './setup/database';

const canaries = [
  'Rosalba Quintero',
  '573001112233',
  '3001112233',
  '52123456',
  'wamid.HBgMNTczMDAxMTEyMjMz',
  'me pega',
];
const id = '0b8f6f6e-6a5e-4a55-9d3c-0d8a3f6a1f10';

test('what the operator needs is written, one JSON line with the time and the level', () => {
  const fields = { conversation: id, seq: '12', ms: 3.5, outcome: 'done', code: '23505', status: 200, version: '18.4' };
  const line = written(fields, 'A turn ended.');
  expect(line).toEqual({
    ...fields,
    level: 'info',
    msg: 'A turn ended.',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
  });
});

test('nested figures pass by the same list', () => {
  const backlog = { inbox: { waiting: 1, late: 0 }, outbox: [{ standing: 'due', depth: 2, phone: '573001112233' }] };
  expect(written(backlog)).toMatchObject({
    inbox: { waiting: 1, late: 0 },
    outbox: [{ standing: 'due', depth: 2, withheld: 1 }],
  });
});

test('an error told by its class and code passes', () => {
  for (const fault of ['error 23505', 'TypeError', 'Error ECONNRESET']) expect(written({ fault }).fault).toBe(fault);
  for (const fault of ['error 52123456', 'Error Rosalba Quintero', 'me pega'])
    expect(written({ fault }).fault).toEqual({ name: 'string' });
});

test('a URL is written without its query and its credentials', () => {
  const line = written({ url: 'https://user:pw@graph.facebook.com/v25.0/messages?access_token=secret#x' });
  expect(line.url).toBe('https://graph.facebook.com/v25.0/messages');
});

test('an error is its name, its code and where it was thrown, and so are its causes', () => {
  const cause = Object.assign(new TypeError('Rosalba Quintero'), { code: 'ECONNRESET' });
  const line = written({ fault: new Error('573001112233', { cause }) });
  expect(line.fault).toMatchObject({ name: 'Error', cause: { name: 'TypeError', code: 'ECONNRESET' } });
  expect(line.fault.at[0]).toContain('log.test.ts');
});

test('a unique violation of Postgres does not tell the values', async () => {
  const { pool } = await freshDatabase();
  await pool.query('create table paper (number text unique)');
  const insert = () => pool.query(`insert into paper values ('52123456')`);
  await insert();
  const fault = await insert().catch((thrown) => thrown);
  expect(String(fault.detail)).toContain('52123456');
  const line = written({ fault });
  expect(line.fault).toMatchObject({ name: 'error', code: '23505' });
  expect(JSON.stringify(line)).not.toContain('52123456');
});

describe.each(canaries)('%s is written nowhere', (canary) => {
  const error = Object.assign(new Error(`Key (doc)=(${canary}) already exists\n    at ${canary} (x.ts:1:1)`), {
    detail: canary,
    where: { deep: [canary] },
    code: canary,
  });
  const everywhere: [string, object][] = [
    [
      'under names that are not on the list',
      { text: canary, phone: canary, body: { text: canary }, err: error, [canary]: 1 },
    ],
    ['deep inside', { inbox: { message: { from: canary } }, outbox: [[{ body: canary }], canary] }],
    ['in an error', { fault: error, error, cause: new Error('x', { cause: error }) }],
    ['thrown as it is', { fault: canary, error: [canary] }],
    [
      'in an object that looks like a note of an error',
      { fault: { name: 'Error', message: canary, at: [canary], cause: { canary } } },
    ],
    ['in the query of a URL', { url: `https://graph.facebook.com/?to=${encodeURIComponent(canary)}` }],
  ];

  test.each(everywhere)('%s', (_where, fields) => {
    expect(JSON.stringify(written(fields as LogFields))).not.toContain(canary);
  });
});

test.each(canaries)('%s does not pass under any name on the list', (canary) => {
  const names: (keyof LogFields)[] = [
    'conversation',
    'turn',
    'id',
    'code',
    'status',
    'kind',
    'name',
    'outcome',
    'channel',
  ];
  const fields = Object.fromEntries(names.map((name) => [name, canary]));
  const nothing = { level: 'info', msg: 'x', time: expect.anything() };
  expect(written({ ...fields, route: `/${canary}`, url: `https://x/${canary}` })).toEqual({ ...nothing, withheld: 11 });
  expect(written({ at: [canary], count: Number(canary) * 100 })).toEqual({ ...nothing, at: [], withheld: 1 });
});

test('a line below the level is not written', () => {
  const lines: string[] = [];
  const log = createLog('warn', { write: (line) => lines.push(line) });
  log.info({}, 'no');
  log.warn({}, 'yes');
  expect(lines.map((line) => JSON.parse(line).msg)).toEqual(['yes']);
});

test('every message in src is a sentence that never changes', () => {
  const calls = sources(projectFile('src')).flatMap((file) => logCalls(readFileSync(file, 'utf8')));
  expect(calls.length).toBeGreaterThan(0);
  // `operator` is a sentence of the table of Meta's errors, `message` a parameter that is given a literal.
  for (const call of calls) expect(call).toMatch(/,\s+('[^'\n]+'|message|operator|`[^`$]+\$\{operator\}`)\)$/);
});

function logCalls(source: string): string[] {
  return [...source.matchAll(/\blog\??\.(?:debug|info|warn|error)\(/g)].map(({ 0: start, index }) => {
    let end = index + start.length;
    for (let open = 1; open > 0 && end < source.length; end++)
      open += Number(source[end] === '(') - Number(source[end] === ')');
    return source.slice(index, end).replace(/,\s*\)$/, ')');
  });
}

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));
}

function written(fields: LogFields, message = 'x') {
  let line = '';
  createLog('info', { write: (text) => (line = text) }).info(fields, message);
  return JSON.parse(line);
}
