import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Pool } from 'pg';
import { addDays, dateIn } from '../../../src/domain/calendar';
import { freshDatabase } from '../../setup/database';
import { exported } from '../exports/exported';
import { importProgramme, only, timeZone } from '../programme';
import type { Act } from './acts';
import { ModelOfMarks } from './model';
import { NEVER } from './records';
import { type Round, rounds, type Start, start, wanted } from './steps';
import { type Ground, sessionsOf, somePeople, tablesNow, tablesOf, take, twoClasses } from './world';

// MODEL_STEPS=10000 npx jest test/services/marks/model takes some minutes.
const STEPS = Number(process.env.MODEL_STEPS ?? 300);
const STEPS_A_RUN = 50;

let pool: Pool;
beforeAll(async () => {
  ({ pool } = await freshDatabase({ max: 8 }));
  await importProgramme(pool);
});

test('marks go as in a simple model, whoever writes at the same time, and every past moment can be shown again', async () => {
  const count = { steps: 0, exports: 0, marks: 0 };
  await fc.assert(
    fc.asyncProperty(start, rounds(STEPS_A_RUN), async (from, plan) => {
      const done = await follow(from, plan);
      count.steps += done.steps;
      count.exports += done.exports;
      count.marks += done.marks;
    }),
    {
      numRuns: Math.ceil(STEPS / STEPS_A_RUN),
      // A failure tells its seed; with that it is brought to its shortest form, which takes a while.
      ...(process.env.MODEL_SEED ? { seed: Number(process.env.MODEL_SEED) } : { endOnFailure: true }),
    },
  );
  if (process.env.MODEL_STEPS)
    console.info(`${count.steps} steps, ${count.marks} marks written, ${count.exports} past moments shown again.`);
}, 1_800_000);

async function follow(from: Start, plan: Round[]): Promise<{ steps: number; exports: number; marks: number }> {
  const ground: Ground = { pool, people: await somePeople(pool), ...(await twoClasses(pool, Date.now())) };
  let model = await begin(from, ground);
  const kept: { asOf: Date; file: string }[] = [];
  const sent: Act[] = [];
  let shown = model;
  let steps = 0;
  let refused = 0;
  for (const { steps: symbols, skew, exports } of plan) {
    for (const together of atOnce(symbols)) {
      const scene = { ground, at: Date.now() + skew, shown, model, sent, newId: randomUUID };
      const acts = together.map((step) => wanted(step, scene));
      const told = await Promise.all(acts.map((act) => take(act, ground)));
      const tables = await tablesNow(ground);
      shown = model;
      const done = acts.map((act, n) => ({ act, told: told[n] }));
      model = explained(model, done, tables, ground);
      sent.push(...acts.filter((act) => 'message' in act));
      steps += acts.length;
      refused += done.filter(({ act, told: heard }) => isRefused(act, heard)).length;
    }
    if (exports) kept.push(await exportNow(ground));
  }
  for (const { asOf, file } of kept) expect(await fileOf(ground, asOf)).toBe(file);
  await replayed(ground, model);
  await allLogged(ground, refused);
  return { steps, exports: kept.length, marks: model.rows };
}

// Who teaches is changed by imports, which no turn looks at twice: these go before the others of their round.
function atOnce(steps: Round['steps']): Round['steps'][] {
  const isImport = ({ does }: Round['steps'][number]) => does === 'teach' || does === 'teach no more';
  const others = steps.filter((step) => !isImport(step));
  return [...steps.filter(isImport).map((step) => [step]), ...(others.length > 0 ? [others] : [])];
}

async function begin({ places, teaching }: Start, ground: Ground): Promise<ModelOfMarks> {
  const { people } = ground;
  const model = new ModelOfMarks();
  model.sessions = await sessionsOf(ground);
  const since = Date.now() - 30 * 24 * 3_600_000;
  for (const [n, { id }] of people.entries())
    for (const [m, ofClass] of ground.classes.entries()) {
      const has = places[n * 2 + m];
      if (has === 'enrolled') model.places.push({ person: id, ofClass, from: since, until: NEVER });
      if (has === 'waitlisted') model.waiting.add(`${ofClass} ${id}`);
      if (has === 'out') continue;
      await pool.query(
        `insert into enrolment (class_id, person_id, status, enrolled_at, line, children)
         select $1, $2, $3, case when $3 = 'enrolled' then $4::timestamptz end, nextval('enrolment_line'), 1`,
        [ofClass, id, has, new Date(since)],
      );
    }
  await pool.query(`delete from installation where name = 'attendance_closes_days'`);
  for (const [who, m] of teaching) {
    const act: Act = { does: 'teach', who: people[who]?.id ?? '', ofClass: ground.classes[m] ?? '', at: 0 };
    await take(act, ground);
    model.take(act);
  }
  return model;
}

type Done = { act: Act; told: unknown };

/** The model after a round: some order of its acts must have told everybody what she was told, and left the lists so. */
function explained(model: ModelOfMarks, done: Done[], tables: object, ground: Ground): ModelOfMarks {
  const after = inSomeOrder(model, done, [model.rows], (end) => isSame(tablesOf(end, ground), tables));
  if (after) return after;
  const one = model.copy();
  const expected = done.map(({ act }) => one.take(act));
  expect({ done, tables }).toEqual({
    done: done.map(({ act }, n) => ({ act, told: expected[n] })),
    tables: tablesOf(one, ground),
  });
  throw new Error('Each alone would have been right.');
}

// Who had to wait may have looked at the marks before any of those who went first.
function inSomeOrder(
  model: ModelOfMarks,
  left: Done[],
  looks: number[],
  isRight: (end: ModelOfMarks) => boolean,
): ModelOfMarks | undefined {
  if (left.length === 0) return isRight(model) ? model : undefined;
  for (const { act, told } of left)
    for (const looked of act.does === 'mark' ? looks : [model.rows]) {
      const next = model.copy();
      if (!isSame(next.take(act, looked), told)) continue;
      const others = left.filter((one) => one.act !== act);
      const end = inSomeOrder(next, others, [...looks, next.rows], isRight);
      if (end) return end;
    }
  return undefined;
}

// By their text: what structuredClone has copied has prototypes of its own under jest.
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** What an export gives just now, and when that was. Nothing else is written in the same millisecond. */
async function exportNow(ground: Ground): Promise<{ asOf: Date; file: string }> {
  await aMoment();
  const { rows } = await pool.query<{ at: Date }>(`select date_trunc('milliseconds', clock_timestamp()) as at`);
  const file = await fileOf(ground);
  await aMoment();
  return { asOf: only(rows).at, file };
}
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 2));

async function fileOf({ service }: Ground, asOf?: Date): Promise<string> {
  const today = dateIn(timeZone, new Date());
  const filter = { from: addDays(today, -20), to: addDays(today, 20), service, ...(asOf && { asOf }) };
  return (await exported(pool, 'attendance', 'csv', filter)).toString();
}

/** The rows in the order they were written give the same table. */
async function replayed(ground: Ground, model: ModelOfMarks): Promise<void> {
  const { rows } = await pool.query<{ session: string; person: string; revision: number; status: string }>(
    `select session_id as session, person_id as person, revision, status from mark where session_id = any ($1) order by id`,
    [ground.sessions],
  );
  const stands = new Map<string, { revision: number; status: string }>();
  for (const { session, person, revision, status } of rows) {
    expect(revision).toBe((stands.get(`${session} ${person}`)?.revision ?? 0) + 1);
    stands.set(`${session} ${person}`, { revision, status });
  }
  const table = [...stands].filter(([, { status }]) => status !== 'unmarked').map(([of, { status }]) => [of, status]);
  const same = ground.sessions.flatMap((session) =>
    Object.entries(model.table(session)).flatMap(([person, { status }]) =>
      status ? [[`${session} ${person}`, status]] : [],
    ),
  );
  expect(table.sort()).toEqual(same.sort());
  expect(rows).toHaveLength(model.rows);
}

/** Whether Postgres refused her a write; who has nothing to take back asked for none. */
function isRefused({ does }: Act, told: unknown): boolean {
  if (does === 'substitute') return told === 'not_yours';
  if (does === 'bring') return told === 'not_yours' || told === 'closed';
  const { ok, why } = told as { ok?: boolean; why?: string };
  return (does === 'mark' || does === 'undo') && ok === false && why !== 'nothing';
}

/** Every mark written, every one taken back and every refusal is in the audit log. */
async function allLogged({ sessions }: Ground, refused: number): Promise<void> {
  const { rows } = await pool.query<{ written: number; logged: number; refused: number }>(
    `select (select count(*)::integer from mark where session_id = any ($1::uuid[])) as written,
            (select coalesce(sum((details ->> 'marks')::integer), 0)::integer from audit
             where object_id = any ($1::text[]) and action in ('mark', 'marks_undone')) as logged,
            (select count(*)::integer from audit
             where object_id = any ($1::text[]) and action like '%refused' and details ->> 'why' <> 'changed_since') as refused`,
    [sessions],
  );
  const { written, logged, ...found } = only(rows);
  expect(logged).toBe(written);
  expect(found).toEqual({ refused });
}
