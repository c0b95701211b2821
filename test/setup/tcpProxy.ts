import { createServer, type Server, Socket } from 'node:net';

/** A wire between a client and a real server that can be made bad. */
export type TcpProxy = {
  /** The given URL, led through this proxy. */
  url: string;
  port: number;
  /** Every chunk takes so long, each way. */
  latency: (milliseconds: number) => void;
  /** Nothing passes any more, and nobody is told: no FIN, no RST. New connections are taken and hang too. */
  blackHole: () => void;
  /** Resets every connection. */
  cut: () => void;
  /** Takes no new connections; those there are stay. */
  refuse: () => Promise<void>;
  /** The next time a client has sent these bytes and the server has answered, the answer is lost and the connection reset. */
  loseAnswerTo: (sent: string) => void;
  /** A good wire again; what was held back arrives. */
  heal: () => Promise<void>;
  stop: () => Promise<void>;
};

type Wire = { latency: number; held: boolean; resume: Set<() => void>; lose: string | undefined; sockets: Set<Socket> };

/** Puts a proxy in front of the server of a URL (Postgres, Redis, HTTP). */
export async function startTcpProxy(target: string): Promise<TcpProxy> {
  const goal = new URL(target);
  const wire: Wire = { latency: 0, held: false, resume: new Set(), lose: undefined, sockets: new Set() };
  const server = createServer((client) => join(wire, client, Number(goal.port), goal.hostname));
  const port = await listen(server, 0);
  const url = new URL(target);
  url.host = `127.0.0.1:${port}`;
  const cut = () => {
    for (const socket of wire.sockets) socket.resetAndDestroy();
  };
  const refuse = () => new Promise<void>((resolve) => (server.listening ? closeListener(server, resolve) : resolve()));
  return {
    url: url.href,
    port,
    latency: (milliseconds) => {
      wire.latency = milliseconds;
    },
    blackHole: () => {
      wire.held = true;
    },
    cut,
    refuse,
    loseAnswerTo: (sent) => {
      wire.lose = sent;
    },
    heal: async () => {
      mend(wire);
      if (!server.listening) await listen(server, port);
    },
    stop: async () => {
      mend(wire);
      cut();
      await refuse();
    },
  };
}

function mend(wire: Wire): void {
  wire.latency = 0;
  wire.held = false;
  for (const resume of wire.resume) resume();
  wire.resume.clear();
}

// The callback of close() comes only when the last connection is gone; the port is free at once.
function closeListener(server: Server, closed: () => void): void {
  server.close();
  closed();
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

function join(wire: Wire, client: Socket, port: number, host: string): void {
  const upstream = new Socket();
  const end = { losing: false };
  for (const socket of [client, upstream]) {
    wire.sockets.add(socket);
    socket.setNoDelay(true);
    socket.on('error', () => {});
    socket.on('close', () => wire.sockets.delete(socket));
  }
  upstream.connect(port, host);
  pump(wire, client, upstream, (chunk) => {
    if (wire.lose === undefined || !chunk.includes(wire.lose)) return true;
    wire.lose = undefined;
    end.losing = true;
    return true;
  });
  pump(wire, upstream, client, () => {
    if (end.losing) client.resetAndDestroy();
    return !end.losing;
  });
}

// Chunks keep their order: each waits for the one before it, then for its own time, then for the wire.
function pump(wire: Wire, from: Socket, to: Socket, passes: (chunk: Buffer) => boolean): void {
  let last = Promise.resolve();
  const next = (step: () => void) => {
    const due = Date.now() + wire.latency;
    last = last.then(async () => {
      if (due > Date.now()) await new Promise((resolve) => setTimeout(resolve, due - Date.now()));
      if (wire.held) await new Promise<void>((resolve) => wire.resume.add(resolve));
      step();
    });
  };
  from.on('data', (chunk: Buffer) => next(() => passes(chunk) && to.write(chunk)));
  from.on('close', () => next(() => to.end()));
}
