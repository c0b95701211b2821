import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Db } from '../../db/pool';
import { spendTicket, type TranscriptRow } from '../../db/transcript';
import type { HttpReply, SocketRoute, Take, UpgradeRequest } from '../../http/message';
import { activityOf } from './activities';
import { createFeed } from './feed';
import type { Hub } from './hub';
import { createLimit, neighbourhood, type SocketLimits } from './limits';
import type { Origins } from './origins';
import type { Reader } from './reader';
import { refusal, waitFirst } from './replies';
import { TICKET_SECONDS, type Tokens, type Visitor } from './tokens';
import { watermarkOf } from './watermark';

export type StreamTools = {
  db: Db;
  read: Reader;
  hub: Hub;
  tokens: Tokens;
  origins: Origins;
  limits: SocketLimits;
  pingMs?: number;
};

/** The WebSockets of the chat: what the server has to say goes out by them, what she says comes in by posts. */
export type Streams = { route: SocketRoute; count: () => number; close: () => void };

type Open = { sockets: Set<Attended>; byAddress: Map<string, number> };
type Attended = { socket: WebSocket; isAlive: boolean };

/** Takes sockets that bring a ticket, each once, and keeps watch over them. */
export function createStreams(tools: StreamTools): Streams {
  const { pingMs = 25_000 } = tools;
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: 65_536,
    perMessageDeflate: false,
  });
  const open: Open = { sockets: new Set(), byAddress: new Map() };
  const pings = setInterval(() => ping(open.sockets), pingMs).unref();
  return {
    route: {
      path: '/v3/directline/conversations/:conversation/stream',
      answer: async (request) => {
        const visitor = await admitted(request, tools, open);
        return 'status' in visitor ? visitor : taker(server, open, { ...tools, visitor, request });
      },
    },
    count: () => open.sockets.size,
    close: () => {
      clearInterval(pings);
      for (const { socket } of open.sockets) socket.close(1001);
    },
  };
}

// The ticket is spent last: whoever is refused for anything else may try again with it.
async function admitted(request: UpgradeRequest, tools: StreamTools, open: Open): Promise<Visitor | HttpReply> {
  const { tokens, origins, limits, db } = tools;
  if (!origins.mayAsk(request)) return refusal('foreignOrigin');
  const ticket = tokens.readTicket(request.query.get('t') ?? '');
  if (!ticket.ok) return refusal(ticket.why === 'expired' ? 'expiredToken' : 'invalidToken');
  if (ticket.visitor.conversation !== request.params.conversation) return refusal('foreignConversation');
  if (watermarkOf(request.query) === undefined) return refusal('badWatermark');
  const beside = open.byAddress.get(neighbourhood(request.address)) ?? 0;
  if (open.sockets.size >= limits.sockets || beside >= limits.socketsAnAddress) return waitFirst('tooManySockets', 30);
  if (!(await spendTicket(db, ticket.id, TICKET_SECONDS + 5))) return refusal('invalidToken');
  return ticket.visitor;
}

type Taking = StreamTools & { visitor: Visitor; request: UpgradeRequest };

function taker(server: WebSocketServer, open: Open, taking: Taking): Take {
  return (request: IncomingMessage, socket: Duplex, head: Buffer) =>
    server.handleUpgrade(request, socket, head, (webSocket) => {
      attend(webSocket, open, taking);
    });
}

function attend(socket: WebSocket, open: Open, { read, hub, visitor, request }: Taking): void {
  const entry = { socket, isAlive: true };
  const leave = enter(open, entry, neighbourhood(request.address));
  const feed = createFeed({
    read,
    web: visitor.user,
    after: watermarkOf(request.query) ?? 0,
    give: async (rows, upTo) => {
      await send(socket, frame(rows, upTo, visitor));
      hub.shown({ web: visitor.user, from: rows[0] ? rows[0].position - 1 : upTo, upTo });
    },
  });
  hub.follow(feed);
  socket.on('pong', () => {
    entry.isAlive = true;
  });
  const chatter = createLimit(FRAMES);
  socket.on('message', () => {
    entry.isAlive = true;
    // Clients send an empty frame every 20 seconds, and have nothing else to say here.
    if (!chatter.take('').ok) socket.close(1008);
  });
  socket.on('error', () => {}); // a frame that is too long or none: ws closes the socket itself
  socket.on('close', () => {
    leave();
    feed.stop();
    hub.unfollow(feed);
  });
  feed.look();
}
const FRAMES = { burst: 20, aSecond: 1 };

function enter({ sockets, byAddress }: Open, entry: Attended, address: string): () => void {
  const count = (by: number) => {
    const now = (byAddress.get(address) ?? 0) + by;
    if (now > 0) byAddress.set(address, now);
    else byAddress.delete(address);
  };
  sockets.add(entry);
  count(1);
  return () => {
    sockets.delete(entry);
    count(-1);
  };
}

function frame(rows: TranscriptRow[], upTo: number, visitor: Visitor): string {
  return JSON.stringify({ activities: rows.flatMap((row) => activityOf(row, visitor)), watermark: String(upTo) });
}

// Resolves when the frame has gone to the network: a reader who is slow is sent no more than one page at a time.
function send(socket: WebSocket, text: string): Promise<void> {
  return new Promise((resolve, reject) => socket.send(text, (fault) => (fault ? reject(fault) : resolve())));
}

// Who has not answered the last ping is gone. The empty frame is Direct Line's own sign of life.
function ping(sockets: Set<Attended>): void {
  for (const entry of sockets) {
    if (!entry.isAlive) entry.socket.terminate();
    entry.isAlive = false;
    if (entry.socket.readyState !== entry.socket.OPEN) continue;
    entry.socket.ping();
    entry.socket.send('');
  }
}
