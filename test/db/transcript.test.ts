import type { Pool, PoolClient } from 'pg';
import { acceptMessages } from '../../src/db/inbox';
import { createPool } from '../../src/db/pool';
import { markShown, readTranscripts, spendTicket, transcriptEnds } from '../../src/db/transcript';
import type { Inbound } from '../../src/domain/talk';
import { freshDatabase } from '../setup/database';
import { textFrom } from '../setup/inbound';

let pool: Pool;
let keyed: Pool;
const clients: PoolClient[] = [];

beforeAll(async () => {
  const database = await freshDatabase({ max: 30 });
  pool = database.pool;
  keyed = createPool({ url: database.url, max: 20, keyed: true });
});
afterEach(() => {
  for (const client of clients.splice(0)) client.release(true);
});
afterAll(() => keyed.end());

let made = 0;

/** A visitor who has written once; her conversation. */
async function visitor(): Promise<{ web: string; conversation: string }> {
  made += 1;
  const web = `dl_${String(made).padStart(32, '0')}`;
  const { conversations } = await acceptMessages(keyed, [message(web, 'first')]);
  return { web, conversation: conversations[0] ?? '' };
}

function message(web: string, key: string): Inbound {
  return textFrom('', key, { channel: 'web', messageId: `${web}|${key}`, from: [{ kind: 'web', value: web }] });
}

const REPLY = `insert into outbox (conversation_id, channel, turn_id, n, body)
               values ($1, 'web', gen_random_uuid(), 0, $2) returning position`;

async function connected(): Promise<PoolClient> {
  const client = await pool.connect();
  clients.push(client);
  return client;
}

async function read(web: string, after = 0) {
  const [read] = await readTranscripts(keyed, [{ web, after, limit: 100 }]);
  const { last = 0, rows = [] } = read ?? {};
  return { last, said: rows.map(({ position, body }) => [position, body && 'text' in body ? body.text : '']) };
}

test('many are read at once, each from where she is', async () => {
  const [her, other] = [await visitor(), await visitor()];
  await acceptMessages(keyed, [message(her.web, 'b'), message(other.web, 'c')]);
  const answers = await readTranscripts(keyed, [
    { web: other.web, after: 1, limit: 9 },
    { web: 'dl_nobody', after: 0, limit: 9 },
    { web: her.web, after: 0, limit: 1 },
    { web: her.web, after: 2, limit: 9 },
  ]);
  expect(answers.map(({ last, rows }) => [last, rows.map(({ position }) => position)])).toEqual([
    [2, [2]],
    [0, []],
    [2, [1]],
    [2, []],
  ]);
});

describe('a position', () => {
  test('is given to what she says and what she is told, in one order', async () => {
    const { web, conversation } = await visitor();
    await pool.query(REPLY, [conversation, { text: 'Hola' }]);
    await acceptMessages(keyed, [message(web, 'b'), message(web, 'c')]);
    expect(await read(web)).toEqual({
      last: 4,
      said: [
        [1, 'first'],
        [2, 'Hola'],
        [3, 'b'],
        [4, 'c'],
      ],
    });
    expect(await read(web, 2)).toEqual({
      last: 4,
      said: [
        [3, 'b'],
        [4, 'c'],
      ],
    });
    expect(await transcriptEnds(keyed, [web, 'dl_nobody'])).toEqual(new Map([[web, 4]]));
  });

  test('is nothing that WhatsApp or a notice has', async () => {
    const { conversation } = await visitor();
    const { conversations } = await acceptMessages(keyed, [textFrom('573001112233', 'hola')]);
    await pool.query(REPLY.replace("'web'", "'whatsapp'"), [conversations[0], { text: 'Hola' }]);
    await pool.query(
      `insert into inbox (channel, message_id, conversation_id, sent_at, body) values ('web', 'notice:1', $1, now(), $2)`,
      [conversation, { kind: 'notice', script: 'x', known: {} }],
    );
    const { rows } = await pool.query(
      `select (select count(*) from transcript where conversation_id = $1)::int as transcripts,
              (select count(*) from inbox where position is null and conversation_id in ($1, $2))::int as inbox,
              (select count(*) from outbox where position is null and conversation_id = $1)::int as outbox`,
      [conversations[0], conversation],
    );
    expect(rows).toEqual([{ transcripts: 0, inbox: 2, outbox: 1 }]);
  });

  test('that has not been committed holds up the next one of its conversation, and nobody else', async () => {
    const [her, other] = [await visitor(), await visitor()];
    const turn = await connected();
    await turn.query('begin');
    await turn.query(REPLY, [her.conversation, { text: 'two' }]);
    let isIn = false;
    const after = acceptMessages(keyed, [message(her.web, 'three')]).then(() => {
      isIn = true;
    });
    await acceptMessages(keyed, [message(other.web, 'at once')]);
    expect((await read(other.web)).last).toBe(2);
    expect(isIn).toBe(false);
    expect(await read(her.web, 1)).toEqual({ last: 1, said: [] });
    await turn.query('commit');
    await after;
    expect(await read(her.web, 1)).toEqual({
      last: 3,
      said: [
        [2, 'two'],
        [3, 'three'],
      ],
    });
  });

  test('of a turn that is undone is given again', async () => {
    const { web, conversation } = await visitor();
    const turn = await connected();
    await turn.query('begin');
    await turn.query(REPLY, [conversation, { text: 'undone' }]);
    const after = acceptMessages(keyed, [message(web, 'b')]);
    await turn.query('rollback');
    await after;
    expect(await read(web, 1)).toEqual({ last: 2, said: [[2, 'b']] });
  });

  test('leaves the turn its lock: messages come in while the conversation is held', async () => {
    const { web, conversation } = await visitor();
    const turn = await connected();
    await turn.query('begin');
    await turn.query('select from conversation where id = $1 for no key update', [conversation]);
    await acceptMessages(keyed, [message(web, 'meanwhile')]);
    expect((await read(web)).last).toBe(2);
  });
});

test('a reader who follows her watermark sees every row once, in order, whoever commits when', async () => {
  const { web, conversation } = await visitor();
  const seen: number[] = [];
  const texts = new Set<string>();
  let writing = true;
  const reading = (async () => {
    for (let at = 0, idle = 0; idle < 2; ) {
      const [{ rows } = { rows: [] }] = await readTranscripts(keyed, [{ web, after: at, limit: 7 }]);
      for (const { position, body } of rows) {
        seen.push(position);
        texts.add(body && 'text' in body ? body.text : '');
      }
      at = rows.at(-1)?.position ?? at;
      idle = writing || rows.length > 0 ? 0 : idle + 1;
    }
  })();
  await Promise.all(
    Array.from({ length: 12 }, async (_, writer) => {
      for (let n = 0; n < 15; n++) {
        if (writer % 2 === 0) await acceptMessages(keyed, [message(web, `${writer}-${n}`)]);
        else await slowReply(conversation, `${writer}-${n}`, n % 5 === 4);
      }
    }),
  );
  writing = false;
  await reading;
  expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
  // Of the replies every fifth was undone.
  expect(texts.size).toBe(1 + 6 * 15 + 6 * 12);
}, 60_000);

async function slowReply(conversation: string, text: string, isUndone: boolean): Promise<void> {
  const client = await pool.connect();
  await client.query('begin');
  await client.query(REPLY, [conversation, { text }]);
  await client.query('select pg_sleep(random() * 0.005)');
  await client.query(isUndone ? 'rollback' : 'commit');
  client.release();
}

test('batches that meet in each other’s conversations never wait for each other in a circle', async () => {
  const visitors = await Promise.all(Array.from({ length: 6 }, visitor));
  const rounds = Array.from({ length: 40 }, (_, n) => n);
  await Promise.all(
    rounds.map((n) => {
      const order = n % 2 === 0 ? visitors : [...visitors].reverse();
      return acceptMessages(
        keyed,
        order.flatMap(({ web }) => [message(web, `${n}-a`), message(web, `${n % 4}-same`)]),
      );
    }),
  );
  const { rows } = await pool.query(`select count(*)::int as messages from inbox where message_id = any ($1)`, [
    visitors.flatMap(({ web }) => rounds.flatMap((n) => [`${web}|${n}-a`, `${web}|${n}-same`])),
  ]);
  expect(rows).toEqual([{ messages: 6 * (40 + 4) }]);
});

test('replies up to a position are marked as delivered, of that visitor only', async () => {
  const [her, other] = [await visitor(), await visitor()];
  for (const { conversation } of [her, her, her, other]) await pool.query(REPLY, [conversation, { text: 'x' }]);
  await markShown(keyed, [{ web: her.web, from: 0, upTo: 3 }]);
  const { rows } = await pool.query<{ conversation_id: string; status: string }>(
    `select conversation_id, status from outbox where conversation_id in ($1, $2) order by id`,
    [her.conversation, other.conversation],
  );
  expect(rows.map(({ status }) => status)).toEqual(['delivered', 'delivered', 'accepted', 'accepted']);
});

test('a ticket is spent once, whoever tries, and forgotten when it is over', async () => {
  const id = '11111111-2222-4333-8444-555555555555';
  const tries = await Promise.all(Array.from({ length: 8 }, () => spendTicket(keyed, id, 60)));
  expect(tries.filter(Boolean)).toHaveLength(1);
  await pool.query(`update spent_ticket set expires_at = now() - interval '1 second'`);
  await spendTicket(keyed, '11111111-2222-4333-8444-555555555556', 60);
  expect((await pool.query('select from spent_ticket')).rowCount).toBe(1);
});
