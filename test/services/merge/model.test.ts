import fc from 'fast-check';
import type { Pool } from 'pg';
import { addDays } from '../../../src/domain/calendar';
import type { MarkStatus } from '../../../src/domain/marks';
import { mergePair, undoDecision } from '../../../src/services/reviews';
import { freshDatabase } from '../../setup/database';
import { exported } from '../exports/exported';
import { registered } from '../programme';
import {
  attendance,
  belongings,
  bring,
  by,
  classOf,
  daily,
  enrol,
  instant,
  leave,
  mark,
  near,
  personOf,
  takeBack,
  today,
} from './pair';

// MERGE_RUNS=60 npx jest test/services/merge/model takes two.
const RUNS = Number(process.env.MERGE_RUNS ?? 6);
const CODES = ['UNO', 'DOS', 'TRES'];

type Step =
  | { does: 'enrol'; who: number; which: number; children: number }
  | { does: 'leave'; who: number; which: number }
  | { does: 'answer'; who: number; which: number; session: number; coming: boolean }
  | { does: 'bring' | 'take back'; who: number; which: number; session: number }
  | { does: 'mark'; who: number; which: number; session: number; status: MarkStatus };

const who = fc.nat(2);
const which = fc.nat(CODES.length - 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ does: fc.constant('enrol' as const), who, which, children: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('leave' as const), who, which }) },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('answer' as const),
      ...{ who, which, session: fc.nat(2), coming: fc.boolean() },
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constantFrom('bring' as const, 'bring' as const, 'take back' as const),
      ...{ who, which, session: fc.nat(2) },
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('mark' as const),
      ...{ who, which, session: fc.nat(2) },
      status: fc.constantFrom<MarkStatus>('present', 'late', 'excused', 'absent'),
    }),
  },
);

type Row = { id: string | number; person_id: string; class_id?: string; status?: string; why_ended?: string | null };
type Stand = { [table: string]: Row[] };

async function take(pool: Pool, talks: string[], step: Step): Promise<void> {
  const talk = talks[step.who] ?? '';
  const code = CODES[step.which] ?? '';
  switch (step.does) {
    case 'enrol':
      return enrol(pool, talk, code, step.children);
    case 'leave':
      return leave(pool, talk, code);
    case 'answer':
      await pool.query(
        `insert into session_reply select $1, $2, $3, now()
         on conflict (session_id, person_id) do update set coming = excluded.coming, said_at = excluded.said_at`,
        [await session(pool, step), await personOf(pool, talk), step.coming],
      );
      return;
    case 'bring':
      return bring(pool, await session(pool, step), await personOf(pool, talk));
    case 'take back':
      return takeBack(pool, await session(pool, step), await personOf(pool, talk));
    case 'mark':
      await mark(pool, await session(pool, step), await personOf(pool, talk), step.status);
  }
}

async function session(pool: Pool, step: { which: number; session: number }): Promise<string> {
  return (await classOf(pool, CODES[step.which] ?? '')).sessions[step.session + 1] ?? '';
}

async function stand(pool: Pool): Promise<Stand> {
  return (await belongings(pool)) as Stand;
}

async function files(pool: Pool, asOf?: Date): Promise<string[]> {
  const month = { from: `${today.slice(0, 7)}-01`, to: addDays(today, 4), ...(asOf && { asOf }) };
  return [await attendance(pool, asOf), String(await exported(pool, 'open-data', 'csv', month))];
}

/** Whose each row is, by its table and number. */
function owners(rows: Stand): Map<string, string> {
  return new Map(
    ['enrolment', 'mark', 'session_guest', 'conversation', 'consent'].flatMap((table) =>
      (rows[table] ?? []).map((row): [string, string] => [`${table} ${row.id}`, row.person_id]),
    ),
  );
}

// While they are one: nothing but what is put aside names the gone one, and nobody has two places in a class or is two on a list.
async function looksWhole(pool: Pool, gone: string, stood: Stand): Promise<void> {
  const { person: _, mark: marks = [], session_guest: lists = [], ...rest } = await stand(pool);
  expect(JSON.stringify(rest)).not.toContain(gone);
  const known = owners(stood);
  for (const { id } of marks.filter((row) => row.person_id === gone)) expect(known.has(`mark ${id}`)).toBe(true);
  for (const { id } of lists.filter((row) => row.person_id === gone))
    expect(known.has(`session_guest ${id}`)).toBe(true);
  const { rows } = await pool.query(
    `select from session s cross join lateral roster(s.id) r group by s.id, r.person_id having count(*) > 1 or r.person_id = $1`,
    [gone],
  );
  expect(rows).toEqual([]);
}

// Marks of one session are numbered one after the other, and each person's marks are where she is on the list.
async function recordStands(pool: Pool): Promise<void> {
  const { rows } = await pool.query(
    `select m.session_id, m.person_id from mark m group by 1, 2
     having max(m.revision) <> count(*)
         or (array_agg(m.status order by m.revision desc))[1] <> 'unmarked' and not is_gone(m.person_id, 'infinity')
            and not exists (select from roster(m.session_id) r where r.person_id = m.person_id)`,
  );
  expect(rows).toEqual([]);
}

// What is one of the two's and says the same before and after: not whose it is, and nothing of what a merge puts aside.
function said(rows: Stand, aside: Set<string>): unknown {
  const { conversation: _c, person: _p, session_reply: _r, ...rest } = rows;
  return Object.entries(rest).map(([table, all]) => [
    table,
    all
      .filter(({ id }) => !aside.has(`${table} ${id}`))
      .map(({ person_id: _, ...row }) => JSON.stringify(row))
      .sort(),
  ]);
}

// Places that a merge ended are as they were, but where she has taken another one since.
function placesAreBack(stood: Stand, now: Stand, aside: Set<string>): void {
  const isLive = ({ status }: Row) => ['enrolled', 'waitlisted', 'offered'].includes(status ?? '');
  for (const row of (now.enrolment ?? []).filter(({ id }) => aside.has(`enrolment ${id}`))) {
    const hasOther = (now.enrolment ?? []).some(
      (other) =>
        other.id !== row.id && isLive(other) && other.person_id === row.person_id && other.class_id === row.class_id,
    );
    if (!hasOther) expect(row).toEqual(stood.enrolment?.find(({ id }) => id === row.id));
  }
}

type History = { before: Step[]; since: Step[]; after: Step[]; marks: 'attended' | 'keep' | 'gone'; bare: boolean };

/** Both have a place in the class and a mark of the same session, of which one must be put aside. */
const bothHold: History = {
  before: [0, 1].flatMap((one): Step[] => [
    { does: 'enrol', who: one, which: 0, children: 0 },
    { does: 'mark', who: one, which: 0, session: 0, status: 'present' },
  ]),
  ...{ since: [], after: [], marks: 'keep', bare: false },
};

async function runOnce({ before, since, after, marks, bare }: History): Promise<number> {
  const { pool } = await freshDatabase({ max: 4 });
  await daily(pool, CODES);
  await pool.query('update class set care_places = 9');
  const talks = [
    await registered(pool, { names: { first: 'Ana', last: 'Gil' }, ...(bare && { document: { type: 'OTRO' } }) }),
  ];
  for (const first of ['Eva', 'Luz']) talks.push(await registered(pool, { names: { first, last: 'Gil' } }));
  const [keep = '', gone = ''] = await Promise.all(talks.map((talk) => personOf(pool, talk)));
  for (const step of before) await take(pool, talks, step);

  const [stood, told, at] = [await stand(pool), await files(pool), await instant(pool)];
  const review = await near(pool, keep, gone);
  const wish = { keep, marks: { attended: 'attended', keep, gone }[marks] };
  await expect(mergePair(pool, review, wish, by)).resolves.toEqual({ ok: true, kept: keep });
  await looksWhole(pool, gone, stood);
  await expect(files(pool, at)).resolves.toEqual(told);
  await recordStands(pool);
  for (const step of since) {
    await take(pool, talks, step);
    await looksWhole(pool, gone, stood);
  }
  const [merged, toldMerged, atMerged] = [await stand(pool), await files(pool), await instant(pool)];
  await expect(undoDecision(pool, review, by)).resolves.toMatchObject({ ok: true });

  const now = await stand(pool);
  if (since.length === 0) expect(now).toEqual(stood);
  const [was, are] = [owners(stood), owners(now)];
  for (const [row, owner] of was) expect([row, are.get(row)]).toEqual([row, owner]);
  const ended = (merged.enrolment ?? []).filter(({ why_ended }) => why_ended === 'merged');
  const aside = new Set(ended.map(({ id }) => `enrolment ${id}`));
  expect(said(now, aside)).toEqual(said(merged, aside));
  placesAreBack(stood, now, aside);
  await recordStands(pool);
  await expect(files(pool, at)).resolves.toEqual(told);
  await expect(files(pool, atMerged)).resolves.toEqual(toldMerged);
  for (const step of after) await take(pool, talks, step);
  await recordStands(pool);
  const { rows } = await pool.query(`select from merge_moved where of in ('place_ended', 'mark_aside', 'reply_aside')`);
  await pool.end();
  return rows.length;
}

test(
  'a merge of random histories is undone exactly, save what happened since, and every file stays what it was',
  async () => {
    let putAside = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          before: fc.array(step, { minLength: 4, maxLength: 16 }),
          since: fc.array(step, { maxLength: 8 }),
          after: fc.array(step, { maxLength: 4 }),
          marks: fc.constantFrom('attended' as const, 'keep' as const, 'gone' as const),
          bare: fc.boolean(),
        }),
        async (history) => {
          putAside += await runOnce(history);
        },
      ),
      { numRuns: RUNS, endOnFailure: true, examples: [[bothHold]] },
    );
    expect(putAside).toBeGreaterThan(0);
  },
  RUNS * 20_000,
);
