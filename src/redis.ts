import Redis, { Cluster } from 'ioredis';

/**
 * A connection to Redis, or to a cluster (`url` may be a comma list of its nodes). Commands fail at once while it is away
 * and after 150 ms without an answer: ioredis by default queues them and retries each 20 times, for seconds.
 */
export function connectRedis(url: string): Redis | Cluster {
  const nodes = url.split(',').map((node) => node.trim());
  const redis =
    nodes.length === 1 && nodes[0]
      ? new Redis(nodes[0], { ...EACH, ...ALL, retryStrategy })
      : new Cluster(nodes, { ...ALL, redisOptions: EACH, clusterRetryStrategy: retryStrategy });
  // Without a listener an error event ends the process; what failed is told where it was asked.
  redis.on('error', () => {});
  return redis;
}

const EACH = { commandTimeout: 150, connectTimeout: 1_000, maxRetriesPerRequest: 1 };
const ALL = { enableOfflineQueue: false, enableAutoPipelining: true };
const retryStrategy = (times: number) => Math.min(times * 50, 1_000);

/** Waits at most a second for a connection to be there: a command before that is refused. */
export async function firstReady(redis: Redis | Cluster): Promise<void> {
  if (redis.status === 'ready') return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, 1_000);
    redis.once('ready', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
