import { fileDueNotices, type PlannedNotice, planNotices } from '../../src/db/notices';
import type { Outbound, Utterance } from '../../src/domain/talk';
import { words } from '../../src/script/build';
import { say } from '../../src/script/say';
import type { Script } from '../../src/script/steps';
import { type FreshDatabase, freshDatabase } from '../setup/database';
import { textFrom } from '../setup/inbound';
import { openTurns } from '../setup/turns';

type Asked = { place: string; answer: string; name: string; what: string };
const { act, ask, script, stopWhen, tell } = words<Asked>();
const anything = (text: string) => ({ ok: true as const, value: text });
const answered: [string, string][] = [];

const menu = script('menu', [ask('what', { say: () => say('talk.help'), read: () => ({ ok: false }) })], {
  alwaysOpen: true,
  noDraft: true,
});
const form = script('form', [ask('name', { say: () => say('talk.chooseOne'), read: anything })]);
const offered = script(
  'offered',
  [
    ask('answer', {
      say: () => say('talk.wayOut'),
      options: () => [
        { id: 'yes', title: 'Sí' },
        { id: 'no', title: 'No' },
      ],
    }),
    act('what', async ({ place = '', answer = '' }) => {
      answered.push([place, answer]);
      return 'done';
    }),
    stopWhen(
      () => true,
      () => say('talk.goodbye'),
    ),
  ],
  { noDraft: true, template: ({ place }) => ({ name: 'place_offered', blanks: { place: String(place) } }) },
);
const told = script('told', [tell('it', () => say('talk.cancelled'))]);
const resume = script('resume', [ask('answer', { say: () => say('talk.wayOut'), read: anything })], { noDraft: true });
const scripts: Script[] = [menu, form, offered, told, resume];

const now = new Date(1_790_000_000_000);
let database: FreshDatabase;
let people = 0;
beforeAll(async () => {
  database = await freshDatabase({ pipeline: true });
});

function person() {
  people += 1;
  const { pool } = database;
  const phone = `57300444${String(people).padStart(4, '0')}`;
  const turns = openTurns(pool, scripts, { now: () => now });
  async function conversation(): Promise<string> {
    const { rows } = await pool.query('select conversation_id as id from address where value = $1', [phone]);
    return rows[0].id;
  }
  const bubbles = async (): Promise<Outbound[]> => {
    expect(turns.faults).toEqual([]);
    const { rows } = await pool.query('select body from outbox where conversation_id = $1 order by id', [
      await conversation(),
    ]);
    return rows.map(({ body }) => body);
  };
  async function answerTo(work: () => Promise<unknown>): Promise<Outbound | undefined> {
    const before = (await bubbles()).length;
    await work();
    return (await bubbles())[before];
  }
  async function receive(utterance: Utterance): Promise<Outbound | undefined> {
    await turns.receive(textFrom(phone, '', { utterance }));
    return (await bubbles()).at(-1);
  }
  return {
    conversation,
    says: (text: string) => receive({ kind: 'text', text }),
    taps: (bubble: Outbound | undefined, n: number) => {
      const choice = bubble?.choices?.[n];
      return receive({ kind: 'tap', id: choice?.id ?? '', title: choice?.title ?? '' });
    },
    async isTold(notice: Partial<PlannedNotice>): Promise<Outbound | undefined> {
      people += 1;
      const conversationId = await conversation();
      const planned = { key: `k${people}`, script: 'offered', known: { place: `p${people}` }, dueAt: now, ...notice };
      await planNotices(pool, [{ ...planned, conversationId }]);
      return answerTo(async () => {
        const { conversations } = await fileDueNotices(pool, now, 100);
        for (const each of conversations) await turns.work(each);
      });
    },
  };
}

beforeEach(() => answered.splice(0));

test('a notice to somebody at the menu is the talk from then on: typed words answer it', async () => {
  const rosa = person();
  await rosa.says('hola');
  const bubble = await rosa.isTold({ known: { place: 'free' } });
  expect(bubble?.choices?.map(({ title }) => title)).toEqual(['Sí', 'No']);
  expect((await rosa.says('sí'))?.text).toMatch(/gusto|Hasta|luego|cuenta/i);
  expect(answered).toEqual([['free', 'yes']]);
});

test('a notice in mid-script leaves the open question open', async () => {
  const rosa = person();
  await rosa.says('hola');
  await begun(rosa);
  const bubble = await rosa.isTold({ known: { place: 'busy' } });
  expect(bubble?.choices).toHaveLength(2);
  await rosa.says('Rosa');
  expect(answered).toEqual([]);
  // The form took her words; the old buttons still do what they say.
  await rosa.taps(bubble, 1);
  expect(answered).toEqual([['busy', 'no']]);
});

test('its button, tapped in mid-script, is answered, and the script is kept for later', async () => {
  const rosa = person();
  await rosa.says('hola');
  await begun(rosa);
  const bubble = await rosa.isTold({ known: { place: 'taken' } });
  await rosa.taps(bubble, 0);
  expect(answered).toEqual([['taken', 'yes']]);
  await rosa.taps(bubble, 0);
  expect(answered).toHaveLength(1);
});

test('the first bubble of a notice carries its template, in her language; answers carry none', async () => {
  const rosa = person();
  await rosa.says('hola');
  const bubble = await rosa.isTold({ known: { place: 'x' } });
  expect(bubble?.template).toEqual({ name: 'place_offered', language: 'es', blanks: { place: 'x' } });
  expect((await rosa.says('quizás'))?.template).toBeUndefined();
});

test('a notice that asks nothing changes nothing but what is said', async () => {
  const rosa = person();
  await rosa.says('hola');
  await begun(rosa);
  expect((await rosa.isTold({ script: 'told', known: {} }))?.choices).toBeUndefined();
  const { rows } = await database.pool.query('select state from conversation where id = $1', [
    await rosa.conversation(),
  ]);
  expect(rows[0].state.dialogs.dialogStack.at(-1).id).toBe('form');
});

test('a notice opens no window to answer in', async () => {
  const rosa = person();
  await rosa.says('hola');
  const id = await rosa.conversation();
  const lastInbound = async () =>
    (await database.pool.query('select last_inbound_at from conversation where id = $1', [id])).rows[0].last_inbound_at;
  const before = await lastInbound();
  await rosa.isTold({});
  expect(await lastInbound()).toEqual(before);
});

test('a notice of a script that this version does not have says nothing', async () => {
  const rosa = person();
  await rosa.says('hola');
  expect(await rosa.isTold({ script: 'gone' })).toBeUndefined();
});

// Leaves the menu for the form, as a menu with a choice would.
async function begun(rosa: ReturnType<typeof person>): Promise<void> {
  const { pool } = database;
  const id = await rosa.conversation();
  const { rows } = await pool.query('select state from conversation where id = $1', [id]);
  const { state } = rows[0];
  const [{ state: frame }] = state.dialogs.dialogStack;
  frame.place.at = 'name';
  state.dialogs.dialogStack = [{ id: 'form', state: frame }];
  await pool.query('update conversation set state = $2, turn_id = gen_random_uuid() where id = $1', [
    id,
    JSON.stringify(state),
  ]);
}
