import { Agent, type ClientRequest, request as httpRequest, type RequestOptions, validateHeaderValue } from 'node:http';
import { request as httpsRequest, Agent as TlsAgent } from 'node:https';
import { crashPoint } from '../../crashPoint';
import type { Answer } from './graphAnswer';

export type ConnectionConfig = {
  url: string;
  version: string;
  accessToken: string;
  /** Milliseconds until a connection stands; until an answer is whole. */
  connectMs?: number;
  totalMs?: number;
};

export type GraphConnection = {
  /** Asks; never rejects. The path begins after the version. */
  ask: (method: 'GET' | 'POST' | 'DELETE', path: string, body?: string | Typed) => Promise<Answer>;
  /** Drops the connections; what is under way ends as cut. */
  close: () => void;
};

/** A body that is not JSON. */
export type Typed = { type: string; bytes: Buffer };

/** Most posts at once; more would only wait at Meta's door. */
export const MOST_SOCKETS = 64;

const LONGEST_ANSWER = 1_048_576;

/**
 * Connections to the Graph API. Plain node:http, because fetch takes several times its CPU; and one clock for all
 * requests, because a timer each would be most of what is left.
 */
export function connectGraph(config: ConnectionConfig): GraphConnection {
  const client = connect(config);
  return {
    ask: (method, path, body) => ask(client, method, path, body),
    close() {
      clearInterval(client.clock);
      client.agent.destroy();
    },
  };
}

type Client = {
  request: typeof httpRequest;
  agent: Agent;
  base: RequestOptions;
  path: string;
  waiting: Set<Waiting>;
  connectMs: number;
  totalMs: number;
  tickMs: number;
  ticked: number;
  clock: NodeJS.Timeout;
};
type Waiting = { request: ClientRequest; since: number; connected: boolean };

function connect({ url, version, accessToken, connectMs = 3000, totalMs = 10_000 }: ConnectionConfig): Client {
  const { protocol, hostname, port, pathname } = new URL(url);
  const authorization = `Bearer ${accessToken}`;
  validateHeaderValue('authorization', authorization);
  // Shorter than the five seconds of many servers: a post on a connection that the server is just closing may have
  // arrived or not, and costs a wait.
  const options = { keepAlive: true, maxSockets: MOST_SOCKETS, timeout: 4000 };
  const secure = protocol === 'https:';
  const waiting = new Set<Waiting>();
  const tickMs = Math.min(250, totalMs / 4);
  const clock = setInterval(() => dropLate(client), tickMs);
  clock.unref();
  const client: Client = {
    request: secure ? httpsRequest : httpRequest,
    agent: secure ? new TlsAgent(options) : new Agent(options),
    base: {
      hostname: hostname.replace(/^\[|\]$/g, ''),
      port,
      headers: { authorization, 'content-type': 'application/json' },
    },
    path: `${pathname.replace(/\/$/, '')}/${version}`,
    waiting,
    connectMs,
    totalMs,
    tickMs,
    ticked: performance.now(),
    clock,
  };
  return client;
}

function dropLate(client: Client): void {
  const now = performance.now();
  const late = now - client.ticked > 3 * client.tickMs;
  client.ticked = now;
  // We were asleep ourselves: answers may have arrived meanwhile and are read before the next look.
  if (late) return;
  for (const { request, since, connected } of client.waiting)
    if (now - since > (connected ? client.totalMs : client.connectMs))
      request.destroy(new Error('The Graph API did not answer in time.'));
}

function ask(client: Client, method: string, path: string, body?: string | Typed): Promise<Answer> {
  return new Promise((resolve) => {
    const { base, agent } = client;
    const headers = body === undefined ? base.headers : { ...base.headers, ...headersOf(body) };
    const request = client.request({ ...base, agent, method, path: client.path + path, headers });
    const entry: Waiting = { request, since: performance.now(), connected: false };
    client.waiting.add(entry);
    const end = (answer: Answer) => {
      client.waiting.delete(entry);
      resolve(answer);
    };
    request.once('socket', (socket) => {
      entry.connected = !socket.connecting;
      // On TLS nothing of the request leaves before the handshake is done.
      if (socket.connecting)
        socket.once(agent instanceof TlsAgent ? 'secureConnect' : 'connect', () => {
          entry.connected = true;
        });
    });
    request.on('error', () => end({ kind: entry.connected ? 'cut' : 'unsent' }));
    request.once('response', (response) => {
      crashPoint('O3');
      const chunks: Buffer[] = [];
      let room = LONGEST_ANSWER;
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        room -= chunk.length;
        if (room < 0) response.destroy();
      });
      response.on('error', () => {});
      response.once('close', () => {
        const { statusCode: status = 0, headers } = response;
        if (response.complete) end({ kind: 'whole', status, headers, body: Buffer.concat(chunks).toString() });
        else end({ kind: 'cut', status });
      });
    });
    request.end(typeof body === 'object' ? body.bytes : body);
  });
}

function headersOf(body: string | Typed): Record<string, string | number> {
  if (typeof body === 'string') return { 'content-length': Buffer.byteLength(body) };
  return { 'content-type': body.type, 'content-length': body.bytes.length };
}
