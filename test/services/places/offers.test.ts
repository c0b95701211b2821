import type { Pool } from 'pg';
import { dateIn } from '../../../src/domain/calendar';
import { tendOffers, usualTerms } from '../../../src/services/offers';
import type { PlaceWish } from '../../../src/services/placesDesk';
import { freshDatabase } from '../../setup/database';
import { classId, importProgramme, imports, importTools, now, only, registered, timeZone, turn } from '../programme';

let pool: Pool;
beforeAll(async () => {
  ({ pool } = await freshDatabase({ max: 4 }));
  await importProgramme(pool);
});

const header = 'code,service,site,name,capacity,starts_on,ends_on,slots,instructors,rules,care_places';
let classes = 0;
type Given = { capacity?: number; rules?: string; care?: number; endsOn?: string; slots?: string };
/** On Tuesday 4 March 2025 at nine; the class meets on Fridays at eight. */
async function newClass(given: Given = {}): Promise<string> {
  classes += 1;
  const code = `MAN-O-${classes}`;
  await importAs(code, given);
  return classId(pool, code);
}

function importAs(code: string, { capacity = 1, rules = '', care, endsOn, slots = 'fri 08:00-10:00' }: Given) {
  const row = `${code},YOGA,MAN-02,Taller,${capacity},2025-02-03,${endsOn ?? '2025-06-30'},${slots},INS-015,${rules},${care ?? ''}`;
  return imports(pool, 'classes', `${header}\n${row}`);
}

const enrol = (talk: string, id: string, wish?: PlaceWish) => turn(pool, talk, (desk) => desk.enrol(id, wish));
const wait = (talk: string, id: string, wish: PlaceWish = {}) => enrol(talk, id, { orWait: true, ...wish });
const leave = (talk: string, id: string) => turn(pool, talk, (desk) => desk.leave(id));
const seen = (talk: string, id: string) => turn(pool, talk, (desk) => desk.classOffer(id));
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const tend = (at: Date) => tendOffers(pool, { now: at, today: dateIn(timeZone, at), terms: usualTerms });
const with_ = (children: number) => ({ company: { children, older: 0, disabled: 0 } });

async function planned(script: string, id: string): Promise<{ talk: string; known: object }[]> {
  const { rows } = await pool.query<{ talk: string; known: object }>(
    `select c.id as talk, n.known from notice n join conversation c on c.person_id = n.person_id
     where n.script = $1 and n.known ->> 'classId' = $2 and n.outcome is distinct from 'dropped' order by n.id`,
    [script, id],
  );
  return rows;
}

async function filled(id: string): Promise<[string, string, string]> {
  const [first, second, third] = [await registered(pool), await registered(pool), await registered(pool)];
  await enrol(first, id);
  await wait(second, id);
  await wait(third, id);
  return [first, second, third];
}

test('a place given up is offered to the first in line in the same breath, and held for a day', async () => {
  const id = await newClass();
  const [first, second, third] = await filled(id);
  await leave(first, id);
  await expect(seen(second, id)).resolves.toMatchObject({
    mine: 'offered',
    free: 0,
    waiting: 1,
    offeredUntil: later(24).toISOString(),
  });
  await expect(seen(third, id)).resolves.toMatchObject({ mine: 'waitlisted' });
  expect(await planned('placeOffer', id)).toEqual([{ talk: second, known: { classId: id } }]);
  await expect(enrol(await registered(pool), id)).resolves.toEqual({ ok: false, why: 'full' });
  await expect(enrol(second, id)).resolves.toMatchObject({ ok: true, kind: 'enrolled' });
  await expect(seen(second, id)).resolves.toMatchObject({ mine: 'enrolled' });
});

test('an offer refused goes to the next; refusing what is not offered gives nothing up', async () => {
  const id = await newClass();
  const [first, second, third] = await filled(id);
  await expect(turn(pool, second, (desk) => desk.leave(id, 'refused'))).resolves.toEqual({ ok: false });
  await leave(first, id);
  await expect(turn(pool, second, (desk) => desk.leave(id, 'refused'))).resolves.toEqual({ ok: true });
  await expect(seen(third, id)).resolves.toMatchObject({ mine: 'offered', waiting: 0 });
});

test('an offer nobody answers goes to the next, and she is asked whether she stays', async () => {
  const id = await newClass({ care: 3 });
  const [first, second] = [await registered(pool), await registered(pool)];
  await enrol(first, id);
  await wait(second, id, with_(2));
  const third = await registered(pool);
  await wait(third, id);
  await leave(first, id);
  await tend(later(23.9));
  await expect(seen(second, id)).resolves.toMatchObject({ mine: 'offered' });
  await tend(later(24));
  await expect(seen(third, id)).resolves.toMatchObject({ mine: 'offered' });
  expect(await planned('offerEnded', id)).toEqual([
    { talk: second, known: { classId: id, children: 2, older: 0, disabled: 0 } },
  ]);
  expect((await seen(second, id))?.mine).toBeUndefined();
  await expect(wait(second, id, with_(2))).resolves.toMatchObject({ kind: 'waiting', place: 1 });
});

test('an offer ends two hours before the next class she could go to', async () => {
  // It is nine: the class of half past one can still be offered, that of eleven has no hour left to answer.
  const soon = await newClass({ slots: 'tue 13:30-14:30' });
  const tooSoon = await newClass({ slots: 'tue 11:00-12:00' });
  for (const [id, until] of [
    [soon, later(2.5)],
    [tooSoon, later(24)],
  ] as const) {
    const [first, second] = await filled(id);
    await leave(first, id);
    await expect(seen(second, id)).resolves.toMatchObject({ offeredUntil: until.toISOString() });
  }
});

test('a class made larger has places at once for those who wait, in their order', async () => {
  const id = await newClass();
  const [, second, third] = await filled(id);
  const { rows } = await pool.query<{ code: string }>('select code from class where id = $1', [id]);
  await importAs(only(rows).code, { capacity: 2 });
  await expect(seen(second, id)).resolves.toMatchObject({ mine: 'offered' });
  await expect(seen(third, id)).resolves.toMatchObject({ mine: 'waitlisted' });
});

test('places that somebody made by hand are found by the clock', async () => {
  const id = await newClass();
  const [, second] = await filled(id);
  await pool.query('update class set capacity = 2 where id = $1', [id]);
  await tend(now);
  await expect(seen(second, id)).resolves.toMatchObject({ mine: 'offered' });
});

test('a class that is over ends its list with a word', async () => {
  const id = await newClass({ endsOn: '2025-03-07' });
  const [, second, third] = await filled(id);
  await tend(later(5 * 24));
  const told = (await planned('listEnded', id)).map(({ talk }) => talk);
  expect(new Set(told)).toEqual(new Set([second, third]));
  expect(await planned('listEnded', id)).toMatchObject([{ known: { why: 'over' } }, { known: { why: 'over' } }]);
  expect((await seen(second, id))?.mine).toBeUndefined();
});

test('a place and the care room are had both or neither', async () => {
  const id = await newClass({ capacity: 3, care: 2 });
  const [first, second, third] = [await registered(pool), await registered(pool), await registered(pool)];
  await expect(enrol(first, id, with_(1))).resolves.toMatchObject({ ok: true });
  await expect(enrol(second, id, with_(2))).resolves.toEqual({ ok: false, why: 'care_full' });
  await expect(seen(second, id)).resolves.toMatchObject({ free: 2, care: { places: 2, free: 1 } });
  await expect(wait(second, id, with_(3))).resolves.toEqual({ ok: false, why: 'care_full' });
  await expect(wait(second, id, with_(2))).resolves.toMatchObject({ kind: 'waiting', place: 1 });
  // Whoever comes alone is kept from no place by those who wait for the care room.
  await expect(enrol(third, id)).resolves.toMatchObject({ kind: 'enrolled' });
  await leave(first, id);
  await expect(seen(second, id)).resolves.toMatchObject({ mine: 'offered', care: { free: 0 } });
  await expect(enrol(await registered(pool), id, with_(1))).resolves.toEqual({ ok: false, why: 'care_full' });
});

test('without a care room nobody can be brought along', async () => {
  await expect(enrol(await registered(pool), await newClass(), with_(1))).resolves.toEqual({
    ok: false,
    why: 'care_full',
  });
});

test.each([
  [{}, 'age_unknown'],
  [{ birthYear: 1990 }, 'too_young'],
  [{ birthYear: 1966 }, 'too_young'],
  [{ birthYear: 1965, livesThere: false }, 'elsewhere'],
  [{ birthYear: 1965 }, 'home_unknown'],
  [{ birthYear: 1930, livesThere: true }, 'too_old'],
])('rules are held: who says %j is refused for %s', async (said, why) => {
  const id = await newClass({ rules: 'min_age=60; max_age=90; locality=Usme' });
  await expect(enrol(await registered(pool), id, { said })).resolves.toEqual({ ok: false, why });
});

test('who fits the rules is let in, and not asked again while she is known there', async () => {
  const id = await newClass({ rules: 'min_age=60; locality=Bosa', capacity: 2 });
  const mine = await registered(pool);
  // She registered at a site in Bosa.
  await expect(seen(mine, id)).resolves.toMatchObject({ livesThere: true, rules: { minAge: 60, locality: 'Bosa' } });
  await expect(enrol(mine, id, { said: { birthYear: 1960 } })).resolves.toMatchObject({ ok: true });
  await leave(mine, id);
  await expect(enrol(mine, id)).resolves.toMatchObject({ ok: true });
});

test('where newcomers go first, who had such a class before waits behind them', async () => {
  const before = await newClass({ capacity: 5 });
  const id = await newClass({ rules: 'newcomers_first' });
  const [old, fresh] = [await registered(pool), await registered(pool)];
  await enrol(old, before);
  await enrol(await registered(pool), id);
  await wait(old, id);
  await expect(wait(fresh, id)).resolves.toMatchObject({ place: 1 });
  const [waits] = (await turn(pool, old, (desk) => desk.myClasses())).filter(({ status }) => status === 'waitlisted');
  expect(waits).toMatchObject({ place: 2 });
});

test('a class of hers at the same time is told; one in another term is not', async () => {
  const [one, same, other] = [
    await newClass({ capacity: 5 }),
    await newClass({ slots: 'fri 09:00-11:00' }),
    await newClass({ slots: 'fri 10:00-11:00' }),
  ];
  const mine = await registered(pool);
  await enrol(mine, one);
  await expect(seen(mine, same)).resolves.toMatchObject({ clash: { name: 'Taller' } });
  expect((await seen(mine, other))?.clash).toBeUndefined();
  expect((await seen(mine, one))?.clash).toBeUndefined();
});

test('the same class in the next term is found with hers', async () => {
  const id = await newClass({ capacity: 5, endsOn: '2025-03-28' });
  const mine = await registered(pool);
  await enrol(mine, id);
  classes += 1;
  const code = `MAN-O-${classes}`;
  const row = `${code},YOGA,MAN-02,Taller,5,2025-04-01,2025-06-30,fri 08:00-10:00,INS-015,,`;
  await imports(pool, 'classes', `${header}\n${row}`);
  const again = { classId: await classId(pool, code), startsOn: '2025-04-01' };
  await expect(turn(pool, mine, (desk) => desk.myClasses())).resolves.toMatchObject([{ classId: id, again }]);
  await enrol(mine, again.classId);
  expect((await turn(pool, mine, (desk) => desk.myClasses())).every((one) => one.again === undefined)).toBe(true);
});

test('who staff put on a list of people has her place, also if she was waiting', async () => {
  const id = await newClass({ capacity: 1 });
  const [first, second] = await filled(id);
  const { rows } = await pool.query<{ code: string }>('select code from class where id = $1', [id]);
  await leave(first, id);
  await pool.query(
    `update person set first_names = 'Zoila', last_names = 'Lara', document_type = 'OTRO', document_index = null, document_cipher = null
     where id = (select person_id from conversation where id = $1)`,
    [second],
  );
  const lines = `class,document_type,document_number,first_names,last_names,phone\n${only(rows).code},OTRO,,Zoila,Lara,`;
  await imports(pool, 'enrolments', lines, importTools);
  await expect(seen(second, id)).resolves.toMatchObject({ mine: 'enrolled', waiting: 1 });
});
