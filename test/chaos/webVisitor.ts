import { WebSocket } from 'ws';
import { chance } from '../../src/channels/whatsapp/simulator/chance';

/** Somebody at a web chat whose every call may go to another process, and whose socket is cut again and again. */
export type WebVisitor = {
  id: string;
  user: string;
  /** Her messages by key, as their posts were answered. */
  said: Map<string, Said>;
  /** All that has come by her sockets, in order. */
  heard: Heard[];
  figures: { sockets: number; refused: number; repeats: number };
  /** How far she has come, as the next socket will be asked for. */
  watermark: () => number;
  /** Ends her talking; her socket stays. */
  stop: () => Promise<void>;
  leave: () => void;
};
export type Said = { at: number; answerAfter?: number; echoAfter?: number; replyAfter?: number };
export type Heard = { id: string; position: number; isOurs: boolean; key?: string };

export type VisitorTools = {
  /** Processes in front of which there is nothing that would know one from the other. */
  urls: string[];
  seed: number;
  /** Between two messages, and between two cuts; half as long to twice. */
  paceMs: number;
  cutMs: number;
};

type Frame = {
  watermark: string;
  activities: {
    id: string;
    from: { role: string };
    channelData: { 'webchat:sequence-id': number; clientActivityID?: string };
  }[];
};

/** Comes to the chat as the `n`th, from an address of her own, and begins to talk. */
export async function openVisitor(tools: VisitorTools, n: number): Promise<WebVisitor> {
  const state = { isTalking: true, isHere: true, draws: 0, at: 0, waiting: [] as string[] };
  const draw = () => chance(tools.seed, n, ++state.draws);
  const url = () => tools.urls[Math.floor(draw() * tools.urls.length)] ?? '';
  const spread = (milliseconds: number) => pause(milliseconds * (0.5 + 1.5 * draw()));
  const address = `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`;
  const headers = { 'x-forwarded-for': address, 'content-type': 'application/json' };
  const begun = await persist(async () => {
    const origin = url();
    return ask(`${origin}/v3/directline/tokens/generate`, { method: 'POST', headers: { ...headers, origin } });
  });
  const { conversationId: id, token } = begun as { conversationId: string; token: string };
  const asHer = { ...headers, authorization: `Bearer ${token}` };
  const visitor: WebVisitor = {
    id,
    user: `dl_${id}`,
    said: new Map(),
    heard: [],
    figures: { sockets: 0, refused: 0, repeats: 0 },
    watermark: () => state.at,
    stop: async () => {
      state.isTalking = false;
      await talking;
    },
    leave: () => {
      state.isHere = false;
      socket?.terminate();
    },
  };
  let socket: WebSocket | undefined;

  function hear(text: string): void {
    if (text === '') return;
    const { activities, watermark } = JSON.parse(text) as Frame;
    for (const { id: activity, from, channelData } of activities) note(activity, from.role, channelData);
    state.at = Number(watermark);
  }

  function note(activity: string, role: string, data: Frame['activities'][number]['channelData']): void {
    const isOurs = role === 'bot';
    const key = data.clientActivityID;
    visitor.heard.push({ id: activity, position: data['webchat:sequence-id'], isOurs, ...(key && { key }) });
    const said = visitor.said.get(key ?? state.waiting[0] ?? '');
    const after = performance.now() - (said?.at ?? 0);
    if (key !== undefined) {
      state.waiting.push(key);
      if (said) said.echoAfter ??= after;
    } else {
      state.waiting.shift();
      if (said) said.replyAfter ??= after;
    }
  }

  async function listen(): Promise<void> {
    for (; state.isHere; await pause(200 * draw())) {
      const resumed = await ask(`${url()}/v3/directline/conversations/${id}?watermark=${state.at}`, {
        headers: asHer,
      }).catch(() => undefined);
      if (!resumed?.streamUrl) {
        visitor.figures.refused += 1;
        continue;
      }
      await untilClosed(resumed.streamUrl);
    }
  }

  function untilClosed(streamUrl: string): Promise<void> {
    return new Promise((resolve) => {
      const opened = new WebSocket(streamUrl, { headers: { 'x-forwarded-for': address } });
      socket = opened;
      let cut: NodeJS.Timeout | undefined;
      opened.on('open', () => {
        visitor.figures.sockets += 1;
        // Only one that is open can be cut: on a slow machine none would ever open.
        cut = setTimeout(() => state.isTalking && opened.terminate(), tools.cutMs * (0.5 + 1.5 * draw()));
      });
      // What is still under way when it is cut has not come: the next socket brings it.
      opened.on('message', (data) => opened.readyState === opened.OPEN && hear(data.toString()));
      opened.on('error', () => {});
      opened.on('close', () => {
        clearTimeout(cut);
        resolve();
      });
    });
  }

  async function talk(): Promise<void> {
    for (let count = 0; state.isTalking; count++, await spread(tools.paceMs)) {
      const key = `k${count}`;
      const body = JSON.stringify({ type: 'message', text: 'ayuda', channelData: { clientActivityID: key } });
      const post = () =>
        ask(`${url()}/v3/directline/conversations/${id}/activities`, { method: 'POST', headers: asHer, body });
      const said: Said = { at: performance.now() };
      visitor.said.set(key, said);
      const posts = [persist(post)];
      if (draw() < 0.15) {
        visitor.figures.repeats += 1;
        posts.push(persist(post));
      }
      await Promise.race(posts);
      said.answerAfter = performance.now() - said.at;
      await Promise.all(posts);
    }
  }

  void listen();
  const talking = pause(tools.paceMs * draw()).then(talk);
  return visitor;
}

/** Tries until it is answered well, as a client does whose message is shown as not sent. */
async function persist<T>(attempt: () => Promise<T>): Promise<T> {
  for (const end = Date.now() + 60_000; ; await pause(250)) {
    try {
      return await attempt();
    } catch (fault) {
      if (Date.now() > end) throw fault;
    }
  }
}

async function ask(url: string, init: RequestInit): Promise<Record<string, string>> {
  const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(10_000) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${answer.status}`);
  return JSON.parse(text);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
