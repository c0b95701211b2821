import { fileDueNotices, planNotices } from '../../src/db/notices';
import { words } from '../../src/script/build';
import { say } from '../../src/script/say';
import type { Script } from '../../src/script/steps';
import { type FreshDatabase, freshDatabase } from '../setup/database';
import { textFrom } from '../setup/inbound';
import { openTurns } from '../setup/turns';

type Asked = { what: string; name: string };
const { ask, goTo, script, tell } = words<Asked>();
const anything = (text: string) => ({ ok: true as const, value: text });

const menu = script(
  'menu',
  [
    ask('what', { say: () => say('talk.help'), read: anything }),
    goTo(({ what }) => (what === 'form' ? { name: 'form' } : undefined)),
  ],
  { alwaysOpen: true, noDraft: true },
);
const form = script('form', [
  ask('name', { say: () => say('talk.chooseOne'), read: anything }),
  goTo(() => ({ name: 'menu' })),
]);
const told = script('told', [tell('name', () => say('talk.cancelled'))]);
const resume = script('resume', [], { noDraft: true });
const scripts: Script[] = [menu, form, told, resume];

let database: FreshDatabase;
let people = 0;
beforeAll(async () => {
  database = await freshDatabase({ pipeline: true });
});

function person() {
  people += 1;
  const { pool } = database;
  const phone = `57300555${String(people).padStart(4, '0')}`;
  const turns = openTurns(pool, scripts);
  const filed = async () =>
    (
      await pool.query(
        `select o.task, o.priority, o.status, o.why, o.next_at <= now() as due
         from outbox o join address a using (conversation_id) where a.value = $1 order by o.id`,
        [phone],
      )
    ).rows;
  const conversation = async () =>
    (await pool.query('select conversation_id as id from address where value = $1', [phone])).rows[0].id;
  return {
    turns,
    filed,
    conversation,
    says: (text: string) => turns.receive(textFrom(phone, text)),
    async isTold(urgent: boolean): Promise<void> {
      people += 1;
      const dueAt = new Date(0);
      const notice = { key: `k${people}`, script: 'told', known: {}, dueAt, urgent };
      await planNotices(pool, [{ ...notice, conversationId: await conversation() }]);
      const { conversations } = await fileDueNotices(pool, new Date(), 100);
      for (const each of conversations) await turns.work(each);
    },
  };
}

test('what is said counts for the script she is at, else for the one she comes to', async () => {
  const rosa = person();
  for (const text of ['hola', 'form', 'Rosa']) await rosa.says(text);
  expect((await rosa.filed()).map(({ task }) => task)).toEqual(['menu', 'form', 'form']);
});

test('a notice counts for its own script, and stands behind other people’s answers', async () => {
  const rosa = person();
  await rosa.says('hola');
  await rosa.isTold(false);
  await rosa.isTold(true);
  await rosa.says('hola');
  const rows = await rosa.filed();
  expect(rows.map(({ task }) => task)).toEqual(['menu', 'told', 'told', 'menu']);
  // As filed: the notices are left to the sender, and once she writes they hold up her answer no longer than need be.
  expect(rows.map(({ priority }) => priority)).toEqual([0, 0, 0, 0]);
});

test('a notice is not posted by the turn that told it', async () => {
  const rosa = person();
  await rosa.says('hola');
  await database.pool.query(`update outbox set status = 'sent', lease_until = null`);
  await rosa.isTold(false);
  await rosa.isTold(true);
  expect((await rosa.filed()).slice(1)).toMatchObject([
    { priority: 2, status: 'waiting' },
    { priority: 1, status: 'waiting' },
  ]);
  expect(rosa.turns.posted).toHaveLength(1);
});

test('what waits for her to write goes before the answer to what she writes', async () => {
  const rosa = person();
  await rosa.says('hola');
  await database.pool.query(
    `update outbox set status = 'waiting', lease_until = null, next_at = 'infinity', why = 'window_closed'`,
  );
  await rosa.says('form');
  expect(await rosa.filed()).toMatchObject([
    { status: 'waiting', why: null, due: true },
    { status: 'waiting', why: null, due: true },
  ]);
});

test('a notice does not open the window for what waits for her', async () => {
  const rosa = person();
  await rosa.says('hola');
  await database.pool.query(
    `update outbox set status = 'waiting', lease_until = null, next_at = 'infinity', why = 'window_closed'`,
  );
  await rosa.isTold(false);
  expect((await rosa.filed())[0]).toMatchObject({ why: 'window_closed', due: false });
});

test('a reply that may be posted at once knows when she last wrote', async () => {
  const rosa = person();
  await rosa.says('hola');
  const { rows } = await database.pool.query('select last_inbound_at from conversation where id = $1', [
    await rosa.conversation(),
  ]);
  expect(rosa.turns.posted).toMatchObject([{ priority: 0, asTemplate: false, heardAt: rows[0].last_inbound_at }]);
});
