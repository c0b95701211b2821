import nock from 'nock';
import type { Pool } from 'pg';
import { localWakes } from '../../../src/channels/webchat/wakes';
import { until } from '../../http/httpServer';
import { freshDatabase } from '../../setup/database';
import { type Chat, listen, newGuest, openChat, pause, tell } from './chat';

let chat: Chat;
let pool: Pool;
const wakes = localWakes();

beforeAll(async () => {
  nock.restore();
  const database = await freshDatabase();
  pool = database.pool;
  chat = await openChat(database.url, { wakes });
});
afterAll(() => chat.close());

describe('what she is told', () => {
  test('comes as a message with buttons that carry the id and show the title', async () => {
    const her = await newGuest(chat.url);
    await her.say('hola');
    await tell(pool, her.user, {
      text: '¿*Cuál*?',
      choices: [
        { id: 'a:b:c:1', title: 'Yoga' },
        { id: 'a:b:c:2', title: 'Inglés' },
      ],
    });
    const { activities } = (await her.read('1')).body;
    expect(activities).toEqual([
      {
        type: 'message',
        id: `${her.id}#2`,
        text: '¿**Cuál**?',
        textFormat: 'markdown',
        timestamp: expect.any(String),
        channelId: 'directline',
        conversation: { id: her.id },
        from: { id: 'relevo', name: 'Relevo', role: 'bot' },
        recipient: { id: her.user },
        inputHint: 'expectingInput',
        channelData: { 'webchat:sequence-id': 2 },
        suggestedActions: {
          to: [her.user],
          actions: [
            { type: 'messageBack', title: 'Yoga', displayText: 'Yoga', text: 'Yoga', value: 'a:b:c:1' },
            { type: 'messageBack', title: 'Inglés', displayText: 'Inglés', text: 'Inglés', value: 'a:b:c:2' },
          ],
        },
      },
    ]);
  });

  test('lists choices that have details, with the numbers that can be typed', async () => {
    const her = await newGuest(chat.url);
    await her.say('hola');
    await tell(pool, her.user, {
      text: '¿Cuál?',
      choices: [
        { id: '1', title: 'Yoga', detail: 'lunes 8:00' },
        { id: '2', title: 'Inglés' },
      ],
    });
    const { activities } = (await her.read('1')).body;
    expect(activities[0]?.text).toBe('¿Cuál?\n\n1\\. Yoga — lunes 8:00\\\n2\\. Inglés');
  });

  test('is marked as delivered once it has been read, and not before', async () => {
    const her = await newGuest(chat.url);
    await her.say('hola');
    await tell(pool, her.user, 'Una');
    const status = async () =>
      (
        await pool.query(
          `select status, unsent from outbox where conversation_id = (select conversation_id from address where value = $1)`,
          [her.user],
        )
      ).rows[0];
    expect(await status()).toEqual({ status: 'accepted', unsent: false });
    await her.read();
    const end = Date.now() + 6_000;
    while ((await status()).status !== 'delivered' && Date.now() < end) await pause(50);
    expect(await status()).toEqual({ status: 'delivered', unsent: false });
  });
});

describe('a watermark', () => {
  test('gives what came after it, each time the same', async () => {
    const her = await newGuest(chat.url);
    for (const text of ['a', 'b', 'c']) await her.say(text);
    const texts = async (watermark: string) => {
      const { body } = await her.read(watermark);
      return [body.activities.map(({ text }) => text).join(''), body.watermark];
    };
    expect(await texts('')).toEqual(['abc', '3']);
    expect(await texts('-')).toEqual(['abc', '3']);
    expect(await texts('0')).toEqual(['abc', '3']);
    expect(await texts('2')).toEqual(['c', '3']);
    expect(await texts('3')).toEqual(['', '3']);
    expect(await texts('3')).toEqual(['', '3']);
  });

  test('beyond the end, of a database that was put back, gives everything again', async () => {
    const her = await newGuest(chat.url);
    await her.say('a');
    const { body } = await her.read('4711');
    expect([body.activities.length, body.watermark]).toEqual([1, '1']);
    const line = await listen((await her.resume('4711')).body.streamUrl);
    await until(() => line.heard.length === 1);
    line.socket.terminate();
  });

  test.each(['x', '-1', '1.5', '1e9', '9'.repeat(16), '1;drop'])('%s is none of ours', async (watermark) => {
    const her = await newGuest(chat.url);
    const read = await her.read(encodeURIComponent(watermark));
    expect([read.status, read.body.error.code]).toEqual([400, 'BadArgument']);
    expect((await her.resume(encodeURIComponent(watermark))).status).toBe(400);
  });

  test('leads through a long transcript page by page', async () => {
    const her = await newGuest(chat.url);
    await her.say('first');
    for (let n = 0; n < 230; n++) await tell(pool, her.user, `${n}`);
    const seen: string[] = [];
    let watermark = '';
    for (let page = 0; page < 4; page++) {
      const { body } = await her.read(watermark);
      seen.push(...body.activities.map(({ text = '' }) => text));
      watermark = body.watermark;
    }
    expect(seen).toEqual(['first', ...Array.from({ length: 230 }, (_, n) => `${n}`)]);
    expect(watermark).toBe('231');
  });
});

describe('a stream', () => {
  test('brings the echo and the reply as they come, in order, and says how far it is', async () => {
    const her = await newGuest(chat.url);
    const line = await listen((await her.resume()).body.streamUrl);
    await her.say('hola');
    await until(() => line.heard.length === 1);
    await tell(pool, her.user, 'Hola');
    wakes.tell(her.user);
    await until(() => line.heard.length === 2);
    expect(line.texts()).toEqual(['hola', 'Hola']);
    expect(line.watermark()).toBe('2');
    line.socket.terminate();
  });

  test('finds by itself what nobody has woken it for', async () => {
    const her = await newGuest(chat.url);
    const line = await listen((await her.resume()).body.streamUrl);
    await her.say('hola');
    await until(() => line.heard.length === 1);
    await tell(pool, her.user, 'Hola');
    await until(() => line.heard.length === 2);
    line.socket.terminate();
  });

  test('opened after a reload brings everything; after a cut what came since; nothing twice', async () => {
    const her = await newGuest(chat.url);
    for (const text of ['a', 'b']) await her.say(text);
    const first = await listen((await her.resume()).body.streamUrl);
    await until(() => first.heard.length === 2);
    first.socket.terminate();
    await her.say('c');
    const second = await listen((await her.resume(first.watermark())).body.streamUrl);
    await until(() => second.heard.length === 1);
    await pause(100);
    expect([...first.texts(), ...second.texts()]).toEqual(['a', 'b', 'c']);
    second.socket.terminate();
  });

  test('in two windows at once brings all to both', async () => {
    const her = await newGuest(chat.url);
    const lines = await Promise.all(
      [her.resume(), her.resume()].map(async (each) => listen((await each).body.streamUrl)),
    );
    await her.say('hola');
    await until(() => lines.every(({ heard }) => heard.length === 1));
    for (const { socket } of lines) socket.terminate();
  });

  test('is told that we go away when we do', async () => {
    const other = await openChat((await freshDatabase()).url);
    const her = await newGuest(other.url);
    const line = await listen((await her.resume()).body.streamUrl);
    await other.close();
    expect(await line.closed).toBe(1001);
  });
});
