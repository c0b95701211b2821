import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer, type Server as Restify } from 'restify';
import { clientAddresses } from './clientAddress';
import { answerFaults, type FaultLog, refuseUnreadable } from './faults';
import type { Route, SocketRoute } from './message';
import { handler, type Serving } from './route';
import { closer } from './shutdown';
import { takeUpgrades } from './upgrades';

export type HttpOptions = {
  routes: Route[];
  /** Paths that WebSockets are opened on. */
  sockets?: SocketRoute[];
  /** Proxies whose `X-Forwarded-For` is believed: addresses, or networks as 10.0.0.0/8. */
  proxies?: string[];
  log: FaultLog;
  /** Shown in the `Server` header; absent: no such header. */
  name?: string;
  metrics?: { answered(route: string, status: number, seconds?: number): void };
  limits?: Partial<HttpLimits>;
};

/** Times in milliseconds. */
type HttpLimits = {
  maxConnections: number;
  headersTimeout: number;
  requestTimeout: number;
  connectionsCheckingInterval: number;
  keepAliveTimeout: number;
};

export type Http = {
  /** Gives the port, which differs from the one asked for when that is 0. */
  listen(port: number, host?: string): Promise<number>;
  /** Takes no new connections, lets the requests under way end for at most `graceMs`, then cuts what is left. */
  close(graceMs: number): Promise<void>;
  /** Node's own. */
  server: Server;
};

/** The HTTP server: restify finds the route; everything else about a request is ours. */
export function createHttp({ routes, sockets = [], proxies = [], log, name = '', metrics, limits }: HttpOptions): Http {
  const serving: Serving = {
    closing: false,
    addressOf: clientAddresses(proxies),
    answered: metrics?.answered ?? (() => {}),
  };
  const restify = createServer({ name, log: MUTE as never, maxParamLength: 512 });
  const server = restify.server as Server;
  const close = closer(server);
  harden(server, limits);
  refuseUnreadable(restify, serving);
  answerFaults(restify, serving, log);
  for (const route of routes) mount(restify, route, serving);
  if (sockets.length > 0) takeUpgrades(server, sockets, serving);
  return {
    server,
    listen: (port, host) => listen(server, port, host),
    close: (graceMs) => {
      serving.closing = true;
      return close(graceMs);
    },
  };
}

// restify logs requests and responses whole, with all they carry: it gets nothing to log with.
const MUTE = { trace() {}, debug() {}, info() {}, warn() {}, error() {}, fatal() {}, child: () => MUTE };

function harden(server: Server, limits: Partial<HttpLimits> = {}): void {
  Object.assign(server, {
    maxConnections: 5000,
    headersTimeout: 10_000,
    requestTimeout: 20_000,
    // How often Node looks for overdue requests: at its own 30 s, a header sent drop by drop lived for 90 s.
    connectionsCheckingInterval: 1000,
    // Longer than the 60 s of the usual proxies, so that it is they who close an idle connection, never we under a request.
    keepAliveTimeout: 65_000,
    insecureHTTPParser: false,
    ...limits,
  });
  // restify takes upgrades and drops them without an answer, so that any client could keep sockets open for ever.
  server.removeAllListeners('upgrade');
}

function mount(restify: Restify, route: Route, serving: Serving): void {
  const answers = handler(route, serving) as never;
  if (route.method === 'POST') {
    restify.post(route.path, answers);
  } else if (route.method === 'OPTIONS') {
    restify.opts(route.path, answers);
  } else {
    restify.get(route.path, answers);
    restify.head(route.path, answers);
  }
}

function listen(server: Server, port: number, host?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const refuse = (cause: NodeJS.ErrnoException) =>
      reject(new Error(`Port ${port} cannot be opened (${cause.code}): stop what uses it, or set PORT.`, { cause }));
    server.once('error', refuse);
    server.listen(port, host, () => {
      server.off('error', refuse);
      resolve((server.address() as AddressInfo).port);
    });
  });
}
