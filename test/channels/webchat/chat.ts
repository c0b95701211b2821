import type { Pool } from 'pg';
import { WebSocket } from 'ws';
import { createIntake } from '../../../src/bot/intake';
import { openWebChat, type WebChat, type WebChatOptions } from '../../../src/channels/webchat/open';
import { localWakes } from '../../../src/channels/webchat/wakes';
import { createPool } from '../../../src/db/pool';
import type { Outbound } from '../../../src/domain/talk';
import { createHttp, type Http, type HttpOptions } from '../../../src/http/server';

export type Chat = { url: string; port: number; http: Http; chat: WebChat; pool: Pool; close: () => Promise<void> };

/** The web chat over a database, with no bot behind it: what it hears stands in the inbox, what it tells the test files. */
export async function openChat(
  databaseUrl: string,
  options: Partial<WebChatOptions> = {},
  http: Partial<HttpOptions> = {},
): Promise<Chat> {
  const pool = createPool({ url: databaseUrl, keyed: true });
  const wakes = options.wakes ?? localWakes();
  const chat = openWebChat({
    db: pool,
    wakes,
    intake: createIntake({ pool, kick: () => {}, count: () => {} }),
    settings: { origins: [], secrets: [], tokenSecrets: [] },
    key: Buffer.alloc(32, 7),
    publicUrl: undefined,
    log: { warn: () => {} },
    ...options,
  });
  const server = createHttp({ routes: chat.routes, sockets: chat.sockets, log: { error: () => {} }, ...http });
  const port = await server.listen(0, '127.0.0.1');
  const close = async () => {
    await chat.close();
    await server.close(0);
    await wakes.close();
    await pool.end();
  };
  return { url: `http://127.0.0.1:${port}`, port, http: server, chat, pool, close };
}

/** What any of the calls may answer with; a test reads what its call gives. */
export type Answer = {
  status: number;
  headers: Headers;
  body: {
    conversationId: string;
    token: string;
    expires_in: number;
    streamUrl: string;
    id: string;
    activities: Heard[];
    watermark: string;
    error: { code: string; message: string };
  };
};

/** An activity as it comes to a client. */
type Heard = {
  id: string;
  type: string;
  text?: string;
  from: { role: string };
  channelData: { 'webchat:sequence-id': number; clientActivityID?: string };
  suggestedActions?: { actions: { title: string; value: string }[] };
};

/** Calls Direct Line; `path` follows /v3/directline. */
export async function call(url: string, path: string, over: RequestInit & { token?: string } = {}): Promise<Answer> {
  const { token, headers, ...init } = over;
  const response = await fetch(`${url}/v3/directline${path}`, {
    ...init,
    headers: { ...(token && { authorization: `Bearer ${token}` }), ...(headers as Record<string, string>) },
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : {} };
}

export type Guest = {
  id: string;
  user: string;
  token: string;
  /** Posts an activity; a text becomes a message under a key of its own. */
  say: (activity: string | object) => Promise<Answer>;
  read: (watermark?: string) => Promise<Answer>;
  resume: (watermark?: string) => Promise<Answer>;
};

let keys = 0;

/** Somebody who opens the page of this server. */
export async function newGuest(url: string): Promise<Guest> {
  const { body } = await call(url, '/tokens/generate', { method: 'POST', headers: { origin: url } });
  return guestOf(url, body.conversationId, body.token);
}

/** Somebody who has a token already. */
function guestOf(url: string, id: string, token: string): Guest {
  const path = `/conversations/${id}`;
  return {
    id,
    user: `dl_${id}`,
    token,
    say: (activity) =>
      call(url, `${path}/activities`, { method: 'POST', token, body: JSON.stringify(toActivity(activity)) }),
    read: (watermark = '') => call(url, `${path}/activities?watermark=${watermark}`, { token }),
    resume: (watermark = '') => call(url, `${path}?watermark=${watermark}`, { token }),
  };
}

function toActivity(activity: string | object): object {
  keys += 1;
  if (typeof activity !== 'string') return activity;
  return { type: 'message', text: activity, channelData: { clientActivityID: `key-${process.pid}-${keys}` } };
}

export type Line = {
  socket: WebSocket;
  /** Every activity that came, in order. */
  heard: Heard[];
  texts: () => string[];
  watermark: () => string;
  closed: Promise<number>;
};

/** Opens a stream; rejects when it is refused, with the status. */
export function listen(streamUrl: string, headers: Record<string, string> = {}): Promise<Line> {
  const socket = new WebSocket(streamUrl, { headers });
  const heard: Line['heard'] = [];
  let watermark = '';
  socket.on('message', (data) => {
    const text = data.toString();
    if (text === '') return;
    const frame = JSON.parse(text);
    heard.push(...frame.activities);
    watermark = frame.watermark;
  });
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  return new Promise((resolve, reject) => {
    socket.once('open', () =>
      resolve({ socket, heard, texts: () => heard.map(({ text }) => text ?? ''), watermark: () => watermark, closed }),
    );
    socket.once('unexpected-response', (_, response) => {
      socket.terminate();
      reject(new Error(`refused: ${response.statusCode}`));
    });
    socket.on('error', reject);
  });
}

/** Tells a visitor something, as a turn would; gives the position. Without `wake` only a look by itself finds it. */
export async function tell(pool: Pool, user: string, said: string | Outbound): Promise<number> {
  const body = typeof said === 'string' ? { text: said } : said;
  const { rows } = await pool.query<{ position: string }>({
    name: 'test-tell',
    text: `insert into outbox (conversation_id, channel, turn_id, n, body)
           select conversation_id, 'web', gen_random_uuid(), 0, $2 from address where kind = 'web' and value = $1
           returning position`,
    values: [user, JSON.stringify(body)],
  });
  return Number(rows[0]?.position);
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
