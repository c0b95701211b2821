import { createHash } from 'node:crypto';
import { consentAsked, consentVersion } from '../../dialogs/consent';
import { sentence } from '../../src/script/sentences';
import { openStory, type Story } from './story';

let story: Story;
beforeAll(async () => {
  story = await openStory();
});
afterAll(() => story.close());

const rows = async (sql: string) => ((await story.meanwhile(sql)) as { rows: Record<string, unknown>[] }).rows;
const proofs = () =>
  rows(`select given, text_version, text_hash, locale, answer, channel, message_id like 'wamid.%' as from_whatsapp,
               person_id is not null as hers from consent where conversation_id is not null order by id`);
const hash = (language: string) => createHash('sha256').update(sentence(language, consentAsked())).digest('hex');

test('a refusal is kept as proof, in her words, and nothing else of her', async () => {
  const people = await rows('select count(*) from person');
  await story.does('Ana', { says: 'registrarme' });
  await story.does('Ana', { says: 'no acepto, gracias' });
  const [proof] = await proofs();
  expect(proof).toEqual({
    given: false,
    text_version: consentVersion,
    text_hash: hash('es'),
    locale: 'es',
    answer: 'no acepto, gracias',
    channel: 'whatsapp',
    from_whatsapp: true,
    hers: false,
  });
  expect(await rows('select count(*) from person')).toEqual(people);
});

test('a permission is proved by the very text she saw, in the language she saw it', async () => {
  await story.does('Berta', { says: 'registrarme' });
  await story.does('Berta', { says: 'english' });
  await story.does('Berta', { taps: 'Yes, I agree' });
  const [, proof] = await proofs();
  expect(proof).toMatchObject({ given: true, text_hash: hash('en'), locale: 'en', answer: 'Yes, I agree' });
});

test('before she has answered nothing of her is kept, and giving up after her name keeps no person', async () => {
  const people = await rows('select count(*) from person');
  await story.does('Celia', { says: 'registrarme' });
  await story.does('Celia', { says: 'acepto' });
  await story.does('Celia', { says: 'Celia Páez' });
  await story.does('Celia', { says: 'cancelar' });
  expect(await rows('select count(*) from person')).toEqual(people);
});

test('once she is registered the proof is hers', async () => {
  for (const says of ['registrarme', 'acepto', 'Dora Luna', 'cc 52000888', 'suba', 'sí'])
    await story.does('Dora', { says });
  expect((await proofs()).at(-1)).toMatchObject({ given: true, hers: true });
});
