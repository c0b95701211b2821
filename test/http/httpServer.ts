import { connect, type Socket } from 'node:net';
import { Writable } from 'node:stream';
import pino from 'pino';
import type { Route } from '../../src/http/message';
import { createHttp, type Http, type HttpOptions } from '../../src/http/server';

export type Running = { http: Http; port: number; url: string; logged: () => string };

const running = new Set<Http>();

/** Starts a server with these routes on a free port; what it logs is kept. `stopAll` ends it. */
export async function serve(routes: Route[], options: Partial<HttpOptions> = {}): Promise<Running> {
  const lines: string[] = [];
  const log = pino(
    { level: 'trace' },
    new Writable({
      write(line, _, done) {
        lines.push(String(line));
        done();
      },
    }),
  );
  const http = createHttp({ routes, log, ...options });
  running.add(http);
  const port = await http.listen(0, '127.0.0.1');
  return { http, port, url: `http://127.0.0.1:${port}`, logged: () => lines.join('') };
}

export async function stopAll(): Promise<void> {
  await Promise.all([...running].map((http) => http.close(0)));
  running.clear();
}

/** A route that gives back the length of what it was sent. */
export const lengthRoute: Route = {
  method: 'POST',
  path: '/length',
  answer: async ({ body }) => ({ status: 200, body: String(body.length) }),
};

/** A route that answers "ok". */
export const okRoute: Route = { method: 'GET', path: '/ok', answer: async () => ({ status: 200, body: 'ok' }) };

export type RawClient = { socket: Socket; heard: () => string; closed: Promise<void> };

/** A bare connection, for what no HTTP client would send; `text` is written as bytes 0 to 255. */
export function dial(port: number, text = ''): RawClient {
  const socket = connect(port, '127.0.0.1');
  let heard = '';
  socket.setEncoding('latin1');
  socket.on('data', (chunk) => {
    heard += chunk;
  });
  socket.on('error', () => {});
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  if (text) socket.write(Buffer.from(text, 'latin1'));
  return { socket, heard: () => heard, closed };
}

/** Sends bytes that end their connection and gives all that was answered. */
export async function exchange(port: number, text: string): Promise<string> {
  const { heard, closed } = dial(port, text);
  await closed;
  return heard();
}

/** Resolves as soon as something holds. */
export async function until(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error('What was waited for did not happen within 10 s.');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
