import type { HttpReply, HttpRequest, Route } from '../../http/message';
import { type Packed, packed, served } from '../../http/packed';
import { chatPages, script, style, who } from './pageFiles';

export type ChatPage = {
  /** Origins whose pages may hold the chat in a frame. */
  origins: string[];
  /** Where people reach us; undefined: where whoever asks does. */
  publicUrl: string | undefined;
  /** The language of whoever asks for none we have. */
  locale: string;
  /** The programme's WhatsApp number, in digits. */
  number?: string;
  /** Whether the simulated phone is on. */
  phone: boolean;
};

/** `/`: the chat in a browser; its style and script; and `/embed.js`, which brings it to the city's own site. */
export function chatPageRoutes(page: ChatPage): Route[] {
  const pages = chatPages(page);
  return [
    { method: 'GET', path: '/', answer: async (request) => shown(pages, page, request) },
    { method: 'GET', path: `/chat/:version/${style.name}`, answer: async (request) => file(style, request) },
    { method: 'GET', path: `/chat/:version/${script.name}`, answer: async (request) => file(script, request) },
    { method: 'GET', path: '/embed.js', answer: async (request) => embedded(request) },
  ];
}

function shown(pages: Record<string, Packed>, page: ChatPage, request: HttpRequest): HttpReply {
  const language = who(request, Object.keys(pages)) ?? page.locale;
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy(page, request),
    'cache-control': 'no-cache',
    vary: 'accept-language, accept-encoding',
  };
  return served(pages[language] ?? packed(''), request, headers);
}

// Older browsers do not take 'self' to mean our sockets too. No Host brings anything else in: the server has refused
// all but letters, digits and "._-:[]".
function policy({ origins, publicUrl }: ChatPage, { headers }: HttpRequest): string {
  const sockets = publicUrl ? new URL(publicUrl).origin.replace(/^http/, 'ws') : `ws://${headers.host ?? 'localhost'}`;
  return [
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'",
    `connect-src 'self' ${sockets}`,
    `frame-ancestors ${origins.length > 0 ? origins.join(' ') : "'none'"}`,
  ].join('; ');
}

// The version is the contents' own: what a browser has kept under it is right for ever. A page from before an update asks
// for a version that is gone, and is given what there is.
function file(asset: typeof style, request: HttpRequest): HttpReply {
  const isOurs = request.params.version === asset.version;
  return served(asset.packed, request, {
    'content-type': `${asset.type}; charset=utf-8`,
    'cache-control': isOurs ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
}

function embedded(request: HttpRequest): HttpReply {
  return served(embedScript, request, {
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=3600',
    'cross-origin-resource-policy': 'cross-origin',
  });
}
const embedScript = packed(script.embed);
