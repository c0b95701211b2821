import { knownPhones } from '../dialogs/city';
import { type Chats, openChats } from './chats';

const minute = 60_000;
let chats: Chats;
beforeEach(async () => {
  chats = await openChats();
});
afterEach(() => chats.database.close());
const codeIn = (text: string) => /\d{8}/.exec(text)?.[0] ?? '';
const asNelly = ['registrarme', 'acepto', 'Nelly Vargas Soto', 'cc 52999001', 'suba', 'sí'];

async function askedFor() {
  const [old, fresh] = [chats.phoneOf(knownPhones.Nelly), chats.phoneOf()];
  expect(await fresh.says(...asNelly)).toContain('Ya hay un registro');
  await fresh.taps('Es mío: usar código');
  await chats.tellDue();
  return { old, fresh, code: codeIn((await old.last()).text) };
}

test('the code that went to her old phone brings her registration to the new one; the old one stays hers', async () => {
  const { old, fresh, code } = await askedFor();
  expect((await old.last()).text).toContain('Si no es usted, no lo comparta');
  expect(await fresh.says(code)).toContain('Hola, Nelly');
  expect(await fresh.says('mis clases')).toContain('Costura');
  expect(await old.says('mis clases')).toContain('Costura');
  expect((await fresh.conversation()).person_id).toBe((await old.conversation()).person_id);
});

test('nobody learns whose the document is, and a wrong code leads nowhere', async () => {
  const { fresh } = await askedFor();
  expect((await fresh.last()).text).not.toMatch(/Vargas|300999/);
  expect(await fresh.says('12345678')).toContain('Ese código no es');
  expect((await fresh.conversation()).person_id).toBeNull();
});

test('the code is good on that phone only, and for half an hour', async () => {
  const { fresh, code } = await askedFor();
  const other = chats.phoneOf();
  await other.says(...asNelly);
  await other.taps('Es mío: usar código');
  expect(await other.says(code)).toContain('Ese código no es');
  chats.clock += 31 * minute;
  expect(await fresh.says(code)).toContain('Ese código no es');
});

test('whoever guesses is stopped after five', async () => {
  const { fresh, code } = await askedFor();
  await fresh.says('10000001', '10000002', '10000003', '10000004', '10000005');
  expect(await fresh.says(code)).toContain('espere una hora');
});

test('without the old phone a person of the team looks at it', async () => {
  const { fresh, old } = await askedFor();
  expect(await fresh.taps('Ya no lo tengo')).toContain('revisa su caso');
  const { rows } = await chats.database.pool.query(`select subjects from review where details ->> 'by' = 'lost_phone'`);
  const both = [(await fresh.conversation()).id, (await old.conversation()).id].sort();
  expect(rows.map(({ subjects }) => [...subjects].sort())).toEqual([both]);
  const asked = await chats.database.pool.query(`select question from help_request where closed_at is null`);
  expect(asked.rows).toEqual([{ question: 'lost_phone' }]);
});
