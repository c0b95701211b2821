import { Redis } from 'ioredis';

/** The real Redis of this run: the one given, else the one on this machine, else none (`url` is empty). */
export async function findRedis(): Promise<{ url: string; says: string }> {
  const given = process.env.REDIS_URL;
  const url = given ?? 'redis://127.0.0.1:6379';
  try {
    const version = await redisVersion(url);
    return { url, says: `Redis ${version} at ${new URL(url).host} and one in process` };
  } catch (cause) {
    if (given) throw new Error('The Redis of REDIS_URL does not answer.', { cause });
    return { url: '', says: 'a Redis in process only' };
  }
}

async function redisVersion(url: string): Promise<string | undefined> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: 1000,
    commandTimeout: 1000,
    retryStrategy: () => null,
  });
  redis.on('error', () => {});
  try {
    await redis.connect();
    return /redis_version:(\S+)/.exec(await redis.info('server'))?.[1];
  } finally {
    redis.disconnect();
  }
}
