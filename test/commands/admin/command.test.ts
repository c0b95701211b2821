import { readCommand, usage } from '../../../src/commands/admin/command';

test.each([
  ['import sites sites.csv', { kind: 'import', what: 'sites', file: 'sites.csv' }],
  ['import enrolments /tmp/e.csv', { kind: 'import', what: 'enrolments', file: '/tmp/e.csv' }],
  [
    'export attendance --from 2025-01-01 --to 2025-01-31',
    { kind: 'export', what: 'attendance', wish: { from: '2025-01-01', to: '2025-01-31' } },
  ],
  [
    'export attendance --from a --to b --as-of c --site d --class e --format excel-es --out f',
    {
      ...{ kind: 'export', what: 'attendance', out: 'f' },
      wish: { from: 'a', to: 'b', as_of: 'c', site: 'd', class: 'e', format: 'excel-es' },
    },
  ],
  ['export roster --from a --instructor b', { kind: 'export', what: 'roster', wish: { from: 'a', instructor: 'b' } }],
  ['export open-data --service c', { kind: 'export', what: 'open-data', wish: { service: 'c' } }],
  ['token add tablero', { kind: 'token add', name: 'tablero' }],
  ['token revoke tablero', { kind: 'token revoke', name: 'tablero' }],
  ['help-requests list', { kind: 'help-requests list' }],
  ['reviews list', { kind: 'reviews list' }],
  ['reviews decide 7 two people', { kind: 'reviews decide', id: '7', decision: 'two people' }],
  ['addresses dead', { kind: 'addresses dead' }],
  ['parked list', { kind: 'parked list' }],
  [
    'parked replay 8c7f3f0e-5d7a-4d53-9d7c-0d1a3c2b4e5f',
    { kind: 'parked replay', conversation: '8c7f3f0e-5d7a-4d53-9d7c-0d1a3c2b4e5f' },
  ],
  ['messages unsent', { kind: 'messages unsent' }],
  ['messages unsent --since 2026-11-01', { kind: 'messages unsent', since: '2026-11-01' }],
  ['messages cost --month 2026-11', { kind: 'messages cost', month: '2026-11', format: 'text' }],
  ['messages cost --month 2026-11 --format csv', { kind: 'messages cost', month: '2026-11', format: 'csv' }],
  ['whatsapp templates', { kind: 'whatsapp templates', create: false }],
  ['whatsapp templates --create', { kind: 'whatsapp templates', create: true }],
])('%s', (line, command) => {
  expect(readCommand(line.split(' '))).toEqual({ ok: true, command });
});

test('a session is reopened by a name and for a reason of several words', () => {
  const words = [
    'sessions',
    'reopen',
    'YO-1',
    '2026-11-18',
    '--until',
    '2026-12-01',
    '--reason',
    'lista en papel',
    '--by',
    'Ana',
  ];
  const command = { kind: 'sessions reopen', classCode: 'YO-1', date: '2026-11-18', until: '2026-12-01' };
  expect(readCommand(words)).toEqual({ ok: true, command: { ...command, reason: 'lista en papel', by: 'Ana' } });
});

test.each([
  ['bake', 'There is no command "bake".'],
  ['import', 'import needs one of sites, services, instructors, classes, enrolments.'],
  ['import toString x.csv', 'import needs one of sites, services, instructors, classes, enrolments.'],
  ['import sites', 'import sites needs one file.'],
  ['import sites a.csv b.csv', 'import sites needs one file.'],
  ['export', 'export needs one of attendance, roster, open-data.'],
  ['export valueOf', 'export needs one of attendance, roster, open-data.'],
  ['export open-data --format xlsx', 'export open-data: xlsx needs --out FILE.xlsx.'],
  ['export attendance --format wide-xlsx', 'export attendance: wide-xlsx needs --out FILE.xlsx.'],
  ['export attendance --form x', /^export attendance: Unknown option '--form'/],
  ['export attendance --from', /^export attendance: .*--from/],
  ['export attendance --format xlsx', 'export attendance: xlsx needs --out FILE.xlsx.'],
  ['export attendance 2025', /^export attendance: .*2025/],
  ['sessions', 'sessions knows only "reopen".'],
  ['sessions reopen YO-1 2026-11-18', /^sessions reopen needs CLASS DATE/],
  ['sessions reopen YO-1 18-11 --until 2026-12-01 --reason x --by y', /^sessions reopen needs CLASS DATE/],
  ['sessions reopen --untill x', /^sessions reopen: Unknown option '--untill'/],
  ['token', 'token needs "add" or "revoke".'],
  ['token add', 'token add needs one name.'],
  ['token add two words', 'token add needs one name.'],
  ['token add --help', 'token add needs one name.'],
  ['help-requests', 'help-requests knows only "list".'],
  ['reviews', 'reviews needs "list" or "decide".'],
  ['reviews decide x y', 'reviews decide needs the number "reviews list" gives, and what was decided.'],
  ['reviews decide 7', 'reviews decide needs the number "reviews list" gives, and what was decided.'],
  ['addresses', 'addresses knows only "dead".'],
  ['messages', 'messages needs "unsent" or "cost".'],
  ['messages unsent --since yesterday', 'messages unsent: --since needs a date like 2026-11-01.'],
  ['messages unsent --from x', /^messages unsent: Unknown option '--from'/],
  ['messages cost', 'messages cost needs --month, like 2026-11.'],
  ['messages cost --month 2026-13', 'messages cost needs --month, like 2026-11.'],
  ['messages cost --month 2026-11 --format xlsx', 'messages cost: --format is text or csv.'],
  ['whatsapp', 'whatsapp knows "check", and "templates" with --create or without.'],
  ['whatsapp templates --delete', 'whatsapp knows "check", and "templates" with --create or without.'],
  ['parked', 'parked needs "list" or "replay".'],
  ['parked list x', 'parked needs "list" or "replay".'],
  ['parked replay', 'parked replay needs one conversation, as "parked list" names it.'],
  ['parked replay 12', 'parked replay needs one conversation, as "parked list" names it.'],
])('%s is not understood, and says why', (line, fault) => {
  const read = readCommand(line.split(' '));
  expect(read).toEqual({ ok: false, fault: typeof fault === 'string' ? fault : expect.stringMatching(fault) });
});

test.each([[[]], [['help']], [['--help']]])('%j asks for the usage, which names every command', (words) => {
  expect(readCommand(words)).toEqual({ ok: false });
  for (const name of [
    'import',
    'export attendance',
    'export roster',
    'export open-data',
    'token add',
    'token revoke',
    'help-requests list',
    'reviews list',
    'reviews decide',
    'addresses dead',
    'parked list',
    'parked replay',
  ])
    expect(usage).toContain(name);
});
