import { Agent, createServer, request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { chance } from '../../src/channels/whatsapp/simulator/chance';

/**
 * Carries webhooks from the stand-in to several processes of the service, as Meta and a platform's balancer do: each to
 * one of them at random, to the next one if that one takes no connection, again and again until it is answered 200; and
 * some come twice.
 */
export type Carrier = {
  url: string;
  figures: () => CarrierFigures;
  /** From now on nothing comes twice; resolves when all that was to come has come. */
  calm: () => Promise<void>;
  close: () => Promise<void>;
};
/** `attempts`: of the first bringing and of repeats until a 200, by how they were answered; 0: by nobody. */
export type CarrierFigures = { webhooks: number; atOnce: number; later: number; attempts: Record<number, number> };

export type CarrierOptions = {
  ports: number[];
  seed: number;
  /** Shares of webhooks that go to two processes at once, and that come again some seconds later. */
  atOnce?: number;
  later?: number;
};

export async function openCarrier(options: CarrierOptions): Promise<Carrier> {
  const road: Road = {
    ...options,
    agent: new Agent({ keepAlive: true, maxSockets: 256, timeout: 4000 }),
    figures: { webhooks: 0, atOnce: 0, later: 0, attempts: {} },
    coming: new Set(),
    isCalm: false,
    isOver: false,
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      void carry(road, { method, url, headers, body: Buffer.concat(chunks) }).then(() => response.end());
    });
  });
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    figures: () => road.figures,
    calm: async () => {
      road.isCalm = true;
      while (road.coming.size > 0) await Promise.all(road.coming);
    },
    close: async () => {
      road.isOver = true;
      for (const socket of sockets) socket.destroy();
      road.agent.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type Road = CarrierOptions & {
  agent: Agent;
  figures: CarrierFigures;
  coming: Set<Promise<unknown>>;
  isCalm: boolean;
  isOver: boolean;
};
type Passing = { method: string; url: string; headers: IncomingHttpHeaders; body: Buffer };

/** Resolves after the first attempt: a repeat holds nobody up. */
async function carry(road: Road, webhook: Passing): Promise<void> {
  const { figures, ports, seed, atOnce = 0, later = 0, isCalm } = road;
  figures.webhooks += 1;
  const n = figures.webhooks;
  const draw = (about: string) => chance(seed, about, n);
  const first = Math.floor(draw('route') * ports.length);
  if (!isCalm && draw('at once') < atOnce) {
    figures.atOnce += 1;
    note(road, send(road, first + 1, webhook));
  }
  if (!isCalm && draw('later') < later) {
    figures.later += 1;
    note(
      road,
      pause(1000 + 10_000 * draw('how late')).then(() => bring(road, first, webhook)),
    );
  }
  const status = await attempt(road, first, webhook);
  if (status !== 200) note(road, again(road, first, webhook));
}

function note({ coming }: Road, copy: Promise<unknown>): void {
  coming.add(copy);
  void copy.then(() => coming.delete(copy));
}

async function bring(road: Road, first: number, webhook: Passing): Promise<void> {
  if ((await attempt(road, first, webhook)) !== 200) await again(road, first, webhook);
}

// Meta's pauses grow to hours; a soak has minutes.
async function again(road: Road, first: number, webhook: Passing): Promise<void> {
  for (let tries = 1; !road.isOver; tries += 1) {
    await pause(Math.min(50 * 2 ** tries, 1500));
    if ((await attempt(road, first + tries, webhook)) === 200) return;
  }
}

async function attempt(road: Road, which: number, webhook: Passing): Promise<number> {
  const { attempts } = road.figures;
  const status = (await send(road, which, webhook)) || (await send(road, which + 1, webhook));
  attempts[status] = (attempts[status] ?? 0) + 1;
  return status;
}

/** The answer's status; 0 if nobody took it; 502 if it was sent and not answered, done or not. */
function send({ agent, ports }: Road, which: number, { method, url, headers, body }: Passing): Promise<number> {
  return new Promise((resolve) => {
    const port = ports[which % ports.length] ?? 0;
    const request = httpRequest({ agent, port, host: '127.0.0.1', method, path: url, headers });
    let isSent = false;
    request.once('socket', (socket) => {
      isSent = !socket.connecting;
      if (socket.connecting)
        socket.once('connect', () => {
          isSent = true;
        });
    });
    request.once('response', (response) => {
      response.resume();
      response.once('close', () => resolve(response.statusCode ?? 502));
    });
    // An idle connection may have been closed in the very moment it was used: that is no answer of anybody's.
    request.once('error', () => resolve(isSent && !request.reusedSocket ? 502 : 0));
    request.setTimeout(15_000, () => request.destroy());
    request.end(body);
  });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
