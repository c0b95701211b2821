import Redis, { Cluster } from 'ioredis';

/**
 * The fast copy of conversations' states. Postgres holds the truth: an entry counts only if its turn id is the row's,
 * so an old, lost or late entry costs a millisecond and nothing else. No method ever throws or waits over 150 ms.
 */
export type StateCache = {
  get: (conversationId: string) => Promise<{ turnId: string; state: State } | undefined>;
  set: (conversationId: string, entry: { turnId: string; state: string }) => void;
  /** Faults since the start, for the metrics. */
  faults: () => number;
  isReady: () => boolean;
  close: () => Promise<void>;
};
export type State = { [key: string]: unknown };

/** A cache in this process, for a machine without Redis. */
export function memoryCache(most = 10_000): StateCache {
  const entries = new Map<string, string>();
  return {
    get: async (id) => parse(entries.get(id)),
    set: (id, { turnId, state }) => {
      entries.delete(id);
      entries.set(id, `${turnId}|${state}`);
      const [oldest] = entries.size > most ? entries.keys() : [];
      if (oldest !== undefined) entries.delete(oldest);
    },
    faults: () => 0,
    isReady: () => true,
    close: async () => {},
  };
}

/** A cache in Redis, shared by all processes. `url` may be a comma list of cluster nodes. Waits at most a second for it to be there. */
export async function redisCache(url: string, prefix = 'relevo:'): Promise<StateCache> {
  const redis = connect(url);
  let faults = 0;
  let askAgainAt = 0;
  // Without a listener an error event ends the process; what failed is counted where it was asked.
  redis.on('error', () => {});
  await firstReady(redis);
  const failed = () => {
    faults += 1;
    askAgainAt = Date.now() + BREAK_MS;
  };
  return {
    async get(id) {
      if (Date.now() < askAgainAt) return undefined;
      return redis.get(prefix + id).then(parse, () => {
        failed();
        return undefined;
      });
    },
    set(id, { turnId, state }) {
      if (Date.now() < askAgainAt) return;
      redis.set(prefix + id, `${turnId}|${state}`, 'EX', KEEP_SECONDS).catch(failed);
    },
    faults: () => faults,
    isReady: () => redis.status === 'ready',
    close: async () => redis.disconnect(),
  };
}
const BREAK_MS = 5_000;
const KEEP_SECONDS = 30 * 24 * 3600;

// ioredis by default queues commands for a server that is away and retries each 20 times: a turn would hang for seconds.
const EACH = { commandTimeout: 150, connectTimeout: 1_000, maxRetriesPerRequest: 1 };
const ALL = { enableOfflineQueue: false, enableAutoPipelining: true };
const retryStrategy = (times: number) => Math.min(times * 50, 1_000);

function connect(url: string): Redis | Cluster {
  const nodes = url.split(',').map((node) => node.trim());
  if (nodes.length === 1 && nodes[0]) return new Redis(nodes[0], { ...EACH, ...ALL, retryStrategy });
  return new Cluster(nodes, { ...ALL, redisOptions: EACH, clusterRetryStrategy: retryStrategy });
}

async function firstReady(redis: Redis | Cluster): Promise<void> {
  if (redis.status === 'ready') return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, 1_000);
    redis.once('ready', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

// What is not as we write it counts as not there: Postgres has it.
function parse(entry: string | null | undefined): { turnId: string; state: State } | undefined {
  if (entry?.charAt(UUID_LENGTH) !== '|') return undefined;
  try {
    return { turnId: entry.slice(0, UUID_LENGTH), state: JSON.parse(entry.slice(UUID_LENGTH + 1)) };
  } catch {
    return undefined;
  }
}
const UUID_LENGTH = 36;
