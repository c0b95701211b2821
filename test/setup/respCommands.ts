import type { Reply } from './respProtocol';

/** The numbered databases of a server, and its subscribers. */
export type RespStore = { databases: Map<number, Map<string, Entry>>; subscribers: Set<RespSession> };
type Entry = { value: Buffer; expires: number };

/** One client's side of the talk: what it has chosen and how it is told what it did not ask. */
export type RespSession = {
  protocol: number;
  database: number;
  channels: Set<string>;
  push: (reply: Reply) => void;
};

type Command = (store: RespStore, session: RespSession, words: Buffer[]) => Reply;

/** Does one command as Redis does; what is not known here is refused as Redis refuses it. */
export function runCommand(store: RespStore, session: RespSession, [name, ...words]: Buffer[]): Reply {
  const command = commands[String(name).toUpperCase()];
  return command ? command(store, session, words) : { error: `ERR unknown command '${name}'` };
}

const commands: Record<string, Command> = {
  PING: (_store, _session, [word]) => word ?? { ok: 'PONG' },
  HELLO: hello,
  INFO: () => 'redis_version:7.0.0\r\nloading:0\r\nrole:master\r\n',
  CLIENT: () => ({ ok: 'OK' }),
  QUIT: () => ({ ok: 'OK' }),
  SELECT: (_store, session, [number]) => {
    session.database = Number(number);
    return { ok: 'OK' };
  },
  GET: (store, session, [key]) => live(store, session, key)?.value ?? null,
  MGET: (store, session, keys) => keys.map((key) => live(store, session, key)?.value ?? null),
  SET: set,
  DEL: del,
  UNLINK: del,
  EXISTS: (store, session, keys) => keys.filter((key) => live(store, session, key)).length,
  PTTL: (store, session, [key]) => timeLeft(live(store, session, key)),
  TTL: (store, session, [key]) => {
    const left = timeLeft(live(store, session, key));
    return left < 0 ? left : Math.round(left / 1000);
  },
  FLUSHALL: (store) => {
    store.databases.clear();
    return { ok: 'OK' };
  },
  FLUSHDB: (store, session) => {
    store.databases.delete(session.database);
    return { ok: 'OK' };
  },
  SUBSCRIBE: subscribe,
  UNSUBSCRIBE: unsubscribe,
  PUBLISH: publish,
};

function hello(_store: RespStore, session: RespSession, [protocol]: Buffer[]): Reply {
  const wanted = Number(protocol ?? session.protocol);
  if (wanted !== 2 && wanted !== 3) return { error: 'NOPROTO unsupported protocol version' };
  session.protocol = wanted;
  return {
    pairs: [
      ['server', 'redis'],
      ['version', '7.0.0'],
      ['proto', wanted],
      ['mode', 'standalone'],
      ['role', 'master'],
    ],
  };
}

function set(store: RespStore, session: RespSession, [key, value, ...options]: Buffer[]): Reply {
  if (!key || !value) return { error: "ERR wrong number of arguments for 'set' command" };
  const words = options.map((word) => String(word).toUpperCase());
  const held = live(store, session, key);
  if (words.includes('NX') ? held : words.includes('XX') && !held) return null;
  const seconds = Number(words[words.indexOf('EX') + 1]) * 1000;
  const life = words.includes('EX')
    ? seconds
    : words.includes('PX')
      ? Number(words[words.indexOf('PX') + 1])
      : Infinity;
  if (Number.isNaN(life)) return { error: 'ERR value is not an integer or out of range' };
  keys(store, session).set(key.toString('latin1'), { value, expires: Date.now() + life });
  return { ok: 'OK' };
}

function del(store: RespStore, session: RespSession, words: Buffer[]): Reply {
  return words.filter((key) => live(store, session, key) && keys(store, session).delete(key.toString('latin1'))).length;
}

function subscribe(store: RespStore, session: RespSession, channels: Buffer[]): Reply {
  for (const channel of channels) {
    session.channels.add(String(channel));
    store.subscribers.add(session);
    session.push({ push: ['subscribe', channel, session.channels.size] });
  }
  return [];
}

function unsubscribe(store: RespStore, session: RespSession, words: Buffer[]): Reply {
  const channels = words.length > 0 ? words.map(String) : [...session.channels];
  for (const channel of channels) {
    session.channels.delete(channel);
    session.push({ push: ['unsubscribe', channel, session.channels.size] });
  }
  if (channels.length === 0) session.push({ push: ['unsubscribe', null, 0] });
  if (session.channels.size === 0) store.subscribers.delete(session);
  return [];
}

function publish(store: RespStore, _session: RespSession, [channel, message]: Buffer[]): Reply {
  const heard = [...store.subscribers].filter((session) => session.channels.has(String(channel)));
  for (const session of heard) session.push({ push: ['message', String(channel), message ?? null] });
  return heard.length;
}

function live(store: RespStore, session: RespSession, key: Buffer | undefined): Entry | undefined {
  const entry = keys(store, session).get(String(key?.toString('latin1')));
  return entry && entry.expires > Date.now() ? entry : undefined;
}

function timeLeft(entry: Entry | undefined): number {
  if (!entry) return -2;
  return entry.expires === Infinity ? -1 : entry.expires - Date.now();
}

function keys(store: RespStore, session: RespSession): Map<string, Entry> {
  const held = store.databases.get(session.database) ?? new Map<string, Entry>();
  store.databases.set(session.database, held);
  return held;
}
