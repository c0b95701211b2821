import { createHmac } from 'node:crypto';
import { answerByRoute, openLittleServer } from '../../../src/channels/whatsapp/simulator/littleServer';
import { openStandIn, type StandIn, type StandInOptions } from '../../../src/channels/whatsapp/simulator/standIn';
import type { HttpReply, HttpRequest, Route } from '../../../src/http/message';

/** A webhook that arrived, with the bytes it came in. */
type Arrived = { bytes: Buffer; isSigned: boolean; value: Record<string, unknown> };

/** A tiny bot behind real HTTP: it answers what it gets, and remembers it. */
export type EchoService = {
  url: string;
  standIn: StandIn;
  arrived: Arrived[];
  messages: () => Item[];
  statuses: () => Item[];
  /** The statuses the next webhooks are answered with; 200 when used up. */
  answers: number[];
  /** What the next webhooks wait for before they are answered. */
  waits: Promise<unknown>[];
  send: (body: object, headers?: Record<string, string>) => Promise<{ status: number; json: Item }>;
  close: () => Promise<void>;
};

// biome-ignore lint/suspicious/noExplicitAny: a webhook is looked at from the outside, as JSON
export type Item = any;

export const secrets = {
  appSecret: 'test-app-secret',
  verifyToken: 'test-verify-token',
  accessToken: 'test-access-token',
  phoneNumberId: '106540352242922',
};

/** Opens a stand-in and a bot for each other. Without `reply` the bot only listens. */
export async function openEchoService(
  options: Partial<StandInOptions> = {},
  around: { reply?: (item: Item) => object | undefined; routes?: (standIn: StandIn) => Route[] } = {},
): Promise<EchoService> {
  const late: { routes: Route[] } = { routes: [] };
  const arrived: Arrived[] = [];
  const answers: number[] = [];
  const waits: Promise<unknown>[] = [];
  const server = await openLittleServer(async (request) => {
    const routed = await answerByRoute(late.routes, request);
    return routed ?? (request.method === 'GET' ? handshake(request) : take(request));
  }, 0);
  const standIn = await openStandIn({
    ...secrets,
    webhookUrl: `${server.url}/webhooks/whatsapp`,
    delivery: { retryFactor: 0.01 },
    statuses: 'none',
    seed: 7,
    ...options,
  });
  late.routes = around.routes?.(standIn) ?? [];

  const send: EchoService['send'] = async (body, headers = {}) => {
    const response = await fetch(`${standIn.url}/v25.0/${secrets.phoneNumberId}/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${secrets.accessToken}`, ...headers },
      body: JSON.stringify({ messaging_product: 'whatsapp', ...body }),
    });
    return { status: response.status, json: await response.json() };
  };

  async function take(request: HttpRequest): Promise<HttpReply> {
    const status = answers.shift() ?? 200;
    const expected = createHmac('sha256', secrets.appSecret).update(request.body).digest('hex');
    const isSigned = request.headers['x-hub-signature-256'] === `sha256=${expected}`;
    arrived.push({ bytes: request.body, isSigned, value: JSON.parse(request.body.toString()) });
    const mine = arrived.slice(-1);
    await waits.shift();
    if (status !== 200) return { status };
    const bodies = itemsOf(mine, 'messages').map((item) => around.reply?.(item));
    void (async () => {
      for (const body of bodies) if (body) await send(body).catch(() => undefined);
    })();
    return { status };
  }

  return {
    url: server.url,
    standIn,
    arrived,
    answers,
    waits,
    messages: () => itemsOf(arrived, 'messages'),
    statuses: () => itemsOf(arrived, 'statuses'),
    send,
    close: async () => {
      await standIn.close();
      await server.close();
    },
  };
}

/** Waits until it is so; says what it waited for when it never is. */
export async function until(isSo: () => boolean, what: string, timeoutMs = 5000): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (!isSo()) {
    if (Date.now() > end) throw new Error(`Waited ${timeoutMs} ms in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

function handshake({ query }: HttpRequest): HttpReply {
  const isOurs = query.get('hub.mode') === 'subscribe' && query.get('hub.verify_token') === secrets.verifyToken;
  return isOurs ? { status: 200, body: query.get('hub.challenge') ?? '' } : { status: 403 };
}

function itemsOf(arrived: Arrived[], kind: 'messages' | 'statuses'): Item[] {
  return arrived.flatMap(({ value }) =>
    (value as Item).entry.flatMap((entry: Item) => entry.changes.flatMap((change: Item) => change.value[kind] ?? [])),
  );
}
