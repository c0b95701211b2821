import type { HttpReply } from '../../http/message';
import { json } from '../../http/reply';

/** Why a call is refused, as Direct Line says it: a client shows none of it, a developer reads it. */
const REFUSALS = {
  noToken: [401, 'BadArgument', 'A token is wanted: authorization: Bearer …'],
  invalidToken: [403, 'BadArgument', 'The token is not one of ours.'],
  expiredToken: [403, 'TokenExpired', 'The token has expired.'],
  foreignConversation: [403, 'BadArgument', 'The token is for another conversation.'],
  foreignOrigin: [403, 'BadArgument', 'Pages of this origin may not use this chat.'],
  notJson: [400, 'MalformedData', 'The body is not JSON.'],
  badWatermark: [400, 'BadArgument', 'The watermark is not one of ours.'],
  badActivity: [
    400,
    'BadArgument',
    'The activity is not one this chat takes: a message with a text of at most 4,096 characters.',
  ],
  noFiles: [415, 'NotSupported', 'Files are not taken here: please write it as a text.'],
  tooMany: [429, 'TooManyRequests', 'That was too much at once: please wait a moment.'],
  tooManySockets: [503, 'ServiceError', 'All places are taken: please try again in a moment.'],
  away: [503, 'ServiceError', 'It could not be done just now: please send it again.'],
} as const satisfies Record<string, readonly [number, string, string]>;

export type Refusal = keyof typeof REFUSALS;

/** A refusal in Direct Line's shape. */
export function refusal(why: Refusal, headers?: Record<string, string>): HttpReply {
  const [status, code, message] = REFUSALS[why];
  return json(status, { error: { code, message } }, headers);
}

/** After how many seconds it may be tried again. */
export function waitFirst(why: Refusal, seconds: number): HttpReply {
  return refusal(why, { 'retry-after': String(seconds) });
}
