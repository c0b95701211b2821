import { say } from '../../src/script/say';
import { openTalk } from './talk';
import { ask, colour, es, hello, name, script } from './visit';

test.each([
  ['2', 'blue'],
  ['la segunda', 'blue'],
  ['opción 3', 'dark'],
  ['AZUL', 'blue'],
  ['el verde', 'dark'],
  ['tres', 'dark'],
  ['3️⃣', 'dark'],
])('%j takes the option %s', async (text, taken) => {
  const talk = openTalk(script('visit', [colour, name]));
  await talk.begin();
  await talk.says(text);
  expect(talk.place().known).toEqual({ colour: taken });
});

test.each(['el color de mis 2 hijas', 'no quiero el azul', '1 y 2', '4', 'gris'])(
  '%j takes no option',
  async (text) => {
    const talk = openTalk(script('visit', [colour, name]));
    await talk.begin();
    const { lines } = await talk.says(text);
    expect(lines).toEqual([es(say('talk.chooseOne')), hello('colour')]);
  },
);

test('a reader has the first word, the options the second', async () => {
  const wish = ask('wish', {
    say: () => say('menu.hello', { name: 'wish' }),
    options: () => [{ id: 'one', title: 'Una' }],
    read: (text) => (text === 'muchas' ? { ok: true, value: 'many' } : { ok: false }),
  });
  const talk = openTalk(script('visit', [wish, name]));
  await talk.begin();
  await talk.says('muchas');
  await talk.back();
  expect(talk.place().known).toEqual({});
  await talk.says('1');
  expect(talk.place().known).toEqual({ wish: 'one' });
});

test('a question is asked in fewer words of her who has just read it', async () => {
  const long = { ...name, say: () => say('menu.hello', { name: 'a long list' }), sayBriefly: () => say('menu.again') };
  const talk = openTalk(script('visit', [long, colour]));
  expect((await talk.begin()).lines).toEqual([hello('a long list')]);
  expect((await talk.says('123')).lines).toEqual([es(say('registration.nameNone')), es(say('menu.again'))]);
  expect((await talk.repeat(true)).lines.at(-1)).toBe(es(say('menu.again')));
  expect((await talk.repeat()).lines.at(-1)).toBe(hello('a long list'));
});

test('what was not understood may be asked again in words of its own', async () => {
  const own = { ...name, say: () => say('menu.hello', { name: 'a long list' }), sayAgain: () => say('menu.again') };
  const talk = openTalk(script('visit', [own, colour]));
  await talk.begin();
  expect((await talk.says('123')).lines.at(-1)).toBe(es(say('menu.again')));
  expect((await talk.repeat(true)).lines.at(-1)).toBe(hello('a long list'));
});
