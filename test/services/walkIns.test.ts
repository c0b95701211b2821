import type { Pool } from 'pg';
import { exportedRows } from '../../src/db/attendanceExport';
import type { DocumentGiven } from '../../src/domain/document';
import type { GuestGiven, MarkGiven } from '../../src/services/desk';
import { freshDatabase } from '../setup/database';
import {
  consent,
  conversation,
  conversationOfPhone,
  importClassOf34,
  importProgramme,
  only,
  registered,
  turn,
} from './programme';

let pool: Pool;
let martha: string;
let oscar: string;
let session: string;

beforeAll(async () => {
  ({ pool } = await freshDatabase());
  await importProgramme(pool);
  await importClassOf34(pool);
  martha = await conversationOfPhone(pool, '573009990002');
  oscar = await conversationOfPhone(pool, '573009990003');
  session =
    (await turn(pool, martha, (desk) => desk.sessionsToday())).find(({ className }) => className === 'Clase de 34')
      ?.sessionId ?? '';
});
beforeEach(async () => {
  await pool.query('truncate mark, session_guest, audit, review');
});

const guest = (first: string, last: string, number?: string): GuestGiven => {
  const document: DocumentGiven | undefined = number === undefined ? undefined : { type: 'CC', number };
  return { names: { first, last }, status: 'present', ...(document && { document }) };
};
const saves = (guests: GuestGiven[], marks: MarkGiven[] = [], talk = martha) =>
  turn(pool, talk, (desk) => desk.saveMarks(session, marks, guests));
const roster = () => turn(pool, martha, (desk) => desk.roster(session));
const people = async () => (await pool.query('select * from person order by created_at desc, id')).rows;
const personOf = async (talk: string) =>
  only((await pool.query('select person_id as id from conversation where id = $1', [talk])).rows as { id: string }[])
    .id;

test('somebody unknown is on the list after all others, as she was named, marked, with her document sealed', async () => {
  const before = await roster();
  expect(await saves([guest('Carmen', 'Abril', '123')])).toEqual({ ok: true, saved: 1 });
  const after = await roster();
  expect(after.slice(0, -1)).toEqual(before);
  expect(after.at(-1)).toMatchObject({ number: 35, firstNames: 'Carmen', lastNames: 'Abril', mark: 'present' });
  const [kept] = (await people()).filter(({ first_names: name }) => name === 'Carmen');
  expect(kept).toMatchObject({ document_type: 'CC', registered_at: null, site_id: null });
  expect(kept.document_cipher.toString('latin1')).not.toContain('123');
  expect((await pool.query('select from enrolment where person_id = $1', [kept.id])).rowCount).toBe(0);
});

test('a document leads to the person who has it, and shows the instructor no more than she typed', async () => {
  const talk = await registered(pool, {
    names: { first: 'Lucía Inés', last: 'Vega Prado' },
    document: { type: 'CC', number: '9912340001' },
  });
  await saves([guest('Lucia', 'Vega', '9912340001')]);
  const line = (await roster()).at(-1);
  expect(line).toMatchObject({ personId: await personOf(talk), firstNames: 'Lucia', lastNames: 'Vega' });
});

test('somebody with a like name whose document is a slip away from one we know is somebody new, and staff look at it', async () => {
  const talk = await registered(pool, {
    names: { first: 'Lucía Inés', last: 'Mora Prado' },
    document: { type: 'CC', number: '9912340005' },
  });
  const given = [guest('Lucia', 'Mora', '9912340050')];
  await saves(given);
  const line = (await roster()).at(-1);
  const review = {
    subjects: [line?.personId, await personOf(talk)].sort(),
    details: { by: 'class', alike: 'document_slip' },
  };
  expect((await pool.query('select subjects, details from review')).rows).toEqual([review]);
  await saves(given);
  expect((await pool.query('select subjects, details from review')).rows).toEqual([review]);
});

test('a document of somebody with another name is not hers: she is somebody new, and staff look at it', async () => {
  const talk = await registered(pool, {
    names: { first: 'Olga', last: 'Prieto' },
    document: { type: 'CC', number: '9912340002' },
  });
  await saves([guest('Berta', 'Salas', '9912340002')]);
  const line = (await roster()).at(-1);
  expect(line).toMatchObject({ firstNames: 'Berta', lastNames: 'Salas', mark: 'present' });
  expect(line?.personId).not.toBe(await personOf(talk));
  const { rows } = await pool.query(`select kind, subjects from review`);
  expect(rows).toEqual([{ kind: 'near_match', subjects: [line?.personId, await personOf(talk)].sort() }]);
});

test('a whole name that one person of the site is registered under is hers; of two the document is asked for', async () => {
  const first = await registered(pool, { names: { first: 'Elvira', last: 'Peña Díaz' } });
  await saves([guest('ELVIRA', 'Pena Diaz')]);
  expect((await roster()).at(-1)?.personId).toBe(await personOf(first));
  await pool.query('truncate mark, session_guest');
  await registered(pool, { names: { first: 'Elvira', last: 'Peña Díaz' } });
  expect(await saves([guest('Sara', 'Gil'), guest('Elvira', 'Peña Díaz')])).toEqual({
    ok: false,
    why: 'several_named',
    guest: 1,
  });
  expect(await roster()).toHaveLength(34);
  expect(await saves([{ ...guest('Elvira', 'Peña Díaz'), isNew: true }])).toEqual({ ok: true, saved: 1 });
});

test('who is on the list by her document is simply marked', async () => {
  const zoraida = (await roster()).find(({ firstNames }) => firstNames === 'Zoraida');
  expect(await saves([guest('Zoraida', 'Alvarez', '9900000005')])).toEqual({ ok: true, saved: 1 });
  const after = await roster();
  expect(after).toHaveLength(34);
  expect(after.find(({ personId }) => personId === zoraida?.personId)?.mark).toBe('present');
});

test('undo takes a guest off the list, and she can be added again', async () => {
  const rosa = (await roster())[2]?.personId ?? '';
  await saves([guest('Nora', 'Luna')], [{ personId: rosa, status: 'late' }]);
  const undone = await turn(pool, martha, (desk) => desk.undoLast());
  expect(undone).toMatchObject({ ok: true, undone: [{ personId: rosa }, { firstNames: 'Nora' }] });
  expect(undone.ok && undone.undone.map(({ mark }) => mark)).toEqual([undefined, undefined]);
  expect(await roster()).toHaveLength(34);
  expect(await exported()).not.toContain('Nora');
  await saves([guest('Nora', 'Luna', '123456')]);
  expect((await roster()).at(-1)).toMatchObject({ firstNames: 'Nora', mark: 'present' });
  expect(await exported()).toContain('Nora');
});

test('marks that are refused bring no guest, and who may not mark adds nobody and learns nothing', async () => {
  const rosa = (await roster())[2]?.personId ?? '';
  await saves([], [{ personId: rosa, status: 'absent' }]);
  const stale: MarkGiven[] = [{ personId: rosa, status: 'present', seen: 0 }];
  expect(await saves([guest('Nora', 'Luna')], stale)).toEqual({ ok: false, why: 'changed_meanwhile' });
  expect(await roster()).toHaveLength(34);
  await registered(pool, { names: { first: 'Gina', last: 'Toro' } });
  await registered(pool, { names: { first: 'Gina', last: 'Toro' } });
  expect(await saves([guest('Gina', 'Toro')], [], oscar)).toEqual({ ok: false, why: 'not_yours' });
  const { rows } = await pool.query(`select action from audit where action like '%refused'`);
  expect(rows.map(({ action }) => action)).toContain('mark_refused');
});

test('a guest who registers with that document later is one person, with what she attended', async () => {
  await saves([guest('Dora', 'Nieves', '9912340009')]);
  const { personId } = (await roster()).at(-1) ?? {};
  const talk = await conversation(pool);
  await turn(pool, talk, async (desk) => {
    await desk.keepConsent(consent);
    const siteId = (await desk.sites())[0]?.id ?? '';
    const registration = {
      names: { first: 'Dora María', last: 'Nieves' },
      document: { type: 'CC' as const, number: '9912340009' },
      siteId,
    };
    expect(await desk.register(registration)).toEqual({ ok: true, personId });
  });
  expect((await roster()).at(-1)).toMatchObject({ personId, firstNames: 'Dora', mark: 'present' });
});

async function exported(): Promise<string[]> {
  const names: string[] = [];
  for await (const batch of exportedRows(pool, { from: '2025-03-04', to: '2025-03-04' }, 'America/Bogota'))
    names.push(...batch.map(({ firstNames }) => firstNames));
  return names;
}
