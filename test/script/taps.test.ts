import { say } from '../../src/script/say';
import { readTap, tapId } from '../../src/script/tap';
import { openTalk } from './talk';
import { act, ask, colour, es, name, script } from './visit';

const oldButton = es(say('talk.oldButton'));
const confirm = ask('wish', {
  say: () => say('resume.ask'),
  options: () => [
    { id: 'yes', title: 'Sí' },
    { id: 'no', title: 'No' },
  ],
  freshTapsOnly: true,
});

test('a tap is read by its id, whatever its title says', async () => {
  const talk = openTalk(script('visit', [colour, name]));
  await talk.begin();
  await talk.taps('blue');
  expect(talk.place().known).toEqual({ colour: 'blue' });
});

test('a tap on a button of an earlier question says so and asks the open one', async () => {
  const talk = openTalk(script('visit', [colour, confirm, name]));
  await talk.begin();
  await talk.taps('blue');
  const { lines } = await talk.taps('red', { question: 'colour', nonce: 'n1' });
  expect(lines).toEqual([oldButton, es(say('resume.ask'))]);
  expect(talk.place().known).toEqual({ colour: 'blue' });
});

test('a tap on a button of another script is not an answer here', async () => {
  const talk = openTalk(script('visit', [colour, name]));
  await talk.begin();
  expect((await talk.taps('blue', { script: 'other' })).lines[0]).toBe(oldButton);
});

test('a tap on a choice that is offered no more is not taken', async () => {
  const talk = openTalk(script('visit', [colour, name]));
  await talk.begin();
  expect((await talk.taps('yellow')).lines[0]).toBe(oldButton);
});

test('an earlier bubble of the same question still answers it', async () => {
  const talk = openTalk(script('visit', [colour, name]));
  await talk.begin();
  await talk.says('zapato');
  await talk.taps('blue', { nonce: 'n1' });
  expect(talk.place().known).toEqual({ colour: 'blue' });
});

test('an earlier bubble does not confirm what was changed since', async () => {
  const talk = openTalk(script('visit', [confirm, name]));
  await talk.begin();
  await talk.says('zapato');
  expect((await talk.taps('yes', { nonce: 'n1' })).lines[0]).toBe(oldButton);
  await talk.taps('yes');
  expect(talk.place().known).toEqual({ wish: 'yes' });
});

test('a second tap on the same choice is met with silence', async () => {
  const talk = openTalk(script('visit', [colour, name]));
  await talk.begin();
  await talk.taps('blue');
  talk.waits(2000);
  expect(await talk.taps('blue', { question: 'colour', nonce: 'n1' })).toMatchObject({ silent: true, said: [] });
  expect(talk.place()).toMatchObject({ at: 'name', tries: 0 });
});

test('a second tap is silent too when an act followed the first', async () => {
  const talk = openTalk(script('visit', [colour, act('done', async () => 1), name]));
  await talk.begin();
  await talk.taps('blue');
  expect(await talk.taps('blue', { question: 'colour', nonce: 'n1' })).toMatchObject({ silent: true });
});

test('a tap on another choice of the answered question is no second tap', async () => {
  const talk = openTalk(script('visit', [colour, name]));
  await talk.begin();
  await talk.taps('blue');
  expect((await talk.taps('red', { question: 'colour', nonce: 'n1' })).lines[0]).toBe(oldButton);
});

test('the same tap much later is an old button, not a second tap', async () => {
  const talk = openTalk(script('visit', [colour, name]));
  await talk.begin();
  await talk.taps('blue');
  talk.waits(60_000);
  expect((await talk.taps('blue', { question: 'colour', nonce: 'n1' })).lines[0]).toBe(oldButton);
});

test('a button that is not ours is read by its words', async () => {
  const talk = openTalk(script('visit', [colour, name]));
  await talk.begin();
  await talk.sends({ kind: 'tap', id: 'template-payload', title: 'Azul' });
  expect(talk.place().known).toEqual({ colour: 'blue' });
});

test('what a tap carries comes back as it went out, colons and all', () => {
  const tap = { script: 'visit', question: 'colour', nonce: 'x1', option: 'a:b:c' };
  expect(readTap(tapId(tap))).toEqual(tap);
  for (const strange of ['', 'a', 'a:b', 'a:b:c', ':::']) expect(readTap(strange)).toBeUndefined();
});
