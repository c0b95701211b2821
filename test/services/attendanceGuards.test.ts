import type { Pool } from 'pg';
import type { MarkGiven, RosterLine } from '../../src/services/desk';
import { freshDatabase } from '../setup/database';
import {
  conversation,
  conversationOfPhone,
  importClassOf34,
  importProgramme,
  only,
  registered,
  turn,
} from './programme';

let pool: Pool;
/** The instructor of the class of 34, and her session of today. */
let martha: string;
let session: string;

beforeAll(async () => {
  ({ pool } = await freshDatabase({ max: 16 }));
  await importProgramme(pool);
  await importClassOf34(pool);
  martha = await conversationOfPhone(pool, '573009990002');
  const [first] = await turn(pool, martha, (desk) => desk.sessionsToday());
  session = first?.sessionId ?? '';
});

beforeEach(async () => {
  // Truncating passes by the trigger that keeps marks for ever.
  await pool.query('truncate mark');
});

function roster(): Promise<RosterLine[]> {
  return turn(pool, martha, (desk) => desk.roster(session));
}

async function allOf(status: MarkGiven['status']): Promise<MarkGiven[]> {
  return (await roster()).map(({ personId }) => ({ personId, status }));
}

async function marks(): Promise<number> {
  const { rows } = await pool.query<{ count: number }>('select count(*)::integer as count from mark');
  return only(rows).count;
}

function saves(given: MarkGiven[], message: { messageId?: string; now?: Date } = {}, talk = martha) {
  return turn(pool, talk, (desk) => desk.saveMarks(session, given), message);
}

test("nobody but the class's instructor sees its roster or saves its marks", async () => {
  const given = await allOf('present');
  const oscar = await conversationOfPhone(pool, '573009990003');
  for (const talk of [oscar, await registered(pool), await conversation(pool)]) {
    await expect(turn(pool, talk, (desk) => desk.roster(session))).resolves.toEqual([]);
    await expect(saves(given, {}, talk)).resolves.toEqual({ ok: false, why: 'not_yours' });
  }
  await expect(saves(given, {}, martha)).resolves.toEqual({ ok: true, saved: 34 });
});

test('an instructor who lost the class in mid-talk saves nothing', async () => {
  const given = await allOf('present');
  await pool.query(`delete from class_instructor ci using class c where c.id = ci.class_id and c.code = 'MAN-34'`);
  await expect(saves(given)).resolves.toEqual({ ok: false, why: 'not_yours' });
  await teach('INS-014');
  await expect(marks()).resolves.toBe(0);
});

test('with one person who is not on the roster, nothing is saved', async () => {
  const stranger = await registered(pool);
  const { rows } = await pool.query<{ person_id: string }>('select person_id from conversation where id = $1', [
    stranger,
  ]);
  const given: MarkGiven[] = [...(await allOf('present')), { personId: only(rows).person_id, status: 'present' }];
  await expect(saves(given)).resolves.toEqual({ ok: false, why: 'not_on_roster' });
  await expect(marks()).resolves.toBe(0);
});

test('a mark that somebody changed after it was shown is not overwritten', async () => {
  const shown = (await allOf('present')).map((mark) => ({ ...mark, seen: 0 }));
  const [first, ...others] = shown;
  if (!first) throw new Error('The roster is empty.');
  await saves([{ ...first, status: 'absent' }]);
  await expect(saves(shown)).resolves.toEqual({ ok: false, why: 'changed_meanwhile' });
  await expect(marks()).resolves.toBe(1);
  // Who says the same of her, or nothing, contradicts nobody.
  await expect(saves([{ ...first, status: 'absent' }, ...others])).resolves.toEqual({ ok: true, saved: 33 });
});

describe('with two instructors', () => {
  let oscar: string;
  beforeAll(async () => {
    oscar = await conversationOfPhone(pool, '573009990003');
    await teach('INS-015');
  });
  afterAll(() =>
    pool.query(
      `delete from class_instructor ci using class c, instructor i where c.id = ci.class_id and i.id = ci.instructor_id and c.code = 'MAN-34' and i.code = 'INS-015'`,
    ),
  );

  test('of two who save different marks at the same moment one is told, and nothing is mixed', async () => {
    const [present, absent] = [await allOf('present'), await allOf('absent')];
    const [hasSaved, mayCommit] = [gate(), gate()];
    const first = turn(pool, martha, async (desk) => {
      const result = await desk.saveMarks(session, present);
      hasSaved.open();
      await mayCommit.passed;
      return result;
    });
    await hasSaved.passed;
    const second = saves(absent, {}, oscar);
    await someoneWaitsForALock();
    mayCommit.open();
    await expect(first).resolves.toEqual({ ok: true, saved: 34 });
    await expect(second).resolves.toEqual({ ok: false, why: 'changed_meanwhile' });
    const { rows } = await pool.query('select distinct status, revision from mark');
    expect(rows).toEqual([{ status: 'present', revision: 1 }]);
  });

  test('of two who save the same marks at the same moment both are right', async () => {
    const present = await allOf('present');
    const results = await Promise.all([saves(present), saves(present, {}, oscar)]);
    expect(results.map((result) => result.ok)).toEqual([true, true]);
    await expect(marks()).resolves.toBe(34);
  });

  test('whoever saves halves at the same moment saves both', async () => {
    const present = await allOf('present');
    const [front, back] = [present.slice(0, 17), present.slice(17)];
    await expect(Promise.all([saves(front), saves(back, {}, oscar)])).resolves.toEqual([
      { ok: true, saved: 17 },
      { ok: true, saved: 17 },
    ]);
  });
});

test('saving a class of 34 takes one statement', async () => {
  const given = await allOf('present');
  await turn(pool, martha, async (desk, db) => {
    const query = jest.spyOn(db, 'query');
    await desk.saveMarks(session, given);
    expect(query).toHaveBeenCalledTimes(1);
    query.mockRestore();
  });
});

async function teach(code: string): Promise<void> {
  await pool.query(
    `insert into class_instructor select c.id, i.id from class c, instructor i where c.code = 'MAN-34' and i.code = $1`,
    [code],
  );
}

function gate(): { passed: Promise<void>; open: () => void } {
  let open: () => void = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open };
}

async function someoneWaitsForALock(): Promise<void> {
  const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await pool.query(waiting)).rowCount === 0) await new Promise((resolve) => setTimeout(resolve, 10));
}
