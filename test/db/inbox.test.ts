import { acceptMessages, conversationsWaiting } from '../../src/db/inbox';
import type { Address } from '../../src/domain/talk';
import { type FreshDatabase, freshDatabase } from '../setup/database';
import { textFrom } from '../setup/inbound';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});

const bsuid = (value: string): Address => ({ kind: 'bsuid', value });
const phone = (value: string): Address => ({ kind: 'phone', value });

async function conversationOf(...from: Address[]): Promise<string | undefined> {
  const { conversations } = await acceptMessages(database.pool, [textFrom('', 'hola', { from })]);
  return conversations[0];
}

async function phonesOf(conversation: string | undefined): Promise<string[]> {
  const { rows } = await database.pool.query<{ value: string }>(
    `select value from address where conversation_id = $1 and kind = 'phone' and revoked_at is null`,
    [conversation],
  );
  return rows.map(({ value }) => value);
}

test('a message seen before is not stored again and its conversation is not named', async () => {
  const message = textFrom('573001110001', 'hola');
  const first = await acceptMessages(database.pool, [message]);
  expect(first.conversations).toHaveLength(1);
  expect(await acceptMessages(database.pool, [message, message])).toEqual({ conversations: [], duplicates: 2 });
});

test('the same batch five at once is stored once', async () => {
  const batch = Array.from({ length: 200 }, (_, n) =>
    textFrom(`57310${String(n % 40).padStart(7, '0')}`, `mensaje ${n}`),
  );
  const shuffled = Array.from({ length: 5 }, (_, n) => (n % 2 ? batch.toReversed() : batch));
  const accepted = await Promise.all(shuffled.map((messages) => acceptMessages(database.pool, messages)));
  expect(accepted.reduce((sum, { duplicates }) => sum + duplicates, 0)).toBe(4 * batch.length);
  const { rows } = await database.pool.query(
    `select count(*)::int as n, count(distinct conversation_id)::int as people from inbox where body->>'text' like 'mensaje %'`,
  );
  expect(rows[0]).toEqual({ n: 200, people: 40 });
});

test('two first messages of one person at once begin one conversation', async () => {
  const both = await Promise.all([conversationOf(phone('573001110002')), conversationOf(phone('573001110002'))]);
  expect(both[0]).toBeDefined();
  expect(both[1]).toBe(both[0]);
});

test('a phone and an id that came together once are one conversation from then on', async () => {
  const together = await conversationOf(bsuid('CO.together'), phone('573001110003'));
  expect(await conversationOf(bsuid('CO.together'))).toBe(together);
  expect(await conversationOf(phone('573001110003'))).toBe(together);
});

test('an id first seen beside a known phone joins the conversation of the phone', async () => {
  const known = await conversationOf(phone('573001110004'));
  expect(await conversationOf(bsuid('CO.late'), phone('573001110004'))).toBe(known);
  expect(await conversationOf(bsuid('CO.late'))).toBe(known);
});

test('a phone that comes back under another id is a new owner and sees nothing of the old one', async () => {
  const old = await conversationOf(bsuid('CO.first'), phone('573001110005'));
  const fresh = await conversationOf(bsuid('CO.second'), phone('573001110005'));
  expect(fresh).not.toBe(old);
  expect(await conversationOf(phone('573001110005'))).toBe(fresh);
  expect(await conversationOf(bsuid('CO.first'))).toBe(old);
});

test('a phone that comes beside an id known elsewhere is from then on hers alone', async () => {
  const old = await conversationOf(bsuid('CO.third'), phone('573001110007'));
  const hers = await conversationOf(bsuid('CO.fourth'));
  expect(hers).not.toBe(old);
  expect(await conversationOf(bsuid('CO.fourth'), phone('573001110007'))).toBe(hers);
  expect(await conversationOf(phone('573001110007'))).toBe(hers);
  expect(await conversationOf(bsuid('CO.third'))).toBe(old);
  expect(await phonesOf(old)).toEqual([]);
});

test('whoever comes back under another phone is written to at that one', async () => {
  const hers = await conversationOf(bsuid('CO.fifth'), phone('573001110009'));
  expect(await conversationOf(bsuid('CO.fifth'), phone('573001110008'))).toBe(hers);
  expect(await phonesOf(hers)).toEqual(['573001110008']);
});

test('of two phones that come with one id in one batch, no message is left out', async () => {
  const [one, other] = [phone('573001110011'), phone('573001110012')];
  const writers = [[one], [bsuid('CO.eighth'), one], [bsuid('CO.eighth'), other], [bsuid('CO.eighth'), one], [other]];
  const batch = writers.map((from) => textFrom('', 'hola', { from }));
  const { conversations, duplicates } = await acceptMessages(database.pool, batch);
  expect(duplicates).toBe(0);
  const { rows } = await database.pool.query('select from inbox where conversation_id = any ($1)', [conversations]);
  expect(rows).toHaveLength(batch.length);
});

test('of two ids that come with one phone in one batch, no message is left out', async () => {
  const number = '573001110010';
  await acceptMessages(database.pool, [textFrom('', 'uno', { from: [bsuid('CO.sixth')] })]);
  const batch = ['CO.sixth', 'CO.seventh', 'CO.sixth'].map((id) =>
    textFrom('', 'hola', { from: [bsuid(id), phone(number)] }),
  );
  const { conversations, duplicates } = await acceptMessages(database.pool, batch);
  expect({ people: conversations.length, duplicates }).toEqual({ people: 2, duplicates: 0 });
  const { rows } = await database.pool.query('select from inbox where message_id = any ($1)', [
    batch.map(({ messageId }) => messageId),
  ]);
  expect(rows).toHaveLength(3);
});

test('a message without an address is not acknowledged', async () => {
  await expect(acceptMessages(database.pool, [textFrom('', 'hola', { from: [] })])).rejects.toThrow(
    'without an address',
  );
});

test('messages keep the order of their batch, and a sweep finds their conversation', async () => {
  const texts = ['uno', 'dos', 'tres', 'cuatro'];
  const messages = texts.map((text) => textFrom('573001110006', text, { sentAt: 1_790_000_000_000 }));
  const { conversations } = await acceptMessages(database.pool, messages);
  const { rows } = await database.pool.query(
    `select body->>'text' as text from inbox where conversation_id = $1 order by sent_at, seq`,
    [conversations[0]],
  );
  expect(rows.map((row) => row.text)).toEqual(texts);
  expect(await conversationsWaiting(database.pool, 1000)).toContain(conversations[0]);
});
