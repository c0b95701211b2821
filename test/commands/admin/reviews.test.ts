import type { Pool } from 'pg';
import { readCommand } from '../../../src/commands/admin/command';
import { run } from '../../../src/commands/admin/run';
import { usualTerms } from '../../../src/services/offers';
import {
  classId,
  conversation,
  importProgramme,
  now,
  only,
  registered,
  timeZone,
  turn,
  vault,
} from '../../services/programme';
import { freshDatabase } from '../../setup/database';

let pool: Pool;
beforeEach(async () => {
  ({ pool } = await freshDatabase());
  await importProgramme(pool);
});

async function admin(...words: string[]) {
  const [said, complained]: [string[], string[]] = [[], []];
  const read = readCommand(words);
  if (!read.ok) throw new Error(read.fault);
  const templates = { config: { graphUrl: '', graphVersion: 'v25.0', publicUrl: '' }, files: new Map() };
  const talk = { say: (line: string) => said.push(line), complain: (line: string) => complained.push(line) };
  const tools = {
    pool,
    vault,
    timeZone,
    now,
    ask: async () => '',
    output: process.stdout,
    prices: undefined,
    offerTerms: usualTerms,
    templates,
    flows: { ...templates, files: [] },
    ...talk,
  };
  return { code: await run(read.command, tools), said, complained };
}

const elena = {
  names: { first: 'María Elena', last: 'Pérez Gómez' },
  document: { type: 'CC', number: '1020304050' },
} as const;
const maria = { names: { first: 'Maria', last: 'Perez' }, document: { type: 'CC', number: '1020304055' } } as const;

async function nearMatch(): Promise<{ id: string; people: string[] }> {
  const talk = await registered(pool, elena);
  const yoga = await classId(pool, 'MAN-YOGA-01');
  await turn(pool, talk, (desk) => desk.enrol(yoga));
  await registered(pool, maria);
  const { rows } = await pool.query<{ id: string; people: string[] }>(
    `select id::text, array(select id::text from person where id = any (subjects) order by created_at) as people from review`,
  );
  return only(rows);
}

test('a near match is listed by what is alike, shown masked, and each look is in the audit log', async () => {
  const { id, people } = await nearMatch();
  const { said } = await admin('reviews', 'list');
  expect(said).toEqual([
    expect.stringMatching(new RegExp(`^${id}  \\S+ \\d\\d:\\d\\d  near_match  names alike, documents a slip apart$`)),
  ]);
  const shown = await admin('reviews', 'show', id);
  expect(shown.said).toEqual([
    'names alike, documents a slip apart',
    expect.stringMatching(
      new RegExp(
        `^${people[0]}  María Elena P. G.  CC …050  phone …\\d{4}  El Porvenir  registered since 2025-03-04  classes: 1  sessions marked: 0  kept unless`,
      ),
    ),
    expect.stringMatching(new RegExp(`^${people[1]}  Maria P.  CC …055  .*  classes: 0  sessions marked: 0$`)),
    'If they are one: she is María Elena P. G., with CC …050; CC …055 leads to her too. Name her with --keep.',
  ]);
  expect([...said, ...shown.said].join()).not.toMatch(/Pérez|10203/);
  const { rows } = await pool.query(
    `select object_id as id, actor, details from audit where action = 'look' order by id`,
  );
  expect(rows).toEqual(
    expect.arrayContaining(people.map((person) => ({ id: person, actor: 'command', details: { review: id } }))),
  );
});

test('two people are made one, and two again', async () => {
  const { id, people } = await nearMatch();
  await expect(admin('reviews', 'decide', id, 'they', 'are', 'one')).resolves.toMatchObject({
    code: 2,
    complained: ['A near match is decided with "merge" or "apart".'],
  });
  await expect(admin('reviews', 'decide', id, 'merge')).resolves.toMatchObject({
    code: 1,
    complained: ['Both have a document number: look at the papers, and name the right one with --keep.'],
  });
  await expect(admin('reviews', 'decide', id, 'merge', '--keep', people[1] ?? '')).resolves.toMatchObject({
    code: 0,
    said: [`They are one now: ${people[1]}. "reviews undo ${id}" takes it back.`],
  });
  await expect(admin('reviews', 'list')).resolves.toMatchObject({ said: ['Nothing waits for a decision.'] });
  await expect(admin('reviews', 'undo', id)).resolves.toMatchObject({
    code: 0,
    said: ['They are two again, and to be decided on.'],
  });
  await expect(admin('reviews', 'undo', id)).resolves.toMatchObject({
    code: 1,
    complained: [`Nothing that can be taken back was decided on ${id}.`],
  });
  await expect(admin('reviews', 'decide', id, 'apart')).resolves.toMatchObject({ code: 0, said: ['They are two.'] });
  await expect(admin('reviews', 'show', id)).resolves.toMatchObject({
    code: 1,
    complained: [`No open near match has the number ${id}.`],
  });
});

test('what becomes of what both have is shown before it is decided, and done as it was said', async () => {
  const { id, people } = await nearMatch();
  const [elenaId = '', mariaId = ''] = people;
  const yoga = await classId(pool, 'MAN-YOGA-01');
  await pool.query(
    `insert into enrolment (class_id, person_id, status, line) values ($1, $2, 'waitlisted', nextval('enrolment_line'))`,
    [yoga, mariaId],
  );
  await pool.query('update person set document_index = null, document_cipher = null where id = $1', [mariaId]);
  await pool.query(
    `insert into mark (session_id, person_id, revision, status, marked_by, channel, sent_at, received_at)
     select s.id, p.id, 1, case when p.id = $2 then 'absent' else 'present' end, i.person_id, 'web', now(), now()
     from (select id from session where class_id = $1 order by starts_at limit 1) s, person p, (select person_id from instructor limit 1) i
     where p.id in ($2, $3)`,
    [yoga, elenaId, mariaId],
  );
  const shown = async (...words: string[]) => (await admin('reviews', 'show', id, ...words)).said.slice(3);
  expect(await shown()).toEqual([
    'If they are one: she is María Elena P. G., with CC …050.',
    'Both in MAN-YOGA-01: enrolled, of the one kept, stays; waitlisted ends.',
    `Both marked in MAN-YOGA-01 on 2025-02-04: ${elenaId} absent, ${mariaId} present; they differ: say whose counts, with --marks ID, or --marks attended.`,
  ]);
  expect((await shown('--keep', mariaId)).slice(0, 2)).toEqual([
    'If they are one: she is Maria P., with CC …050.',
    'Both in MAN-YOGA-01: enrolled, of the other, stays; waitlisted ends.',
  ]);
  await expect(admin('reviews', 'decide', id, 'merge')).resolves.toMatchObject({
    code: 1,
    complained: [
      expect.stringMatching(/^In MAN-YOGA-01 both were marked, and differently: "reviews show \d+" tells how\./),
    ],
  });
  await expect(
    admin('reviews', 'decide', id, 'merge', '--keep', mariaId, '--marks', 'attended'),
  ).resolves.toMatchObject({ code: 0 });
  const { rows } = await pool.query(
    `select e.status, r.status as mark from enrolment e join session s using (class_id) cross join lateral roster(s.id) r
     where e.person_id = $1 and e.status = 'enrolled' and r.person_id = $1 and r.status is not null`,
    [mariaId],
  );
  expect(rows).toEqual([{ status: 'enrolled', mark: 'present' }]);
});

test('an undo that cannot be says what staff can do', async () => {
  const { id, people } = await nearMatch();
  const yoga = await classId(pool, 'MAN-YOGA-01');
  const place = `insert into enrolment (class_id, person_id, status, enrolled_at) values ($1, $2, 'enrolled', now())`;
  await pool.query(place, [yoga, people[1]]);
  await admin('reviews', 'decide', id, 'merge', '--keep', people[0] ?? '');
  await pool.query('update class set capacity = 1 where id = $1', [yoga]);
  await expect(admin('reviews', 'undo', id)).resolves.toMatchObject({
    code: 1,
    complained: [
      "Her place in MAN-YOGA-01 is somebody else's by now. Give that class one more place, by importing it anew, and undo then.",
    ],
  });
});

test('every refusal says what staff can do', async () => {
  const { id, people } = await nearMatch();
  const refusal = async (...words: string[]) =>
    only((await admin('reviews', 'decide', id, 'merge', ...words)).complained);
  await expect(refusal('--keep', 'x')).resolves.toBe(
    `--keep and --marks need one of the two ids that "reviews show ${id}" gives.`,
  );
  await pool.query(`insert into instructor (code, entity, person_id) values ('X', 'X', $1)`, [people[1]]);
  await expect(refusal()).resolves.toMatch(/^One of them is an instructor or/);
});

test('--keep is for two people only', async () => {
  await pool.query(`select open_review('address_conflict', array[$1::uuid, $2::uuid], '{}')`, [
    await conversation(pool),
    await conversation(pool),
  ]);
  const [, id = ''] = /^(\d+)/.exec((await admin('reviews', 'list')).said[0] ?? '') ?? [];
  await expect(admin('reviews', 'decide', id, 'merge', '--keep', 'x')).resolves.toMatchObject({
    code: 1,
    complained: [`Review ${id} is no open near match.`],
  });
});
