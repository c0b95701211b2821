import nock from 'nock';
import { createLimit, neighbourhood } from '../../../src/channels/webchat/limits';
import { until } from '../../http/httpServer';
import { type FreshDatabase, freshDatabase } from '../../setup/database';
import { type Chat, call, listen, newGuest, openChat } from './chat';

const post = { method: 'POST' };
let database: FreshDatabase;

beforeAll(async () => {
  nock.restore();
  database = await freshDatabase();
});

describe('a limit', () => {
  let now = 0;
  const limit = () => createLimit({ burst: 3, aSecond: 0.5 }, () => now, 2);
  const took = (each: ReturnType<typeof limit>, key: string) => each.take(key);

  test('lets so many through at once, and then one after the other', () => {
    const each = limit();
    expect([1, 2, 3].map(() => took(each, 'a').ok)).toEqual([true, true, true]);
    expect(took(each, 'a')).toEqual({ ok: false, afterSeconds: 2 });
    now += 1_000;
    expect(took(each, 'a')).toEqual({ ok: false, afterSeconds: 1 });
    now += 1_000;
    expect([took(each, 'a').ok, took(each, 'a').ok]).toEqual([true, false]);
    now += 3_600_000;
    expect([1, 2, 3, 4].map(() => took(each, 'a').ok)).toEqual([true, true, true, false]);
  });

  test('counts each key by itself, and remembers no more than it may', () => {
    const each = limit();
    for (let n = 0; n < 4; n++) took(each, 'a');
    expect(took(each, 'b').ok).toBe(true);
    expect(took(each, 'a').ok).toBe(false);
    took(each, 'c');
    expect([1, 2, 3].map(() => took(each, 'b').ok)).toEqual([true, true, true]);
  });
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:0DB8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
])('%s is of the neighbourhood %s', (address, network) => expect(neighbourhood(address)).toBe(network));

describe('too much is answered 429, and when to come again', () => {
  const slow = { burst: 2, aSecond: 0.5 };
  const fast = { burst: 1000, aSecond: 1000 };
  let small: Chat;

  beforeEach(async () => {
    const limits = { calls: fast, openings: slow, reads: slow, writes: slow, sockets: 3, socketsAnAddress: 2 };
    small = await openChat(database.url, { limits }, { proxies: ['127.0.0.1'] });
  });
  afterEach(() => small.close());

  const from = (address: string) =>
    call(small.url, '/tokens/generate', { ...post, headers: { origin: small.url, 'x-forwarded-for': address } });

  test('new visitors by address, whatever it says stands before it', async () => {
    const statuses: number[] = [];
    for (const address of ['9.9.9.9', '8.8.8.8, 9.9.9.9', '1.2.3.4, 9.9.9.9'])
      statuses.push((await from(address)).status);
    expect(statuses).toEqual([200, 200, 429]);
    const refused = await from('9.9.9.9');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused.body.error.code).toBe('TooManyRequests');
    expect((await from('7.7.7.7')).status).toBe(200);
  });

  test('of IPv6 by the network one household has', async () => {
    const statuses: number[] = [];
    for (const address of ['2001:db8:1:2::1', '2001:db8:1:2:ffff::2', '2001:0db8:0001:0002::3', '2001:db8:1:3::1'])
      statuses.push((await from(address)).status);
    expect(statuses).toEqual([200, 200, 429, 200]);
  });

  test('messages and reads by conversation: one visitor costs no other hers', async () => {
    const [loud, quiet] = [await newGuest(small.url), await newGuest(small.url)];
    const statuses = (await Promise.all([1, 2, 3, 4].map((n) => loud.say(`${n}`)))).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 200, 429, 429]);
    expect((await quiet.say('hola')).status).toBe(200);
    const reads = (await Promise.all([1, 2, 3].map(() => loud.read()))).map(({ status }) => status);
    expect(reads.sort()).toEqual([200, 200, 429]);
  });

  test('sockets by address and in all', async () => {
    const guests = [await newGuest(small.url), await newGuest(small.url)];
    const urls = await Promise.all([...guests, ...guests].map(async (guest) => (await guest.resume()).body.streamUrl));
    const at = (n: number, address: string) => listen(urls[n] ?? '', { 'x-forwarded-for': address });
    const lines = [await at(0, '1.1.1.1'), await at(1, '1.1.1.1')];
    await expect(at(2, '1.1.1.1')).rejects.toThrow('refused: 503');
    lines.push(await at(2, '2.2.2.2'));
    await expect(at(3, '3.3.3.3')).rejects.toThrow('refused: 503');
    lines[0]?.socket.terminate();
    await until(() => small.chat.open() === 2);
    lines.push(await at(3, '3.3.3.3'));
    expect(small.chat.open()).toBe(3);
    for (const { socket } of lines) socket.terminate();
  });
});
