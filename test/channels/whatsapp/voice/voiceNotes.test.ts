import { createVoiceNotes, type VoiceNotes } from '../../../../src/channels/whatsapp/voice/voiceNotes';
import { acceptMessages, conversationsWaiting } from '../../../../src/db/inbox';
import { claimVoiceNotes, settleVoiceNote } from '../../../../src/db/voiceNotes';
import { words } from '../../../../src/script/build';
import { say } from '../../../../src/script/say';
import type { Script } from '../../../../src/script/steps';
import { type FreshDatabase, freshDatabase } from '../../../setup/database';
import { textFrom } from '../../../setup/inbound';
import { openTurns } from '../../../setup/turns';
import { type EarServer, json, startEarServer } from './earServer';

type Asked = { first: string; second: string; third: string; fourth: string };
const { ask, script } = words<Asked>();
const anything = (text: string) => (text === 'hola' ? { ok: false as const } : { ok: true as const, value: text });
const scripts: Script[] = [
  script('menu', [
    ask('first', { say: () => say('talk.help'), read: anything }),
    ask('second', { say: () => say('talk.goodbye'), read: anything }),
    ask('third', { say: () => say('talk.cancelled'), read: anything }),
    ask('fourth', { say: () => say('talk.person'), read: anything }),
  ]),
  script('resume', [], { noDraft: true }),
];

let database: FreshDatabase;
let ear: EarServer;
let people = 0;
const open = new Set<VoiceNotes>();
beforeAll(async () => {
  database = await freshDatabase({ pipeline: true });
});
beforeEach(async () => {
  await database.pool.query('truncate inbox, outbox');
  ear = await startEarServer();
});
afterEach(async () => {
  await Promise.all([...open].map(({ close }) => close()));
  open.clear();
  await ear.close();
});

// A phone, a process that listens, and one that answers.
function scene() {
  people += 1;
  const phone = `57300444${String(people).padStart(4, '0')}`;
  const turns = openTurns(database.pool, scripts);
  const counted: string[] = [];
  const logged: object[] = [];
  const kicked: string[] = [];
  const listen = () => {
    const notes = createVoiceNotes({
      pool: database.pool,
      source: { url: ear.url, version: 'v25.0', phoneNumberId: '106', accessToken: 'token' },
      service: { url: `${ear.url}/words`, model: 'whisper-1' },
      locale: 'es',
      kickTurns: (conversations) => kicked.push(...conversations),
      count: (outcome) => counted.push(outcome),
      log: { warn: (fields) => logged.push(fields) },
      sweepMs: 20,
    });
    open.add(notes);
    notes.start();
    return notes;
  };
  const note = (media = '77') => textFrom(phone, '', { utterance: { kind: 'unreadable', what: 'voice', media } });
  const until = async (what: () => boolean | Promise<boolean>) => {
    for (let tries = 0; !(await what()); tries += 1) {
      if (tries > 500) throw new Error('It never came to that.');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  const replies = async () =>
    (await database.pool.query(`select body ->> 'text' as text from outbox order by id`)).rows.map(({ text }) => text);
  return {
    phone,
    turns,
    listen,
    note,
    until,
    counted,
    logged,
    kicked,
    replies,
    text: (said: string) => textFrom(phone, said),
  };
}

async function timeIsUp(): Promise<void> {
  await database.pool.query('update inbox set next_at = now() where awaits is not null');
}

test('what she said is worked as her words, once they are there, and shown to her', async () => {
  const { turns, note, listen, until, kicked, counted, replies } = scene();
  expect(await turns.receive(note())).toEqual(['idle']);
  expect(await replies()).toEqual([]);
  listen();
  await until(() => kicked.length > 0);
  expect(await turns.work(kicked[0] ?? '')).toBe('done');
  expect((await replies())[0]).toMatch(/^Le oí: «Menú»\./);
  expect(counted).toEqual(['heard']);
});

test('what comes after waits for it, what came before does not', async () => {
  const { turns, note, listen, text, until, kicked, replies } = scene();
  ear.answers.words = json({ text: 'dos' });
  await acceptMessages(database.pool, [text('hola'), text('uno'), note(), text('tres')]);
  const { rows } = await database.pool.query('select conversation_id as id from inbox limit 1');
  expect(await turns.work(rows[0].id)).toBe('more');
  expect(await replies()).toHaveLength(2);
  expect(await turns.work(rows[0].id)).toBe('idle');
  listen();
  await until(() => kicked.length > 0);
  expect(await turns.work(rows[0].id)).toBe('done');
  const { rows: kept } = await database.pool.query('select state from conversation where id = $1', [rows[0].id]);
  expect(kept[0].state.dialogs.dialogStack[0].state.place.known).toEqual({
    first: 'uno',
    second: 'dos',
    third: 'tres',
  });
  expect(await replies()).toHaveLength(4);
});

test('what nobody can write down is answered kindly, and a person is offered', async () => {
  const { turns, note, listen, until, kicked, counted, logged, replies } = scene();
  ear.answers.words = json({ error: 'no' }, 500);
  await turns.receive(note());
  listen();
  await until(() => kicked.length > 0);
  await turns.work(kicked[0] ?? '');
  expect((await replies())[0]).toMatch(/No le pude oír.*\*persona\*/);
  expect(counted).toEqual(['unheard']);
  expect(JSON.stringify(logged)).not.toMatch(/57300|token/);
  // Once more, because it may have been a moment's trouble.
  expect(ear.asked.filter(({ path }) => path === '/words')).toHaveLength(2);
});

test('a refusal that will stay is not asked about twice', async () => {
  const { turns, note, listen, until, kicked } = scene();
  ear.answers.place = json({}, 404);
  await turns.receive(note());
  listen();
  await until(() => kicked.length > 0);
  expect(ear.asked).toHaveLength(1);
});

test('without words in it, it is answered as what could not be heard', async () => {
  const { turns, note, listen, until, kicked, replies } = scene();
  ear.answers.words = json({ text: '' });
  await turns.receive(note());
  listen();
  await until(() => kicked.length > 0);
  await turns.work(kicked[0] ?? '');
  expect((await replies())[0]).toMatch(/No le pude oír/);
});

test('nobody waits longer than her time, and words that come later change nothing', async () => {
  const { turns, note, listen, until, counted, replies } = scene();
  let answer = () => {};
  ear.answers.words = (response, url) => {
    answer = () => json({ text: 'menú' })(response, url);
  };
  await turns.receive(note());
  listen();
  await until(() => ear.asked.some(({ path }) => path === '/words'));
  await timeIsUp();
  const [waiting = ''] = await conversationsWaiting(database.pool, 10);
  expect(await turns.work(waiting)).toBe('done');
  answer();
  await until(() => counted.length > 0);
  expect(counted).toEqual(['late']);
  expect(await replies()).toEqual([expect.stringMatching(/No le pude oír/)]);
});

test('two processes write it down once', async () => {
  const { turns, note, listen, until, kicked, counted } = scene();
  await turns.receive(note());
  listen();
  listen();
  await until(() => kicked.length > 0);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(counted).toEqual(['heard']);
  expect(ear.asked.filter(({ path }) => path === '/words')).toHaveLength(1);
});

test('what a process died over is written down by another', async () => {
  const { turns, note, listen, until, kicked, counted } = scene();
  await turns.receive(note());
  expect(await claimVoiceNotes(database.pool, 4, 14)).toMatchObject([{ media: '77' }]);
  listen();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(counted).toEqual([]);
  await database.pool.query(`update inbox set held_until = now() - interval '1 second'`);
  await until(() => kicked.length > 0);
  expect(counted).toEqual(['heard']);
});

test('a process that ends gives back what it has in hand, at once', async () => {
  const { turns, note, listen, until } = scene();
  ear.answers.words = () => {};
  await turns.receive(note());
  const notes = listen();
  await until(() => ear.asked.some(({ path }) => path === '/words'));
  await notes.close();
  expect(await claimVoiceNotes(database.pool, 4, 14)).toHaveLength(1);
});

test('nothing is put into a message that has been worked', async () => {
  const { turns, note } = scene();
  await turns.receive(note());
  const [claimed] = await claimVoiceNotes(database.pool, 4, 14);
  await database.pool.query(`update inbox set done_at = now(), outcome = 'done'`);
  expect(await settleVoiceNote(database.pool, claimed?.seq ?? '', 'menú')).toBeUndefined();
});
