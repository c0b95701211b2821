import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Watches a server's connections from now on; what it gives closes the server, cutting what is left after `graceMs`. */
export function closer(server: Server): (graceMs: number) => Promise<void> {
  const watched: Watched = { underWay: new Map(), closing: false };
  watch(server, watched);
  let closed: Promise<void> | undefined;
  return (graceMs) => {
    closed ??= close(server, watched, graceMs);
    return closed;
  };
}

/** `underWay`: how many requests of each open connection have not been answered whole. */
type Watched = { underWay: Map<Socket, number>; closing: boolean };

// Node can tell idle connections only roughly: to it one is idle as soon as the handler has ended the answer, although
// a slow client may still have most of it to fetch.
function watch(server: Server, watched: Watched): void {
  const { underWay } = watched;
  server.on('connection', (socket: Socket) => {
    underWay.set(socket, 0);
    socket.once('close', () => underWay.delete(socket));
  });
  const count = ({ socket }: IncomingMessage, response: ServerResponse) => {
    underWay.set(socket, (underWay.get(socket) ?? 0) + 1);
    response.once('close', () => {
      const left = (underWay.get(socket) ?? 1) - 1;
      if (!socket.destroyed) underWay.set(socket, left);
      if (watched.closing && left === 0) socket.destroySoon();
    });
  };
  server.on('request', count);
  server.on('checkContinue', count);
}

function close(server: Server, watched: Watched, graceMs: number): Promise<void> {
  if (!server.listening) return Promise.resolve();
  watched.closing = true;
  for (const [socket, requests] of watched.underWay) if (requests === 0 && socket.bytesRead > 0) socket.destroySoon();
  return new Promise((resolve) => {
    const silent = setTimeout(cut, Math.min(SILENT, graceMs), watched, (socket: Socket) => socket.bytesRead === 0);
    const late = setTimeout(cut, graceMs, watched, () => true);
    // Node's close() would cut the connections that it takes for idle.
    server.closeIdleConnections = () => {};
    server.close(() => {
      clearTimeout(silent);
      clearTimeout(late);
      resolve();
    });
  });
}

// Browsers open connections ahead of need; a request that is on its way gets this long to come.
const SILENT = 250;

function cut({ underWay }: Watched, which: (socket: Socket) => boolean): void {
  for (const socket of underWay.keys()) if (which(socket)) socket.destroy();
}
