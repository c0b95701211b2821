import { changeAddresses } from '../../src/db/addressChanges';
import { claimHeads } from '../../src/db/outbox';
import { type FreshDatabase, freshDatabase } from '../setup/database';
import { file } from './outboxRows';
import { bsuid, moved, phone, terms, writersOf } from './writers';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase({ keyed: true });
});
beforeEach(() => database.pool.query('truncate review, outbox'));

const { conflicts, ids, personOf, standing, worked, writes } = writersOf(() => database.pool);

describe('a changed number', () => {
  test('takes her talk along, gives up what she had, and has to be proved anew', async () => {
    const { oldId, newId, oldPhone, newPhone } = ids();
    const hers = await writes(oldId, oldPhone);
    const person = await personOf(hers);
    expect(await changeAddresses(database.pool, moved([oldId, oldPhone], [newId, newPhone]))).toBe('moved');
    expect(await standing(hers)).toEqual({ person, proofNeeded: true, reached: [newPhone.value, newId.value].sort() });
    expect(await writes(newId, newPhone)).toBe(hers);
    const { rows } = await database.pool.query(`select action, object_id from audit where object_id = $1`, [hers]);
    expect(rows).toEqual([{ action: 'moved', object_id: hers }]);
  });

  test('makes whoever gets the old number a stranger', async () => {
    const { oldId, newId, oldPhone, newPhone } = ids();
    const hers = await writes(oldId, oldPhone);
    await personOf(hers);
    await changeAddresses(database.pool, moved([oldId, oldPhone], [newId, newPhone]));
    const stranger = await writes(bsuid('CO.stranger'), oldPhone);
    expect(stranger).not.toBe(hers);
    expect(await standing(stranger)).toMatchObject({ person: null });
  });

  test('told five times, also at once, is taken in once, and never undoes a later one', async () => {
    const { oldId, newId, oldPhone, newPhone } = ids();
    const hers = await writes(oldId, oldPhone);
    const change = moved([oldId, oldPhone], [newId, newPhone]);
    const told = await Promise.all([1, 2, 3, 4, 5].map(() => changeAddresses(database.pool, change)));
    expect(told.sort()).toEqual(['moved', 'repeated', 'repeated', 'repeated', 'repeated']);
    const latest = bsuid('CO.latest');
    await changeAddresses(database.pool, moved([newId, newPhone], [latest, phone('573003330001')]));
    const owner = await writes(bsuid('CO.owner'), oldPhone);
    expect(await changeAddresses(database.pool, change)).toBe('repeated');
    expect(await writes(bsuid('CO.owner'), oldPhone)).toBe(owner);
    expect(await writes(latest)).toBe(hers);
  });

  test('that is told after her first message under the new id still is hers, with what waits there', async () => {
    const { oldId, newId, oldPhone, newPhone } = ids();
    const hers = await writes(oldId, oldPhone);
    await worked(hers);
    const begun = await writes(newId, newPhone);
    expect(begun).not.toBe(hers);
    const answer = await file(database.pool, { conversation: begun });
    expect(await changeAddresses(database.pool, moved([oldId, oldPhone], [newId, newPhone]))).toBe('moved');
    expect(await standing(hers)).toMatchObject({ reached: [newPhone.value, newId.value].sort() });
    expect(await standing(begun)).toMatchObject({ reached: [] });
    const { rows } = await database.pool.query(
      'select conversation_id from inbox where conversation_id = any ($1) and done_at is null',
      [[hers, begun]],
    );
    expect(rows).toEqual([{ conversation_id: hers }]);
    expect(await claimHeads(database.pool, terms)).toMatchObject([
      { id: answer, conversationId: hers, to: { phone: newPhone.value, bsuid: newId.value } },
    ]);
    expect(await conflicts()).toEqual([]);
  });

  test('that is told after she has registered anew merges nothing: staff decide', async () => {
    const { oldId, newId, oldPhone, newPhone } = ids();
    const before = await writes(oldId, oldPhone);
    const after = await writes(newId, newPhone);
    const [first, second] = [await personOf(before), await personOf(after)];
    await changeAddresses(database.pool, moved([oldId, oldPhone], [newId, newPhone]));
    expect(await standing(before)).toEqual({ person: first, proofNeeded: true, reached: [] });
    expect(await standing(after)).toMatchObject({ person: second, reached: [newPhone.value, newId.value].sort() });
    expect(await conflicts()).toEqual([
      { kind: 'address_conflict', subjects: [before, after].sort(), details: { by: 'change' } },
    ]);
  });

  test('of somebody known by her phone alone is found by it', async () => {
    const { newId, oldPhone, newPhone } = ids();
    const hers = await writes(oldPhone);
    expect(await changeAddresses(database.pool, moved([bsuid('CO.never-seen'), oldPhone], [newId, newPhone]))).toBe(
      'moved',
    );
    expect(await writes(newPhone)).toBe(hers);
  });

  test('is not found by a phone that has changed hands', async () => {
    const { oldId, newId, oldPhone, newPhone } = ids();
    const theirs = await writes(bsuid('CO.holder'), oldPhone);
    expect(await changeAddresses(database.pool, moved([oldId, oldPhone], [newId, newPhone]))).toBe('unknown');
    expect(await standing(theirs)).toMatchObject({ proofNeeded: false });
  });

  test('of an id alone gives up the phone too: an id changes only with its number', async () => {
    const { oldId, newId, oldPhone } = ids();
    const hers = await writes(oldId, oldPhone);
    await changeAddresses(database.pool, moved([oldId], [newId]));
    expect(await standing(hers)).toMatchObject({ proofNeeded: true, reached: [newId.value] });
  });

  test('to a number somebody else has written from takes the number, and staff see it', async () => {
    const { oldId, newId, oldPhone, newPhone } = ids();
    const hers = await writes(oldId, oldPhone);
    const theirs = await writes(newPhone);
    await worked(theirs);
    await changeAddresses(database.pool, moved([oldId, oldPhone], [newId, newPhone]));
    expect(await writes(newId, newPhone)).toBe(hers);
    expect(await standing(theirs)).toMatchObject({ reached: [] });
    expect(await conflicts()).toMatchObject([{ subjects: [hers, theirs].sort(), details: { by: 'phone' } }]);
  });

  test('whose last message was long under way finds her, and not who has her old number now', async () => {
    const { oldId, newId, oldPhone, newPhone } = ids();
    const hers = await writes(oldId, oldPhone);
    await changeAddresses(database.pool, moved([oldId, oldPhone], [newId, newPhone]));
    const theirs = await writes(bsuid('CO.next'), oldPhone);
    expect(theirs).not.toBe(hers);
    expect(await writes(oldId, oldPhone)).toBe(hers);
    expect(await standing(hers)).toMatchObject({ reached: [newPhone.value, newId.value].sort() });
    expect(await writes(bsuid('CO.next'), oldPhone)).toBe(theirs);
  });

  test('waits for the turn under way, and newcomers do not wait for it', async () => {
    const { oldId, newId, oldPhone, newPhone } = ids();
    await writes(oldId, oldPhone);
    const begun = await writes(newId, newPhone);
    const turn = await database.pool.connect();
    await turn.query('begin');
    await turn.query('select from conversation where id = $1 for no key update', [begun]);
    const change = changeAddresses(database.pool, moved([oldId, oldPhone], [newId, newPhone]));
    const others = Array.from({ length: 5 }, () => writes(phone('573009990001')));
    await Promise.all(others);
    await turn.query('commit');
    turn.release();
    expect(await change).toBe('moved');
  });
});

describe('another device', () => {
  test('moves nothing, but has to be proved anew', async () => {
    const { oldId, oldPhone } = ids();
    const hers = await writes(oldId, oldPhone);
    expect(await changeAddresses(database.pool, moved([oldPhone], []))).toBe('device');
    expect(await standing(hers)).toMatchObject({ proofNeeded: true, reached: [oldPhone.value, oldId.value].sort() });
  });
});

test('a reply goes to where she is reached when it is sent, not when it was written', async () => {
  const { oldId, newId, oldPhone } = ids();
  const hers = await writes(oldId, oldPhone);
  const reply = await file(database.pool, { conversation: hers });
  await changeAddresses(database.pool, moved([oldId, oldPhone], [newId]));
  expect(await claimHeads(database.pool, terms)).toMatchObject([{ id: reply, to: { bsuid: newId.value } }]);
});
