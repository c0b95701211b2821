import type { IncomingHttpHeaders } from 'node:http';
import { classify, type GraphError, type Refusal } from './errors';

/** What came back over the wire. `cut`: it broke off after the request may have left, and after which status, if any. */
export type Answer =
  | { kind: 'whole'; status: number; headers: IncomingHttpHeaders; body: string }
  | { kind: 'cut'; status?: number }
  | { kind: 'unsent' };

/** What became of a post. Only `ambiguous` leaves open whether the message is on its way; `unsent` never left us. */
export type SendResult =
  | { kind: 'accepted'; providerId: string }
  | ({ kind: 'refused' } & Refusal)
  | { kind: 'ambiguous' }
  | { kind: 'unsent' };

/** What became of an upload. `failed`: nothing is known of it, and it may be done again. */
export type UploadResult = { kind: 'uploaded'; mediaId: string } | ({ kind: 'refused' } & Refusal) | { kind: 'failed' };

/** What is worth keeping of a refusal; never a word of the message or of the person. */
export type RefusedNote = { status: number; code: number; subcode?: number; trace?: string };

/** Tells what became of a post. An answer is trusted no further than it goes: proxies answer HTML, or half of something. */
export function readSendAnswer(answer: Answer, onRefused: (note: RefusedNote) => void): SendResult {
  if (answer.kind === 'unsent') return { kind: 'unsent' };
  if (answer.kind === 'cut') return isRefused(answer.status) ? half(answer.status) : { kind: 'ambiguous' };
  const { status, headers } = answer;
  const said = parse(answer.body);
  const error = isObject(said.error) ? said.error : undefined;
  if (!error && status >= 200 && status < 300) return accepted(said);
  if (!error && status >= 500) return { kind: 'ambiguous' };
  const refusal = classify(status, error);
  onRefused(noteOf(status, refusal, error));
  const retryAfterMs = refusal.action.startsWith('throttle') ? waitOf(headers) : undefined;
  const doubt = status >= 500 && refusal.action === 'retry' && ({ isDoubtful: true } as const);
  return { kind: 'refused', ...refusal, ...(retryAfterMs !== undefined && { retryAfterMs }), ...doubt };
}

/** Tells what became of an upload. */
export function readUploadAnswer(answer: Answer): UploadResult {
  if (answer.kind !== 'whole') return { kind: 'failed' };
  const said = parse(answer.body);
  const error = isObject(said.error) ? said.error : undefined;
  if (!error && answer.status === 200 && typeof said.id === 'string') return { kind: 'uploaded', mediaId: said.id };
  if (!error) return { kind: 'failed' };
  return { kind: 'refused', ...classify(answer.status, error) };
}

function isRefused(status: number | undefined): status is number {
  return status !== undefined && status >= 400 && status < 500;
}

// Refused it is; what for was in the half that did not come.
function half(status: number): SendResult {
  return { kind: 'refused', code: 0, action: status === 429 ? 'throttle_number' : 'retry' };
}

function accepted(said: Json): SendResult {
  const first: unknown = Array.isArray(said.messages) ? said.messages[0] : undefined;
  const id = isObject(first) ? first.id : undefined;
  const usable = typeof id === 'string' && id !== '' && id.length <= 512 && !id.includes('\0');
  // Accepted, it seems, but under which id? A status with our tag will tell.
  return usable ? { kind: 'accepted', providerId: id } : { kind: 'ambiguous' };
}

function noteOf(status: number, { code, subcode }: Refusal, error: (GraphError & Json) | undefined): RefusedNote {
  const trace = error?.fbtrace_id;
  return {
    status,
    code,
    ...(subcode !== undefined && { subcode }),
    ...(typeof trace === 'string' && trace.length <= 64 && { trace }),
  };
}

function waitOf(headers: IncomingHttpHeaders): number | undefined {
  const seconds = Number(headers['retry-after'] ?? Number.NaN);
  if (seconds >= 0) return seconds * 1000;
  // Minutes, for each of the account's kinds of use.
  const usage = headers['x-business-use-case-usage'];
  const uses = typeof usage === 'string' ? Object.values(parse(usage)).flat() : [];
  const minutes = uses
    .map((use) => (isObject(use) ? Number(use.estimated_time_to_regain_access) : 0))
    .filter(Number.isFinite);
  const most = Math.max(0, ...minutes);
  return most > 0 ? most * 60_000 : undefined;
}

type Json = Record<string, unknown>;

function parse(text: string): Json {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
