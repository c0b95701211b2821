import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { readCommand } from '../../../src/commands/admin/command';
import type { PlaceCommand } from '../../../src/commands/admin/placeWords';
import type { AdminTools } from '../../../src/commands/admin/run';
import { runPlaces } from '../../../src/commands/admin/runPlaces';
import { usualTerms } from '../../../src/services/offers';
import {
  classId,
  conversationOfPhone,
  importProgramme,
  imports,
  now,
  only,
  registered,
  timeZone,
  turn,
  vault,
} from '../../services/programme';
import { freshDatabase } from '../../setup/database';
import { program } from '../program';

let pool: Pool;
let url: string;
let ana: string;
const number = '9900000001';
const [yoga, rumba] = ['MAN-YOGA-01', 'MAN-RUMBA-01'];

beforeEach(async () => {
  ({ pool, url } = await freshDatabase());
  await importProgramme(pool);
  ana = await registered(pool, { document: { type: 'CC', number } });
});

/** Runs a command that is answered so where it asks. */
async function runs(words: string[], answer = `cc ${number}`) {
  const read = readCommand(['enrolments', ...words, '--by', 'Ana']);
  if (!read.ok) throw new Error(read.fault);
  const said: string[] = [];
  const [say, complain] = [(line: string) => said.push(line), (line: string) => said.push(line)];
  const tools = { pool, vault, timeZone, now, offerTerms: usualTerms, say, complain, ask: async () => answer };
  return { code: await runPlaces(read.command as PlaceCommand, tools as unknown as AdminTools), said };
}

function moves(from: string, to: string, answer?: string) {
  return runs(['move', '--from', from, '--to', to], answer);
}

function ends(of: string, ...words: string[]) {
  return runs(['end', '--class', of, '--reason', 'Se mudó a otra ciudad.', ...words]);
}

async function places(): Promise<string[]> {
  const { rows } = await pool.query(
    `select c.code, e.status, e.why_ended as why, e.children from enrolment e join class c on c.id = e.class_id order by e.created_at, e.id`,
  );
  return rows.map(({ code, status, why, children }) =>
    [code, status, why, children].filter((is) => is !== null).join(' '),
  );
}

test('a place is moved with those who come along, what she attended stays, and she is told', async () => {
  await turn(pool, ana, async (desk) => desk.enrol(await classId(pool, yoga)), {
    now: new Date('2025-03-03T09:00:00-05:00'),
  });
  const martha = await conversationOfPhone(pool, '573009990002');
  const marked = async (at: string) => {
    const [session] = await turn(pool, martha, (desk) => desk.sessionsToday(), { now: new Date(at) });
    const roster = await turn(pool, martha, (desk) => desk.roster(session?.sessionId ?? ''));
    return { session: session?.sessionId ?? '', names: roster.map(({ mark }) => mark ?? '-') };
  };
  const { session } = await marked('2025-03-04T10:00:00-05:00');
  const person = only(await turn(pool, martha, (desk) => desk.roster(session))).personId;
  await turn(pool, martha, (desk) => desk.saveMarks(session, [{ personId: person, status: 'late' }]));

  expect(await moves(yoga, rumba)).toEqual({
    code: 0,
    said: ['Ana R. has a place in MAN-RUMBA-01 now, and none in MAN-YOGA-01. Whoever can be reached is told.'],
  });
  expect(await places()).toEqual(['MAN-YOGA-01 withdrawn moved 0', 'MAN-RUMBA-01 enrolled 0']);
  expect((await marked('2025-03-04T10:00:00-05:00')).names).toEqual(['late']);
  expect((await marked('2025-03-06T10:00:00-05:00')).names).toEqual([]);
  const { rows: told } = await pool.query('select script, person_id from notice where ended_at is null');
  expect(told).toContainEqual({ script: 'placeMoved', person_id: person });
  const { rows: logged } = await pool.query(`select actor, details from audit where action = 'move_place'`);
  expect(only(logged)).toEqual({
    actor: 'Ana',
    details: { from: await classId(pool, yoga), to: await classId(pool, rumba) },
  });
});

test('the place she leaves goes to the next in line', async () => {
  for (let n = 0; n < 3; n += 1)
    await turn(pool, await registered(pool), async (desk) => desk.enrol(await classId(pool, rumba)));
  await turn(pool, ana, async (desk) => desk.enrol(await classId(pool, yoga)));
  expect(await moves(yoga, rumba)).toEqual({ code: 1, said: ['MAN-RUMBA-01 is full.'] });
  const waits = await turn(pool, ana, async (desk) => desk.enrol(await classId(pool, rumba), { orWait: true }));
  expect(waits).toMatchObject({ ok: true, kind: 'waiting', place: 1 });
  expect(await moves(yoga, rumba)).toEqual({ code: 1, said: ['MAN-RUMBA-01 is full.'] });
  const { rows } = await pool.query<{ person: string; type: string }>(
    `select e.person_id as person from enrolment e join class c on c.id = e.class_id where c.code = $1 and e.status = 'enrolled' limit 1`,
    [rumba],
  );
  await pool.query('update person set document_type = $2, document_index = $3 where id = $1', [
    only(rows).person,
    'CC',
    vault.index('9900000002'),
  ]);
  expect((await moves(rumba, yoga, 'CC: 9.900.000.002')).code).toBe(0);
  expect(await places()).toContain('MAN-RUMBA-01 offered 0');
});

test('a place given up by staff is gone as if she had left, with a reason, and she is told', async () => {
  const rumbaId = await classId(pool, rumba);
  await turn(pool, ana, (desk) => desk.enrol(rumbaId));
  const others = [await registered(pool), await registered(pool), await registered(pool)];
  for (const talk of others) await turn(pool, talk, (desk) => desk.enrol(rumbaId, { orWait: true }));
  expect(await ends(rumba)).toEqual({
    code: 0,
    said: ['Ana R. has no place in MAN-RUMBA-01 any more, and none in line. Whoever can be reached is told.'],
  });
  expect(await places()).toEqual([
    'MAN-RUMBA-01 withdrawn staff 0',
    'MAN-RUMBA-01 enrolled 0',
    'MAN-RUMBA-01 enrolled 0',
    'MAN-RUMBA-01 offered 0',
  ]);
  const { rows } = await pool.query('select script, known from notice order by id');
  expect(rows.map(({ script }) => script)).toEqual(['placeOffer', 'placeEnded']);
  expect(rows[1]).toMatchObject({ known: { classId: rumbaId, had: 'place' } });
  const { rows: why } = await pool.query('select end_reason as why from enrolment where end_reason is not null');
  expect(only(why).why).toBe('Se mudó a otra ciudad.');
  const { rows: logged } = await pool.query(`select actor, details from audit where action = 'end_place'`);
  expect(only(logged)).toEqual({ actor: 'Ana', details: { class: rumbaId, had: 'place' } });
  expect(await ends(rumba)).toEqual({ code: 1, said: ['She has no place in MAN-RUMBA-01, and waits for none.'] });
});

test('who waits in line, or was offered a place, is taken off the list by her id', async () => {
  const rumbaId = await classId(pool, rumba);
  const others = [await registered(pool), await registered(pool), await registered(pool)];
  for (const talk of others) await turn(pool, talk, (desk) => desk.enrol(rumbaId));
  await turn(pool, ana, (desk) => desk.enrol(rumbaId, { orWait: true }));
  const { rows } = await pool.query<{ id: string }>(
    `select person_id as id from enrolment where status = 'waitlisted'`,
  );
  expect(await ends(rumba, '--person', only(rows).id)).toMatchObject({ code: 0 });
  expect((await places()).filter((place) => !place.includes('enrolled'))).toEqual(['MAN-RUMBA-01 withdrawn staff 0']);
  const { rows: told } = await pool.query(`select known ->> 'had' as had from notice where script = 'placeEnded'`);
  expect(only(told).had).toBe('place_in_line');
  const stranger = '00000000-0000-4000-8000-000000000000';
  expect(await ends(rumba, '--person', stranger)).toEqual({ code: 1, said: ['Nobody has this id.'] });
});

test('many are named by a file: all of them, or nobody and every reason', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'relevo-places-'));
  const file = join(folder, 'people.csv');
  const list = (...numbers: string[]) =>
    writeFile(file, ['document_type;document_number', ...numbers.map((one) => `CC;${one}`)].join('\n'));
  const second = '9900000002';
  const talk = await registered(pool, { document: { type: 'CC', number: second } });
  await turn(pool, ana, async (desk) => desk.enrol(await classId(pool, yoga)));
  await list(number, second, '9900000003', number);
  expect(await ends(yoga, '--file', file)).toEqual({
    code: 1,
    said: ['row 4: nobody is registered with this document', 'row 5: she stands above already'],
  });
  await list(number, second);
  expect(await ends(yoga, '--file', file)).toEqual({
    code: 1,
    said: ['row 3: She has no place in MAN-YOGA-01, and waits for none.', 'Nothing was done.'],
  });
  expect(await places()).toEqual(['MAN-YOGA-01 enrolled 0']);
  await turn(pool, talk, async (desk) => desk.enrol(await classId(pool, yoga)));
  expect(await runs(['move', '--from', yoga, '--to', rumba, '--file', file])).toEqual({
    code: 0,
    said: ['2 people have a place in MAN-RUMBA-01 now, and none in MAN-YOGA-01. Whoever can be reached is told.'],
  });
  await rm(folder, { recursive: true });
});

test('a document comes by the input, and is never among the words of the command', async () => {
  const env = { DATABASE_URL: url, DATA_KEY: Buffer.alloc(32, 7).toString('base64') };
  await turn(pool, ana, async (desk) => desk.enrol(await classId(pool, yoga)));
  const args = ['enrolments', 'move', '--from', yoga, '--to', rumba, '--by', 'Ana'];
  // The clock is today's, when the class is over; what matters is whom it was asked for.
  await expect(program('admin.ts', { env, args, stdin: `CC ${number}\n` })).resolves.toEqual({
    code: 1,
    stdout: '',
    stderr: 'MAN-RUMBA-01 is over or was cancelled.\n',
  });
  await expect(program('admin.ts', { env, args })).resolves.toMatchObject({ code: 1, stderr: /needs the type/ });
});

test.each(['', '52123456', 'CC', 'XX 52123456'])(
  'an answer that names no document, "%s", is told so',
  async (answer) => {
    expect(await moves(yoga, rumba, answer)).toEqual({
      code: 1,
      said: ['This needs the type and the number of a document, such as CC 52123456.'],
    });
  },
);

test('what cannot be done is refused with its reason, and nothing is changed', async () => {
  expect((await moves(yoga, rumba)).said).toEqual(['She has no place in MAN-YOGA-01.']);
  expect((await moves(yoga, 'MAN-99')).said).toEqual(['No class has the code "MAN-99".']);
  expect((await moves(yoga, rumba, 'CC 9900000009')).said).toEqual(['Nobody is registered with this document.']);
  await imports(
    pool,
    'classes',
    `code,service,site,name,capacity,starts_on,ends_on,slots,instructors,rules,care_places
C-1,YOGA,MAN-01,Con cuidado,9,2025-02-03,2025-06-30,wed 08:00-10:00,INS-014,,2
C-2,YOGA,MAN-01,Sin cuidado,9,2025-02-03,2025-06-30,fri 08:00-10:00,INS-014,,`,
  );
  await turn(pool, ana, async (desk) =>
    desk.enrol(await classId(pool, 'C-1'), { company: { children: 1, older: 0, disabled: 0 } }),
  );
  const before = await places();
  expect((await moves('C-1', 'C-2')).said).toEqual(['The care room of C-2 has no room for those who come with her.']);
  expect((await moves('C-1', 'C-1')).said).toEqual(['She has a place in C-1 already.']);
  expect((await moves('C-1', 'MAN-YOGA-02')).said).toEqual(['MAN-YOGA-02 is over or was cancelled.']);
  expect(await places()).toEqual(before);
});
