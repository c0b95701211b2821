import type { z } from 'zod/v4';
import type { HttpReply, HttpRequest } from '../../../http/message';
import { json } from '../../../http/reply';

/** Reads a JSON post of our own page; anything else is given back as the refusal to answer with. */
export function ownPost<T>(
  request: HttpRequest,
  shape: z.ZodType<T>,
): { ok: true; value: T } | { ok: false; reply: HttpReply } {
  // A page of another site cannot send this content type without asking first, and we never say yes.
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? ''))
    return { ok: false, reply: json(415, { error: 'json_only' }) };
  if (!isSameSite(request)) return { ok: false, reply: json(403, { error: 'other_site' }) };
  const read = shape.safeParse(parsed(request.body));
  if (read.success) return { ok: true, value: read.data };
  const what = read.error.issues.map(({ path, message }) => `${path.join('.') || 'the body'}: ${message}`);
  return { ok: false, reply: json(400, { error: 'malformed', what }) };
}

// Programs send neither header; browsers send both with every post.
function isSameSite({ headers }: HttpRequest): boolean {
  const { origin, host } = headers;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
