import { words } from '../../src/script/build';
import { say } from '../../src/script/say';
import { sentence } from '../../src/script/sentences';
import type { Script } from '../../src/script/steps';
import { consent, importProgramme } from '../services/programme';
import { type FreshDatabase, freshDatabase } from '../setup/database';
import { textFrom } from '../setup/inbound';
import { openTurns } from '../setup/turns';

type Asked = { name: string; document: string; registered: boolean };
const { ask, act, stopWhen, script } = words<Asked>();

// Asks for a name and a number and registers at once; then it says who is writing, and whether she teaches.
const menu: Script = script('menu', [
  ask('name', { say: () => say('registration.name'), read: (text) => ({ ok: true, value: text }) }),
  ask('document', { say: () => say('talk.help'), read: (text) => ({ ok: true, value: text }) }),
  act('registered', async ({ name = '', document = '' }, { desk }) => {
    await desk.keepConsent(consent);
    const [site] = await desk.sites();
    const names = { first: name, last: 'Gil' };
    const result = await desk.register({ names, document: { type: 'CC', number: document }, siteId: site?.id ?? '' });
    return result.ok;
  }),
  stopWhen(
    () => true,
    (_, { speaker }) => say('registration.already', { name: speaker?.roles.join(' and ') ?? '' }),
  ),
]);
const who: Script = script('menu', [
  stopWhen(
    () => true,
    (_, { speaker }) => say('menu.hello', { name: speaker?.firstNames ?? 'nobody' }),
  ),
]);
const hello = (name: string) => sentence('es', say('menu.hello', { name }));
const roles = (name: string) => sentence('es', say('registration.already', { name }));

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase({ pipeline: true });
  await importProgramme(database.pool);
});

async function replies(phone: string): Promise<string[]> {
  const { rows } = await database.pool.query<{ text: string }>(
    `select o.body->>'text' as text from outbox o join address a using (conversation_id) where a.value = $1 order by o.id`,
    [phone],
  );
  return rows.map(({ text }) => text);
}

// "menú" begins the script anew, and with it asks once more who is writing.
const asksWho: Script = { ...menu, steps: [...who.steps.map(whenKnown), ...menu.steps] };
function whenKnown(step: Script['steps'][number]): Script['steps'][number] {
  return step.kind === 'stopWhen'
    ? { ...step, when: (_, { speaker }) => speaker?.roles.includes('caregiver') ?? false }
    : step;
}

test('what she writes right after registering is worked as hers, also in the same turn', async () => {
  const phone = '573002230001';
  const turns = openTurns(database.pool, [asksWho]);
  const said = ['hola', 'Rosa', '52000001', 'hola', 'idioma', 'hola'].map((text) => textFrom(phone, text));
  expect(await turns.receive(...said)).toEqual(['done']);
  expect((await replies(phone))[3]).toBe(hello('Rosa'));
  expect(turns.faults).toEqual([]);
});

test('whoever registers on an instructor’s phone is no instructor', async () => {
  const phone = '573009990003';
  const turns = openTurns(database.pool, [menu]);
  await turns.receive(...['hola', 'Zoila', '52000002'].map((text) => textFrom(phone, text)));
  expect((await replies(phone)).at(-1)).toBe(roles('caregiver'));
  expect(turns.faults).toEqual([]);
});
