import { type IncomingMessage, type Server, ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { HttpReply, SocketRoute, UpgradeRequest } from './message';
import type { Serving } from './route';

/**
 * Gives upgrades to WebSockets to the routes that take them. Whoever listens for upgrades gets all of them from Node, also
 * those a server may pass over (curl and Java ask every server for HTTP/2): these are answered like any request.
 */
export function takeUpgrades(server: Server, routes: SocketRoute[], serving: Serving): void {
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const found = isWebSocket(request) ? match(request, routes) : undefined;
    if (!found) return passOver(server, request, socket);
    // Node's own time limits end with the headers: from here to the WebSocket it is ours.
    const late = setTimeout(() => socket.destroy(), ANSWER_MS);
    socket.once('close', () => clearTimeout(late));
    void decide(found, request, serving).then((decision) => {
      clearTimeout(late);
      serving.answered(found.route.path, typeof decision === 'function' ? 101 : decision.status);
      if (socket.destroyed) return;
      if (typeof decision === 'function') decision(request, socket, head);
      else refuse(socket, decision);
    });
  });
}
const ANSWER_MS = 5_000;

type Found = { route: SocketRoute; params: Record<string, string>; url: URL };

function isWebSocket({ method, headers }: IncomingMessage): boolean {
  return method === 'GET' && headers.upgrade?.toLowerCase() === 'websocket';
}

function match({ url = '' }: IncomingMessage, routes: SocketRoute[]): Found | undefined {
  // The host does not matter here, and a target that is no path has none.
  const target = url.startsWith('/') && URL.canParse(url, 'http://x') ? new URL(url, 'http://x') : undefined;
  for (const route of target ? routes : []) {
    const params = paramsOf(route.path, target?.pathname ?? '');
    if (target && params) return { route, params, url: target };
  }
  return undefined;
}

function paramsOf(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [n, part] of wanted.entries()) {
    const value = given[n] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = value;
    else if (part !== value) return undefined;
  }
  return params;
}

async function decide({ route, params, url }: Found, request: IncomingMessage, serving: Serving) {
  if (serving.closing) return { status: 503 };
  const asked: UpgradeRequest = {
    method: 'GET',
    path: url.pathname,
    params,
    query: url.searchParams,
    headers: request.headers as Record<string, string | undefined>,
    address: serving.addressOf(request),
  };
  return route.answer(asked).catch((): HttpReply => ({ status: 503 }));
}

function refuse(socket: Duplex, { status, headers = {} }: HttpReply): void {
  const lines = Object.entries({ ...headers, connection: 'close', 'content-length': '0' });
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`,
  );
  // What they still send is thrown away, and who never hangs up is cut off.
  socket.resume();
  setTimeout(() => socket.destroy(), 1_000).unref();
}

// Node has taken its parser off the connection: this is the last request on it, and one without a body.
function passOver(server: Server, request: IncomingMessage, socket: Duplex): void {
  const { 'content-length': length, 'transfer-encoding': transfer } = request.headers;
  if (Number(length ?? 0) > 0 || transfer !== undefined) {
    refuse(socket, { status: 426 });
    return;
  }
  const response = new ServerResponse(request);
  response.shouldKeepAlive = false;
  response.assignSocket(socket as Socket);
  response.once('finish', () => socket.end());
  server.emit('request', request, response);
}
