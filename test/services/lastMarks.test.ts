import type { Pool } from 'pg';
import { freshDatabase } from '../setup/database';
import { conversationOfPhone, importClassOf34, importProgramme, turn } from './programme';

let pool: Pool;
let martha: string;
let [session, before]: string[] = [];

beforeAll(async () => {
  ({ pool } = await freshDatabase());
  await importProgramme(pool);
  await importClassOf34(pool);
  martha = await conversationOfPhone(pool, '573009990002');
  const [first] = await turn(pool, martha, (desk) => desk.sessionsToday());
  session = first?.sessionId ?? '';
  const { rows } = await pool.query<{ id: string }>(
    `select b.id from session b join session s using (class_id)
     where s.id = $1 and b.starts_at < s.starts_at order by b.starts_at desc limit 1`,
    [session],
  );
  before = rows[0]?.id ?? '';
  await pool.query(`update enrolment set enrolled_at = '2025-01-01'`);
});

const lastMarks = () => turn(pool, martha, (desk) => desk.lastMarks(session ?? ''));

async function mark(status: string, people: number): Promise<void> {
  await pool.query(
    `insert into mark (session_id, person_id, revision, status, marked_by, channel, message_id, sent_at, received_at)
     select $1, r.person_id, 1, $2, i.person_id, 'whatsapp', 'm', now(), now()
     from roster($1) r, (select person_id from instructor where person_id is not null limit 1) i
     order by r.number limit $3`,
    [before, status, people],
  );
}

test('a class that was not marked the time before has nothing to go by', async () => {
  await expect(lastMarks()).resolves.toBeUndefined();
});

test('the marks of the time before are given with its day, of whoever was marked', async () => {
  await mark('late', 3);
  const last = await lastMarks();
  expect(last?.startsAt).toBe('2025-02-25T13:00:00.000Z');
  expect(last?.marks.map(({ status }) => status)).toEqual(['late', 'late', 'late']);
});

test('a meeting that was cancelled is passed over', async () => {
  await pool.query(`update session set status = 'cancelled' where id = $1`, [before]);
  await expect(lastMarks()).resolves.toBeUndefined();
});

test('whoever may not mark the class does not get to see them', async () => {
  await pool.query(`update session set status = 'planned' where id = $1`, [before]);
  await expect(lastMarks()).resolves.toBeDefined();
  await pool.query('delete from class_instructor');
  await expect(lastMarks()).resolves.toBeUndefined();
});
