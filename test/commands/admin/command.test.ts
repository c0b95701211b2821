import { readCommand, usage } from '../../../src/commands/admin/command';

test.each([
  ['import sites sites.csv', { kind: 'import', what: 'sites', file: 'sites.csv' }],
  ['import enrolments /tmp/e.csv', { kind: 'import', what: 'enrolments', file: '/tmp/e.csv' }],
  [
    'enrolments move --from A --to B --by Ana',
    { kind: 'enrolments move', whose: 'asked', from: 'A', to: 'B', by: 'Ana' },
  ],
  [
    'enrolments end --class A --reason ill --by Ana --file a.csv',
    { kind: 'enrolments end', whose: { file: 'a.csv' }, of: 'A', reason: 'ill', by: 'Ana' },
  ],
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
  [
    'sessions cancel YO-1 2026-11-18 --starts 08:00 --reason ill --by Ana',
    {
      ...{ kind: 'sessions cancel', classCode: 'YO-1', date: '2026-11-18' },
      ...{ starts: '08:00', reason: 'ill', by: 'Ana' },
    },
  ],
  [
    'sessions not-held YO-1 2026-11-18 --reason ill --by Ana',
    { kind: 'sessions not-held', classCode: 'YO-1', date: '2026-11-18', reason: 'ill', by: 'Ana' },
  ],
  [
    'sessions restore YO-1 2026-11-18 --by Ana',
    { kind: 'sessions restore', classCode: 'YO-1', date: '2026-11-18', by: 'Ana' },
  ],
  [
    'classes cancel YO-1 --reason ill --by Ana --yes',
    { kind: 'classes cancel', classCode: 'YO-1', reason: 'ill', by: 'Ana', isSure: true },
  ],
  ['token revoke tablero', { kind: 'token revoke', name: 'tablero' }],
  ['help-requests list', { kind: 'help-requests list' }],
  ['help-requests show 7', { kind: 'help-requests show', id: '7' }],
  ['help-requests close 7 --by Ana', { kind: 'help-requests close', id: '7', by: 'Ana' }],
  ['reviews list', { kind: 'reviews list' }],
  ['reviews decide 7 two people', { kind: 'reviews decide', id: '7', decision: 'two people' }],
  ['reviews decide 7 merge --keep b', { kind: 'reviews decide', id: '7', decision: 'merge', keep: 'b' }],
  ['reviews show 7', { kind: 'reviews show', id: '7' }],
  ['reviews undo 7', { kind: 'reviews undo', id: '7' }],
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
  ['whatsapp flows', { kind: 'whatsapp flows', publish: false }],
  ['whatsapp flows --publish', { kind: 'whatsapp flows', publish: true }],
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

test('a session is moved to a day and a time, and until a later one', () => {
  const words = ['sessions', 'move', 'YO-1', '2026-11-18', '--by', 'Ana', '--to', '2026-11-30 09:00'];
  const command = { kind: 'sessions move', classCode: 'YO-1', date: '2026-11-18', by: 'Ana' };
  const to = { date: '2026-11-30', time: '09:00' };
  expect(readCommand(words)).toEqual({ ok: true, command: { ...command, to } });
  expect(readCommand([...words, '--until', '11:30', '--starts', '08:00', '--reason', 'ill'])).toEqual({
    ok: true,
    command: { ...command, to, until: '11:30', starts: '08:00', reason: 'ill' },
  });
  expect(readCommand([...words, '--until', '09:00'])).toEqual({
    ok: false,
    fault: 'sessions move takes --until as a time after that of --to.',
  });
});

test.each([
  ['bake', 'There is no command "bake".'],
  ['enrolments drop', 'enrolments needs "move" or "end".'],
  ['enrolments end --class A --by Ana', 'enrolments end needs --class CLASS --reason "why" --by NAME.'],
  ['enrolments move --from A --by Ana', 'enrolments move needs --from CLASS --to CLASS --by NAME.'],
  [
    'enrolments move CC 52123456 --from A --to B --by Ana',
    'enrolments move: a document is not written on this line, where others can read it: you are asked for it.',
  ],
  ['enrolments end --person Ana', 'enrolments end: --person needs the id "reviews show" gives.'],
  ['import', 'import needs one of sites, services, instructors, coordinators, classes, enrolments, people.'],
  [
    'import toString x.csv',
    'import needs one of sites, services, instructors, coordinators, classes, enrolments, people.',
  ],
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
  ['sessions', 'sessions needs "cancel", "move", "restore", "not-held" or "reopen".'],
  ['sessions toString', 'sessions needs "cancel", "move", "restore", "not-held" or "reopen".'],
  ['sessions cancel YO-1 2026-11-18 --by y', 'sessions cancel needs CLASS DATE --reason "why" --by NAME.'],
  ['sessions cancel YO-1 2026-02-30 --reason x --by y', /^sessions cancel needs CLASS DATE/],
  [
    'sessions cancel YO-1 2026-11-18 --reason x --by y --starts 8',
    'sessions cancel takes --starts as a time like 08:00.',
  ],
  [`sessions cancel YO-1 2026-11-18 --by y --reason ${'x'.repeat(201)}`, /at most 200 characters of --reason/],
  ['sessions restore YO-1 2026-11-18 --by y --reason x', /^sessions restore: Unknown option '--reason'/],
  ['sessions not-held YO-1 2026-11-18 --reason x', /^sessions not-held needs CLASS DATE/],
  ['sessions move YO-1 2026-11-18 --by y', 'sessions move needs CLASS DATE --to "DATE HH:MM" --by NAME.'],
  ['sessions move YO-1 2026-11-18 --to 2026-11-30 09:00 --by y', /^sessions move needs CLASS DATE --to "DATE HH:MM"/],
  [
    'sessions move YO-1 2026-11-18 --to 2026-11-30 --by y',
    'sessions move takes --to as a day and a time like "2026-11-30 09:00".',
  ],
  ['classes', 'classes knows only "cancel".'],
  ['classes cancel YO-1 --by y', 'classes cancel needs CLASS --reason "why" --by NAME.'],
  ['classes cancel YO-1 --reason   --by y', 'classes cancel needs CLASS --reason "why" --by NAME.'],
  ['classes cancel YO-1 --yess', /^classes cancel: Unknown option '--yess'/],
  ['sessions reopen YO-1 2026-11-18', /^sessions reopen needs CLASS DATE/],
  ['sessions reopen YO-1 18-11 --until 2026-12-01 --reason x --by y', /^sessions reopen needs CLASS DATE/],
  ['sessions reopen --untill x', /^sessions reopen: Unknown option '--untill'/],
  ['token', 'token needs "add" or "revoke".'],
  ['token add', 'token add needs one name.'],
  ['token add two words', 'token add needs one name.'],
  ['token add --help', 'token add needs one name.'],
  ['help-requests', 'help-requests needs "list", "show" or "close".'],
  ['help-requests show x', 'help-requests show needs the number "help-requests list" gives.'],
  ['help-requests close 7', 'help-requests close needs --by NAME: who has answered her.'],
  ['reviews', 'reviews needs "list", "show", "decide" or "undo".'],
  ['reviews list 7', 'reviews list takes no more words.'],
  ['reviews show', 'reviews show needs the number "reviews list" gives.'],
  ['reviews undo 7 8', 'reviews undo needs the number "reviews list" gives.'],
  ['reviews decide 7 apart --keep b', 'reviews decide: --keep and --marks go with "merge".'],
  ['reviews decide 7 apart --marks b', 'reviews decide: --keep and --marks go with "merge".'],
  ['reviews show 7 --marks b', /^reviews show: Unknown option '--marks'/],
  ['reviews decide 7 merge --keeps b', /^reviews decide: Unknown option '--keeps'/],
  ['reviews decide x y', 'reviews decide needs the number "reviews list" gives, and what was decided.'],
  ['reviews decide 7', 'reviews decide needs the number "reviews list" gives, and what was decided.'],
  ['addresses', 'addresses knows only "dead".'],
  ['messages', 'messages needs "unsent" or "cost".'],
  ['messages unsent --since yesterday', 'messages unsent: --since needs a date like 2026-11-01.'],
  ['messages unsent --from x', /^messages unsent: Unknown option '--from'/],
  ['messages cost', 'messages cost needs --month, like 2026-11.'],
  ['messages cost --month 2026-13', 'messages cost needs --month, like 2026-11.'],
  ['messages cost --month 2026-11 --format xlsx', 'messages cost: --format is text or csv.'],
  ['whatsapp', /^whatsapp knows "check", "templates"/],
  ['whatsapp templates --delete', /^whatsapp knows/],
  ['whatsapp flows --publish now', /^whatsapp knows/],
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
    'reviews show',
    'reviews decide',
    'reviews undo',
    'addresses dead',
    'parked list',
    'parked replay',
    'sessions cancel',
    'sessions move',
    'sessions restore',
    'sessions not-held',
    'sessions reopen',
    'classes cancel',
  ])
    expect(usage).toContain(name);
});
