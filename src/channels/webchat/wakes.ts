import { randomUUID } from 'node:crypto';
import { connectRedis, firstReady } from '../../redis';

/** Tells all processes of visitors whose transcript has grown. Word may be lost: whoever listens also looks by itself. */
export type Wakes = {
  tell: (web: string) => void;
  listen: (hear: (web: string) => void) => void;
  close: () => Promise<void>;
};

/** Within this process, for a machine without Redis. */
export function localWakes(): Wakes {
  let heard: (web: string) => void = () => {};
  return {
    tell: (web) => heard(web),
    listen: (hear) => {
      heard = hear;
    },
    close: async () => {},
  };
}

/** By Redis, from each process to all others; to this one at once. */
export async function redisWakes(url: string, channel = 'relevo:web'): Promise<Wakes> {
  const self = randomUUID();
  let heard: (web: string) => void = () => {};
  const telling = connectRedis(url);
  // A connection that listens can do nothing else.
  const listening = connectRedis(url);
  const subscribe = () => void listening.subscribe(channel).catch(() => {});
  // With every new connection; one that fails is followed by another.
  listening.on('ready', subscribe);
  listening.on('message', (_, message: string) => {
    const [from, web = ''] = message.split('|');
    if (from !== self) heard(web);
  });
  await Promise.all([firstReady(telling), firstReady(listening)]);
  return {
    tell: (web) => {
      heard(web);
      telling.publish(channel, `${self}|${web}`).catch(() => {});
    },
    listen: (hear) => {
      heard = hear;
    },
    close: async () => {
      telling.disconnect();
      listening.disconnect();
    },
  };
}
