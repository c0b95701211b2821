import type { Db } from '../../db/pool';
import type { Inbound } from '../../domain/talk';
import type { HttpRequest, Route, SocketRoute } from '../../http/message';
import { createCalls } from './calls';
import { createHub } from './hub';
import { CALL_LIMITS, type CallLimits, SOCKET_LIMITS, type SocketLimits } from './limits';
import { createOrigins } from './origins';
import { createReader } from './reader';
import { directLineRoutes } from './routes';
import { createStreams } from './stream';
import { createTokens } from './tokens';
import type { Wakes } from './wakes';

export type WebChatOptions = {
  /** A pool that is keyed, for the chat's reads alone. */
  db: Db;
  wakes: Wakes;
  intake: { accept: (messages: Inbound[]) => Promise<void> };
  /** Pages of other origins that may use the chat; what servers show that may open conversations; what signs tokens. */
  settings: { origins: string[]; secrets: string[]; tokenSecrets: string[] };
  /** The installation's: signs the tokens where no secret is set for them. */
  key: Buffer;
  /** Where people reach us; undefined: where whoever asks does. */
  publicUrl: string | undefined;
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
  const { db, wakes, intake, settings, key, publicUrl, log } = options;
  const limits = { ...CALL_LIMITS, ...SOCKET_LIMITS, ...options.limits };
  const tokens = createTokens(settings.tokenSecrets.length > 0 ? settings.tokenSecrets : [key]);
  const origins = createOrigins([...settings.origins, ...(publicUrl ? [publicUrl] : [])]);
  const hub = createHub({ db, wakes });
  const read = createReader(db);
  const streams = createStreams({ db, read, hub, tokens, origins, limits });
  const calls = createCalls({ tokens, origins, limits, secrets: settings.secrets, log });
  return {
    routes: directLineRoutes({ db, read, calls, hub, tokens, accept: intake.accept, socketsAt: socketsAt(publicUrl) }),
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
