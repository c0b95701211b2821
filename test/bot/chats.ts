import { randomUUID } from 'node:crypto';
import { scripts } from '../../dialogs/all';
import { fileDueNotices, planNotices } from '../../src/db/notices';
import type { Outbound, Utterance } from '../../src/domain/talk';
import { createVault } from '../../src/services/vault';
import { buildCity, storyTime } from '../dialogs/city';
import { type FreshDatabase, freshDatabase } from '../setup/database';
import { openTurns } from '../setup/turns';

/** The key of the installation in these tests. */
export const vault = createVault(Buffer.alloc(32, 7));

/** An invented city, any number of phones that talk to its bot, and a clock that only the test moves. */
export type Chats = {
  database: FreshDatabase;
  clock: number;
  phoneOf: (value?: string) => ReturnType<typeof phoneIn>;
  /** Tells what has become due; gives how many conversations it was for. */
  tellDue: () => Promise<number>;
};

/** Opens a city of its own. */
export async function openChats(): Promise<Chats> {
  const database = await freshDatabase({ pipeline: true });
  await buildCity(database.pool, vault);
  let people = 0;
  const chats: Chats = {
    database,
    clock: storyTime.getTime(),
    phoneOf(value) {
      people += 1;
      return phoneIn(chats, value ?? `5730077${String(people).padStart(5, '0')}`);
    },
    async tellDue() {
      const { pool } = database;
      const { conversations } = await fileDueNotices(pool, new Date(chats.clock), 100);
      const turns = openTurns(pool, scripts, { now: () => new Date(chats.clock) });
      for (const each of conversations) await turns.work(each);
      expect(turns.faults).toEqual([]);
      return conversations.length;
    },
  };
  return chats;
}

function phoneIn(chats: Chats, value: string) {
  const { pool } = chats.database;
  const turns = openTurns(pool, scripts, { now: () => new Date(chats.clock) });
  const mine = `(select conversation_id from address where value = '${value}' and revoked_at is null)`;
  const one = async (sql: string) => (await pool.query(sql)).rows[0];
  const last = async (): Promise<Outbound> => {
    expect(turns.faults).toEqual([]);
    return (await one(`select body from outbox where conversation_id = ${mine} order by id desc limit 1`)).body;
  };
  async function does(utterance: Utterance): Promise<Outbound> {
    chats.clock += 5000;
    const from = [{ kind: 'phone' as const, value }];
    await turns.receive({ channel: 'whatsapp', messageId: randomUUID(), from, sentAt: chats.clock, utterance });
    return last();
  }
  return {
    last,
    async says(...texts: string[]): Promise<string> {
      let said = '';
      for (const text of texts) said = (await does({ kind: 'text', text })).text;
      return said;
    },
    opens: async (locale: string) => (await does({ kind: 'joined', locale })).text,
    async taps(title: string): Promise<string> {
      const { choices = [] } = await last();
      const choice = choices.find((each) => each.title === title);
      if (!choice) throw new Error(`There is no "${title}" among ${choices.map((each) => each.title).join(', ')}.`);
      return (await does({ kind: 'tap', ...choice })).text;
    },
    async isTold(personId: string, script: string, known = {}): Promise<Outbound> {
      await planNotices(pool, [{ key: randomUUID(), personId, script, known, dueAt: new Date(chats.clock) }]);
      await chats.tellDue();
      return last();
    },
    choices: async () => ((await last()).choices ?? []).map(({ title }) => title),
    conversation: () => one(`select * from conversation where id = ${mine}`),
    inbox: async () => (await pool.query(`select body from inbox where conversation_id = ${mine}`)).rows,
  };
}
