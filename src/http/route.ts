import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HttpReply, HttpRequest, Route } from './message';
import { readBody } from './rawBody';
import { json, sendReply } from './reply';

/** What one server's routes share. Once `closing`, every reply is the last of its connection. */
export type Serving = {
  closing: boolean;
  addressOf: (request: IncomingMessage) => string;
  answered: (route: string, status: number, seconds?: number) => void;
};

type RoutedRequest = IncomingMessage & { params: Record<string, string>; path(): string };

/**
 * Makes a restify handler of a route: reads the body, asks for the reply, sends it. It gives nothing back, because
 * restify logs whatever an async handler returns, with all headers. What is thrown goes to the server's error handler.
 */
export function handler(route: Route, serving: Serving): (req: RoutedRequest, res: ServerResponse) => Promise<void> {
  const limit = route.maxBody ?? 65_536;
  return async (request, response) => {
    const began = performance.now();
    const body = await readBody(request, limit);
    const reply = body.ok ? await route.answer({ ...plain(request, serving), body: body.bytes }) : REFUSED[body.why];
    await sendReply(request, response, reply, serving.closing);
    serving.answered(route.path, status(response), (performance.now() - began) / 1000);
  };
}

// Nobody is there to hear an answer to what was cut short; sending one does nothing.
const REFUSED: Record<'encoded' | 'too_long' | 'cut_short', HttpReply> = {
  encoded: json(415, { error: 'encoded_body' }),
  too_long: json(413, { error: 'body_too_long' }),
  cut_short: { status: 400 },
};

function plain(request: RoutedRequest, { addressOf }: Serving): Omit<HttpRequest, 'body'> {
  const { method = 'GET', url = '', params, headers } = request;
  const mark = url.indexOf('?');
  return {
    method,
    path: request.path(),
    params,
    query: new URLSearchParams(mark < 0 ? '' : url.slice(mark + 1)),
    // Only set-cookie comes as a list, and no client sends it.
    headers: headers as Record<string, string | undefined>,
    address: addressOf(request),
  };
}

// nginx's number for "the client had gone".
function status(response: ServerResponse): number {
  return response.destroyed && !response.writableFinished ? 499 : response.statusCode;
}
