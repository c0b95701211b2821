import type { Readable } from 'node:stream';

/** An HTTP request as our handlers see it: plain values, body already read whole (at most the route's limit). */
export type HttpRequest = {
  method: string;
  path: string;
  params: Record<string, string>;
  query: URLSearchParams;
  headers: Record<string, string | undefined>;
  body: Buffer;
};

/** An HTTP answer; a stream is piped out. No content type given: `text/plain; charset=utf-8`. */
export type HttpReply = { status: number; headers?: Record<string, string>; body?: string | Buffer | Readable };

/** One route of the server. `maxBody` is in bytes (default 65,536); a longer body is answered 413 before `answer` is called. */
export type Route = {
  method: 'GET' | 'POST';
  path: string;
  maxBody?: number;
  answer: (request: HttpRequest) => Promise<HttpReply>;
};
