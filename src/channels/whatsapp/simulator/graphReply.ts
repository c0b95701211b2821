import { randomBytes } from 'node:crypto';
import type { HttpReply } from '../../../http/message';
import { objectAt, textAt } from './graph/fields';
import type { GraphAnswer } from './graphApi';
import type { World } from './world';

/** An answer as it goes over the wire, with Graph's headers and a trace id. */
export function graphReply(answer: GraphAnswer, headers: Record<string, string> = {}): HttpReply {
  const trace = randomBytes(9).toString('base64url');
  const { body } = answer;
  const error = body.error && { error: { ...objectAt(body, 'error'), fbtrace_id: trace } };
  return {
    status: answer.status,
    headers: {
      ...headers,
      'content-type': 'application/json; charset=UTF-8',
      'x-fb-trace-id': trace,
      'facebook-api-version': 'v25.0',
    },
    body: JSON.stringify(error || body),
  };
}

/** Puts a refusal into the ledger. */
export function noteRefusal(world: World, answer: GraphAnswer): void {
  const error = objectAt(answer.body, 'error');
  world.ledger.refuse({
    at: world.account.now(),
    status: answer.status,
    code: Number(error.code ?? 0),
    details: textAt(objectAt(error, 'error_data'), 'details') ?? textAt(error, 'message') ?? '',
  });
}
