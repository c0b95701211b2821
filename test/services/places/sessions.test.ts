import type { Pool } from 'pg';
import { fileDueNotices, planNotices } from '../../../src/db/notices';
import { inTransaction } from '../../../src/db/pool';
import { notReached } from '../../../src/db/sessionChanges';
import { usualTerms } from '../../../src/services/offers';
import {
  type ChangedBy,
  cancelClass,
  cancelSession,
  moveSession,
  restoreSession,
} from '../../../src/services/sessions';
import { freshDatabase } from '../../setup/database';
import {
  classId,
  conversationOfPhone,
  files,
  importProgramme,
  imports,
  now,
  only,
  registered,
  turn,
} from '../programme';

let pool: Pool;
let yoga: string;
let talk: string;
beforeEach(async () => {
  ({ pool } = await freshDatabase({ max: 4 }));
  await importProgramme(pool);
  yoga = await classId(pool, 'MAN-YOGA-01');
  talk = await registered(pool);
  await turn(pool, talk, (desk) => desk.enrol(yoga));
});

const staff: ChangedBy & { kind: 'staff' } = { kind: 'staff', actor: 'staff:planning', channel: 'admin' };
const thursday = '2025-03-06T13:00:00.000Z';
const friday = new Date('2025-03-07T20:00:00Z');

async function session(startsAt = thursday): Promise<string> {
  const { rows } = await pool.query<{ id: string }>('select id from session where class_id = $1 and starts_at = $2', [
    yoga,
    startsAt,
  ]);
  return only(rows).id;
}

async function instructor(phone: string): Promise<ChangedBy> {
  const conversationId = await conversationOfPhone(pool, phone);
  const { rows } = await pool.query<{ id: string }>('select person_id as id from conversation where id = $1', [
    conversationId,
  ]);
  return { kind: 'instructor', channel: 'whatsapp', personId: only(rows).id, conversationId };
}

const move = (sessionId: string, to = friday, by: ChangedBy = staff, at = now) =>
  inTransaction(pool, (db) => moveSession(db, { sessionId, startsAt: to }, by, at));
const cancel = (sessionId: string, by: ChangedBy = staff, at = now) =>
  inTransaction(pool, (db) => cancelSession(db, { sessionId }, by, at));

const restore = (sessionId: string, at: Date) => inTransaction(pool, (db) => restoreSession(db, sessionId, staff, at));

async function planned(): Promise<{ script: string; known: object; outcome: string | null }[]> {
  const { rows } = await pool.query(
    `select script, known, outcome from notice where script <> 'colleagueNews' order by id`,
  );
  return rows;
}

test('a meeting is moved with its length, everybody who has a place is told, and it is logged', async () => {
  const id = await session();
  await expect(move(id)).resolves.toEqual({ ok: true, told: 1 });
  const { rows } = await pool.query('select starts_at, ends_at, first_starts_at from session where id = $1', [id]);
  expect(rows).toEqual([
    { starts_at: friday, ends_at: new Date('2025-03-07T22:00:00Z'), first_starts_at: new Date(thursday) },
  ]);
  expect(await planned()).toEqual([
    { script: 'sessionMoved', known: { sessionId: id, from: Date.parse(thursday) }, outcome: null },
  ]);
  const { rows: logged } = await pool.query(
    'select actor, action, object_id, details from audit order by id desc limit 1',
  );
  expect(logged).toEqual([
    {
      actor: 'staff:planning',
      action: 'move_session',
      object_id: id,
      details: { from: thursday, to: friday.toISOString() },
    },
  ]);
  const [mine] = await turn(pool, talk, (desk) => desk.myClasses());
  expect(mine).toMatchObject({
    next: friday.toISOString(),
    changes: [{ kind: 'moved', was: thursday, startsAt: friday.toISOString() }],
  });
});

test('what was planned about a meeting goes when it is moved or cancelled', async () => {
  const id = await session();
  const { rows } = await pool.query<{ id: string }>('select person_id as id from conversation where id = $1', [talk]);
  const about = { personId: only(rows).id, script: 'reminder', known: {}, about: `session:${id}`, dueAt: now };
  await planNotices(pool, [{ key: 'r', ...about }]);
  await move(id);
  expect((await planned()).map(({ script, outcome }) => [script, outcome])).toEqual([
    ['reminder', 'dropped'],
    ['sessionMoved', null],
  ]);
  await cancel(id);
  expect((await planned()).map(({ script, outcome }) => [script, outcome])).toEqual([
    ['reminder', 'dropped'],
    ['sessionMoved', 'dropped'],
    ['sessionCancelled', null],
  ]);
});

test('news that nobody has heard yet is told as one, from what she knows', async () => {
  const id = await session();
  const saturday = new Date('2025-03-08T20:00:00Z');
  const heard = async () =>
    (await planned()).flatMap(({ script, known, outcome }) =>
      outcome === null ? [{ script, from: 'from' in known && known.from }] : [],
    );
  let minutes = 0;
  const later = () => {
    minutes += 1;
    return new Date(now.getTime() + minutes * 60_000);
  };
  await move(id, friday, staff, later());
  await move(id, saturday, staff, later());
  expect(await heard()).toEqual([{ script: 'sessionMoved', from: Date.parse(thursday) }]);
  await cancel(id, staff, later());
  expect(await heard()).toEqual([{ script: 'sessionCancelled', from: Date.parse(thursday) }]);
  await restore(id, later());
  expect(await heard()).toEqual([{ script: 'sessionMoved', from: Date.parse(thursday) }]);
  await move(id, new Date(thursday), staff, later());
  expect(await heard()).toEqual([]);
  await cancel(id, staff, later());
  await fileDueNotices(pool, later(), 10);
  await restore(id, later());
  expect((await heard()).map(({ script }) => script)).toEqual(['sessionRestored']);
  await cancel(id, staff, later());
  expect(await heard()).toEqual([]);
});

test('a class imported again as it was leaves moved and cancelled meetings as they are', async () => {
  const [moved, cancelled] = [await session(), await session('2025-03-11T13:00:00.000Z')];
  await move(moved);
  await cancel(cancelled);
  await imports(pool, 'classes', files.classes);
  const { rows } = await pool.query(
    `select id, status from session where class_id = $1 and starts_at between '2025-03-06' and '2025-03-12' order by starts_at`,
    [yoga],
  );
  expect(rows).toEqual([
    { id: moved, status: 'planned' },
    { id: cancelled, status: 'cancelled' },
  ]);
});

test('every refusal has its reason', async () => {
  const id = await session();
  await expect(move(talk)).resolves.toEqual({ ok: false, why: 'unknown_session' });
  await expect(move(id, friday, await instructor('573009990003'))).resolves.toEqual({ ok: false, why: 'not_yours' });
  await expect(move(id, new Date('2025-03-03T13:00:00Z'))).resolves.toEqual({ ok: false, why: 'in_the_past' });
  await expect(move(id, new Date('2025-03-11T14:00:00Z'))).resolves.toEqual({ ok: false, why: 'taken' });
  await expect(move(id, new Date(thursday))).resolves.toEqual({ ok: true, told: 0 });
  await expect(move(await session('2025-03-04T13:00:00.000Z'))).resolves.toEqual({ ok: false, why: 'begun' });
  await expect(cancel(id, await instructor('573009990002'))).resolves.toEqual({ ok: true, told: 1 });
  await expect(cancel(id)).resolves.toEqual({ ok: false, why: 'cancelled' });
  await expect(move(id)).resolves.toEqual({ ok: false, why: 'cancelled' });
  const marked = await session('2025-03-13T13:00:00.000Z');
  await pool.query(
    `insert into mark (session_id, person_id, revision, status, marked_by, channel, sent_at, received_at)
     select $1, person_id, 1, 'present', person_id, 'web', now(), now() from conversation where id = $2`,
    [marked, talk],
  );
  await expect(cancel(marked)).resolves.toEqual({ ok: false, why: 'marked' });
});

test('who has not got the word is told, and why', async () => {
  const id = await session();
  const [read, failed, silent] = [await registered(pool), await registered(pool), await registered(pool)];
  for (const one of [read, failed, silent]) await turn(pool, one, (desk) => desk.enrol(yoga));
  await pool.query(
    `update person set first_names = 'Fe' where id = (select person_id from conversation where id = $1)`,
    [failed],
  );
  await pool.query(
    `with lost as (update conversation set person_id = null where id = $1 returning id)
     update address set revoked_at = now() from lost where conversation_id = lost.id`,
    [silent],
  );
  await cancel(id);
  await fileDueNotices(pool, now, 10);
  await expect(notReached(pool, id)).resolves.toHaveLength(4);
  // As the turns of these two would end, and Meta's statuses come in.
  for (const [conversation, status] of [
    [read, 'read'],
    [failed, 'failed'],
  ])
    await pool.query(
      `with done as (update inbox set done_at = now() where conversation_id = $1 and message_id like 'notice:%' returning 1)
       insert into outbox (conversation_id, channel, turn_id, n, body, status)
       select $1, 'whatsapp', gen_random_uuid(), 0, '{}', $2 from done`,
      [conversation, status],
    );
  const left = await notReached(pool, id);
  expect(left.map(({ firstNames, why }) => [firstNames, why]).sort()).toEqual([
    ['Ana', 'nobody'],
    ['Ana', 'waiting'],
    ['Fe', 'failed'],
  ]);
});

test('a class cancelled is no more: no meetings, no list, and everybody is told once', async () => {
  const waiting = await registered(pool);
  await pool.query('update class set capacity = 1 where id = $1', [yoga]);
  await turn(pool, waiting, (desk) => desk.enrol(yoga, { orWait: true }));
  const clock = { now, today: '2025-03-04', terms: usualTerms };
  const cancelled = () =>
    inTransaction(pool, (db) => cancelClass(db, { classId: yoga, reason: 'Se cierra la sede.' }, staff, clock));
  await expect(cancelled()).resolves.toEqual({ ok: true, told: 1 });
  await expect(cancelled()).resolves.toEqual({ ok: false, why: 'unknown_class' });
  expect(await planned()).toEqual([
    { script: 'classCancelled', known: { classId: yoga, reason: 'Se cierra la sede.' }, outcome: null },
    { script: 'taughtClassCancelled', known: { classId: yoga }, outcome: null },
    { script: 'listEnded', known: { classId: yoga, why: 'cancelled' }, outcome: null },
  ]);
  await expect(turn(pool, talk, (desk) => desk.myClasses())).resolves.toEqual([]);
  await expect(turn(pool, await registered(pool), (desk) => desk.enrol(yoga))).resolves.toEqual({
    ok: false,
    why: 'over',
  });
  const { rows } = await pool.query(
    `select count(*)::integer as left from session where class_id = $1 and status = 'planned' and starts_at > $2`,
    [yoga, now],
  );
  expect(rows).toEqual([{ left: 0 }]);
});

test.each([
  ['2025-03-05T21:00:00-05:00', true],
  ['2025-03-05T12:00:00-05:00', false],
])('at %s, a class of eight on Thursday that is cancelled is told at once: %s', async (at, urgent) => {
  const clock = { now: new Date(at), today: '2025-03-05', terms: usualTerms };
  await inTransaction(pool, (db) => cancelClass(db, { classId: yoga, reason: 'Se cierra la sede.' }, staff, clock));
  const { rows } = await pool.query('select script, urgent from notice order by id');
  expect(rows).toEqual([
    { script: 'classCancelled', urgent },
    { script: 'taughtClassCancelled', urgent },
  ]);
});
