import type { HttpReply } from '../../http/message';
import { refusal } from './replies';

type Asked = { headers: Record<string, string | undefined> };

export type Origins = {
  /** Whether the page that asks may; programs, which have no origin, are judged by their token alone. */
  mayAsk: (request: Asked) => boolean;
  /** The reply with what lets a page of another origin read it. */
  readable: (request: Asked, reply: HttpReply) => HttpReply;
  /** The answer to a browser that asks first. */
  preflight: (request: Asked) => HttpReply;
};

/** Who may use the chat: pages of our own host, and of the origins allowed besides. */
export function createOrigins(allowed: string[]): Origins {
  const listed = new Set(allowed.map((origin) => new URL(origin).origin));
  const mayAsk = ({ headers: { origin, host } }: Asked) =>
    origin === undefined || (URL.canParse(origin) && (new URL(origin).host === host || listed.has(origin)));
  const readable = (request: Asked, reply: HttpReply): HttpReply => {
    const { origin } = request.headers;
    const opened = origin !== undefined && mayAsk(request) && { 'access-control-allow-origin': origin };
    // Caches must not hand one page's answer to another.
    const headers = { ...reply.headers, ...opened, ...EXPOSED, vary: 'Origin' };
    return { ...reply, headers };
  };
  return {
    mayAsk,
    readable,
    preflight: (request) => {
      const isPage = request.headers.origin !== undefined && mayAsk(request);
      return readable(request, isPage ? { status: 204, headers: PREFLIGHT } : refusal('foreignOrigin'));
    },
  };
}

const EXPOSED = { 'access-control-expose-headers': 'retry-after' };
// What Web Chat sends. No cookies: a token is all there is.
const PREFLIGHT = {
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': 'authorization, content-type, x-ms-bot-agent, x-requested-with',
  'access-control-max-age': '7200',
};
