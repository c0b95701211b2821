import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import type { Pool } from 'pg';
import { addDays, dateIn, instantOf } from '../../../src/domain/calendar';
import type { MarkStatus } from '../../../src/domain/marks';
import { usualTerms } from '../../../src/services/offers';
import { mergePair, undoDecision } from '../../../src/services/reviews';
import { freshDatabase } from '../../setup/database';
import { conversationOfPhone, importProgramme, imports, importTools, registered, timeZone, turn } from '../programme';
import { exported, tools } from './exported';

const today = dateIn(timeZone, new Date());
const days = { from: today, to: addDays(today, 21) };
const header = 'code,service,site,name,capacity,starts_on,ends_on,slots,instructors';
const daily = 'mon 6-7;tue 6-7;wed 6-7;thu 6-7;fri 6-7;sat 6-7;sun 6-7';

/** Something that happens to the programme. Numbers choose among what there is. */
type Step =
  | { kind: 'enrol' | 'leave'; who: number; which: number }
  | { kind: 'mark'; which: number; session: number; who: number; status: MarkStatus | 'unmarked' }
  | { kind: 'guest'; which: number; session: number; who: number }
  | { kind: 'cancel' | 'move' | 'plan'; which: number; session: number }
  | { kind: 'import'; which: number; name: number; site: number; service: number; instructor: number; days: number }
  | { kind: 'rename'; what: 'site' | 'service' | 'instructor'; name: number }
  | { kind: 'change class'; who: number }
  | { kind: 'merge'; who: number; other: number }
  | { kind: 'tell apart'; merge: number };

const few = fc.integer({ min: 0, max: 3 });
const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constantFrom('enrol' as const, 'leave' as const), who: few, which: few }),
  fc.record({
    kind: fc.constant('mark' as const),
    ...{ which: few, session: few, who: few },
    status: fc.constantFrom<MarkStatus | 'unmarked'>('present', 'late', 'excused', 'absent', 'unmarked'),
  }),
  fc.record({ kind: fc.constant('guest' as const), which: few, session: few, who: few }),
  fc.record({ kind: fc.constantFrom('cancel' as const, 'move' as const, 'plan' as const), which: few, session: few }),
  fc.record({
    kind: fc.constant('import' as const),
    ...{ which: few, name: few, site: few, service: few, instructor: few, days: few },
  }),
  fc.record({
    kind: fc.constant('rename' as const),
    what: fc.constantFrom('site' as const, 'service' as const, 'instructor' as const),
    name: few,
  }),
  fc.record({ kind: fc.constant('change class' as const), who: few }),
  fc.record({ kind: fc.constant('merge' as const), who: few, other: few }),
  fc.record({ kind: fc.constant('tell apart' as const), merge: few }),
);

const classes = ['UNO', 'DOS'];

type Town = { pool: Pool; people: string[]; martha: string };

async function town(): Promise<Town> {
  const { pool } = await freshDatabase();
  await importProgramme(pool);
  for (const which of [0, 1])
    await importClass(pool, { which, name: 0, site: 0, service: which, instructor: 0, days: 0 });
  const people: string[] = [];
  for (const first of ['Ana', 'Eva', 'Íngrid', 'Zoe'])
    people.push(await registered(pool, { names: { first, last: 'Gil' } }));
  return { pool, people, martha: await conversationOfPhone(pool, '573009990002') };
}

// A class as a planner would send it again: sessions come and go with its last day.
async function importClass(pool: Pool, { which, ...of }: Omit<Step & { kind: 'import' }, 'kind'>): Promise<void> {
  const ends = addDays(today, 3 + of.days);
  const line = [
    classes[which % 2],
    ['YOGA', 'RUMBA'][of.service % 2],
    ['MAN-01', 'MAN-02'][of.site % 2],
    `Clase ${of.name}`,
    ...[9, today, ends, daily],
    ['INS-014', 'INS-014;INS-015'][of.instructor % 2],
  ];
  await imports(pool, 'classes', `${header}\n${line.join(',')}`, { ...importTools, now: new Date() });
}

async function ids(pool: Pool, code: string | undefined): Promise<{ classId: string; sessions: string[] }> {
  const { rows } = await pool.query<{ classId: string; sessions: string[] | null }>(
    `select c.id as "classId", (select array_agg(s.id order by s.number, s.starts_at, s.id) from session s where s.class_id = c.id) as sessions
     from class c where c.code = $1`,
    [code],
  );
  return { classId: rows[0]?.classId ?? '', sessions: rows[0]?.sessions ?? [] };
}

const of = <T>(values: T[], at: number): T | undefined => values[at % values.length];

async function take(step: Step, { pool, people, martha }: Town): Promise<void> {
  const now = new Date();
  const { classId, sessions } = await ids(pool, of(classes, 'which' in step ? step.which : 0));
  const session = 'session' in step ? of(sessions, step.session + 1) : undefined;
  const person = of(people, 'who' in step ? step.who : 0) ?? '';
  switch (step.kind) {
    case 'enrol':
      await turn(pool, person, (desk) => desk.enrol(classId), { now });
      break;
    case 'leave':
      await leave(pool, person, classId, now);
      break;
    case 'change class': {
      // Out of one, into the other, in one transaction.
      const other = await ids(pool, classes[1]);
      await leave(pool, person, classId, now);
      await turn(pool, person, (desk) => desk.enrol(other.classId), { now });
      break;
    }
    case 'mark':
      if (session) await mark({ pool, martha }, session, person, step.status);
      break;
    case 'guest':
      await pool.query(
        `insert into session_guest (session_id, person_id, added_by, channel)
         select $1, p.person_id, p.person_id, 'whatsapp' from conversation p where p.id = $2 on conflict do nothing`,
        [session, person],
      );
      break;
    case 'cancel':
    case 'plan':
      await pool.query('update session set status = $2 where id = $1', [
        session,
        step.kind === 'plan' ? 'planned' : 'cancelled',
      ]);
      break;
    case 'move':
      await pool.query(
        `update session set starts_at = starts_at + interval '25 hours', ends_at = ends_at + interval '25 hours' where id = $1`,
        [session],
      );
      break;
    case 'import':
      await importClass(pool, step);
      break;
    case 'merge':
      await merge(pool, person, of(people, step.other) ?? '');
      break;
    case 'tell apart': {
      const { rows } = await pool.query<{ id: string }>(
        'select review_id::text as id from merge where undone_at is null order by id',
      );
      await undoDecision(pool, of(rows, step.merge)?.id ?? '0', tools.by);
      break;
    }
    case 'rename':
      await pool.query(renames[step.what], [`Nombre ${step.name}`]);
      break;
  }
}

const renames = {
  site: `update site set name = $1, locality = $1, address = $1 where code = 'MAN-01'`,
  service: `update service set name = $1 where code = 'YOGA'`,
  instructor: `update instructor set entity = $1 where code = 'INS-014'`,
};

// Two conversations whose people are found to be one; what cannot be merged stays two.
async function merge(pool: Pool, one: string, other: string): Promise<void> {
  const { rows } = await pool.query<{ id: string; keep: string }>(
    `insert into review (kind, subjects)
     select 'near_match', array_agg(distinct person_id) from conversation where id in ($1, $2) on conflict do nothing
     returning id::text, (select person_id from conversation where id = $1) as keep`,
    [one, other],
  );
  const [opened] = rows;
  const clock = { now: new Date(), today, terms: usualTerms };
  const deciding = { ...tools.by, vault: tools.vault, clock };
  if (opened) await mergePair(pool, opened.id, { keep: opened.keep, marks: 'attended' }, deciding);
}

async function leave(pool: Pool, conversation: string, classId: string, at: Date): Promise<void> {
  await pool.query(
    `update enrolment set status = 'withdrawn', ended_at = $3
     where class_id = $1 and status = 'enrolled' and person_id = (select person_id from conversation where id = $2)`,
    [classId, conversation, at],
  );
}

// As a row, since what a mark means does not depend on whether it was allowed.
async function mark(
  { pool, martha }: Pick<Town, 'pool' | 'martha'>,
  session: string,
  conversation: string,
  status: string,
): Promise<void> {
  await pool.query(
    `insert into mark (session_id, person_id, revision, status, marked_by, channel, message_id, sent_at, received_at)
     select $1, c.person_id, coalesce(max(m.revision), 0) + 1, $3, i.person_id, 'whatsapp', $5, now(), now()
     from conversation c
     join conversation i on i.id = $4
     left join mark m on m.session_id = $1 and m.person_id = c.person_id
     where c.id = $2 group by c.person_id, i.person_id`,
    [session, conversation, status, martha, randomUUID()],
  );
}

// Every form of the export, as it is now or was at a moment.
async function files(pool: Pool, asOf?: Date): Promise<string[]> {
  const at = asOf && { asOf };
  const month = { from: `${days.from.slice(0, 7)}-01`, to: days.to, ...at };
  const all = [
    await exported(pool, 'attendance', 'csv', { ...days, ...at }),
    await exported(pool, 'attendance', 'csv', {
      ...days,
      site: 'MAN-02',
      service: 'YOGA',
      instructor: 'INS-015',
      ...at,
    }),
    await exported(pool, 'attendance', 'wide', { ...days, class: 'UNO', ...at }),
    await exported(pool, 'open-data', 'csv', month),
  ];
  return all.map(String);
}

test(
  'whatever has happened since, the export as of a moment is the export of that moment',
  async () => {
    let rows = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { minLength: 12, maxLength: 24 }), async (history) => {
        const place = await town();
        const seen: { at: Date; files: string[] }[] = [];
        for (const step of history) {
          await take(step, place);
          // Moments have milliseconds, the database microseconds: nothing else happens within this one.
          await wait(2);
          const at = new Date();
          await wait(2);
          seen.push({ at, files: await files(place.pool) });
        }
        for (const { at, files: then } of seen) expect(await files(place.pool, at)).toEqual(then);
        rows += seen.at(-1)?.files[0]?.split('\r\n').length ?? 0;
        await place.pool.end();
      }),
      { numRuns: Number(process.env.HISTORY_RUNS ?? 4), endOnFailure: true },
    );
    expect(rows).toBeGreaterThan(12);
  },
  Number(process.env.HISTORY_RUNS ?? 4) * 20_000,
);

test('a list is the same asked for as a session of now and as one of its time', async () => {
  const { pool, people } = await town();
  const { classId } = await ids(pool, 'UNO');
  for (const one of people) await turn(pool, one, (desk) => desk.enrol(classId), { now: new Date() });
  const rows = async (asOf?: Date) =>
    (await exported(pool, 'attendance', 'csv', { ...days, class: 'UNO', ...(asOf && { asOf }) })).toString();
  await expect(rows(instantOf(timeZone, addDays(today, 400), '00:00'))).resolves.toBe(await rows());
  expect((await rows()).split('\r\n').length).toBeGreaterThan(12);
});
