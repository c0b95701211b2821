import type { Db } from '../../db/pool';
import { transcriptEnds } from '../../db/transcript';
import type { Inbound } from '../../domain/talk';
import type { HttpReply, HttpRequest, Route } from '../../http/message';
import { json } from '../../http/reply';
import { activityOf, messageIdOf } from './activities';
import type { Calls } from './calls';
import type { Hub } from './hub';
import { readActivity } from './readActivity';
import type { Reader } from './reader';
import { refusal } from './replies';
import { TOKEN_SECONDS, type Tokens, type Visitor } from './tokens';
import { watermarkOf } from './watermark';

export type ChatTools = {
  db: Db;
  read: Reader;
  calls: Calls;
  hub: Hub;
  tokens: Tokens;
  /** Makes messages durable; resolves only when they are. */
  accept: (messages: Inbound[]) => Promise<void>;
  /** Where whoever asks reaches our sockets: wss://host. */
  socketsAt: (request: HttpRequest) => string;
};

const ROOT = '/v3/directline';
const CONVERSATION = `${ROOT}/conversations/:conversation`;

/** Direct Line 3.0, as Web Chat and Microsoft's clients speak it. */
export function directLineRoutes(tools: ChatTools): Route[] {
  const { begin, beginOrGoOn, goOn, inConversation, preflight } = tools.calls;
  const routes: Route[] = [
    post(
      `${ROOT}/tokens/generate`,
      begin(async (visitor) => json(200, tokenOf(tools, visitor))),
    ),
    post(
      `${ROOT}/tokens/refresh`,
      goOn(async (visitor) => json(200, tokenOf(tools, visitor))),
    ),
    post(
      `${ROOT}/conversations`,
      beginOrGoOn((visitor, request) => start(tools, visitor, request)),
    ),
    get(
      CONVERSATION,
      inConversation('reads', (visitor, request) => resume(tools, visitor, request)),
    ),
    get(
      `${CONVERSATION}/activities`,
      inConversation('reads', (visitor, request) => poll(tools, visitor, request)),
    ),
    post(
      `${CONVERSATION}/activities`,
      inConversation('writes', (visitor, request) => say(tools, visitor, request)),
    ),
    post(
      `${CONVERSATION}/upload`,
      inConversation('writes', async () => refusal('noFiles')),
    ),
  ];
  const paths = [...new Set(routes.map(({ path }) => path))];
  return [...routes, ...paths.map((path): Route => ({ method: 'OPTIONS', path, answer: preflight }))];
}

function get(path: string, answer: Route['answer']): Route {
  return { method: 'GET', path, answer };
}

function post(path: string, answer: Route['answer']): Route {
  return { method: 'POST', path, answer };
}

function tokenOf({ tokens }: ChatTools, visitor: Visitor) {
  return { conversationId: visitor.conversation, token: tokens.sign(visitor), expires_in: TOKEN_SECONDS };
}

// 201 for a conversation in which nothing has been said, 200 for one that goes on.
async function start(tools: ChatTools, visitor: Visitor, request: HttpRequest): Promise<HttpReply> {
  const ends = await transcriptEnds(tools.db, [visitor.user]);
  return json(ends.size > 0 ? 200 : 201, connection(tools, { visitor, request, after: 0 }));
}

async function resume(tools: ChatTools, visitor: Visitor, request: HttpRequest): Promise<HttpReply> {
  const after = watermarkOf(request.query);
  return after === undefined ? refusal('badWatermark') : json(200, connection(tools, { visitor, request, after }));
}

// The client adds nothing to the stream's URL: the watermark has to stand in it.
function connection(tools: ChatTools, { visitor, request, after }: Connecting) {
  const ticket = tools.tokens.signTicket(visitor);
  const path = `${ROOT}/conversations/${visitor.conversation}/stream?watermark=${after}&t=${ticket}`;
  return { ...tokenOf(tools, visitor), streamUrl: `${tools.socketsAt(request)}${path}` };
}
type Connecting = { visitor: Visitor; request: HttpRequest; after: number };

async function poll({ read, hub }: ChatTools, visitor: Visitor, { query }: HttpRequest): Promise<HttpReply> {
  const asked = watermarkOf(query);
  if (asked === undefined) return refusal('badWatermark');
  const found = await read({ web: visitor.user, after: asked, limit: PAGE });
  // Beyond the end: Postgres was put back to an earlier time, and all of it is new.
  const isBeyond = found.last < asked;
  const { rows } = isBeyond ? await read({ web: visitor.user, after: 0, limit: PAGE }) : found;
  const upTo = rows.at(-1)?.position ?? (isBeyond ? 0 : asked);
  const from = isBeyond ? 0 : asked;
  if (rows.length > 0) hub.shown({ web: visitor.user, from, upTo });
  return json(200, { activities: rows.flatMap((row) => activityOf(row, visitor)), watermark: String(upTo) });
}
const PAGE = 100;

async function say({ accept, hub }: ChatTools, visitor: Visitor, { body }: HttpRequest): Promise<HttpReply> {
  const value = parsed(body);
  if (value === undefined) return refusal('notJson');
  const activity = readActivity(value);
  if (activity === 'malformed') return refusal('badActivity');
  const messageId = messageIdOf(visitor, activity.key);
  if (activity.kind === 'said') {
    const from = [{ kind: 'web' as const, value: visitor.user }];
    await accept([{ channel: 'web', messageId, from, sentAt: Date.now(), utterance: activity.utterance }]);
    hub.wake(visitor.user);
  }
  return json(200, { id: messageId });
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
