import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** A message as it was posted. `n` counts the posts of its tag, from 1. */
type Post = {
  tag: string;
  n: number;
  to?: string;
  recipient?: string;
  text: string;
  body: Record<string, unknown>;
};

/** What the server does with a post; nothing: it accepts. */
export type Outcome =
  | { kind: 'accept'; afterMs?: number }
  | { kind: 'answer'; status: number; body: string; headers?: Record<string, string> }
  | { kind: 'error'; status: number; code: number; more?: object; headers?: Record<string, string> }
  /** The connection breaks; `accepted`: after the message was taken. */
  | { kind: 'reset'; accepted: boolean }
  /** Nothing is ever answered. */
  | { kind: 'hang'; accepted: boolean }
  /** The message is taken; the answer breaks off in its middle. */
  | { kind: 'half'; status: number };

/** A tiny Graph API on a real socket that does as it is told. */
export type GraphServer = {
  url: string;
  port: number;
  /** What came in, in order of arrival. */
  posts: Post[];
  /** What was taken, in order: each would be a bubble on the person's phone. */
  taken: (Post & { providerId: string })[];
  requests: { method: string; url: string; headers: IncomingMessage['headers'] }[];
  /** Decides about each post. */
  script: (decide: (post: Post) => Outcome | undefined) => void;
  /** Whether a GET of the number is answered well. */
  healthy: boolean;
  /** What stands before it answers a GET with this instead. */
  gateway?: number;
  /** How many connections there were at once, at most. */
  mostConnections: number;
  stop: () => Promise<void>;
};

/** Starts one; give a port to start at a place known before. */
export async function startGraphServer(port = 0): Promise<GraphServer> {
  let decide: (post: Post) => Outcome | undefined = () => undefined;
  const sockets = new Set<Socket>();
  const graph: GraphServer = {
    url: '',
    port,
    posts: [],
    taken: [],
    requests: [],
    healthy: true,
    script: (next) => {
      decide = next;
    },
    mostConnections: 0,
    stop: () => stop(server, sockets),
  };
  const server = createServer((request, response) => {
    graph.requests.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers });
    if (request.method === 'GET' && graph.gateway) {
      response.statusCode = graph.gateway;
      response.end('<html>');
    } else if (request.method === 'GET')
      answer(response, graph.healthy ? 200 : 401, graph.healthy ? { id: '1' } : { error: { code: 190 } });
    else void read(request).then((body) => take(graph, body, response, decide));
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    graph.mostConnections = Math.max(graph.mostConnections, sockets.size);
    socket.on('close', () => sockets.delete(socket));
  });
  graph.port = await listen(server, port);
  graph.url = `http://127.0.0.1:${graph.port}`;
  return graph;
}

function take(
  graph: GraphServer,
  body: Record<string, unknown>,
  response: ServerResponse,
  decide: (post: Post) => Outcome | undefined,
): void {
  const post = postOf(graph, body);
  graph.posts.push(post);
  const outcome = decide(post) ?? { kind: 'accept' };
  const socket = response.socket;
  const accepted = outcome.kind === 'accept' || outcome.kind === 'half' || ('accepted' in outcome && outcome.accepted);
  const providerId = `wamid.${post.tag}.${post.n}`;
  if (accepted) graph.taken.push({ ...post, providerId });
  const good = { messaging_product: 'whatsapp', contacts: [{ input: post.to }], messages: [{ id: providerId }] };
  switch (outcome.kind) {
    case 'accept':
      setTimeout(() => answer(response, 200, good), outcome.afterMs ?? 0);
      return;
    case 'answer':
      response.writeHead(outcome.status, { 'content-type': 'text/html', ...outcome.headers });
      response.end(outcome.body);
      return;
    case 'error':
      answer(
        response,
        outcome.status,
        { error: { message: 'x', type: 'OAuthException', code: outcome.code, fbtrace_id: 'A1', ...outcome.more } },
        outcome.headers,
      );
      return;
    case 'reset':
      socket?.resetAndDestroy();
      return;
    case 'hang':
      return;
    case 'half':
      response.writeHead(outcome.status, { 'content-type': 'application/json', 'content-length': '500' });
      response.write(JSON.stringify(good).slice(0, 40), () => setTimeout(() => socket?.destroy(), 10));
  }
}

function postOf(graph: GraphServer, body: Record<string, unknown>): Post {
  const tag = String(body.biz_opaque_callback_data);
  const n = graph.posts.filter((post) => post.tag === tag).length + 1;
  const { to, recipient } = body;
  return {
    tag,
    n,
    ...(typeof to === 'string' && { to }),
    ...(typeof recipient === 'string' && { recipient }),
    text: JSON.parse(JSON.stringify(body.text ?? { body: '' })).body,
    body,
  };
}

function answer(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
  if (response.destroyed) return;
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

async function read(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString());
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

function stop(server: Server, sockets: Set<Socket>): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  for (const socket of sockets) socket.destroy();
  return closed;
}
