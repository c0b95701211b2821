import type { IncomingMessage, ServerResponse } from 'node:http';
import { finished, Readable } from 'node:stream';
import type { HttpReply } from './message';

/** A reply in JSON. */
export function json(status: number, value: unknown, headers?: Record<string, string>): HttpReply {
  return { status, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(value) };
}

/**
 * Sends a reply. Resolves when it is on its way, a streamed one when it has left or the client has gone. Rejects when
 * the stream fails; the headers may have been sent by then. With `last` the connection is closed behind it.
 */
export async function sendReply(
  request: IncomingMessage,
  response: ServerResponse,
  reply: HttpReply,
  last: boolean,
): Promise<void> {
  const { body } = reply;
  const stream = body instanceof Readable ? body : undefined;
  if (stream && (response.destroyed || request.method === 'HEAD')) discard(stream);
  if (response.destroyed) return;
  writeHeaders(response, reply);
  if (last || !request.complete) response.setHeader('connection', 'close');
  if (stream && request.method !== 'HEAD') return pipeOut(stream, response);
  const whole = body instanceof Readable ? '' : (body ?? '');
  // Node counts the bytes itself, but not for a HEAD.
  if (request.method === 'HEAD' && !stream) response.setHeader('content-length', Buffer.byteLength(whole));
  if (request.complete) response.end(whole);
  else endWhileTheySend(request, response, whole);
}

// Nobody will read it: it must free what it holds, and its failing must not end the process.
function discard(stream: Readable): void {
  stream.on('error', () => {});
  stream.destroy();
}

// Of every reply. A page states its own policy; whatever is not a page may load nothing and be framed by nobody.
const EVERY_REPLY = Object.entries({
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'content-type': 'text/plain; charset=utf-8',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
});

function writeHeaders(response: ServerResponse, { status, headers }: HttpReply): void {
  response.statusCode = status;
  for (const [name, value] of EVERY_REPLY) response.setHeader(name, value);
  for (const name in headers) response.setHeader(name, headers[name] ?? '');
}

function pipeOut(body: Readable, response: ServerResponse): Promise<void> {
  return new Promise((resolve, reject) => {
    response.once('close', () => {
      resolve();
      body.destroy();
    });
    finished(body, { writable: false }, (fault) => fault && reject(fault));
    body.pipe(response);
  });
}

// Closing while the client still sends resets the connection, and the reply may be lost with it. So the reply leaves
// at once, what comes is thrown away for a second, and only then is the connection closed.
function endWhileTheySend(request: IncomingMessage, response: ServerResponse, body: string | Buffer): void {
  response.setHeader('content-length', Buffer.byteLength(body));
  response.write(body);
  const end = () => {
    clearTimeout(timer);
    response.end();
  };
  const timer = setTimeout(end, 1000);
  request.once('close', end);
  request.resume();
}
