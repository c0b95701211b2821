import { dropNotices, fileDueNotices, type PlannedNotice, planNotices } from '../../src/db/notices';
import { type FreshDatabase, freshDatabase } from '../setup/database';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(() => database.pool.query('truncate inbox, notice'));

const at = (minutes: number) => new Date(1_790_000_000_000 + minutes * 60_000);

async function talker(named: string, channel = 'whatsapp'): Promise<{ person: string; conversation: string }> {
  const { pool } = database;
  const person = await pool.query(`insert into person (first_names, last_names) values ($1, 'Gil') returning id`, [
    named,
  ]);
  const talk = await pool.query(`insert into conversation (channel, person_id) values ($1, $2) returning id`, [
    channel,
    person.rows[0].id,
  ]);
  return { person: person.rows[0].id, conversation: talk.rows[0].id };
}

const notice = (personId: string, over: Partial<PlannedNotice> = {}): PlannedNotice =>
  ({
    key: `offer:${personId}`,
    personId,
    script: 'placeOffer',
    known: { place: 'a' },
    dueAt: at(0),
    ...over,
  }) as PlannedNotice;

async function inbox() {
  const { rows } = await database.pool.query('select conversation_id, channel, body from inbox order by seq');
  return rows;
}

test('a notice waits for its time and then comes once, whoever files', async () => {
  const rosa = await talker('Rosa');
  await planNotices(database.pool, [notice(rosa.person, { dueAt: at(5) })]);
  expect(await fileDueNotices(database.pool, at(4), 10)).toEqual({ conversations: [], nobody: 0 });
  const filed = await Promise.all([1, 2, 3].map(() => fileDueNotices(database.pool, at(5), 10)));
  expect(filed.flatMap(({ conversations }) => conversations)).toEqual([rosa.conversation]);
  expect(await inbox()).toEqual([
    {
      conversation_id: rosa.conversation,
      channel: 'whatsapp',
      body: { kind: 'notice', script: 'placeOffer', known: { place: 'a' }, urgent: false, personId: rosa.person },
    },
  ]);
});

test('planned again it is the same notice at its newer time; told, it stays told', async () => {
  const rosa = await talker('Rosa');
  await planNotices(database.pool, [notice(rosa.person, { dueAt: at(1) })]);
  await planNotices(database.pool, [notice(rosa.person, { dueAt: at(9) })]);
  expect((await fileDueNotices(database.pool, at(8), 10)).conversations).toEqual([]);
  expect((await fileDueNotices(database.pool, at(9), 10)).conversations).toHaveLength(1);
  await planNotices(database.pool, [notice(rosa.person, { dueAt: at(10) })]);
  expect((await fileDueNotices(database.pool, at(20), 10)).conversations).toEqual([]);
});

test('it dies with what it is about', async () => {
  const rosa = await talker('Rosa');
  await planNotices(database.pool, [notice(rosa.person, { about: 'session:1' })]);
  await dropNotices(database.pool, ['session:1']);
  expect(await fileDueNotices(database.pool, at(9), 10)).toEqual({ conversations: [], nobody: 0 });
  const { rows } = await database.pool.query('select outcome from notice');
  expect(rows).toEqual([{ outcome: 'dropped' }]);
});

test('a person without any conversation is counted as nobody', async () => {
  const { rows } = await database.pool.query(
    `insert into person (first_names, last_names) values ('Ana', 'Paz') returning id`,
  );
  await planNotices(database.pool, [notice(rows[0].id)]);
  expect(await fileDueNotices(database.pool, at(9), 10)).toEqual({ conversations: [], nobody: 1 });
});

test('it goes to the talk she writes in herself, WhatsApp before the web, a shared phone only where there is no other', async () => {
  const rosa = await talker('Rosa', 'web');
  const { pool } = database;
  const mine = await pool.query(`insert into conversation (channel, person_id) values ('whatsapp', $1) returning id`, [
    rosa.person,
  ]);
  const daughter = await talker('Ana');
  await pool.query(
    `with phone as (insert into address (conversation_id, channel, kind, value) values ($1, 'whatsapp', 'phone', '573005550001') returning id)
     insert into person_address (person_id, address_id) select $2, id from phone`,
    [daughter.conversation, rosa.person],
  );
  await planNotices(pool, [notice(rosa.person)]);
  expect((await fileDueNotices(pool, at(9), 10)).conversations).toEqual([mine.rows[0].id]);

  await pool.query('update conversation set person_id = null where person_id = $1', [rosa.person]);
  await planNotices(pool, [notice(rosa.person, { key: 'other' })]);
  expect((await fileDueNotices(pool, at(9), 10)).conversations).toEqual([daughter.conversation]);
});
