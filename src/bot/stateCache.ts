import { connectRedis, firstReady } from '../redis';

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
  const redis = connectRedis(url);
  let faults = 0;
  let askAgainAt = 0;
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
