import { openStory } from '../../../dialogs/story';
import { json, startEarServer } from './earServer';

test('a voice note from a phone is answered by the whole service as if it had been written', async () => {
  const ear = await startEarServer();
  ear.answers.words = json({ text: 'Ver clases.' });
  const story = await openStory({ TRANSCRIPTION_URL: `${ear.url}/words` });
  const [greeting] = await story.does('Ana', { says: 'hola' });
  expect(greeting?.text).not.toMatch(/Le oí/);
  const [answer, ...more] = await story.does('Ana', { sends: { kind: 'audio' } });
  expect(more).toEqual([]);
  expect(answer?.text).toMatch(/^Le oí: «Ver clases»\.\n\n¿Dónde le queda cerca\?/);
  await story.close();
  await ear.close();
});
