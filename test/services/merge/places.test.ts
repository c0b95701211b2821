import type { Pool } from 'pg';
import { tendOffers } from '../../../src/services/offers';
import { undoDecision } from '../../../src/services/reviews';
import { freshDatabase } from '../../setup/database';
import { only, registered, turn } from '../programme';
import { belongings, by, classOf, daily, enrol, leave, merged, two, undone } from './pair';

let pool: Pool;
beforeEach(async () => {
  ({ pool } = await freshDatabase({ max: 4 }));
  await daily(pool, ['UNO', 'DOS']);
});

async function places(): Promise<string[]> {
  const { rows } = await pool.query<{ place: string }>(
    `select concat_ws(' ', c.code, left(p.first_names, 4), e.status, e.why_ended) as place
     from enrolment e join class c on c.id = e.class_id join person p on p.id = e.person_id order by c.code, e.created_at, e.id`,
  );
  return rows.map(({ place }) => place);
}

async function capacity(code: string, places: number): Promise<void> {
  await pool.query('update class set capacity = $2 where code = $1', [code, places]);
}

test('of two places in one class the earlier one stays, the other ends, and what it frees is offered to the next in line', async () => {
  const { maria, mery, mariaId, meryId } = await two(pool);
  for (const talk of [mery, maria]) await enrol(pool, talk, 'UNO');
  await capacity('UNO', 2);
  const eva = await registered(pool, { names: { first: 'Eva', last: 'Gil' } });
  const { classId } = await classOf(pool, 'UNO');
  await turn(pool, eva, (desk) => desk.enrol(classId, { orWait: true }), { now: new Date() });
  const before = await belongings(pool);
  await merged(pool, mariaId, meryId);
  expect(await places()).toEqual(['UNO Marí enrolled', 'UNO Marí withdrawn merged', 'UNO Eva offered']);
  const { rows } = await pool.query(`select script from notice where script = 'placeOffer'`);
  expect(rows).toHaveLength(1);
  const kept = before.enrolment?.find((row) => (row as { person_id: string }).person_id === meryId);
  const { rows: live } = await pool.query(`select id from enrolment where status = 'enrolled'`);
  expect(only(live).id).toBe((kept as { id: string }).id);
});

test('a place goes before an offer, an offer before waiting, whoever is kept; undo brings all back', async () => {
  const { maria, mery, mariaId, meryId } = await two(pool);
  await capacity('UNO', 1);
  await enrol(pool, mery, 'UNO');
  const { classId } = await classOf(pool, 'UNO');
  await turn(pool, maria, (desk) => desk.enrol(classId, { orWait: true }), { now: new Date() });
  await capacity('DOS', 1);
  const eva = await registered(pool, { names: { first: 'Eva', last: 'Gil' } });
  const dos = (await classOf(pool, 'DOS')).classId;
  for (const talk of [eva, maria, mery])
    await turn(pool, talk, (desk) => desk.enrol(dos, { orWait: true }), { now: new Date() });
  await leave(pool, eva, 'DOS');
  await tendOffers(pool, by.clock);
  expect(await places()).toContain('DOS Marí offered');
  const before = await belongings(pool);
  const review = await merged(pool, mariaId, meryId);
  expect(await places()).toEqual([
    'DOS Eva withdrawn left',
    'DOS Marí offered',
    'DOS Marí withdrawn merged',
    'UNO Marí enrolled',
    'UNO Marí withdrawn merged',
  ]);
  await expect(undone(pool, review)).resolves.toBe(0);
  await expect(belongings(pool)).resolves.toEqual(before);
});

test('a merge is not taken back while the place it ended is somebody else’s', async () => {
  const { maria, mery, mariaId, meryId } = await two(pool);
  for (const talk of [maria, mery]) await enrol(pool, talk, 'UNO');
  await capacity('UNO', 2);
  const review = await merged(pool, mariaId, meryId);
  await enrol(pool, await registered(pool, { names: { first: 'Eva', last: 'Gil' } }), 'UNO');
  const full = await belongings(pool);
  await expect(undoDecision(pool, review, by)).resolves.toEqual({ ok: false, why: 'class_full', classes: 'UNO' });
  await expect(belongings(pool)).resolves.toEqual(full);
  await capacity('UNO', 3);
  await undone(pool, review);
  expect(await places()).toEqual(['UNO Marí enrolled', 'UNO Mery enrolled', 'UNO Eva enrolled']);
});

test('who has taken a place anew since keeps it beside what is brought back', async () => {
  const { maria, mery, mariaId, meryId } = await two(pool);
  for (const talk of [mery, maria]) await enrol(pool, talk, 'UNO');
  const review = await merged(pool, mariaId, meryId);
  await leave(pool, maria, 'UNO');
  await enrol(pool, maria, 'UNO');
  await undone(pool, review);
  expect(await places()).toEqual(['UNO Mery withdrawn left', 'UNO Marí withdrawn merged', 'UNO Marí enrolled']);
});
