import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { Redis } from 'ioredis';
import { Client } from 'pg';

/** What this process has asked of others and waits for: statements, commands, posts, webhooks. Service and stand-in are in it. */
export type Traffic = {
  /** Grows with all that comes and goes. */
  count: () => number;
  /** Of Postgres, and commands of Redis. */
  statements: () => number;
  requests: () => number;
  end: () => void;
};

/** Watches it from now on. One at a time in a process. */
export function watchTraffic(): Traffic {
  const tally = { seen: 0, statements: 0, requests: 0 };
  const endings = [watchHttp(tally), watchPostgres(tally), watchRedis(tally)];
  return {
    count: () => tally.seen,
    statements: () => tally.statements,
    requests: () => tally.requests,
    end: () => {
      for (const end of endings) end();
    },
  };
}

type Tally = { seen: number; statements: number; requests: number };

function watchHttp(tally: Tally): () => void {
  const note = () => {
    tally.seen += 1;
  };
  const begins = (message: unknown) => {
    const { request } = message as { request: ClientRequest };
    tally.seen += 1;
    tally.requests += 1;
    request.once('close', () => {
      tally.seen += 1;
      tally.requests -= 1;
    });
  };
  const listeners: [string, (message: unknown) => void][] = [
    ['http.client.request.start', begins],
    ['http.client.response.finish', note],
    ['http.server.request.start', note],
    ['http.server.response.finish', note],
  ];
  for (const [channel, listener] of listeners) subscribe(channel, listener);
  return () => {
    for (const [channel, listener] of listeners) unsubscribe(channel, listener);
  };
}

type Ask = (...given: unknown[]) => unknown;

// pg tells nobody what it is at: its clients' two ways to ask are counted.
function watchPostgres(tally: Tally): () => void {
  const asks = Client.prototype as unknown as Record<'query' | 'connect', Ask>;
  const { query, connect } = asks;
  asks.query = counted(query, tally);
  asks.connect = counted(connect, tally);
  return () => Object.assign(asks, { query, connect });
}

function watchRedis(tally: Tally): () => void {
  const asks = Redis.prototype as unknown as Record<'sendCommand', Ask>;
  const { sendCommand } = asks;
  asks.sendCommand = counted(sendCommand, tally);
  return () => Object.assign(asks, { sendCommand });
}

function counted(ask: Ask, tally: Tally): Ask {
  return function (this: unknown, ...given: unknown[]) {
    let isOpen = true;
    const end = () => {
      if (!isOpen) return;
      isOpen = false;
      tally.seen += 1;
      tally.statements -= 1;
    };
    tally.statements += 1;
    tally.seen += 1;
    const callback = given.at(-1);
    if (typeof callback === 'function')
      return ask.apply(this, [
        ...given.slice(0, -1),
        (...results: unknown[]) => {
          end();
          return callback(...results);
        },
      ]);
    const answer = ask.apply(this, given);
    if (answer instanceof Promise || typeof (answer as Promise<unknown>)?.then === 'function')
      void (answer as Promise<unknown>).then(end, end);
    // A cursor: it is read from as its reader likes.
    else end();
    return answer;
  };
}
