import { say } from '../../src/script/say';
import { sentence } from '../../src/script/sentences';
import { openTalk } from './talk';
import {
  act,
  anything,
  ask,
  backTo,
  colour,
  es,
  goTo,
  hello,
  learn,
  name,
  rating,
  script,
  shade,
  stopWhen,
  tell,
} from './visit';

test('questions are asked in order, and the answers are the result', async () => {
  const talk = openTalk(script('visit', [colour, shade, name]));
  expect((await talk.begin()).lines).toEqual([hello('colour')]);
  expect((await talk.says('rojo')).lines).toEqual([hello('name')]);
  expect(await talk.says('Ana')).toMatchObject({ said: [], result: { colour: 'red', name: 'Ana' } });
});

test('an answer known from the start is not asked', async () => {
  const talk = openTalk(script('visit', [colour, name]));
  expect((await talk.begin('hola', { colour: 'blue' })).lines).toEqual([hello('name')]);
});

test('a question whose condition does not hold is passed over', async () => {
  const talk = openTalk(script('visit', [colour, shade, name]));
  await talk.begin();
  expect((await talk.says('verde oscuro')).lines).toEqual([hello('shade of dark')]);
});

test('after two tries a way out is offered, and the count begins anew with the next question', async () => {
  const talk = openTalk(script('visit', [name, rating]));
  await talk.begin();
  expect((await talk.says('123')).lines).toEqual([es(say('registration.nameNone')), hello('name')]);
  const second = await talk.says('456');
  expect(second.lines[1]).toBe(es(say('talk.wayOut')));
  expect(second.lines.at(-1)).toBe(hello('name'));
  await talk.says('Ana');
  expect(talk.place().tries).toBe(0);
});

test('what is not text is answered kindly and the question asked again', async () => {
  const talk = openTalk(script('visit', [name]));
  await talk.begin();
  const { lines } = await talk.sends({ kind: 'unreadable', what: 'audio' });
  expect(lines[0]).toBe(es(say('talk.noAudio')));
  expect(lines[1]).toBe(hello('name'));
  expect((await talk.sends({ kind: 'location', latitude: 4.6, longitude: -74 })).lines[0]).toContain(
    'Recibí su ubicación',
  );
});

test('a question may read a location', async () => {
  const where = ask('wish', {
    say: () => say('where.ask'),
    readOther: (utterance) =>
      utterance.kind === 'location' ? { ok: true, value: `${utterance.latitude}` } : undefined,
  });
  const talk = openTalk(script('visit', [where, name]));
  await talk.begin();
  await talk.sends({ kind: 'location', latitude: 4.6, longitude: -74 });
  expect(talk.place().known).toEqual({ wish: '4.6' });
});

test('atrás forgets the last answer, what hangs on it, and asks again', async () => {
  const talk = openTalk(script('visit', [colour, shade, name]));
  await talk.begin();
  await talk.says('verde oscuro');
  await talk.says('musgo');
  expect((await talk.back()).lines).toEqual([hello('shade of dark')]);
  expect((await talk.back()).lines).toEqual([hello('colour')]);
  expect(talk.place().known).toEqual({});
  const first = await talk.back();
  expect(first.lines).toEqual([es(say('talk.firstQuestion')), hello('colour')]);
});

test('while an earlier answer is being corrected, atrás goes to the question before that one', async () => {
  const fix = backTo(({ wish }) => (wish === 'corregir' ? 'name' : undefined), ['wish']);
  const wish = ask('wish', { say: () => say('menu.hello', { name: 'wish' }), read: anything });
  const talk = openTalk(script('visit', [colour, name, rating, wish, fix]));
  await talk.begin();
  for (const answer of ['rojo', 'Ana', '5', 'corregir']) await talk.says(answer);
  expect(talk.place()).toMatchObject({ at: 'name', known: { colour: 'red', rating: '5' } });
  expect((await talk.back()).lines).toEqual([hello('colour')]);
  expect(talk.place().known).toEqual({ rating: '5' });
});

test('forgetting an answer forgets what was looked up after it', async () => {
  let looked = 0;
  const found = learn('page', () => ++looked);
  const talk = openTalk(script('visit', [colour, found, name]));
  await talk.begin();
  await talk.says('rojo');
  expect(talk.place().known).toEqual({ colour: 'red', page: 1 });
  await talk.back();
  await talk.says('azul');
  expect(talk.place().known).toEqual({ colour: 'blue', page: 2 });
});

test('what was looked up is kept between messages, and dropped when nobody needs it any more', async () => {
  let looked = 0;
  const found = learn(
    'page',
    () => ++looked,
    ({ name }) => name === undefined,
  );
  const talk = openTalk(script('visit', [found, colour, name, rating]));
  await talk.begin();
  await talk.says('rojo');
  expect(talk.place().known).toEqual({ page: 1, colour: 'red' });
  await talk.says('Ana');
  expect(talk.place().known).toEqual({ colour: 'red', name: 'Ana' });
});

test('something is told once, however often the script is walked', async () => {
  const told = tell('name', () => say('resume.ask'));
  const talk = openTalk(script('visit', [told, colour, name]));
  expect((await talk.begin()).lines).toHaveLength(2);
  expect((await talk.says('rojo')).lines).toEqual([hello('name')]);
  expect((await talk.back()).lines).toEqual([hello('colour')]);
});

test('an act happens once, and cannot be walked back over', async () => {
  let acts = 0;
  const done = act('done', async () => ++acts);
  const talk = openTalk(script('visit', [colour, done, rating, name]));
  await talk.begin();
  await talk.says('rojo');
  expect((await talk.back()).lines[0]).toBe(es(say('talk.firstQuestion')));
  await talk.says('5');
  expect((await talk.back()).lines).toEqual([hello('rating')]);
  expect(talk.place().known).toEqual({ colour: 'red', done: 1 });
  expect(acts).toBe(1);
});

test('an act is handed the message that led to it', async () => {
  const done = act('wish', async (_, __, { text, messageId }) => `${text} ${messageId}`);
  const talk = openTalk(script('visit', [colour, done]));
  await talk.begin();
  expect((await talk.says('El azul')).result).toEqual({ colour: 'blue', wish: 'El azul m2' });
});

test('a script may stop early, saying why', async () => {
  const stop = stopWhen(
    ({ colour }) => colour === 'red',
    () => say('talk.goodbye'),
  );
  const talk = openTalk(script('visit', [colour, stop, name]));
  await talk.begin();
  const { lines, place } = await talk.says('rojo');
  expect(place).toBeUndefined();
  expect(lines).toEqual([es(say('talk.goodbye'))]);
});

test('a script may go back to a question, forgetting what led there and keeping what it wants', async () => {
  const again = backTo(
    ({ wish }) => (wish === 'más' ? 'wish' : undefined),
    ['name'],
    ({ page = 0 }) => ({ page: page + 1 }),
  );
  const wish = ask('wish', { say: ({ page = 0 }) => say('menu.hello', { name: `wish ${page}` }), read: anything });
  const talk = openTalk(script('visit', [name, wish, again, rating]));
  await talk.begin();
  await talk.says('Ana');
  expect((await talk.says('más')).lines).toEqual([hello('name')]);
  expect(talk.place().known).toEqual({ page: 1 });
  await talk.says('Rosa');
  expect((await talk.says('ya')).lines).toEqual([hello('rating')]);
});

test('a script that would go back for ever is a fault of ours, told with its name', async () => {
  const around = backTo(
    () => 'colour',
    [],
    () => ({ colour: 'red' }),
  );
  const talk = openTalk(script('visit', [colour, around]));
  await talk.begin();
  await expect(talk.says('rojo')).rejects.toThrow('"visit" goes in circles');
});

test('a script hands over to another with what is known', async () => {
  const over = goTo(({ colour }) => (colour === 'red' ? { name: 'other', known: { colour } } : undefined));
  const talk = openTalk(script('visit', [colour, over, name]));
  await talk.begin();
  expect(await talk.says('rojo')).toMatchObject({ said: [], goTo: { name: 'other', known: { colour: 'red' } } });
});

describe('the message that begins a script', () => {
  const heard = ask('colour', {
    say: () => say('menu.hello', { name: 'colour' }),
    options: () => [
      { id: 'red', title: 'Rojo' },
      { id: 'blue', title: 'Azul' },
    ],
    read: (text) => (text.includes('rojo') ? { ok: true, value: 'red' } : { ok: false }),
    hearsOpening: true,
  });

  test('may already be the first answer', async () => {
    const talk = openTalk(script('visit', [heard, name]));
    expect((await talk.begin('lo quiero rojo')).lines).toEqual([hello('name')]);
  });

  test('is never a number among choices she has not seen', async () => {
    const talk = openTalk(script('visit', [heard, name]));
    expect((await talk.begin('2')).lines).toEqual([hello('colour')]);
  });

  test('answers one question, not those after it', async () => {
    const second = ask('wish', { say: () => say('menu.hello', { name: 'wish' }), read: anything, hearsOpening: true });
    const talk = openTalk(script('visit', [heard, second]));
    expect((await talk.begin('rojo')).lines).toEqual([hello('wish')]);
  });

  test('answers nothing where the question does not listen', async () => {
    const talk = openTalk(script('visit', [colour, name]));
    expect((await talk.begin('rojo')).lines).toEqual([hello('colour')]);
  });
});

test('switching language keeps the place and says the same question in the other', async () => {
  const talk = openTalk(script('visit', [colour, name]));
  await talk.begin();
  await talk.says('rojo');
  talk.speaks('en');
  expect((await talk.repeat()).lines.at(-1)).toBe(sentence('en', say('menu.hello', { name: 'name' })));
  expect(talk.place()).toMatchObject({ at: 'name', known: { colour: 'red' }, asked: ['colour'] });
});
