import { isIPv6 } from 'node:net';

/** How often something may happen: so many at once, and so many a second in the long run. */
export type Rate = { burst: number; aSecond: number };

export type Limit = {
  /** Takes one; or says in how many seconds there will be one to take. */
  take: (key: string) => { ok: true } | { ok: false; afterSeconds: number };
};

/** A limit of so much for each key. It remembers the keys used last, the fullest are as good as forgotten. */
export function createLimit({ burst, aSecond }: Rate, now = () => performance.now(), most = 50_000): Limit {
  const buckets = new Map<string, { left: number; at: number }>();
  return {
    take(key) {
      const at = now();
      const known = buckets.get(key);
      const left = known ? Math.min(burst, known.left + ((at - known.at) / 1000) * aSecond) : burst;
      // Put in again, it is the newest: the first is the one that was left alone the longest.
      buckets.delete(key);
      buckets.set(key, { left: left < 1 ? left : left - 1, at });
      const [oldest] = buckets.size > most ? buckets.keys() : [];
      if (oldest !== undefined) buckets.delete(oldest);
      return left < 1 ? { ok: false, afterSeconds: Math.ceil((1 - left) / aSecond) } : { ok: true };
    },
  };
}

/** What is limited together: an IPv4 address; of IPv6 the /64 that one household or phone has to itself. */
export function neighbourhood(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? [];
  const first = head === '' ? [] : head.split(':');
  const last = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array(Math.max(0, 8 - first.length - last.length)).fill('0');
  return [...first, ...zeros, ...last]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, '').toLowerCase())
    .join(':');
}

/** What a deployment may change of these is what its tests change: they suit a town whose people share addresses. */
export type CallLimits = { calls: Rate; openings: Rate; reads: Rate; writes: Rate };

/** Calls and new visitors by address; reads and writes by conversation. */
export const CALL_LIMITS: CallLimits = {
  calls: { burst: 300, aSecond: 50 },
  openings: { burst: 60, aSecond: 1 },
  reads: { burst: 60, aSecond: 3 },
  writes: { burst: 20, aSecond: 0.5 },
};

export type SocketLimits = { sockets: number; socketsAnAddress: number };

/** Open sockets of one process, in all and by address: a care block's computers may all be behind one. */
export const SOCKET_LIMITS: SocketLimits = { sockets: 3_000, socketsAnAddress: 300 };
