import type { Pool } from 'pg';
import { addGuest } from '../../src/db/guests';
import { type Marker, markHistory, undoMarks, writeMarks } from '../../src/db/marks';
import { reopenSession, setClosingDays } from '../../src/db/sessionRules';
import { rosterOf } from '../../src/db/sessions';
import { writeSubstitute } from '../../src/db/sessionsAhead';
import type { MarkGiven } from '../../src/services/desk';
import { conversationOfPhone, importClassOf34, importProgramme, only, registered } from '../services/programme';
import { freshDatabase } from '../setup/database';

let pool: Pool;
let session: string;
let martha: Marker;
let oscar: Marker;
let people: string[];
const nine = new Date('2025-03-04T09:00:00-05:00');
const later = (hours: number) => new Date(nine.getTime() + hours * 3600 * 1000);

beforeAll(async () => {
  ({ pool } = await freshDatabase());
  await importProgramme(pool);
  await importClassOf34(pool);
  martha = await marker('573009990002');
  oscar = await marker('573009990003');
  session = only(
    (
      await pool.query(
        `select s.id from session s join class c on c.id = s.class_id
         where c.code = 'MAN-34' and s.starts_at::date = '2025-03-04'`,
      )
    ).rows,
  ).id;
  people = (await rosterOf(pool, session, martha.personId)).map(({ personId }) => personId);
});
beforeEach(async () => {
  await pool.query('truncate mark, session_guest, session_substitute, session_reopening, audit');
  await pool.query(`delete from installation where name = 'attendance_closes_days'`);
});

async function marker(phone: string): Promise<Marker> {
  const conversationId = await conversationOfPhone(pool, phone);
  const { rows } = await pool.query('select person_id as id from conversation where id = $1', [conversationId]);
  const at = { sentAt: nine, receivedAt: nine };
  return { personId: only<{ id: string }>(rows).id, conversationId, channel: 'whatsapp', messageId: 'first', ...at };
}

const carmen = (personId: string) => ({ personId, names: { first: 'Carmen', last: 'Díaz' } });
const by = (who: Marker, messageId: string, sentAt = nine): Marker => ({
  ...who,
  messageId,
  sentAt,
  receivedAt: sentAt,
});
const mark = (n: number, status: MarkGiven['status'], over: Partial<MarkGiven> = {}): MarkGiven => ({
  personId: people[n] ?? '',
  status,
  ...over,
});
const all = (status: MarkGiven['status'], over: Partial<MarkGiven> = {}) => people.map((_, n) => mark(n, status, over));

async function appoints({ personId }: { personId: string }, who: Marker): Promise<string> {
  return (await writeSubstitute(pool, session, personId, { ...who, now: nine })).outcome;
}

async function standing(): Promise<(string | undefined)[]> {
  return (await rosterOf(pool, session, martha.personId)).map((line) => line.mark);
}
async function logged(): Promise<string[]> {
  const { rows } = await pool.query(`select action, details from audit where object_kind = 'session' order by id`);
  return rows.map(({ action, details }) => [action, details.why ?? details.marks].join(' '));
}

test('a write by somebody who may not mark is refused by the database and logged', async () => {
  const stranger = await pool.query('select person_id as id from conversation where id = $1', [await registered(pool)]);
  const strangers: Marker = { ...martha, personId: stranger.rows[0].id };
  for (const who of [strangers, oscar, { ...martha, personId: '00000000-0000-4000-8000-000000000000' }]) {
    expect(await writeMarks(pool, session, all('present'), who)).toEqual({ outcome: 'not_yours', saved: 0 });
    expect((await undoMarks(pool, session, who)).outcome).toBe('not_yours');
    expect(await addGuest(pool, session, carmen(stranger.rows[0].id), who)).toBe('not_yours');
  }
  expect(await logged()).toEqual(
    [1, 2, 3].flatMap(() => ['mark_refused not_yours', 'undo_refused not_yours', 'guest_refused not_yours']),
  );
  expect((await pool.query('select from mark')).rowCount).toBe(0);
});

test('a write about somebody who is not on the list is refused whole and logged', async () => {
  const { rows } = await pool.query('select person_id as id from conversation where id = $1', [await registered(pool)]);
  const given = [mark(0, 'present'), { personId: rows[0].id, status: 'present' as const }];
  expect(await writeMarks(pool, session, given, martha)).toEqual({ outcome: 'not_on_roster', saved: 0 });
  expect(await logged()).toEqual(['mark_refused not_on_roster']);
});

test('"all" leaves those alone who have a mark', async () => {
  await writeMarks(pool, session, [mark(4, 'late'), mark(5, 'absent')], by(martha, 'a'));
  expect(await writeMarks(pool, session, all('present', { bulk: true }), by(martha, 'b'))).toEqual({
    outcome: 'saved',
    saved: 32,
  });
  expect((await standing()).slice(3, 7)).toEqual(['present', 'late', 'absent', 'present']);
});

describe('undo', () => {
  test('takes back the last message, then the one before it, then nothing', async () => {
    await writeMarks(pool, session, all('present'), by(martha, 'a'));
    await writeMarks(pool, session, [mark(2, 'late')], by(martha, 'b'));
    expect(await undoMarks(pool, session, by(martha, 'u1'))).toEqual({ outcome: 'undone', undone: 1, kept: 0 });
    expect((await standing())[2]).toBe('present');
    expect(await undoMarks(pool, session, by(martha, 'u2'))).toEqual({ outcome: 'undone', undone: 34, kept: 0 });
    expect(new Set(await standing())).toEqual(new Set([undefined]));
    expect((await undoMarks(pool, session, by(martha, 'u3'))).outcome).toBe('nothing');
    const history = await markHistory(pool, session, people[2] ?? '');
    expect(history.map(({ status, undoes }) => [status, undoes])).toEqual([
      ['present', false],
      ['late', false],
      ['present', true],
      ['unmarked', true],
    ]);
    expect(history[0]).toMatchObject({ by: 'INS-014', channel: 'whatsapp' });
  });

  test('keeps what a colleague has changed since', async () => {
    await appoints(oscar, martha);
    await writeMarks(pool, session, [mark(0, 'absent'), mark(1, 'absent')], by(martha, 'a'));
    await writeMarks(pool, session, [mark(0, 'present')], by(oscar, 'b'));
    expect(await undoMarks(pool, session, by(martha, 'u'))).toEqual({ outcome: 'undone', undone: 1, kept: 1 });
    expect((await standing()).slice(0, 2)).toEqual(['present', undefined]);
  });

  test('does not reach back over a day, nor to what another wrote', async () => {
    await writeMarks(pool, session, [mark(0, 'absent')], by(martha, 'a'));
    expect((await undoMarks(pool, session, by(martha, 'u', later(25)))).outcome).toBe('nothing');
    await appoints(oscar, martha);
    expect((await undoMarks(pool, session, by(oscar, 'v'))).outcome).toBe('nothing');
  });

  test('somebody marked anew after an undo is marked', async () => {
    await writeMarks(pool, session, [mark(0, 'absent')], by(martha, 'a'));
    await undoMarks(pool, session, by(martha, 'u'));
    expect(await writeMarks(pool, session, [mark(0, 'late', { seen: 2 })], by(martha, 'b'))).toMatchObject({
      saved: 1,
    });
    expect((await standing())[0]).toBe('late');
  });
});

describe('the days for marking', () => {
  const days = (n: number) => later(24 * n + 2); // the session is from eight to ten
  test('are eight after its end, counted by when the message was sent', async () => {
    expect((await writeMarks(pool, session, [mark(0, 'late')], by(martha, 'a', days(7)))).outcome).toBe('saved');
    expect((await writeMarks(pool, session, [mark(1, 'late')], by(martha, 'b', days(8)))).outcome).toBe('closed');
    expect(await logged()).toEqual(['mark 1', 'mark_refused closed']);
  });

  test('are as many as the programme says', async () => {
    await setClosingDays(pool, 2);
    expect((await writeMarks(pool, session, [mark(0, 'late')], by(martha, 'a', days(3)))).outcome).toBe('closed');
    await setClosingDays(pool, 30);
    expect((await writeMarks(pool, session, [mark(0, 'late')], by(martha, 'b', days(29)))).outcome).toBe('saved');
  });

  test('go on where staff reopened the session, with the reason kept', async () => {
    const given = { classCode: 'MAN-34', date: '2025-03-04', timeZone: 'America/Bogota' };
    const leave = { until: days(40), reason: 'lista en papel', by: 'ana' };
    expect(await reopenSession(pool, given, leave)).toBe(true);
    expect(await reopenSession(pool, { ...given, date: '2025-03-05' }, leave)).toBe(false);
    expect((await writeMarks(pool, session, [mark(0, 'late')], by(martha, 'a', days(39)))).outcome).toBe('saved');
    expect((await pool.query('select reason, reopened_by from session_reopening')).rows).toEqual([
      { reason: 'lista en papel', reopened_by: 'ana' },
    ]);
    await expect(pool.query('delete from session_reopening')).rejects.toThrow('append-only');
  });

  test('a mark of an earlier day is changed only with a reason; a first mark needs none', async () => {
    await writeMarks(pool, session, [mark(0, 'absent')], by(martha, 'a'));
    const change = (reason?: string) => [mark(0, 'present', reason ? { reason } : {})];
    expect((await writeMarks(pool, session, change(), by(martha, 'b', days(2)))).outcome).toBe('reason_needed');
    expect((await writeMarks(pool, session, [mark(1, 'late')], by(martha, 'c', days(2)))).outcome).toBe('saved');
    expect((await writeMarks(pool, session, change('firmó'), by(martha, 'd', days(2)))).outcome).toBe('saved');
    expect((await markHistory(pool, session, people[0] ?? '')).at(-1)).toMatchObject({
      status: 'present',
      reason: 'firmó',
    });
  });
});

test('a substitute marks the one session, and only while appointed by somebody who may', async () => {
  expect(await appoints(oscar, oscar)).toBe('not_yours');
  expect(await appoints({ personId: people[0] ?? '' }, martha)).toBe('unknown');
  expect(await appoints(oscar, martha)).toBe('changed');
  expect((await rosterOf(pool, session, oscar.personId)).length).toBe(34);
  expect((await writeMarks(pool, session, [mark(0, 'present')], oscar)).outcome).toBe('saved');
  const other = await pool.query(
    `select s.id from session s join class c on c.id = s.class_id where c.code = 'MAN-34' and s.id <> $1 limit 1`,
    [session],
  );
  expect(await rosterOf(pool, other.rows[0].id, oscar.personId)).toEqual([]);
});

test('a guest is on the list of the one session, takes no place, and stays on it as of then', async () => {
  const { rows } = await pool.query('select person_id as id from conversation where id = $1', [await registered(pool)]);
  const guest = rows[0].id;
  expect(await addGuest(pool, session, carmen(guest), martha)).toBe('added');
  expect(await addGuest(pool, session, carmen(guest), martha)).toBe('listed');
  expect((await rosterOf(pool, session, martha.personId)).map(({ personId }) => personId)).toContain(guest);
  expect((await writeMarks(pool, session, [{ personId: guest, status: 'present' }], martha)).outcome).toBe('saved');
  expect((await pool.query('select from enrolment where person_id = $1', [guest])).rowCount).toBe(0);
  const before = await pool.query(`select from roster($1, '2025-03-04') where person_id = $2`, [session, guest]);
  expect(before.rowCount).toBe(0);
});
