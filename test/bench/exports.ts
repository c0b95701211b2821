import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { migrate } from '../../src/db/migrate';
import { createPool } from '../../src/db/pool';
import { createVault } from '../../src/services/vault';
import { readFlags } from './flags';
import { cpuSeconds } from './processes';
import { inScratch, ownServer } from './scratch';

const values = readFlags({
  name: 'bench:export',
  does: 'Measures the exports in every form, each in a process of its own; prints the figures and keeps them as JSON.',
  flags: {
    database: ownServer,
    rows: { kind: 'number', usual: 1_000_000, says: 'rows of the long form: one a person and meeting' },
    out: { kind: 'text', usual: 'bench-exports.json', says: 'the file for the figures' },
  },
});

// A class is 34 people and 30 weekly sessions.
const PEOPLE = 34;
const SESSIONS = 30;
const CLASSES = Math.ceil(values.rows / (PEOPLE * SESSIONS));
const ALL = ['--from', '2025-01-01', '--to', '2025-12-31'];

const wanted: [name: string, args: string[]][] = [
  ['csv', ['attendance', ...ALL]],
  ['xlsx', ['attendance', ...ALL, '--format', 'xlsx']],
  ['wide-xlsx, a sheet a class', ['attendance', ...ALL, '--format', 'wide-xlsx']],
  ['wide, one class', ['attendance', ...ALL, '--format', 'wide', '--class', 'C1']],
  ['roster, a month', ['roster', '--from', '2025-03-01', '--to', '2025-03-31']],
  ['open-data', ['open-data', ...ALL]],
];

/** Exports a million rows in every form, each in a process of its own; prints and keeps time, the process's CPU, its peak memory and length. */
async function main(): Promise<void> {
  const dataKey = randomBytes(32);
  await inScratch(values.database, async (databaseUrl) => {
    await fill(databaseUrl, dataKey);
    const folder = mkdtempSync(join(tmpdir(), 'relevo-bench-'));
    const env = { DATABASE_URL: databaseUrl, DATA_KEY: dataKey.toString('base64'), DATA_DIR: folder };
    try {
      const figures: Record<string, Figures> = {};
      for (const [name, args] of wanted) {
        figures[name] = await measured(args, join(folder, 'file'), env);
        console.error(`${name}: ${JSON.stringify(figures[name])}`);
      }
      const whole = { at: new Date().toISOString(), node: process.version, rows: CLASSES * PEOPLE * SESSIONS, figures };
      writeFileSync(values.out, `${JSON.stringify(whole, null, 2)}\n`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}

type Figures = { seconds: number; cpuSeconds: number; peakMiB: number; fileMiB: number };

async function measured(args: string[], file: string, env: Record<string, string>): Promise<Figures> {
  const program = join(__dirname, '..', '..', 'src', 'commands', 'admin.js');
  const began = performance.now();
  const child = spawn(process.execPath, [program, 'export', ...args, '--out', file], {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  let [peakMiB, used] = [0, 0];
  const looking = setInterval(() => {
    peakMiB = Math.max(peakMiB, peakOf(child.pid));
    used = Math.max(used, cpuSeconds({ pid: child.pid ?? 0 }));
  }, 50);
  const code = await new Promise((resolve) => child.once('exit', resolve));
  clearInterval(looking);
  if (code !== 0) throw new Error(`export ${args.join(' ')} ended with ${code}.`);
  const seconds = (performance.now() - began) / 1000;
  const fileMiB = statSync(file).size / 1024 / 1024;
  return { seconds: round(seconds), cpuSeconds: round(used), peakMiB: Math.round(peakMiB), fileMiB: round(fileMiB) };
}

// Linux keeps the peak itself; a process that has just ended has none.
function peakOf(pid = 0): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

function round(number: number): number {
  return Number(number.toFixed(1));
}

async function fill(databaseUrl: string, dataKey: Buffer): Promise<void> {
  const pool = createPool({ url: databaseUrl, queryTimeout: 600_000 });
  try {
    await migrate(pool);
    await fillPeople(pool, dataKey);
    for (const statement of PROGRAMME)
      await pool.query(statement, [CLASSES, SESSIONS, PEOPLE].slice(0, places(statement)));
    await pool.query('analyze');
  } finally {
    await pool.end();
  }
}

function places(statement: string): number {
  return Math.max(0, ...[...statement.matchAll(/\$(\d)/g)].map(([, number]) => Number(number)));
}

async function fillPeople(pool: Pool, dataKey: Buffer): Promise<void> {
  const vault = createVault(dataKey);
  for (let from = 0; from < CLASSES * PEOPLE; from += 10_000) {
    const numbers = Array.from({ length: Math.min(10_000, CLASSES * PEOPLE - from) }, (_, n) =>
      String(52_000_000 + from + n),
    );
    const ids = numbers.map(() => randomUUID());
    await pool.query(
      `insert into person (id, first_names, last_names, document_type, document_cipher, document_index, registered_at)
       select id, 'Ángela María ' || left(id::text, 4), 'Ñáñez Güiza ' || right(id::text, 4), 'CC', cipher, hash, now()
       from unnest($1::uuid[], $2::bytea[], $3::bytea[]) as given (id, cipher, hash)`,
      [ids, numbers.map((number, n) => vault.seal(ids[n] ?? '', number)), numbers.map((number) => vault.index(number))],
    );
  }
}

// Every twentieth is not marked; every tenth did not come.
const PROGRAMME = [
  `insert into site (code, kind, name, locality, address)
   select 'MAN-' || n, 'block', 'Manzana ' || n, 'Ciudad Bolívar', 'Calle ' || n || ' # 12 - 34 Sur' from generate_series(1, 27) n`,
  `insert into service (code, name, category) select 'S' || n, 'Servicio ' || n, 'respite' from generate_series(1, 23) n`,
  `with someone as (insert into person (first_names, last_names) select 'Instructor', 'N' || n from generate_series(1, 100) n returning id)
   insert into instructor (code, entity, person_id) select 'INS-' || row_number() over (), 'IDRD', id from someone`,
  `insert into class (code, service_id, site_id, name, capacity, starts_on, ends_on)
   select 'C' || n, (select id from service where code = 'S' || (1 + n % 23)), (select id from site where code = 'MAN-' || (1 + n % 27)),
          'Clase ' || n, 40, '2025-01-01', '2025-12-31'
   from generate_series(1, $1::integer) n`,
  `insert into class_instructor (class_id, instructor_id)
   select c.id, i.id from class c join instructor i on i.code = 'INS-' || (1 + substr(c.code, 2)::integer % 100)`,
  `insert into session (class_id, number, starts_at, ends_at)
   select c.id, n, starts, starts + interval '2 hours'
   from class c
   cross join generate_series(1, $2::integer) n
   cross join lateral (select timestamptz '2025-01-06 08:00-05' + make_interval(weeks => n, days => substr(c.code, 2)::integer % 5) as starts) t
   where $1::integer > 0`,
  `insert into enrolment (class_id, person_id, status, enrolled_at)
   select c.id, p.id, 'enrolled', '2025-01-01'
   from (select id, row_number() over () - 1 as n from person where document_index is not null) p
   join class c on c.code = 'C' || (1 + p.n / $3::integer)
   where $1::integer + $2::integer > 0`,
  `insert into mark (session_id, person_id, revision, status, marked_by, channel, sent_at, received_at, saved_at)
   select s.id, e.person_id, 1, case when n % 10 = 0 then 'absent' else 'present' end, i.person_id, 'whatsapp', s.ends_at, s.ends_at, s.ends_at
   from (select e.*, row_number() over () as n from enrolment e) e
   join session s on s.class_id = e.class_id
   join class_instructor ci on ci.class_id = s.class_id
   join instructor i on i.id = ci.instructor_id
   where (n + s.number) % 20 > 0`,
];

void main();
