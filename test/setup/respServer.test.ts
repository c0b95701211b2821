import { Redis } from 'ioredis';
import { describeEachRedis } from './redis';
import { startRespServer } from './respServer';

const quick = { commandTimeout: 300, maxRetriesPerRequest: 1 };

describeEachRedis('what the tests take from Redis', (where) => {
  let redis: Redis;

  beforeEach(async () => {
    redis = new Redis(where.url, quick);
    redis.on('error', () => {});
    await where.flush();
  });
  afterEach(() => redis.disconnect());

  test('what was set is there, also bytes, until deleted', async () => {
    await redis.set('name', 'Ana Ñ 🙂');
    await redis.set('bytes', Buffer.from([0, 13, 10, 255]));
    expect(await redis.get('name')).toBe('Ana Ñ 🙂');
    expect(await redis.getBuffer('bytes')).toEqual(Buffer.from([0, 13, 10, 255]));
    expect(await redis.mget('name', 'none')).toEqual(['Ana Ñ 🙂', null]);
    expect(await redis.del('name', 'none')).toBe(1);
    expect(await redis.get('name')).toBeNull();
  });

  test('a key with a life ends', async () => {
    await redis.set('short', '1', 'PX', 40);
    await redis.set('long', '1', 'EX', 100);
    expect(await redis.ttl('long')).toBe(100);
    expect(await redis.pttl('none')).toBe(-2);
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(await redis.mget('short', 'long')).toEqual([null, '1']);
  });

  test('NX sets only what is not there, XX only what is', async () => {
    expect(await redis.set('one', 'a', 'XX')).toBeNull();
    expect(await redis.set('one', 'a', 'NX')).toBe('OK');
    expect(await redis.set('one', 'b', 'EX', 10, 'NX')).toBeNull();
    expect(await redis.get('one')).toBe('a');
  });

  test('emptying leaves nothing', async () => {
    await redis.set('one', 'a');
    await where.flush();
    expect(await redis.exists('one')).toBe(0);
  });

  test.each([2, 3] as const)('a published message reaches subscribers, in RESP%i', async (protocol) => {
    const listener = new Redis(where.url, { ...quick, protocol });
    const heard = new Promise((resolve) => listener.once('message', (...message) => resolve(message)));
    await listener.subscribe(`channel-${protocol}`);
    expect(await redis.publish(`channel-${protocol}`, 'hola')).toBe(1);
    expect(await heard).toEqual([`channel-${protocol}`, 'hola']);
    await listener.unsubscribe();
    expect(await redis.publish(`channel-${protocol}`, 'hola')).toBe(0);
    listener.disconnect();
  });

  test('commands sent at once are answered in order', async () => {
    const answers = await Promise.all(
      Array.from({ length: 500 }, (_, n) => redis.set('n', n).then(() => redis.ping(`${n}`))),
    );
    expect(answers).toEqual(Array.from({ length: 500 }, (_, n) => `${n}`));
    expect(await redis.get('n')).toBe('499');
  });

  test('an unknown command is refused', async () => {
    await expect(redis.call('NONSENSE')).rejects.toThrow(/unknown command/i);
  });
});

describe('the faults of the Redis in process', () => {
  test('frozen it answers nothing, then everything', async () => {
    const server = await startRespServer();
    const redis = new Redis(server.url, quick);
    await redis.set('one', 'a');
    server.freeze(500);
    await expect(redis.get('one')).rejects.toThrow('Command timed out');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await redis.get('one')).toBe('a');
    redis.disconnect();
    await server.stop();
  });

  test('cut off, the client comes again and finds what was there', async () => {
    const server = await startRespServer();
    const redis = new Redis(server.url, { ...quick, retryStrategy: () => 10 });
    redis.on('error', () => {});
    await redis.set('one', 'a');
    const again = new Promise((resolve) => redis.once('close', () => redis.once('ready', resolve)));
    server.cut();
    await again;
    expect(await redis.get('one')).toBe('a');
    redis.disconnect();
    await server.stop();
  });

  test('stopped it refuses; started again at its port it serves, empty', async () => {
    const server = await startRespServer();
    const redis = new Redis(server.url, { ...quick, retryStrategy: () => 10 });
    redis.on('error', () => {});
    await redis.set('one', 'a');
    await server.stop();
    await expect(redis.get('one')).rejects.toThrow();
    const again = await startRespServer(server.port);
    await new Promise((resolve) => (redis.status === 'ready' ? resolve(true) : redis.once('ready', resolve)));
    expect(await redis.get('one')).toBeNull();
    redis.disconnect();
    await again.stop();
  });
});
