import type { MarkGiven } from '../../src/services/desk';
import { allOf, inAClassOf34, marks, martha, pool, roster, saves, session } from './classOf34';
import { classId, only, registered, turn } from './programme';

inAClassOf34();

test("an instructor's sessions of today are those of her classes, in order", async () => {
  const sessions = await turn(pool, martha, (desk) => desk.sessionsToday());
  expect(sessions).toEqual([
    {
      sessionId: session,
      className: 'Clase de 34',
      site: 'El Porvenir',
      startsAt: '2025-03-04T13:00:00.000Z',
      endsAt: '2025-03-04T15:00:00.000Z',
      enrolled: 34,
      marked: 0,
    },
    expect.objectContaining({ className: 'Yoga suave', startsAt: '2025-03-04T13:00:00.000Z', enrolled: 0 }),
    expect.objectContaining({ className: 'Rumba', startsAt: '2025-03-04T19:00:00.000Z' }),
  ]);
});

test.each([
  ['2025-03-04T00:00:00-05:00', 3],
  ['2025-03-04T23:59:59-05:00', 3],
  ['2025-03-05T00:00:00-05:00', 0],
  ['2025-03-03T23:59:59-05:00', 0],
])('a message sent at %s is about that day in Bogotá', async (sent, sessions) => {
  const found = await turn(pool, martha, (desk) => desk.sessionsToday(), { now: new Date(sent) });
  expect(found).toHaveLength(sessions);
});

test('a cancelled session is not there to mark', async () => {
  await pool.query(`update session set status = 'cancelled' where id = $1`, [session]);
  const given = [
    {
      personId: only((await pool.query<{ id: string }>('select person_id as id from enrolment limit 1')).rows).id,
      status: 'present' as const,
    },
  ];
  await expect(turn(pool, martha, (desk) => desk.sessionsToday())).resolves.toHaveLength(2);
  await expect(saves(given)).resolves.toEqual({ ok: false, why: 'not_yours' });
  await pool.query(`update session set status = 'planned' where id = $1`, [session]);
});

test('a roster is numbered by last names and first names; accents and case do not count', async () => {
  const lines = await roster();
  expect(lines.map(({ number }) => number)).toEqual(Array.from({ length: 34 }, (_, n) => n + 1));
  const order = lines.map(({ firstNames, lastNames }) => `${firstNames} ${lastNames}`);
  expect(order.slice(0, 3)).toEqual(['Rosa María Álvarez', 'Zoraida Alvarez', 'Carmen Rosa De la Hoz']);
  expect(order.slice(-3)).toEqual(['Rosa Elena Martínez Gil', 'Beatriz Ñáñez', 'Ana de los Ángeles Ruiz Pinzón']);
});

test('a class of 34 is marked and read back', async () => {
  const lines = await roster();
  const given = lines.map(({ personId, number }): MarkGiven => {
    if (number === 3 || number === 7) return { personId, status: 'absent' };
    if (number === 8) return { personId, status: 'excused', reason: 'cita médica' };
    return { personId, status: number === 9 ? 'late' : 'present' };
  });
  await expect(saves(given)).resolves.toEqual({ ok: true, saved: 34 });
  const expected = given.map(({ status }) => status);
  expect((await roster()).map(({ mark }) => mark)).toEqual(expected);
  expect((await roster()).map(({ revision }) => revision)).toEqual(expected.map(() => 1));
  const [today] = await turn(pool, martha, (desk) => desk.sessionsToday());
  expect(today).toMatchObject({ enrolled: 34, marked: 34 });
});

test('a mark tells who, when sent, when received, through what and why', async () => {
  const [line] = await roster();
  const personId = line?.personId ?? '';
  const message = {
    messageId: 'wamid.7',
    sentAt: new Date('2025-03-04T09:01:00-05:00'),
    receivedAt: new Date('2025-03-04T11:30:00-05:00'),
  };
  await turn(
    pool,
    martha,
    (desk) => desk.saveMarks(session, [{ personId, status: 'excused', reason: 'cita médica' }]),
    message,
  );
  const { rows } = await pool.query('select * from mark');
  expect(only(rows)).toMatchObject({
    session_id: session,
    person_id: personId,
    revision: 1,
    status: 'excused',
    reason: 'cita médica',
    marked_by: only((await pool.query(`select person_id from instructor where code = 'INS-014'`)).rows).person_id,
    conversation_id: martha,
    channel: 'whatsapp',
    message_id: 'wamid.7',
    sent_at: message.sentAt,
    received_at: message.receivedAt,
  });
  const { rows: audits } = await pool.query(`select * from audit where action = 'mark' order by id desc limit 1`);
  expect(only(audits)).toMatchObject({
    object_kind: 'session',
    object_id: session,
    channel: 'whatsapp',
    details: { marks: 1 },
  });
});

test('marks saved twice are kept once', async () => {
  const given = await allOf('present');
  await expect(saves(given)).resolves.toEqual({ ok: true, saved: 34 });
  await expect(saves(given)).resolves.toEqual({ ok: true, saved: 0 });
  await expect(marks()).resolves.toBe(34);
});

test('the same message saves once, also when somebody has corrected it since', async () => {
  const given = (await allOf('present')).map((mark) => ({ ...mark, seen: 0 }));
  await expect(saves(given, { messageId: 'wamid.1' })).resolves.toEqual({ ok: true, saved: 34 });
  await expect(saves(given, { messageId: 'wamid.1' })).resolves.toEqual({ ok: true, saved: 0 });
  await expect(saves(given.slice(0, 1).map((mark) => ({ ...mark, seen: 1, status: 'absent' })))).resolves.toEqual({
    ok: true,
    saved: 1,
  });
  await expect(saves(given, { messageId: 'wamid.1' })).resolves.toEqual({ ok: true, saved: 0 });
  expect((await roster())[0]).toMatchObject({ mark: 'absent', revision: 2 });
});

test('a correction is the next revision, and what stood before stays', async () => {
  const given = await allOf('present');
  await saves(given);
  const [first] = given;
  if (!first) throw new Error('The roster is empty.');
  await expect(saves([{ ...first, status: 'late' }])).resolves.toEqual({ ok: true, saved: 1 });
  const { rows } = await pool.query('select revision, status from mark where person_id = $1 order by revision', [
    first.personId,
  ]);
  expect(rows).toEqual([
    { revision: 1, status: 'present' },
    { revision: 2, status: 'late' },
  ]);
});

test('a mark can be neither changed nor deleted', async () => {
  await saves((await allOf('present')).slice(0, 1));
  await expect(pool.query(`update mark set status = 'absent'`)).rejects.toThrow('mark is append-only');
  await expect(pool.query('delete from mark')).rejects.toThrow('mark is append-only');
  await expect(pool.query('delete from audit')).rejects.toThrow('audit is append-only');
  await expect(pool.query('update audit set action = action')).rejects.toThrow('audit is append-only');
});

test('who enrols after a session began is not on its roster, who left after it began still is', async () => {
  const yoga = await classId(pool, 'MAN-YOGA-01');
  const { rows } = await pool.query<{ id: string }>(
    `select id from session where class_id = $1 and starts_at::date = '2025-03-04'`,
    [yoga],
  );
  const sessionId = only(rows).id;
  const listed = () => turn(pool, martha, (desk) => desk.roster(sessionId));
  const [early, late, gone] = [await registered(pool), await registered(pool), await registered(pool)];
  const at = (time: string) => ({ now: new Date(`2025-03-04T${time}:00-05:00`) });
  for (const talk of [early, gone]) await turn(pool, talk, (desk) => desk.enrol(yoga), at('07:50'));
  await turn(pool, gone, (desk) => desk.leave(yoga), at('07:55'));
  await turn(pool, late, (desk) => desk.enrol(yoga), at('08:10'));
  await expect(listed()).resolves.toHaveLength(1);
  await turn(pool, early, (desk) => desk.leave(yoga), at('08:20'));
  const [line] = await listed();
  expect(line?.number).toBe(1);
  const given = [{ personId: line?.personId ?? '', status: 'present' as const }];
  await expect(turn(pool, martha, (desk) => desk.saveMarks(sessionId, given))).resolves.toEqual({ ok: true, saved: 1 });
});
