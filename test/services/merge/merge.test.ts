import type { Pool } from 'pg';
import { fileDueNotices, planNotices } from '../../../src/db/notices';
import { planReminders, refuseReminders } from '../../../src/db/reminders';
import { mergePair, tellApart, undoDecision } from '../../../src/services/reviews';
import { freshDatabase } from '../../setup/database';
import { consent, imports, only, registered, turn } from '../programme';
import { belongings, by, classOf, daily, enrol, mark, merged, near, personOf, two, undone } from './pair';

let pool: Pool;
beforeEach(async () => {
  ({ pool } = await freshDatabase({ max: 4 }));
  await daily(pool, ['UNO', 'DOS']);
});

async function roster(session: string): Promise<{ id: string; status: string | null }[]> {
  const { rows } = await pool.query('select person_id as id, status from roster($1)', [session]);
  return rows;
}

test('what belongs to a person is moved by a merge, and who did something stays named', async () => {
  const { rows } = await pool.query<{ names: string }>(
    `select c.conrelid::regclass || '.' || a.attname as names
     from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
     where c.contype = 'f' and c.confrelid = 'person'::regclass
       and not (a.attname = 'person_id' and c.conrelid::regclass::text in (select name from tables_of_people()))
     order by 1`,
  );
  expect(rows.map(({ names }) => names)).toEqual([
    'audit.actor_id',
    'coordinator.person_id',
    'instructor.person_id',
    'mark.marked_by',
    'merge.gone',
    'merge.kept',
    'pin.person_id',
    'session_guest.added_by',
    'session_substitute.appointed_by',
    'session_substitute.person_id',
  ]);
});

test('both phones are one talk, places and marks stand side by side, and an undo puts everything back', async () => {
  const { maria, mery, mariaId, meryId } = await two(pool);
  await enrol(pool, maria, 'UNO');
  await enrol(pool, mery, 'DOS');
  const { sessions } = await classOf(pool, 'DOS');
  await mark(pool, sessions[1] ?? '', meryId, 'late');
  const before = await belongings(pool);
  const review = await merged(pool, mariaId, meryId);
  await expect(personOf(pool, mery)).resolves.toBe(mariaId);
  await expect(turn(pool, mery, (desk) => desk.myClasses(), { now: new Date() })).resolves.toHaveLength(2);
  await expect(roster(sessions[1] ?? '')).resolves.toEqual([{ id: mariaId, status: 'late' }]);
  const names = JSON.stringify(Object.entries(await belongings(pool)).filter(([table]) => table !== 'person'));
  expect(names).not.toContain(meryId);
  await expect(undone(pool, review)).resolves.toBe(0);
  await expect(belongings(pool)).resolves.toEqual(before);
});

test('what followed from her place goes back with it, what was taken since stays', async () => {
  const { maria, mery, mariaId, meryId } = await two(pool);
  await enrol(pool, mery, 'DOS');
  const { sessions } = await classOf(pool, 'DOS');
  const [, first = '', second = '', third = ''] = sessions;
  await mark(pool, first, meryId, 'absent');
  const review = await merged(pool, mariaId, meryId);
  await expect(mark(pool, first, mariaId, 'present')).resolves.toBe('saved');
  await expect(mark(pool, second, mariaId, 'late')).resolves.toBe('saved');
  await enrol(pool, maria, 'UNO');
  await expect(undone(pool, review)).resolves.toBe(1);
  await expect(roster(first)).resolves.toEqual([{ id: meryId, status: 'present' }]);
  await expect(roster(second)).resolves.toEqual([{ id: meryId, status: 'late' }]);
  await expect(roster(third)).resolves.toEqual([{ id: meryId, status: null }]);
  const { rows } = await pool.query(
    'select person_id as id from enrolment e join class c on c.id = class_id order by code',
  );
  expect(rows).toEqual([{ id: meryId }, { id: mariaId }]);
});

test('nothing written for the gone one is lost on her: it is the kept one’s', async () => {
  const { mery, mariaId, meryId } = await two(pool);
  await merged(pool, mariaId, meryId);
  const notice = { key: 'x', personId: meryId, script: 'reminder', known: {}, dueAt: new Date() };
  await planNotices(pool, [notice]);
  await pool.query('update conversation set person_id = $2 where id = $1', [mery, meryId]);
  await expect(personOf(pool, mery)).resolves.toBe(mariaId);
  await expect(fileDueNotices(pool, new Date(), 5)).resolves.toMatchObject({ nobody: 0 });
  const { rows } = await pool.query('select person_id as id from notice');
  expect(only(rows).id).toBe(mariaId);
});

test('a writer who has waited for a merge writes for the kept one', async () => {
  const { mariaId, meryId } = await two(pool);
  const review = await near(pool, mariaId, meryId);
  const { classId } = await classOf(pool, 'UNO');
  const client = await pool.connect();
  await client.query('begin');
  const { rows } = await client.query('select outcome from merge_people($1, $2, true, $3, $4)', [
    mariaId,
    meryId,
    review,
    'x',
  ]);
  expect(rows).toEqual([{ outcome: 'merged' }]);
  const writing = pool.query(
    `insert into enrolment (class_id, person_id, status, enrolled_at) values ($1, $2, 'enrolled', now()) returning person_id as id`,
    [classId, meryId],
  );
  await client.query('commit');
  client.release();
  expect(only((await writing).rows).id).toBe(mariaId);
});

test('nobody is reminded twice of one meeting', async () => {
  const { mery, mariaId, meryId } = await two(pool);
  await enrol(pool, mery, 'DOS');
  const { rows } = await pool.query<{ at: Date }>(
    `select starts_at - interval '24 hours' as at from session s join class c on c.id = class_id where code = 'DOS' order by 1 limit 1`,
  );
  const { at } = only(rows);
  await planReminders(pool, at);
  const notices = async () =>
    (await pool.query(`select key, person_id as id from notice where script = 'reminder'`)).rows as {
      key: string;
      id: string;
    }[];
  const before = await notices();
  const review = await merged(pool, mariaId, meryId);
  await planReminders(pool, at);
  expect(await notices()).toEqual([{ key: before[0]?.key.replace(meryId, mariaId), id: mariaId }]);
  await undone(pool, review);
  await expect(notices()).resolves.toEqual(before);
});

test('who wants no reminders wants none as either, and what one lacked she has from the other', async () => {
  const { mariaId, meryId } = await two(pool);
  await pool.query('update person set site_id = null where id = $1', [mariaId]);
  await refuseReminders(pool, meryId, new Date());
  const person = async (id: string) =>
    only(
      (
        await pool.query(
          'select site_id is not null as site, reminders_refused_at is not null as refused from person where id = $1',
          [id],
        )
      ).rows,
    );
  const review = await merged(pool, mariaId, meryId);
  await expect(person(mariaId)).resolves.toEqual({ site: true, refused: true });
  await undone(pool, review);
  await expect(person(mariaId)).resolves.toEqual({ site: false, refused: false });
  const again = await merged(pool, mariaId, meryId);
  await refuseReminders(pool, mariaId, null);
  await refuseReminders(pool, mariaId, new Date());
  await undone(pool, again);
  await expect(person(mariaId)).resolves.toMatchObject({ refused: true });
  await expect(person(meryId)).resolves.toMatchObject({ refused: true });
});

test('two on one phone are asked no more who writes, until they are told apart again', async () => {
  const talk = await registered(pool, { names: { first: 'Mery', last: 'Pérez' }, document: { type: 'OTRO' } });
  const meryId = await personOf(pool, talk);
  const mariaId = await turn(pool, talk, async (desk) => {
    await desk.keepConsent(consent);
    const site = only((await desk.sites()).slice(0, 1));
    const result = await desk.register({
      names: { first: 'María', last: 'Pérez' },
      document: { type: 'CC', number: '52123456' },
      siteId: site.id,
    });
    return result.ok ? result.personId : '';
  });
  const shared = async () =>
    only((await pool.query('select shared from conversation where id = $1', [talk])).rows).shared;
  await expect(shared()).resolves.toBe(true);
  const known = async () => (await pool.query('select person_id as id from people_of($1) order by 1', [talk])).rows;
  const review = await merged(pool, mariaId, meryId);
  await expect(shared()).resolves.toBe(false);
  await expect(known()).resolves.toEqual([{ id: mariaId }]);
  await undone(pool, review);
  await expect(shared()).resolves.toBe(true);
  await expect(known()).resolves.toHaveLength(2);
});

test('her former document finds the kept one, in the chat and in an import', async () => {
  const anaId = await personOf(pool, await registered(pool, { document: { type: 'CC', number: '52123456' } }));
  const other = await registered(pool, { document: { type: 'CC', number: '52123465' } });
  await merged(pool, anaId, await personOf(pool, other));
  const again = { names: { first: 'Ana', last: 'Ruiz' }, document: { type: 'CC', number: '52123465' } } as const;
  await expect(
    turn(pool, other, async (desk) => desk.register({ ...again, siteId: only((await desk.sites()).slice(0, 1)).id })),
  ).resolves.toEqual({ ok: true, personId: anaId });
  const header = 'class,document_type,document_number,first_names,last_names,phone';
  await imports(pool, 'enrolments', `${header}\nUNO,CC,52123465,Ana,Ruiz,`);
  const { rows } = await pool.query('select person_id as id from enrolment');
  expect(only(rows).id).toBe(anaId);
});

test('an import by name finds whoever was merged, so that it can be repeated', async () => {
  const header = 'class,document_type,document_number,first_names,last_names,phone';
  const file = `${header}\nUNO,OTRO,,Mery,Pérez,`;
  await imports(pool, 'enrolments', file);
  const { rows } = await pool.query(`select id from person where first_names = 'Mery'`);
  const mariaId = await personOf(pool, await registered(pool, { names: { first: 'María', last: 'Pérez' } }));
  await merged(pool, mariaId, only(rows).id);
  await expect(imports(pool, 'enrolments', file)).resolves.toBe(0);
});

test('a chain is undone from its end', async () => {
  const [a, b, c] = await Promise.all([1, 2, 3].map(async () => personOf(pool, await registered(pool))));
  const before = await belongings(pool);
  const first = await merged(pool, b ?? '', a ?? '');
  const second = await merged(pool, c ?? '', b ?? '');
  await expect(undoDecision(pool, first, by)).resolves.toEqual({ ok: false, why: 'merged_further' });
  await undone(pool, second);
  await undone(pool, first);
  await expect(belongings(pool)).resolves.toEqual(before);
  await expect(undoDecision(pool, first, by)).resolves.toEqual({ ok: false, why: 'not_decided' });
});

test('told apart, they can be decided on again', async () => {
  const { mariaId, meryId } = await two(pool);
  const review = await near(pool, mariaId, meryId);
  await expect(tellApart(pool, review, by)).resolves.toEqual({ ok: true });
  await expect(tellApart(pool, review, by)).resolves.toEqual({ ok: false, why: 'not_open' });
  await expect(undoDecision(pool, review, by)).resolves.toEqual({ ok: true, stayed: 0 });
  await expect(mergePair(pool, review, { keep: mariaId }, by)).resolves.toMatchObject({ ok: true });
});

test('a mark changes hands by a merge that notes it, and in nothing else', async () => {
  const { mery, mariaId, meryId } = await two(pool);
  await enrol(pool, mery, 'UNO');
  await mark(pool, (await classOf(pool, 'UNO')).sessions[1] ?? '', meryId, 'present');
  await expect(pool.query('update mark set person_id = $1', [mariaId])).rejects.toThrow('append-only');
  await merged(pool, mariaId, meryId);
  await expect(pool.query(`update mark set person_id = $1, status = 'late'`, [meryId])).rejects.toThrow('append-only');
  await expect(pool.query('delete from mark')).rejects.toThrow('append-only');
});

test('decisions are in the audit log, without a name', async () => {
  const { mariaId, meryId } = await two(pool);
  const review = await merged(pool, mariaId, meryId);
  await undone(pool, review);
  const { rows } = await pool.query(
    `select action, actor, object_id as object, details from audit where action like 'merge%' order by id`,
  );
  expect(rows).toEqual([
    { action: 'merge', actor: 'test', object: mariaId, details: { gone: meryId, review } },
    { action: 'merge_undone', actor: 'test', object: review, details: { stayed: 0 } },
  ]);
});
