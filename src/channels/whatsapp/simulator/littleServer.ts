import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { Readable } from 'node:stream';
import type { HttpReply, HttpRequest, Route } from '../../../http/message';
import { json } from '../../../http/reply';

/** An answer, one that trickles in over `overMs`, or the lack of one: the connection is reset, or simply stays open. */
export type LittleAnswer = (HttpReply & { overMs?: number }) | 'reset' | 'silence';

/** A bare HTTP server on 127.0.0.1. */
export type LittleServer = { port: number; url: string; close: () => Promise<void> };

/** Opens a server that costs little more than node:http itself; port 0 takes a free one. Bodies up to 100 MB. */
export async function openLittleServer(
  answer: (request: HttpRequest) => Promise<LittleAnswer>,
  port: number,
  host = '127.0.0.1',
): Promise<LittleServer> {
  const server = createServer((request, response) => {
    void answered(answer, request, response);
  });
  server.keepAliveTimeout = 60_000;
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    port: taken,
    url: `http://${host}:${taken}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** Answers by the route of that method and path; undefined when there is none, and it is not one of ours. */
export async function answerByRoute(routes: Route[], request: HttpRequest): Promise<HttpReply | undefined> {
  const there = routes.filter(({ path }) => path === request.path);
  const route = there.find(({ method }) => method === request.method);
  if (route) return route.answer(request);
  if (there.length > 0) return json(405, { error: 'no_such_method' });
  return /^\/(simulator|phone)(\/|$)/.test(request.path) ? json(404, { error: 'no_such_route' }) : undefined;
}

async function answered(
  answer: (request: HttpRequest) => Promise<LittleAnswer>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const body = await bodyOf(request);
    send(await answer(plain(request, body)), response);
  } catch (fault) {
    // The other side has gone in mid-request: there is nobody to answer.
    if (!request.complete) return;
    console.error('The stand-in failed to answer:', fault);
    send({ status: 500, body: '' }, response);
  }
}

function send(answer: LittleAnswer, response: ServerResponse): void {
  if (answer === 'silence') return;
  if (answer === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  response.writeHead(answer.status, { 'content-type': 'text/plain; charset=utf-8', ...answer.headers });
  if (answer.overMs !== undefined) void trickle(String(answer.body ?? ''), answer.overMs, response);
  else if (answer.body instanceof Readable) answer.body.pipe(response);
  else response.end(answer.body);
}

// Ten pieces: to wait for the first byte only is to be fooled.
async function trickle(body: string, overMs: number, response: ServerResponse): Promise<void> {
  const size = Math.max(1, Math.ceil(body.length / 10));
  for (let at = 0; at < body.length && !response.destroyed; at += size) {
    response.write(body.slice(at, at + size));
    await new Promise((resolve) => setTimeout(resolve, overMs / 10));
  }
  response.end();
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > 100_000_000) throw new Error('A body of more than 100 MB came to the stand-in.');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function plain(request: IncomingMessage, body: Buffer): HttpRequest {
  const [path = '', query = ''] = (request.url ?? '').split('?', 2);
  return {
    method: request.method ?? 'GET',
    path,
    params: {},
    query: new URLSearchParams(query),
    address: '127.0.0.1',
    headers: request.headers as Record<string, string | undefined>,
    body,
  };
}
