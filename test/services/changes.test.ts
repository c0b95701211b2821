import type { Pool } from 'pg';
import { fileDueNotices } from '../../src/db/notices';
import { writeChange } from '../../src/db/sessionChanges';
import { writeSubstitute } from '../../src/db/sessionsAhead';
import { freshDatabase } from '../setup/database';
import { conversationOfPhone, files, importProgramme, imports, now, only, registered, turn } from './programme';

let pool: Pool;
let martha: string;
let oscar: string;
let caregiver: string;

beforeAll(async () => {
  ({ pool } = await freshDatabase());
  await importProgramme(pool);
  await imports(
    pool,
    'classes',
    `${files.classes.split('\n')[0]}\nOWN,YOGA,MAN-01,Yoga propia,20,2025-02-03,2025-06-30,tue 16:00-18:00; thu 16:00-18:00,INS-014`,
  );
  martha = await conversationOfPhone(pool, '573009990002');
  oscar = await conversationOfPhone(pool, '573009990003');
  caregiver = await registered(pool);
  await turn(pool, caregiver, async (desk) => {
    const { rows } = await pool.query(`select id from class where code = 'OWN'`);
    expect((await desk.enrol(rows[0].id)).ok).toBe(true);
  });
});
beforeEach(async () => {
  await pool.query('truncate audit, notice, session_substitute');
  await pool.query(`update session set status = 'planned', change_reason = null`);
  await pool.query('update conversation set proof_needed_at = null');
});

const ahead = async (talk = martha) => {
  const sessions = await turn(pool, talk, (desk) => desk.sessionsAhead());
  return sessions.filter(({ className }) => className === 'Yoga propia');
};
const next = async () => (await ahead())[0]?.sessionId ?? '';
const personOf = async (talk: string) =>
  only((await pool.query<{ id: string }>('select person_id as id from conversation where id = $1', [talk])).rows).id;
const logged = async () =>
  (await pool.query(`select action, details ->> 'why' as why from audit order by id`)).rows.map(({ action, why }) =>
    why ? `${action} ${why}` : action,
  );
const notices = async () => (await pool.query('select script, outcome from notice order by id')).rows;

test('an instructor sees the meetings of her own classes only, and nobody else sees any', async () => {
  expect((await ahead())[0]).toMatchObject({ className: 'Yoga propia', people: 1, isCancelled: false });
  expect(await ahead(oscar)).toEqual([]);
  expect(await turn(pool, caregiver, (desk) => desk.sessionsAhead())).toEqual([]);
});

test('a meeting that she cancels is told to those enrolled with the reason, and can be brought back', async () => {
  const id = await next();
  expect(await turn(pool, martha, (desk) => desk.cancelSession(id, 'ill'))).toEqual({ ok: true, told: 1 });
  expect(await turn(pool, caregiver, (desk) => desk.mySession(id))).toMatchObject({
    status: 'cancelled',
    reason: 'ill',
  });
  expect(await turn(pool, martha, (desk) => desk.cancelSession(id))).toEqual({ ok: false, why: 'cancelled' });
  await fileDueNotices(pool, now, 10);
  expect(await turn(pool, martha, (desk) => desk.changesTold())).toMatchObject([
    { told: 1, missing: [{ why: 'waiting' }] },
  ]);
  expect(await turn(pool, martha, (desk) => desk.restoreSession(id))).toEqual({ ok: true, told: 1 });
  expect((await turn(pool, caregiver, (desk) => desk.mySession(id)))?.reason).toBeUndefined();
  expect(await turn(pool, martha, (desk) => desk.restoreSession(id))).toEqual({ ok: false, why: 'planned' });
  expect(await logged()).toEqual(['cancel_session', 'restore_session']);
});

test('whoever had not heard of the cancellation hears nothing of its end', async () => {
  const id = await next();
  await turn(pool, martha, (desk) => desk.cancelSession(id));
  expect(await turn(pool, martha, (desk) => desk.restoreSession(id))).toEqual({ ok: true, told: 0 });
  expect(await notices()).toEqual([{ script: 'sessionCancelled', outcome: 'dropped' }]);
});

test('a meeting does not come back into the time of another one', async () => {
  const [first, second] = await ahead();
  const { sessionId = '', startsAt = '', endsAt = '' } = first ?? {};
  await turn(pool, martha, (desk) => desk.cancelSession(sessionId));
  const before = { startsAt: second?.startsAt ?? '', endsAt: second?.endsAt ?? '' };
  const later = {
    startsAt: new Date(Date.parse(startsAt) + 3_600_000).toISOString(),
    endsAt: new Date(Date.parse(endsAt) + 3_600_000).toISOString(),
  };
  expect((await turn(pool, martha, (desk) => desk.moveSession(second?.sessionId ?? '', later))).ok).toBe(true);
  expect(await turn(pool, martha, (desk) => desk.restoreSession(sessionId))).toEqual({ ok: false, why: 'taken' });
  await turn(pool, martha, (desk) => desk.moveSession(second?.sessionId ?? '', before));
});

test.each([
  ['an instructor of other classes', () => oscar, 'not_yours'],
  ['a caregiver', () => caregiver, 'not_yours'],
  ['an instructor who has yet to prove who she is', () => martha, 'unproven'],
])('%s changes nothing, at the database itself, and each try is logged', async (_, talk, why) => {
  const id = await next();
  await pool.query('update conversation set proof_needed_at = now() where id = $1', [martha]);
  const by = { personId: await personOf(talk()), conversationId: talk(), channel: 'whatsapp' };
  const startsAt = new Date(now.getTime() + 5 * 86_400_000);
  const changes = [{ what: 'move' as const, startsAt }, { what: 'cancel' as const }, { what: 'restore' as const }];
  for (const change of changes)
    expect((await writeChange(pool, { sessionId: id, ...change }, by, now)).outcome).toBe(why);
  expect((await writeSubstitute(pool, id, await personOf(oscar), { ...by, now })).outcome).toBe(why);
  expect(await logged()).toEqual(
    ['move_session_refused', 'cancel_session_refused', 'restore_session_refused', 'substitute_refused'].map(
      (one) => `${one} ${why}`,
    ),
  );
  expect((await pool.query(`select from session where status = 'cancelled'`)).rowCount).toBe(0);
});

test('a substitute may mark that meeting, change nothing of it, and is told when she no longer is to give it', async () => {
  const id = await next();
  const colleague = only(await turn(pool, martha, (desk) => desk.colleagues(id)));
  expect(colleague).toMatchObject({ lastNames: 'Peña', entity: 'SENA', isNear: true });
  expect(await turn(pool, oscar, (desk) => desk.colleagues(id))).toEqual([]);
  expect(await turn(pool, martha, (desk) => desk.substitute(id, colleague.personId))).toEqual({ ok: true });
  expect(await turn(pool, martha, (desk) => desk.substitute(id, colleague.personId))).toEqual({
    ok: false,
    why: 'already',
  });
  expect((await ahead())[0]?.substitute).toBe('Óscar Peña');
  expect(await turn(pool, oscar, (desk) => desk.standIn(id))).toMatchObject({
    by: 'Martha Lucía Pardo Niño',
    isAsked: true,
  });
  expect((await turn(pool, oscar, (desk) => desk.roster(id))).length).toBe(1);
  expect(await turn(pool, oscar, (desk) => desk.cancelSession(id))).toEqual({ ok: false, why: 'not_yours' });
  expect(await turn(pool, oscar, (desk) => desk.substitute(id))).toEqual({ ok: false, why: 'not_yours' });
  expect(await turn(pool, martha, (desk) => desk.substitute(id))).toEqual({ ok: true });
  expect(await turn(pool, oscar, (desk) => desk.roster(id))).toEqual([]);
  expect((await turn(pool, oscar, (desk) => desk.standIn(id)))?.isAsked).toBe(false);
  expect((await notices()).map(({ script }) => script)).toEqual(['standInAsked', 'standInEnded']);
});

test('whoever gives a meeting in place of another is told when it changes, and not counted', async () => {
  const id = await next();
  await turn(pool, martha, async (desk) => desk.substitute(id, await personOf(oscar)));
  expect(await turn(pool, martha, (desk) => desk.cancelSession(id))).toEqual({ ok: true, told: 1 });
  expect((await notices()).map(({ script }) => script).sort()).toEqual([
    'sessionCancelled',
    'standInAsked',
    'standInChanged',
  ]);
  expect(await turn(pool, oscar, (desk) => desk.standIn(id))).toMatchObject({ isAsked: true, isCancelled: true });
  expect(await turn(pool, martha, (desk) => desk.restoreSession(id))).toEqual({ ok: true, told: 0 });
});

test('who else teaches the class is told of each change, and who is to give it; she who did it is not', async () => {
  const shared = (await turn(pool, martha, (desk) => desk.sessionsAhead())).find((one) => one.className === 'Rumba');
  const id = shared?.sessionId ?? '';
  const told = async () => {
    const { rows } = await pool.query(
      `select n.known ->> 'what' as what, n.known ->> 'by' = (select person_id::text from conversation where id = $2) as hers
       from notice n where n.script = 'colleagueNews' and n.outcome is null
         and n.person_id = (select person_id from conversation where id = $1)`,
      [oscar, martha],
    );
    await fileDueNotices(pool, now, 20);
    return rows;
  };
  await turn(pool, martha, (desk) => desk.cancelSession(id));
  expect(await told()).toEqual([{ what: 'cancelled', hers: true }]);
  expect(await turn(pool, oscar, async (desk) => desk.taught(id, await personOf(martha)))).toMatchObject({
    className: 'Rumba',
    isCancelled: true,
    by: 'Martha Lucía Pardo Niño',
  });
  await turn(pool, martha, (desk) => desk.restoreSession(id));
  expect(await told()).toEqual([{ what: 'restored', hers: true }]);
  await pool.query(
    `insert into instructor (code, person_id, entity) select 'INS-077', person_id, 'IDRD' from conversation where id = $1
     on conflict do nothing`,
    [caregiver],
  );
  const stranger = await personOf(caregiver);
  expect(await turn(pool, martha, (desk) => desk.substitute(id, stranger))).toEqual({ ok: true });
  expect(await told()).toEqual([{ what: 'substitute', hers: true }]);
  await turn(pool, martha, (desk) => desk.substitute(id));
  expect(await told()).toEqual([{ what: 'alone', hers: true }]);
  expect((await notices()).filter(({ script }) => script === 'colleagueNews')).toHaveLength(4);
  expect(await turn(pool, caregiver, async (desk) => desk.taught(id, await personOf(martha)))).toBeNull();
});

test('a coordinator changes the meetings of her sites and appoints for them, not those of others', async () => {
  const talk = await registered(pool);
  const id = await next();
  const site = (code: string) => `
    with her as (insert into coordinator (code, person_id) values ('CO-1', $1)
                 on conflict (code) do update set code = excluded.code returning id),
         gone as (delete from coordinator_site)
    insert into coordinator_site select her.id, site.id from her, site where site.code = '${code}'`;
  await pool.query(site('MAN-02'), [await personOf(talk)]);
  expect(await turn(pool, talk, (desk) => desk.cancelSession(id))).toEqual({ ok: false, why: 'not_yours' });
  expect(await ahead(talk)).toEqual([]);
  await pool.query(site('MAN-01'), [await personOf(talk)]);
  expect((await ahead(talk))[0]?.sessionId).toBe(id);
  const oscars = await personOf(oscar);
  expect(await turn(pool, talk, (desk) => desk.substitute(id, oscars))).toEqual({ ok: true });
  expect(await turn(pool, talk, (desk) => desk.cancelSession(id))).toEqual({ ok: true, told: 1 });
  expect(await turn(pool, talk, (desk) => desk.roster(id))).toEqual([]);
});
