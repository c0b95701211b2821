import type { HttpRequest } from '../../../../http/message';
import { isObject, type Json } from './fields';

/** The body as a JSON object; undefined when it is something else. */
export function jsonIn(request: HttpRequest): Json | undefined {
  try {
    const value: unknown = JSON.parse(request.body.toString('utf8'));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The body as a multipart form; undefined when it is something else. */
export async function formIn(request: HttpRequest): Promise<FormData | undefined> {
  const contentType = request.headers['content-type'] ?? '';
  if (!contentType.startsWith('multipart/form-data')) return undefined;
  try {
    return await new Response(new Uint8Array(request.body), { headers: { 'content-type': contentType } }).formData();
  } catch {
    return undefined;
  }
}
