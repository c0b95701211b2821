import { randomUUID } from 'node:crypto';
import { addGuest } from '../../src/db/guests';
import { type Marker, undoMarks, writeMarks } from '../../src/db/marks';
import { inTransaction } from '../../src/db/pool';
import { writeSubstitute } from '../../src/db/sessionsAhead';
import type { MarkGiven } from '../../src/services/desk';
import { cancelSession } from '../../src/services/sessions';
import { allOf, inAClassOf34, marks, martha, pool, saves, session } from './classOf34';
import { appoints, conversation, conversationOfPhone, now, only, registered, turn } from './programme';

inAClassOf34();

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

describe('tried past the talk, at the database itself', () => {
  const person = async (talk: string) =>
    only((await pool.query<{ id: string }>('select person_id as id from conversation where id = $1', [talk])).rows).id;
  const oscars = () => conversationOfPhone(pool, '573009990003');
  const by = async (talk: string): Promise<Marker> => {
    const message = { channel: 'whatsapp', messageId: randomUUID(), sentAt: now, receivedAt: now };
    return { personId: await person(talk), conversationId: talk, ...message };
  };
  const tries = async (of: string, who: Marker) => [
    (await writeMarks(pool, of, (await allOf('present')).slice(0, 1), who)).outcome,
    (await undoMarks(pool, of, { ...who, messageId: randomUUID() })).outcome,
    await addGuest(
      pool,
      of,
      { personId: await person(await registered(pool)), names: { first: 'Ana', last: 'Ruiz' } },
      who,
    ),
    (await writeSubstitute(pool, of, await person(await oscars()), { ...who, now })).outcome,
  ];
  const logged = async () =>
    (
      await pool.query(`select action || ' ' || coalesce(details ->> 'why', '') as line from audit order by id`)
    ).rows.map(({ line }) => line);
  const refused = (why: string) => [`mark_refused ${why}`, `undo_refused ${why}`, `guest_refused ${why}`];
  beforeEach(async () => {
    await pool.query('truncate audit, session_substitute, session_guest');
  });

  test.each([
    ['an instructor of other classes', oscars],
    ['a caregiver', () => registered(pool)],
  ])('%s marks, undoes, brings and appoints nobody, and each try is logged', async (_, talk) => {
    const who = await by(await talk());
    await pool.query('truncate audit');
    const tried = await tries(session, who);
    expect(tried).toEqual(['not_yours', 'not_yours', 'not_yours', 'not_yours']);
    expect((await logged()).filter((line) => line.includes('refused'))).toEqual([
      ...refused('not_yours'),
      'substitute_refused not_yours',
    ]);
    await expect(marks()).resolves.toBe(0);
  });

  test('whoever stood in for a colleague marks no more when that has ended', async () => {
    const oscar = await by(await oscars());
    await appoints(pool, martha, session);
    await expect(writeMarks(pool, session, (await allOf('late')).slice(0, 1), oscar)).resolves.toMatchObject({
      saved: 1,
    });
    await pool.query('update session_substitute set ended_at = now()');
    await expect(tries(session, oscar)).resolves.toEqual(['not_yours', 'not_yours', 'not_yours', 'not_yours']);
  });

  test('a meeting that is cancelled or not there takes nothing, and the try is logged', async () => {
    const who = await by(martha);
    await pool.query(`update session set status = 'cancelled' where id = $1`, [session]);
    await pool.query('truncate audit');
    const outcomes = (await tries(session, who)).slice(0, 3);
    await pool.query(`update session set status = 'planned' where id = $1`, [session]);
    expect(outcomes).toEqual(['not_yours', 'not_yours', 'not_yours']);
    expect((await tries(randomUUID(), who)).slice(0, 3)).toEqual(outcomes);
    expect((await logged()).filter((line) => line.includes('refused')).slice(0, 3)).toEqual(refused('not_yours'));
  });

  test('where several people write, whoever has not proved that it is she takes nothing back', async () => {
    await saves((await allOf('present')).slice(0, 1));
    await pool.query('update conversation set shared = true where id = $1', [martha]);
    const undone = await turn(pool, martha, (desk) => desk.undoLast());
    await pool.query('update conversation set shared = false where id = $1', [martha]);
    expect(undone).toEqual({ ok: false, why: 'unproven' });
    expect(await logged()).toContain('undo_refused unproven');
  });

  test('the mark that stands is one: no second row of the same revision, no row without a marker', async () => {
    await saves((await allOf('present')).slice(0, 1));
    const again = (columns: string) =>
      pool.query(`insert into mark (session_id, person_id, revision, status, marked_by, channel, sent_at, received_at)
                  select session_id, person_id, ${columns}, channel, sent_at, received_at from mark`);
    await expect(again(`revision, 'absent', marked_by`)).rejects.toThrow('mark_session_id_person_id_revision_key');
    await expect(again(`revision + 1, 'absent', null`)).rejects.toThrow('marked_by');
    await expect(again(`revision + 1, 'maybe', marked_by`)).rejects.toThrow('mark_status_check');
  });

  test('a message that comes again takes nothing more back', async () => {
    const [first, second] = await allOf('present');
    if (!first || !second) throw new Error('The roster is empty.');
    await saves([first]);
    await saves([second]);
    const undo = () => turn(pool, martha, (desk) => desk.undoLast(), { messageId: 'again' });
    const told = await undo();
    await expect(undo()).resolves.toEqual(told);
    await expect(marks()).resolves.toBe(3);
  });
});

test('a meeting that is being marked is not cancelled', async () => {
  const present = await allOf('present');
  const [hasSaved, mayCommit] = [gate(), gate()];
  const marking = turn(pool, martha, async (desk) => {
    const result = await desk.saveMarks(session, present);
    hasSaved.open();
    await mayCommit.passed;
    return result;
  });
  await hasSaved.passed;
  const staff = { kind: 'staff', actor: 'test', channel: 'test' } as const;
  const before = new Date('2025-03-04T07:00:00-05:00');
  const cancelling = inTransaction(pool, (db) => cancelSession(db, { sessionId: session }, staff, before));
  await someoneWaitsForALock();
  mayCommit.open();
  await expect(marking).resolves.toEqual({ ok: true, saved: 34 });
  await expect(cancelling).resolves.toEqual({ ok: false, why: 'marked' });
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
