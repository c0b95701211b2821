import { scripts } from '../../dialogs/all';
import { readConfig } from '../../src/config';
import type { Utterance } from '../../src/domain/talk';
import { createVault } from '../../src/services/vault';
import { buildCity, knownPhones, storyTime } from '../dialogs/city';
import { type FreshDatabase, freshDatabase } from '../setup/database';
import { textFrom } from '../setup/inbound';
import { openTurns } from '../setup/turns';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase({ pipeline: true });
  await buildCity(database.pool, createVault(Buffer.alloc(32, 7)));
});

const HERS = 'mi marido me pega y me quiero morir';
const [purple, life] = readConfig({}).lines.violence.concat(readConfig({}).lines.life);

function talk(phone: string) {
  const turns = openTurns(database.pool, scripts, { now: () => storyTime });
  const mine = `(select conversation_id from address where value = '${phone}')`;
  const row = async (sql: string) => (await database.pool.query(sql)).rows[0];
  return {
    turns,
    says: async (...texts: string[]) => {
      for (const text of texts) await turns.receive(textFrom(phone, text));
      expect(turns.faults).toEqual([]);
    },
    at: () => row(`select state, locale from conversation where id = ${mine}`),
    lastReply: async () =>
      (await row(`select body from outbox where conversation_id = ${mine} order by id desc limit 1`)).body,
    kept: () =>
      row(`
      select (select count(*)::int from help_request where conversation_id = ${mine}) as asked,
             (select count(*)::int from consent where conversation_id = ${mine}) as consents,
             (select count(*)::int from outbox where conversation_id = ${mine} and body::text ilike '%marido%') as said,
             (select array_agg(body is null order by seq) from inbox where conversation_id = ${mine}) as blank`),
  };
}

test.each([
  ['a stranger who has said nothing yet', '573007770001', []],
  ['a stranger at the consent', '573007770002', ['registrarme']],
  ['a caregiver who registers', '573007770003', ['registrarme', 'acepto', 'Ana Ruiz']],
  ['a caregiver who chooses a class', '573007770004', ['ver clases', 'bosa']],
  ['an instructor before her list', knownPhones.Gloria ?? '', ['asistencia']],
  ['an instructor before she saves', knownPhones.Nubia ?? '', ['hola']],
])('%s is told who helps, and her talk stands where it was', async (_, phone, path) => {
  const { says, at, lastReply, kept } = talk(phone);
  await says(...path);
  const before = path.length > 0 ? await at() : undefined;
  await says(HERS);
  const { text, choices } = await lastReply();
  expect(text).toContain(purple);
  expect(text).toContain(life);
  expect(text).toContain('*123*');
  expect(choices).toBeUndefined();
  if (before) expect(await at()).toEqual(before);
  const consents = path.includes('acepto') ? 1 : 0;
  expect(await kept()).toEqual({ asked: 0, consents, said: 0, blank: [...path.map(() => false), true] });
  // Where somebody is dying, whom to call is said before anything else.
  await says('mi marido se cayó y no respira');
  const lines: string[] = (await lastReply()).text.split('\n');
  expect(lines[0]).toContain('*123*');
  expect(lines.filter((line) => line.includes('123'))).toHaveLength(1);
  if (before) expect(await at()).toEqual(before);
  expect(await kept()).toEqual({ asked: 0, consents, said: 0, blank: [...path.map(() => false), true, true] });
});

test('whoever is hurt by somebody is told first whom to call, then who else helps', async () => {
  const { says, lastReply } = talk('573007770012');
  await says('mi marido me pegó y estoy sangrando mucho');
  const { text } = await lastReply();
  expect(text.indexOf('*123*')).toBeLessThan(text.indexOf(purple));
  expect(text.match(/123/g)).toHaveLength(1);
});

test.each(['no puedo ir, mi mamá se cayó', 'no puedo ir, mi niño está enfermo con gripa'])(
  '%j is why she does not come, and no danger',
  async (text) => {
    const { says, lastReply, turns } = talk(`57300777${2000 + text.length}`);
    await says(text);
    expect(turns.dangers).toEqual([]);
    expect((await lastReply()).text).not.toContain('123');
  },
);

test('of several messages worked at once only hers of danger is blanked', async () => {
  const phone = '573007770009';
  const { turns, kept } = talk(phone);
  await turns.receive(textFrom(phone, 'hola'), textFrom(phone, HERS), textFrom(phone, 'ver clases'));
  expect((await kept()).blank).toEqual([false, true, false]);
});

test('each message of danger is counted once, and no other', async () => {
  const { turns, says } = talk('573007770011');
  await says('hola', HERS, 'ver clases', 'auxilio');
  expect(turns.dangers).toHaveLength(2);
});

test('she is answered in the language of her words, and the talk keeps its own', async () => {
  const { says, at, lastReply } = talk('573007770010');
  await says('hola', 'my husband hits me');
  expect((await lastReply()).text).toContain('You are not alone');
  expect((await at()).locale).toBeNull();
});

test.each<[string, Utterance]>([
  ['what she said and we wrote down', { kind: 'text', text: HERS, heard: true }],
  ['what she wrote into a form', { kind: 'form', form: { answers: { name: 'Ana', note: HERS } } }],
])('%s is answered, not said back to her, and not kept', async (what, utterance) => {
  const phone = `57300777${1000 + what.length}`;
  const { turns, lastReply, kept } = talk(phone);
  await turns.receive(textFrom(phone, '', { utterance }));
  expect((await lastReply()).text).toContain(purple);
  expect(await kept()).toEqual({ asked: 0, consents: 0, said: 0, blank: [true] });
});
