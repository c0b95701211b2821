import type { IncomingMessage } from 'node:http';

export type RawBody =
  | { ok: true; bytes: Buffer }
  /** `encoded`: not the plain bytes, 415; `too_long`: 413; `cut_short`: the client is gone and hears no answer. */
  | { ok: false; why: 'encoded' | 'too_long' | 'cut_short' };

/**
 * Reads a request's body as the bytes that were sent, at most `limit` of them. Never inflates: restify's own body
 * parsers die of one wrong `content-encoding`, and turn 204 KB of gzip into 1.5 GB.
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<RawBody> {
  const { 'content-length': length, 'transfer-encoding': transfer, 'content-encoding': encoding } = request.headers;
  if (isEncoded(encoding, 'identity') || isEncoded(transfer, 'chunked')) return { ok: false, why: 'encoded' };
  if (Number(length ?? 0) > limit) return { ok: false, why: 'too_long' };
  if (transfer === undefined && Number(length ?? 0) === 0) return { ok: true, bytes: NOTHING };
  return collect(request, limit);
}

const NOTHING = Buffer.alloc(0);

function isEncoded(header: string | undefined, plain: string): boolean {
  return header !== undefined && header.toLowerCase() !== plain;
}

// Chunks are kept as they come: a buffer of the announced length would be memory given away on a mere claim.
function collect(request: IncomingMessage, limit: number): Promise<RawBody> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= limit) {
        chunks.push(chunk);
      } else {
        chunks.length = 0;
        resolve({ ok: false, why: 'too_long' });
      }
    });
    request.on('end', () => resolve({ ok: true, bytes: joined(chunks, length) }));
    request.on('error', () => resolve({ ok: false, why: 'cut_short' }));
    request.on('close', () => resolve({ ok: false, why: 'cut_short' }));
  });
}

function joined(chunks: Buffer[], length: number): Buffer {
  const [only] = chunks;
  return only && chunks.length === 1 ? only : Buffer.concat(chunks, length);
}
