import { randomUUID } from 'node:crypto';
import { linkPhones } from '../../src/db/phones';
import { decideReview, openReviews } from '../../src/db/reviews';
import type { Address } from '../../src/domain/talk';
import { type FreshDatabase, freshDatabase } from '../setup/database';
import { writersOf } from './writers';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase({ keyed: true });
});
beforeEach(() => database.pool.query('truncate review, outbox'));

const { conflicts, ids, personOf, standing, worked, writes } = writersOf(() => database.pool);

describe('a phone that comes beside an id', () => {
  test('makes her the one staff know by it', async () => {
    const { newId, newPhone } = ids();
    const hers = await writes(newId);
    const { rows } = await database.pool.query(
      `insert into person (first_names, last_names) values ('Martha', 'Peña') returning id`,
    );
    const person = rows[0].id;
    await linkPhones(database.pool, [{ personId: person, phone: newPhone.value }]);
    expect(await writes(newId, newPhone)).toBe(hers);
    expect(await standing(hers)).toMatchObject({ person, reached: [newPhone.value, newId.value].sort() });
    expect(await conflicts()).toEqual([]);
    const { rows: reach } = await database.pool.query(
      `select a.value from person_address pa join address a on a.id = pa.address_id where pa.person_id = $1 and a.revoked_at is null`,
      [person],
    );
    expect(reach).toEqual([{ value: newPhone.value }]);
  });

  test('does not make her another person than she is: staff decide', async () => {
    const { newId, newPhone } = ids();
    const hers = await writes(newId);
    const person = await personOf(hers);
    const { rows } = await database.pool.query(
      `insert into person (first_names, last_names) values ('Rosa', 'Mora') returning id`,
    );
    await linkPhones(database.pool, [{ personId: rows[0].id, phone: newPhone.value }]);
    await writes(newId, newPhone);
    expect(await standing(hers)).toMatchObject({ person });
    expect(await conflicts()).toMatchObject([{ kind: 'address_conflict' }]);
  });

  test('from which somebody has written before gives her nothing of that talk: staff decide', async () => {
    const { newId, newPhone } = ids();
    const theirs = await writes(newPhone);
    await worked(theirs);
    await personOf(theirs);
    const hers = await writes(newId);
    await writes(newId, newPhone);
    await writes(newId, newPhone);
    expect(await standing(hers)).toMatchObject({ person: null });
    expect(await conflicts()).toEqual([
      { kind: 'address_conflict', subjects: [hers, theirs].sort(), details: { by: 'phone' } },
    ]);
  });
});

test('a parent id of another conversation goes with the id, and staff decide', async () => {
  const { newId, oldId } = ids();
  const parent: Address = { kind: 'parent_bsuid', value: 'CO.ENT.shared' };
  const first = await writes(oldId, parent);
  const second = await writes(newId);
  expect(await writes(newId, parent)).toBe(second);
  expect(await writes(parent)).toBe(second);
  expect(await writes(oldId)).toBe(first);
  expect(await conflicts()).toMatchObject([{ subjects: [first, second].sort(), details: { by: 'parent_bsuid' } }]);
});

test('what was decided is noted once, and a new conflict of the same two opens a new review', async () => {
  const subjects = [randomUUID(), randomUUID()];
  const open = () => database.pool.query(`select open_review('near_match', $1, '{}')`, [subjects]);
  await open();
  await open();
  const [review] = await openReviews(database.pool);
  expect(review).toMatchObject({ kind: 'near_match', subjects: subjects.sort() });
  const decided = { decision: 'two people', by: 'command' };
  expect(await decideReview(database.pool, review?.id ?? '', decided)).toBe(true);
  expect(await decideReview(database.pool, review?.id ?? '', decided)).toBe(false);
  expect(await openReviews(database.pool)).toEqual([]);
  await open();
  expect(await openReviews(database.pool)).toHaveLength(1);
});
