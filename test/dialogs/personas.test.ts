import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createVault } from '../../src/services/vault';
import { openStory, type Story, storyKey } from './story';
import { bubbles, play } from './transcript';

const folder = join(__dirname, 'personas');
const personas = readdirSync(folder).filter((file) => file.endsWith('.txt'));
const written = (name: string) => readFileSync(join(folder, name), 'utf8');
/** Who a persona is in the end: "first names | last names | document | site", or "way out". */
const wanted = (text: string) => /^# = (.+)$/m.exec(text)?.[1]?.trim() ?? '';
const who = (text: string) => /^@ (.+)$/m.exec(text)?.[1] ?? '';

let story: Story;
const outcomes = new Map<string, string>();
beforeAll(async () => {
  story = await openStory();
});
afterAll(() => story.close());

// UPDATE=1 writes down how each goes now; then read the difference.
test.each(personas)('%s goes as it is written, and ends as she wanted', async (name) => {
  const text = written(name);
  const played = await play(text, story);
  outcomes.set(name, await outcomeOf(who(text), played));
  if (process.env.UPDATE) writeFileSync(join(folder, name), played);
  expect(outcomes.get(name)).toBe(wanted(text));
  expect(played).toBe(written(name));
  expect(story.refusals()).toEqual([]);
});

test('of forty people nearly all who want to are registered with the right data, and all others have a way out', () => {
  const wish = personas.filter((name) => wanted(written(name)) !== 'way out');
  const right = wish.filter((name) => outcomes.get(name) === wanted(written(name)));
  expect(personas.length).toBeGreaterThanOrEqual(40);
  expect(right.length / wish.length).toBeGreaterThanOrEqual(0.95);
  for (const name of personas) expect([name, outcomes.get(name)]).not.toEqual([name, 'stuck']);
});

async function outcomeOf(persona: string, played: string): Promise<string> {
  const { rows } = await story.meanwhile(
    `select p.id, p.first_names, p.last_names, p.document_type, p.document_cipher, s.name as site
     from address a join conversation c on c.id = a.conversation_id join person p on p.id = c.person_id
     left join site s on s.id = p.site_id
     where a.value = '${story.phoneOf(persona)}' and p.registered_at is not null`,
  );
  const [person] = rows;
  if (!person) return hasWayOut(played) ? 'way out' : 'stuck';
  const { id, first_names: first, last_names: last, document_type: type, document_cipher: sealed, site } = person;
  const number = sealed ? ` ${createVault(storyKey).open(id, sealed)}` : '';
  return [first, last, `${type}${number}`, site].join(' | ');
}

// What she was told last names a way on: a button, a word to write, or a person who will write.
function hasWayOut(played: string): boolean {
  const last = bubbles(played).at(-1) ?? '';
  return /\[[^\]]+\]|\*(menú|persona|atrás|menu|person|registrarme)\*|le escribirá/.test(last);
}
