import type { Db } from '../../db/pool';
import type { Inbound } from '../../domain/talk';
import type { HttpRequest, Route, SocketRoute } from '../../http/message';
import { createCalls } from './calls';
import { createHub } from './hub';
import { CALL_LIMITS, type CallLimits, SOCKET_LIMITS, type SocketLimits } from './limits';
import { createOrigins } from './origins';
import { directLineRoutes } from './routes';
import { createStreams } from './stream';
import { createTokens } from './tokens';
import type { Wakes } from './wakes';

export type WebChatOptions = {
  db: Db;
  wakes: Wakes;
  intake: { accept: (messages: Inbound[]) => Promise<void> };
  /** Sign the tokens: the first; all are taken. */
  tokenSecrets: (string | Buffer)[];
  /** Pages of other origins that may use the chat. */
  origins: string[];
  /** What servers show that may open conversations for others. */
  secrets: string[];
  /** Where people reach us; absent: where whoever asks does. */
  publicUrl?: string;
  limits?: Partial<CallLimits & SocketLimits>;
  log: { warn: (fields: object, message: string) => void };
};

export type WebChat = {
  routes: Route[];
  sockets: SocketRoute[];
  /** How many sockets are open. */
  open: () => number;
  close: () => Promise<void>;
};

/** Opens the web chat's side of the service: Direct Line 3.0, of our own. */
export function openWebChat(options: WebChatOptions): WebChat {
  const { db, wakes, intake, secrets, log } = options;
  const limits = { ...CALL_LIMITS, ...SOCKET_LIMITS, ...options.limits };
  const tokens = createTokens(options.tokenSecrets);
  const origins = createOrigins([...options.origins, ...(options.publicUrl ? [options.publicUrl] : [])]);
  const hub = createHub({ db, wakes });
  const streams = createStreams({ db, hub, tokens, origins, limits });
  const calls = createCalls({ tokens, origins, limits, secrets, log });
  return {
    routes: directLineRoutes({
      db,
      calls,
      hub,
      tokens,
      accept: intake.accept,
      socketsAt: socketsAt(options.publicUrl),
    }),
    sockets: [streams.route],
    open: streams.count,
    close: async () => {
      streams.close();
      await hub.close();
    },
  };
}

// Without a public URL we are on somebody's own machine, where nothing is encrypted.
function socketsAt(publicUrl: string | undefined): (request: HttpRequest) => string {
  const fixed = publicUrl?.replace(/^http/, 'ws');
  return ({ headers }) => fixed ?? `ws://${headers.host ?? 'localhost'}`;
}
