import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Server as Restify } from 'restify';
import { type FaultNote, noteFault } from '../fault';
import type { HttpReply } from './message';
import { json, sendReply } from './reply';
import type { Serving } from './route';

export type FaultLog = {
  error(fields: { fault: FaultNote; id?: string; method?: string; route?: string }, message: string): void;
};

/** The server's one error handler: whatever is thrown, and whatever has no route, is answered and counted here. */
export function answerFaults(restify: Restify, serving: Serving, log: FaultLog): void {
  // restify's callback is left alone: it would go on to send the error's message.
  restify.on('restifyError', (request: Request, response: ServerResponse, fault: unknown) => {
    const reply = request.route ? internal(request, fault, log) : unrouted(fault);
    serving.answered(request.route?.path ?? 'none', reply.status);
    if (response.headersSent) response.destroy();
    else void sendReply(request, response, reply, serving.closing);
  });
  // An error of the listening socket, such as too many open files; it goes on listening.
  restify.on('error', (fault: unknown) => {
    if ((restify.server as Server).listening) log.error({ fault: noteFault(fault) }, 'The HTTP server met an error.');
  });
}

type Request = IncomingMessage & { route?: { path: string } };

function internal({ method = '', route }: Request, fault: unknown, log: FaultLog): HttpReply {
  const id = randomUUID();
  log.error({ fault: noteFault(fault), id, method, route: route?.path ?? '' }, 'A request failed.');
  return json(500, { error: 'internal', id });
}

function unrouted(fault: unknown): HttpReply {
  const isMethod = fault instanceof Error && 'statusCode' in fault && fault.statusCode === 405;
  return isMethod ? json(405, { error: 'method_not_allowed' }) : json(404, { error: 'not_found' });
}

type WithFirst = {
  first(mayGoOn: (request: IncomingMessage & { path(): string }, response: ServerResponse) => boolean): void;
};

/**
 * Answers 400 to requests that restify 12 must not see. It finds the path by parsing "http://" + Host + target: a Host of
 * "x/admin?" would be routed as /admin, and one that does not parse would end the process.
 */
export function refuseUnreadable(restify: Restify, serving: Serving): void {
  (restify as unknown as WithFirst).first((request, response) => {
    if (isReadable(request)) return true;
    serving.answered('none', 400);
    void sendReply(request, response, json(400, { error: 'bad_request' }), true);
    return false;
  });
}

const HOST = /^([\w.-]+|\[[\da-f:.]+\])?(:\d*)?$/i;

function isReadable(request: IncomingMessage & { path(): string }): boolean {
  try {
    return HOST.test(request.headers.host ?? '') && request.url !== '*' && request.path().startsWith('/');
  } catch {
    return false;
  }
}
