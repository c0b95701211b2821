import type { Pool } from 'pg';
import { fileDueNotices } from '../../src/db/notices';
import { planAttendancePrompts } from '../../src/services/attendancePrompts';
import { freshDatabase } from '../setup/database';
import { appoints, conversationOfPhone, importClassOf34, importProgramme, timeZone, turn } from './programme';

let pool: Pool;
let martha: string;
let session: string;
const at = (time: string) => new Date(`2025-03-04T${time}:00-05:00`);
const plan = (time: string) => planAttendancePrompts(pool, at(time), timeZone);

beforeAll(async () => {
  ({ pool } = await freshDatabase());
  await importProgramme(pool);
  await importClassOf34(pool);
  martha = await conversationOfPhone(pool, '573009990002');
  session = (await turn(pool, martha, (desk) => desk.sessionsToday()))[0]?.sessionId ?? '';
});
beforeEach(async () => {
  await pool.query('truncate notice, inbox, mark, session_substitute');
});

async function planned() {
  const { rows } = await pool.query(
    `select n.key, n.due_at as due, n.urgent, i.code from notice n join instructor i on i.person_id = n.person_id
     where n.about = $1 order by n.due_at, i.code`,
    [`session:${session}`],
  );
  return rows.map(({ key, due, urgent, code }) => [key.split(':')[0], due.toISOString(), urgent, code]);
}

test('whoever gives a class is asked at its end, and again the next morning at nine', async () => {
  expect(await plan('09:59')).toBe(0);
  expect(await plan('10:01')).toBe(1);
  expect(await planned()).toEqual([
    ['attendance_due', '2025-03-04T15:00:00.000Z', true, 'INS-014'],
    ['attendance_chase', '2025-03-05T14:00:00.000Z', false, 'INS-014'],
  ]);
  expect(await plan('10:02')).toBe(0);
  expect((await fileDueNotices(pool, at('10:02'), 10)).conversations).toEqual([martha]);
  expect(await plan('12:00')).toBe(0);
});

test('a substitute is asked too', async () => {
  await appoints(pool, martha, session);
  expect(await plan('10:01')).toBe(2);
  expect((await planned()).map(([, , , code]) => code)).toEqual(['INS-014', 'INS-015', 'INS-014', 'INS-015']);
});

test('nobody is asked about a class that is marked, was cancelled or ended long ago', async () => {
  await turn(pool, martha, async (desk) => {
    const roster = await desk.roster(session);
    await desk.saveMarks(
      session,
      roster.map(({ personId }) => ({ personId, status: 'present' })),
    );
  });
  expect(await plan('10:01')).toBe(0);
  await pool.query('truncate mark');
  await pool.query(`update session set status = 'cancelled' where id = $1`, [session]);
  expect(await plan('10:01')).toBe(0);
  await pool.query(`update session set status = 'planned' where id = $1`, [session]);
  expect(await planAttendancePrompts(pool, new Date('2025-03-05T03:30:00-05:00'), timeZone)).toBe(0);
});

test('after an outage she is asked late, but not at night', async () => {
  expect(await plan('21:30')).toBeGreaterThan(0);
  expect((await planned())[0]).toEqual(['attendance_due', '2025-03-04T15:00:00.000Z', false, 'INS-014']);
});
