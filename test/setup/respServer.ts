import { createServer, type Server, type Socket } from 'node:net';
import { type RespSession, type RespStore, runCommand } from './respCommands';
import { encode, readCommands } from './respProtocol';

/** A Redis in this process, for tests: what Redis keeps between commands, and the ways it can fail. */
export type RespServer = {
  url: string;
  port: number;
  /** Empties every database, as FLUSHALL does. */
  flush: () => void;
  /** Breaks every connection at once; clients may come again. */
  cut: () => void;
  /** Answers nothing for so long, connections staying open: a stopped or overloaded process. */
  freeze: (milliseconds: number) => void;
  /** Breaks every connection and takes no more; what is kept is lost. */
  stop: () => Promise<void>;
};

/** Starts a Redis stand-in; give the port of a stopped one to start it again at the same place. */
export async function startRespServer(port = 0): Promise<RespServer> {
  const store: RespStore = { databases: new Map(), subscribers: new Set() };
  const sockets = new Set<Socket>();
  let frozenUntil = 0;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    talk(store, socket, () => frozenUntil - Date.now());
  });
  const used = await listen(server, port);
  const cut = () => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  return {
    url: `redis://127.0.0.1:${used}`,
    port: used,
    flush: () => store.databases.clear(),
    cut,
    freeze: (milliseconds) => {
      frozenUntil = Date.now() + milliseconds;
    },
    stop: () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      cut();
      return closed;
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(address && typeof address === 'object' ? address.port : port);
    });
  });
}

function talk(store: RespStore, socket: Socket, frozenFor: () => number): void {
  let arrived: Buffer = Buffer.alloc(0);
  const session: RespSession = {
    protocol: 2,
    database: 0,
    channels: new Set(),
    push: (reply) => socket.write(encode(reply, session.protocol)),
  };
  const answer = () => {
    if (socket.destroyed) return;
    const wait = frozenFor();
    if (wait > 0) {
      setTimeout(answer, wait);
      return;
    }
    const { commands, rest } = readCommands(arrived);
    arrived = rest;
    for (const words of commands) run(store, session, socket, words);
  };
  socket.on('data', (chunk) => {
    arrived = Buffer.concat([arrived, chunk]);
    answer();
  });
  socket.on('close', () => store.subscribers.delete(session));
  socket.on('error', () => socket.destroy());
}

function run(store: RespStore, session: RespSession, socket: Socket, words: Buffer[]): void {
  const name = String(words[0]).toUpperCase();
  const reply = runCommand(store, session, words);
  // These two have answered by a push for each channel.
  if (name !== 'SUBSCRIBE' && name !== 'UNSUBSCRIBE') socket.write(encode(reply, session.protocol));
  if (name === 'QUIT') socket.end();
}
