import { createHash } from 'node:crypto';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { HttpReply, HttpRequest, Route } from './message';

/** A file as it goes out, compressed once, and the tag a browser knows it by. */
export type Packed = { tag: string; forms: { plain: Buffer; gzip: Buffer; br: Buffer } };

/** Compresses what goes out. */
export function packed(text: string): Packed {
  const plain = Buffer.from(text);
  return {
    tag: `"${digest(text)}"`,
    forms: { plain, gzip: gzipSync(plain, { level: 9 }), br: brotliCompressSync(plain) },
  };
}

/** Gives a file in the best form a browser takes, or tells it that what it has kept is still right. */
export function served({ tag, forms }: Packed, request: HttpRequest, headers: Record<string, string>): HttpReply {
  const tagged = { vary: 'accept-encoding', ...headers, etag: tag };
  if (request.headers['if-none-match'] === tag) return { status: 304, headers: tagged };
  const encoding = acceptable(request.headers['accept-encoding']);
  if (!encoding) return { status: 200, headers: tagged, body: forms.plain };
  return { status: 200, headers: { ...tagged, 'content-encoding': encoding }, body: forms[encoding] };
}

/** A file that browsers keep, and ask each time whether it is still right. */
export function keptFile(path: string, type: string, text: string): Route {
  const contents = packed(text);
  const headers = { 'content-type': type, 'cache-control': 'no-cache' };
  return { method: 'GET', path, answer: async (request) => served(contents, request, headers) };
}

/** A short name of some contents, other when they are. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}

function acceptable(encodings = ''): 'br' | 'gzip' | undefined {
  const taken = encodings
    .slice(0, 200)
    .split(',')
    .filter((one) => !/;\s*q=0(\.0*)?\s*$/.test(one))
    .map((one) => one.split(';')[0]?.trim());
  return (['br', 'gzip'] as const).find((one) => taken.includes(one));
}
