import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openStory } from './story';
import { bubbles, play } from './transcript';

const folder = join(__dirname, 'transcripts');
const stories = readdirSync(folder).filter((file) => file.endsWith('.txt'));
const written = (story: string) => readFileSync(join(folder, story), 'utf8');

// UPDATE=1 writes down how each story goes now; then read the difference.
test.each(stories)('%s goes as it is written', async (name) => {
  const story = await openStory(name.startsWith('form-') ? { WHATSAPP_FORMS: 'on' } : {});
  try {
    const played = await play(written(name), story);
    if (process.env.UPDATE) writeFileSync(join(folder, name), played);
    expect(story.refusals()).toEqual([]);
    expect(played).toBe(written(name));
  } finally {
    await story.close();
  }
});

test.each([
  ['sees-classes-first.txt', 9],
  ['registers-then-chooses.txt', 9],
  ['care-room.txt', 9],
])('in %s she has her place after at most %i bubbles', (name, most) => {
  const taken = bubbles(written(name)).findIndex((bubble) => bubble.includes('Tiene su cupo'));
  expect(taken).toBeGreaterThan(0);
  expect(taken + 1).toBeLessThanOrEqual(most);
});

test('who is registered has a place after three bubbles', () => {
  const [, celia = ''] = written('class-fills-up.txt').split('@ Celia\n\n> ver clases');
  const taken = bubbles(`> ver clases${celia}`).findIndex(holds('Tiene su cupo'));
  expect(taken + 1).toBe(3);
});

test.each(['sees-classes-first.txt', 'registers-then-chooses.txt', 'corrects-before-saving.txt'])(
  'in %s registering takes at most seven questions',
  (name) => {
    const all = bubbles(written(name));
    const asked = all.slice(all.findIndex(holds('¿Nos da su permiso?')), all.findIndex(holds('¿Está todo bien?')) + 1);
    const understood = asked.filter((bubble) => !/No |Eso no|Ahí vi números/.test(bubble.split('\n')[1] ?? ''));
    expect(understood.length).toBeGreaterThan(3);
    expect(understood.length).toBeLessThanOrEqual(7);
  },
);

test('a class of 34 is marked in three messages', () => {
  const story = written('attendance-of-thirty-four.txt');
  expect(story.match(/^< \d+\. /gm)).toHaveLength(34);
  expect(story.match(/^> /gm)).toHaveLength(3);
  expect(bubbles(story).at(-1)).toContain('Guardado: 31 presentes');
});

function holds(words: string): (bubble: string) => boolean {
  return (bubble) => bubble.includes(words);
}
