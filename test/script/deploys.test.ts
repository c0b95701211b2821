import { refreshed } from '../../src/script/place';
import { say } from '../../src/script/say';
import { openTalk } from './talk';
import { anything, ask, colour, es, hello, learn, name, rating, script, shade } from './visit';

const changed = es(say('talk.changed'));
const wish = ask('wish', { say: () => say('menu.hello', { name: 'wish' }), read: anything });

test('a question put in before hers does not swallow her answer', async () => {
  const talk = openTalk(script('visit', [colour, name, rating]));
  await talk.begin();
  await talk.says('rojo');
  talk.deploy(script('visit', [colour, wish, name, rating]));
  expect((await talk.says('Ana')).lines).toEqual([hello('wish')]);
  expect(talk.place().known).toEqual({ colour: 'red', name: 'Ana' });
  await talk.says('paz');
  expect(talk.place().at).toBe('rating');
});

test('a question put in after hers is asked when its turn comes', async () => {
  const talk = openTalk(script('visit', [colour, name]));
  await talk.begin();
  talk.deploy(script('visit', [colour, wish, name]));
  expect((await talk.says('rojo')).lines).toEqual([hello('wish')]);
});

test('questions in another order keep their answers', async () => {
  const talk = openTalk(script('visit', [colour, name, rating]));
  await talk.begin();
  await talk.says('rojo');
  talk.deploy(script('visit', [rating, name, colour]));
  expect((await talk.says('Ana')).lines).toEqual([hello('rating')]);
});

test.each([
  ['removed', [colour, rating], 'rating'],
  ['renamed', [colour, wish, rating], 'wish'],
])('a question %s while it is open starts gently over, the known answers kept', async (_, steps, next) => {
  const talk = openTalk(script('visit', [colour, name, rating]));
  await talk.begin();
  await talk.says('rojo');
  talk.deploy(script('visit', steps));
  expect((await talk.says('Ana')).lines).toEqual([changed, hello(next)]);
  expect(talk.place().known).toEqual({ colour: 'red' });
});

test('an open question that no longer applies gives way to the next', async () => {
  const talk = openTalk(script('visit', [colour, shade, name]));
  await talk.begin();
  await talk.says('verde oscuro');
  talk.deploy(script('visit', [colour, name]));
  expect((await talk.says('musgo')).lines).toEqual([changed, hello('name')]);
});

test('atrás walks over answers to questions that are gone', async () => {
  const talk = openTalk(script('visit', [colour, wish, name]));
  await talk.begin();
  await talk.says('rojo');
  await talk.says('paz');
  talk.deploy(script('visit', [colour, name]));
  expect((await talk.back()).lines).toEqual([hello('colour')]);
});

test('a place taken up again days later looks the world up anew and keeps what she said', async () => {
  const found = learn('page', () => 7);
  const visit = script('visit', [colour, found, name]);
  const talk = openTalk(visit);
  await talk.begin();
  await talk.says('rojo');
  await talk.says('123');
  const again = refreshed(visit, talk.place());
  expect(again).toMatchObject({ at: 'name', known: { colour: 'red' }, tries: 0 });
  expect(again.known).not.toHaveProperty('page');
});
