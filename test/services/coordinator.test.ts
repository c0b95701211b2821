import type { Pool } from 'pg';
import { fileDueNotices } from '../../src/db/notices';
import { reopenSession } from '../../src/db/sessionRules';
import { attendanceJob } from '../../src/jobs/attendance';
import { planDigests } from '../../src/services/coordinator';
import { freshDatabase } from '../setup/database';
import {
  appoints,
  conversationOfPhone,
  importClassOf34,
  importProgramme,
  imports,
  only,
  timeZone,
  turn,
} from './programme';

let pool: Pool;
let martha: string;
const [beatriz, irma, olga] = ['573009990006', '573009990007', '573009990008'];
const at = (time: string, day = '2025-03-04') => new Date(`${day}T${time}:00-05:00`);
const plan = (time: string, day?: string) => planDigests(pool, at(time, day), { timeZone, at: '18:30' });

beforeEach(async () => {
  ({ pool } = await freshDatabase());
  await importProgramme(pool);
  await importClassOf34(pool);
  await imports(
    pool,
    'coordinators',
    `code,name,sites,phone
COO-1,Beatriz Salcedo,MAN-01,${beatriz}
COO-2,Irma Duarte,*,${irma}
COO-3,Olga Mora,MAN-02,${olga}`,
  );
  // Of the term before, only the meetings of this week are looked at here.
  await pool.query(`delete from session where starts_at < '2025-03-04'`);
  martha = await conversationOfPhone(pool, '573009990002');
});

async function told(): Promise<string[]> {
  const { rows } = await pool.query<{ line: string }>(
    `select co.code || ' ' || to_char(n.due_at at time zone 'America/Bogota', 'MM-DD HH24:MI') as line
     from notice n join coordinator co using (person_id) where n.script = 'attendanceDigest' order by n.due_at, co.code`,
  );
  return rows.map(({ line }) => line);
}

async function session(day = '2025-03-04'): Promise<string> {
  const { rows } = await pool.query(
    `select s.id from session s join class c on c.id = s.class_id where c.code = 'MAN-34' and s.starts_at::date = $1`,
    [day],
  );
  return only<{ id: string }>(rows).id;
}

async function markAll(talk = martha, now = at('10:05')) {
  const sessionId = await session();
  return turn(
    pool,
    talk,
    async (desk) => {
      const { rows } = await pool.query<{ id: string }>('select person_id as id from roster($1)', [sessionId]);
      return desk.saveMarks(
        sessionId,
        rows.map(({ id }) => ({ personId: id, status: 'present' })),
      );
    },
    { now },
  );
}

test('in the evening whoever has something unmarked at her sites is told, once a day, whoever plans it', async () => {
  expect(await plan('18:29')).toBe(false);
  expect(await told()).toEqual([]);
  await Promise.all([plan('18:30'), plan('18:30'), plan('18:31')]);
  expect(await told()).toEqual(['COO-1 03-04 18:30', 'COO-2 03-04 18:30']);
  expect((await fileDueNotices(pool, at('18:31'), 10)).conversations).toHaveLength(2);
  await plan('19:00');
  expect(await told()).toHaveLength(2);
  expect((await fileDueNotices(pool, at('19:00'), 10)).conversations).toEqual([]);
  await plan('18:30', '2025-03-05');
  expect((await told()).slice(2)).toEqual(['COO-1 03-05 18:30', 'COO-2 03-05 18:30']);
});

test('nobody is told of what is marked, cancelled, closed, or over only after the hour', async () => {
  expect(await markAll()).toMatchObject({ ok: true });
  await plan('18:30');
  expect(await told()).toEqual([]);
  await pool.query('truncate mark');
  await pool.query(`update session set status = 'cancelled' where id = $1`, [await session()]);
  await plan('18:30');
  expect(await told()).toEqual([]);
  await pool.query(`update session set status = 'planned', ends_at = $2 where id = $1`, [await session(), at('18:45')]);
  await plan('18:50');
  expect(await told()).toEqual([]);
  await pool.query(`delete from session where starts_at > '2025-03-05'`);
  await plan('18:30', '2025-03-12');
  expect(await told()).toEqual(['COO-1 03-12 18:30', 'COO-2 03-12 18:30']);
  await plan('18:50', '2025-03-13');
  expect(await told()).toHaveLength(2);
  const leave = { until: at('23:00', '2025-03-20'), reason: 'lista en papel', by: 'ana' };
  await reopenSession(pool, { classCode: 'MAN-34', date: '2025-03-04', timeZone }, leave);
  await plan('18:50', '2025-03-14');
  expect((await told()).slice(2)).toEqual(['COO-1 03-14 18:30', 'COO-2 03-14 18:30']);
});

test('whoever wants no reminders is not told', async () => {
  const talk = await conversationOfPhone(pool, beatriz);
  await turn(pool, talk, (desk) => desk.wantReminders(false));
  await plan('18:30');
  expect(await told()).toEqual(['COO-2 03-04 18:30']);
});

test('she sees class, time and who teaches it, whoever stands in first; of her own sites only', async () => {
  await appoints(pool, martha, await session());
  const seen = async (phone: string) =>
    turn(pool, await conversationOfPhone(pool, phone), (desk) => desk.sessionsUnmarked(), { now: at('18:30') });
  expect(await seen(beatriz)).toEqual([
    {
      className: 'Clase de 34',
      site: 'El Porvenir',
      startsAt: '2025-03-04T13:00:00.000Z',
      endsAt: '2025-03-04T15:00:00.000Z',
      enrolled: 34,
      marked: 0,
      teachers: ['Óscar Peña', 'Martha Lucía Pardo Niño'],
    },
  ]);
  expect(await seen(olga)).toEqual([]);
  expect(await turn(pool, martha, (desk) => desk.sessionsUnmarked(), { now: at('18:30') })).toEqual([]);
  const classes = async (phone: string) =>
    (await turn(pool, await conversationOfPhone(pool, phone), (desk) => desk.classesAtMySites())).map(
      ({ className, teachers }) => `${className}: ${teachers.join(', ')}`,
    );
  expect(await classes(beatriz)).toEqual([
    'Clase de 34: Martha Lucía Pardo Niño',
    'Rumba: Martha Lucía Pardo Niño, Óscar Peña',
    'Yoga suave: Martha Lucía Pardo Niño',
  ]);
  expect(await classes(olga)).toEqual([]);
});

test('she marks nobody: the database refuses it and logs the try', async () => {
  expect(await markAll(await conversationOfPhone(pool, irma))).toEqual({ ok: false, why: 'not_yours' });
  const { rows } = await pool.query(`select details ->> 'why' as why from audit where action = 'mark_refused'`);
  expect(rows).toEqual([{ why: 'not_yours' }]);
});

test('the job plans it when the hour has come', async () => {
  let now = at('18:29');
  const job = attendanceJob({ db: pool, now: () => now, timeZone, digestAt: '18:30' });
  await job.run();
  expect(await told()).toEqual([]);
  now = at('18:30');
  await job.run();
  await job.run();
  expect(await told()).toHaveLength(2);
});
