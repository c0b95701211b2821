import type { Pool } from 'pg';
import { freshDatabase } from '../../setup/database';
import { importProgramme, imports, only } from '../programme';

let pool: Pool;
beforeEach(async () => {
  ({ pool } = await freshDatabase());
  await importProgramme(pool);
});

const header = 'code,service,site,name,capacity,starts_on,ends_on,slots,instructors';

async function sessions(): Promise<{ number: number; at: string; status: string }[]> {
  const { rows } = await pool.query<{ number: number; at: string; status: string }>(
    `select number, status, to_char(s.starts_at at time zone 'America/Bogota', 'MM-DD HH24:MI')
            || to_char(s.ends_at at time zone 'America/Bogota', '-HH24:MI') as at
     from session s join class c on c.id = s.class_id where c.code = 'X' order by s.starts_at`,
  );
  return rows;
}

test('a new timetable replaces the sessions; those with marks and those cancelled stay', async () => {
  const line = (slots: string, ends = '2025-03-31') =>
    `${header}\nX,YOGA,MAN-01,Taller,10,2025-03-10,${ends},${slots},INS-014`;
  await imports(pool, 'classes', line('tue 08:00-10:00'));
  const marked = `select s.id from session s join class c on c.id = s.class_id where c.code = 'X' and s.number = 1`;
  await pool.query(
    `insert into mark (session_id, person_id, revision, status, marked_by, channel, sent_at, received_at)
     select (${marked}), person_id, 1, 'present', person_id, 'web', now(), now() from instructor limit 1`,
  );
  await pool.query(
    `update session set status = 'cancelled' where number = 2 and class_id = (select id from class where code = 'X')`,
  );
  await imports(pool, 'classes', line('thu 14:00-16:00; tue 09:00-10:00', '2025-03-21'));
  await expect(sessions()).resolves.toEqual([
    { number: 1, at: '03-11 08:00-10:00', status: 'planned' },
    { number: 1, at: '03-11 09:00-10:00', status: 'planned' },
    { number: 2, at: '03-13 14:00-16:00', status: 'planned' },
    { number: 2, at: '03-18 08:00-10:00', status: 'cancelled' },
    { number: 3, at: '03-18 09:00-10:00', status: 'planned' },
    { number: 4, at: '03-20 14:00-16:00', status: 'planned' },
  ]);
  const { rows } = await pool.query(
    'select weekday, starts_at from class_slot cs join class c on c.id = cs.class_id where code = $1 order by 1',
    ['X'],
  );
  expect(rows).toEqual([
    { weekday: 2, starts_at: '09:00:00' },
    { weekday: 4, starts_at: '14:00:00' },
  ]);
});

test('a cancelled class gets no sessions any more, and keeps those it had', async () => {
  const line = (slots: string) => `${header}\nX,YOGA,MAN-01,Taller,10,2025-03-10,2025-03-16,${slots},INS-014`;
  await imports(pool, 'classes', line('tue 08:00-10:00'));
  await pool.query(`update class set cancelled_at = now() where code = 'X'`);
  await imports(pool, 'classes', line('thu 14:00-16:00'));
  await expect(sessions()).resolves.toEqual([{ number: 1, at: '03-11 08:00-10:00', status: 'planned' }]);
});

test('a session somebody came to as a guest stays too', async () => {
  const line = (slots: string) => `${header}\nX,YOGA,MAN-01,Taller,10,2025-03-10,2025-03-16,${slots},INS-014`;
  await imports(pool, 'classes', line('tue 08:00-10:00'));
  await pool.query(
    `insert into session_guest (session_id, person_id, added_by, channel)
     select s.id, i.person_id, i.person_id, 'web'
     from session s join class c on c.id = s.class_id cross join (select person_id from instructor limit 1) i
     where c.code = 'X'`,
  );
  await imports(pool, 'classes', line('thu 14:00-16:00'));
  await expect(sessions()).resolves.toEqual([
    { number: 1, at: '03-11 08:00-10:00', status: 'planned' },
    { number: 1, at: '03-13 14:00-16:00', status: 'planned' },
  ]);
});

test('a session somebody has checked in at stays too', async () => {
  const line = (slots: string) => `${header}\nX,YOGA,MAN-01,Taller,10,2025-03-10,2025-03-16,${slots},INS-014`;
  await imports(pool, 'classes', line('tue 08:00-10:00'));
  await pool.query(
    `insert into check_in (session_id, person_id, outcome, code_minute, channel, message_id, sent_at, received_at)
     select s.id, i.person_id, 'claimed', 1, 'web', 'a', now(), now()
     from session s join class c on c.id = s.class_id cross join (select person_id from instructor limit 1) i
     where c.code = 'X'`,
  );
  await imports(pool, 'classes', line('thu 14:00-16:00'));
  await expect(sessions()).resolves.toMatchObject([{ at: '03-11 08:00-10:00' }, { at: '03-13 14:00-16:00' }]);
});

test.each([
  ['another day', 'thu 08:00-10:00', ['03-11 08:00-10:00', '03-13 08:00-10:00']],
  ['a later end', 'tue 08:00-12:00', ['03-11 08:00-10:00']],
])('a session that is marked while a file with %s is read stays as it was marked', async (_, changed, stand) => {
  const line = (slots: string) => `${header}\nX,YOGA,MAN-01,Taller,10,2025-03-10,2025-03-16,${slots},INS-014`;
  await imports(pool, 'classes', line('tue 08:00-10:00'));
  const marker = await pool.connect();
  await marker.query('begin');
  // As write_marks does it.
  const { rows } = await marker.query(
    `select s.id from session s where s.class_id = (select id from class where code = 'X') for no key update`,
  );
  await marker.query(
    `insert into mark (session_id, person_id, revision, status, marked_by, channel, sent_at, received_at)
     select $1, person_id, 1, 'present', person_id, 'web', now(), now() from instructor limit 1`,
    [only(rows).id],
  );
  const importing = imports(pool, 'classes', line(changed));
  const waits = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await pool.query(waits)).rowCount === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  await marker.query('commit');
  marker.release();
  await importing;
  expect((await sessions()).map(({ at }) => at)).toEqual(stand);
});

test('a meeting that ends later is the same session', async () => {
  const line = (ends: string) => `${header}\nX,YOGA,MAN-01,Taller,10,2025-03-10,2025-03-21,tue 08:00-${ends},INS-014`;
  await imports(pool, 'classes', line('10:00'));
  const ids = `select s.id from session s join class c on c.id = s.class_id where c.code = 'X' order by starts_at`;
  const before = (await pool.query(ids)).rows;
  await imports(pool, 'classes', line('11:00'));
  expect((await pool.query(ids)).rows).toEqual(before);
  const { rows } = await pool.query(
    `select distinct ends_at - starts_at = '3 hours' as longer from session where class_id = (select id from class where code = 'X')`,
  );
  expect(rows).toEqual([{ longer: true }]);
});
