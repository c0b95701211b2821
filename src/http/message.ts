import type { IncomingMessage } from 'node:http';
import type { Duplex, Readable } from 'node:stream';

/** An HTTP request as our handlers see it: plain values, body already read whole (at most the route's limit). */
export type HttpRequest = {
  /** `HEAD` comes to the route's `GET`; the body of its reply is not sent. */
  method: string;
  path: string;
  /** Decoded; a route's `*` comes under the name `*`. */
  params: Record<string, string>;
  query: URLSearchParams;
  /** Names in lower case. */
  headers: Record<string, string | undefined>;
  /** Where the client is, as the nearest proxy we trust has seen it. */
  address: string;
  body: Buffer;
};

/**
 * An HTTP answer; a stream is piped out, and destroyed when the client goes away. No content type given: `text/plain;
 * charset=utf-8`. Every reply carries the headers of `reply.ts`; one given here replaces the one of that name.
 */
export type HttpReply = { status: number; headers?: Record<string, string>; body?: string | Buffer | Readable };

/** An upgrade to a WebSocket that somebody asks for. `params` are those of the route's path. */
export type UpgradeRequest = Omit<HttpRequest, 'body'>;

/** A path that is upgraded to WebSockets. A reply refuses; else `take` is given the connection, a moment later. */
export type SocketRoute = {
  path: string;
  answer: (request: UpgradeRequest) => Promise<HttpReply | Take>;
};
export type Take = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** One route of the server. `maxBody` is in bytes (default 65,536); a longer body is answered 413 before `answer` is called. */
export type Route = {
  method: 'GET' | 'POST' | 'OPTIONS';
  path: string;
  maxBody?: number;
  answer: (request: HttpRequest) => Promise<HttpReply>;
};
