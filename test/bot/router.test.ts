import { words } from '../../src/script/build';
import { say } from '../../src/script/say';
import { sentence } from '../../src/script/sentences';
import type { Script } from '../../src/script/steps';
import { type FreshDatabase, freshDatabase } from '../setup/database';
import { textFrom } from '../setup/inbound';
import { openTurns } from '../setup/turns';

type Asked = { topic: string; name: string; choice: string; what: string };
const { ask, goTo, script } = words<Asked>();
const anything = (text: string) => ({ ok: true as const, value: text });

const menu: Script = script(
  'menu',
  [
    ask('what', {
      say: () => say('talk.help'),
      options: () => [
        { id: 'form', title: 'Formulario' },
        { id: 'english', title: 'Clase de inglés' },
      ],
      hearsOpening: true,
    }),
    goTo(({ what }) => ({ name: 'form', ...(what === 'english' && { known: { topic: 'english' } }) })),
  ],
  { alwaysOpen: true, noDraft: true },
);
const form: Script = script('form', [
  ask('topic', {
    say: () => say('talk.chooseOne'),
    options: () => [
      { id: 'english', title: 'Inglés' },
      { id: 'yoga', title: 'Yoga' },
    ],
  }),
  ask('name', { say: () => say('talk.notUnderstood'), read: anything }),
  ask('choice', { say: () => say('talk.goodbye'), read: anything }),
]);
const resume: Script = script(
  'resume',
  [
    ask('choice', {
      say: () => say('talk.wayOut'),
      options: () => [
        { id: 'go_on', title: 'Seguir' },
        { id: 'start_over', title: 'De nuevo' },
      ],
    }),
  ],
  { noDraft: true },
);
const scripts = [menu, form, resume];
const HOUR = 3600 * 1000;

let database: FreshDatabase;
let clock = 1_790_000_000_000;
let people = 0;
beforeAll(async () => {
  database = await freshDatabase({ pipeline: true });
});

// A person who writes; what she is answered, and the question she is at.
function newcomer() {
  people += 1;
  const phone = `57300333${String(people).padStart(4, '0')}`;
  const turns = openTurns(database.pool, scripts, { now: () => new Date(clock) });
  const receive = (utterance: Parameters<typeof textFrom>[2]) =>
    turns.receive(textFrom(phone, '', { sentAt: clock, ...utterance })).then(() => turns.posted.at(-1)?.body);
  async function stack(): Promise<{ id: string; at: string; known: Record<string, unknown> }[]> {
    const { rows } = await database.pool.query(
      `select c.state from conversation c join address a on a.conversation_id = c.id where a.value = $1`,
      [phone],
    );
    const frames: { id: string; state: { place: { at: string; known: Record<string, unknown> } } }[] =
      rows[0].state.dialogs.dialogStack;
    return frames.map(({ id, state }) => ({ id, at: state.place.at, known: state.place.known }));
  }
  return {
    turns,
    stack,
    writes: async (...texts: string[]) => {
      let body: Awaited<ReturnType<typeof receive>>;
      for (const text of texts) body = await receive({ utterance: { kind: 'text', text } });
      await settle();
      return body;
    },
    sends: (what: Parameters<typeof textFrom>[2]) => receive(what).then((body) => settle().then(() => body)),
    taps: (id: string) => receive({ utterance: { kind: 'tap', id, title: '' } }),
    waits: (ms: number) => {
      clock += ms;
    },
    edits: (change: (state: { dialogs: { dialogStack: { id: string }[] } }) => void) => editState(phone, change),
  };
}

// The sender is not there: what it would have sent is sent, so that the next reply is not held up.
async function settle() {
  await database.pool.query(`update outbox set status = 'accepted', lease_until = null where unsent`);
}

async function editState(phone: string, change: (state: { dialogs: { dialogStack: { id: string }[] } }) => void) {
  const { rows } = await database.pool.query(
    `select c.id, c.state from conversation c join address a on a.conversation_id = c.id where a.value = $1`,
    [phone],
  );
  change(rows[0].state);
  await database.pool.query(`update conversation set state = $2, turn_id = gen_random_uuid() where id = $1`, [
    rows[0].id,
    JSON.stringify(rows[0].state),
  ]);
}

test('a choice that is called like a global word is that choice', async () => {
  const person = newcomer();
  await person.writes('hola', 'formulario', 'inglés');
  expect(await person.stack()).toMatchObject([{ id: 'form', at: 'name', known: { topic: 'english' } }]);
});

test('after a day of silence she is asked whether to go on, and her late answer feeds no question', async () => {
  const person = newcomer();
  await person.writes('hola', 'formulario', 'yoga');
  person.waits(25 * HOUR);
  await person.writes('Rosa');
  expect(await person.stack()).toMatchObject([
    { id: 'form', at: 'name', known: { topic: 'yoga' } },
    { id: 'resume', at: 'choice' },
  ]);
  const again = await person.writes('seguir');
  expect(again?.text).toBe(sentence('es', say('talk.notUnderstood')));
  const [frame, ...more] = await person.stack();
  expect(more).toEqual([]);
  expect(frame).toMatchObject({ at: 'name', known: { topic: 'yoga' } });
  expect(frame?.known).not.toHaveProperty('name');
});

test('she may start over instead, and silence while she is asked changes nothing', async () => {
  const person = newcomer();
  await person.writes('hola', 'formulario', 'yoga');
  person.waits(25 * HOUR);
  await person.writes('hola');
  person.waits(25 * HOUR);
  await person.writes('hola');
  expect(await person.stack()).toMatchObject([{ id: 'form' }, { id: 'resume' }]);
  await person.writes('de nuevo');
  expect(await person.stack()).toMatchObject([{ id: 'form', at: 'topic', known: {} }]);
});

test('what she left for the menu is offered again for two weeks, and not after', async () => {
  const person = newcomer();
  await person.writes('hola', 'formulario', 'yoga', 'menú');
  expect(await person.stack()).toMatchObject([{ id: 'menu' }]);
  await person.writes('formulario');
  expect(await person.stack()).toMatchObject([{ id: 'form', known: { topic: 'yoga' } }, { id: 'resume' }]);
  await person.writes('menú');
  person.waits(15 * 24 * HOUR);
  await person.writes('hola', 'formulario');
  expect(await person.stack()).toMatchObject([{ id: 'form', at: 'topic', known: {} }]);
});

test('starting over forgets what she had left, not what she came with now', async () => {
  const person = newcomer();
  await person.writes('hola', 'formulario', 'yoga', 'Rosa', 'menú', 'clase de inglés');
  expect(await person.stack()).toMatchObject([{ id: 'form', known: { topic: 'english' } }, { id: 'resume' }]);
  await person.writes('de nuevo');
  const [frame] = await person.stack();
  expect(frame).toMatchObject({ id: 'form', at: 'name' });
  expect(frame?.known).toEqual({ topic: 'english' });
});

test('cancelar throws away what was begun', async () => {
  const person = newcomer();
  await person.writes('hola', 'formulario', 'yoga', 'cancelar', 'formulario');
  expect(await person.stack()).toMatchObject([{ id: 'form', at: 'topic', known: {} }]);
});

test('a script we have no more sends her to the menu, not into silence', async () => {
  const person = newcomer();
  await person.writes('hola', 'formulario', 'yoga');
  await person.edits((state) => {
    for (const frame of state.dialogs.dialogStack) frame.id = 'a script of last year';
  });
  const reply = await person.writes('Rosa');
  expect(reply?.choices?.map(({ title }) => title)).toContain('Formulario');
  expect(person.turns.faults).toEqual([]);
});

test('a button of the menu is obeyed wherever the talk stands, and the draft is kept', async () => {
  const person = newcomer();
  const menuBubble = await person.writes('hola');
  await person.writes('hola', 'formulario', 'yoga');
  await person.taps(menuBubble?.choices?.[0]?.id ?? '');
  expect(await person.stack()).toMatchObject([{ id: 'form', known: { topic: 'yoga' } }, { id: 'resume' }]);
});

test('idioma keeps the place and speaks the other language from then on', async () => {
  const person = newcomer();
  await person.writes('hola', 'formulario', 'yoga');
  expect((await person.writes('idioma'))?.text).toContain('We go on in English.');
  expect(await person.stack()).toMatchObject([{ id: 'form', at: 'name', known: { topic: 'yoga' } }]);
  expect((await person.writes('help'))?.text).toMatch(/^Answer the question/);
});

test('every global word is answered when no question is open', async () => {
  for (const word of ['menú', 'atrás', 'ayuda', 'cancelar', 'persona', 'idioma', 'salir']) {
    const person = newcomer();
    expect((await person.writes(word))?.text).toBeTruthy();
    expect(person.turns.faults).toEqual([]);
  }
});

test('what is not words is answered kindly, where nothing was asked and where something was, and a person is offered', async () => {
  const form = { kind: 'form', form: { answers: { name: 'Ana' } } } as const;
  const phone = { kind: 'phone', phone: '573001112233' } as const;
  const heard: [Parameters<typeof textFrom>[2], RegExp][] = [
    [{ utterance: form }, /[Ll]o que llenó/],
    [{ utterance: phone }, /ya tengo su número/],
    [{ utterance: { kind: 'unreadable', what: 'audio' } }, /no puedo oír audios.*\*persona\*/],
    [{ utterance: { kind: 'unreadable', what: 'voice' } }, /No le pude oír.*\*persona\*/],
    [{ utterance: { kind: 'unreadable', what: 'image' } }, /No puedo ver fotos/],
  ];
  for (const [message, answer] of heard) {
    const person = newcomer();
    expect((await person.sends(message))?.text).toMatch(answer);
    await person.writes('formulario', 'yoga');
    const again = await person.sends(message);
    expect(again?.text).toMatch(answer);
    expect(again?.text).toContain(sentence('es', say('talk.notUnderstood')));
    expect(person.turns.faults).toEqual([]);
  }
});

test('what she said is worked as if she had written it, and she sees what we took it for', async () => {
  const person = newcomer();
  const says = (text: string) => person.sends({ utterance: { kind: 'text', text, heard: true } });
  await person.writes('hola');
  expect((await says('Formulario'))?.text).toMatch(/^Le oí: «Formulario»\.\n\n/);
  expect(await person.stack()).toMatchObject([{ id: 'form', at: 'topic' }]);
  expect((await says('*menú*'))?.text).toMatch(/^Le oí: «menú»\./);
  expect(await person.stack()).toMatchObject([{ id: 'menu' }]);
  expect((await says('a '.repeat(2000)))?.text.length).toBeLessThan(700);
});
