import type { Pool } from 'pg';
import type { MarkStatus } from '../../src/domain/marks';
import { freshDatabase } from '../setup/database';
import { conversationOfPhone, importClassOf34, importProgramme, registered, turn } from './programme';

let pool: Pool;
let martha: string;
let people: string[];

beforeAll(async () => {
  ({ pool } = await freshDatabase());
  await importProgramme(pool);
  await importClassOf34(pool);
  martha = await conversationOfPhone(pool, '573009990002');
  const [session] = await turn(pool, martha, (desk) => desk.sessionsToday());
  people = (await turn(pool, martha, (desk) => desk.roster(session?.sessionId ?? ''))).map(({ personId }) => personId);
});

/** Marks somebody in the first sessions of the class, one status each. */
async function marked(n: number, statuses: MarkStatus[]): Promise<void> {
  await pool.query(
    `insert into mark (session_id, person_id, revision, status, marked_by, channel, message_id, sent_at, received_at)
     select s.id, $1, coalesce((select max(revision) from mark where session_id = s.id and person_id = $1), 0) + 1,
            ($2::text[])[s.at], i.person_id, 'whatsapp', 'm' || s.at, s.starts_at, s.starts_at
     from (select id, starts_at, row_number() over (order by starts_at) as at from session
           where class_id = (select id from class where code = 'MAN-34')) s, instructor i
     where i.code = 'INS-014' and s.at <= cardinality($2::text[])`,
    [people[n], statuses],
  );
}
const later = { now: new Date('2025-06-30T09:00:00-05:00') };

test('absences are counted by the mark that stands, and only of who has a place', async () => {
  await marked(0, ['absent', 'absent', 'absent', 'present']);
  await marked(1, ['absent', 'absent', 'late', 'excused']);
  await marked(2, ['absent', 'absent', 'absent', 'absent']);
  await marked(3, ['absent', 'absent', 'absent']);
  await marked(3, ['present']);
  await marked(4, ['absent', 'absent', 'absent']);
  await pool.query(`update enrolment set status = 'withdrawn', ended_at = now() where person_id = $1`, [people[4]]);
  const { rows } = await pool.query('select id, first_names, last_names from person where id = any ($1)', [people]);
  const nameOf = (n: number) => {
    const { first_names: firstNames, last_names: lastNames } = rows.find(({ id }) => id === people[n]);
    return { firstNames, lastNames, className: 'Clase de 34' };
  };
  const missed = await turn(pool, martha, (desk) => desk.missed(3), later);
  expect(missed).toEqual([
    { ...nameOf(2), missed: 4 },
    { ...nameOf(0), missed: 3 },
  ]);
});

test('nobody else is told who was absent', async () => {
  const oscar = await conversationOfPhone(pool, '573009990003');
  expect(await turn(pool, oscar, (desk) => desk.missed(1), later)).toEqual([]);
  expect(await turn(pool, await registered(pool), (desk) => desk.missed(1), later)).toEqual([]);
});
