import { createHash, timingSafeEqual } from 'node:crypto';
import type { HttpReply, HttpRequest, Route } from '../../http/message';
import { type CallLimits, createLimit, type Limit, neighbourhood } from './limits';
import type { Origins } from './origins';
import { refusal, waitFirst } from './replies';
import type { Tokens, Visitor } from './tokens';

type Answer = Route['answer'];
type ForVisitor = (visitor: Visitor, request: HttpRequest) => Promise<HttpReply>;

/** Makes answers of what each call is for: who may not ask, or asks too often, never comes that far. */
export type Calls = {
  /** For whoever may begin: a page that may use the chat, also one whose token has ended; a server that shows the secret. */
  begin: (answer: (visitor: Visitor) => Promise<HttpReply>) => Answer;
  /** For whoever has a token; or shows the secret, and is somebody new. */
  beginOrGoOn: (answer: ForVisitor) => Answer;
  /** For whoever has a token. */
  goOn: (answer: ForVisitor) => Answer;
  /** For whoever has a token of the conversation in the path. */
  inConversation: (kind: 'reads' | 'writes', answer: ForVisitor) => Answer;
  preflight: Answer;
};

export type CallTools = {
  tokens: Tokens;
  origins: Origins;
  limits: CallLimits;
  /** What servers show that may open conversations for others. */
  secrets: string[];
  log: { warn: (fields: object, message: string) => void };
};

export function createCalls({ tokens, origins, limits, secrets, log }: CallTools): Calls {
  const limit = limitsOf(limits);
  const each = (answer: Answer): Answer => {
    return async (request) => {
      const reply = origins.mayAsk(request)
        ? limited(limit.calls, neighbourhood(request.address))
        : refusal('foreignOrigin');
      return origins.readable(request, reply ?? (await answered(answer, request, log)));
    };
  };
  const goOn = (answer: ForVisitor): Answer => {
    return async (request) => {
      const bearer = bearerOf(request);
      if (bearer === undefined) return refusal('noToken');
      const token = tokens.read(bearer);
      if (!token.ok) return refusal(token.why === 'expired' ? 'expiredToken' : 'invalidToken');
      return answer(token.visitor, request);
    };
  };
  const begin = (answer: ForVisitor): Answer => {
    return async (request) =>
      limited(limit.openings, neighbourhood(request.address)) ?? answer(tokens.newVisitor(), request);
  };
  const isSecret = (request: HttpRequest) => isOneOf(bearerOf(request) ?? '', secrets);
  // A page names its origin, which has been looked at by now. One that shows what was its token goes on with it.
  const beginOnPage = async (answer: ForVisitor, request: HttpRequest): Promise<HttpReply> => {
    const bearer = bearerOf(request);
    if (bearer === undefined) return begin(answer)(request);
    const token = tokens.readLate(bearer);
    if (!token.ok) return refusal(token.why === 'expired' ? 'expiredToken' : 'invalidToken');
    return limited(limit.reads, token.visitor.conversation) ?? answer(token.visitor, request);
  };
  return {
    begin: (answer) =>
      each(async (request) => {
        if (isSecret(request)) return begin(answer)(request);
        return request.headers.origin === undefined ? refusal('noToken') : beginOnPage(answer, request);
      }),
    beginOrGoOn: (answer) => each((request) => (isSecret(request) ? begin(answer) : goOn(answer))(request)),
    goOn: (answer) => each(goOn(answer)),
    inConversation: (kind, answer) =>
      each(
        goOn(async (visitor, request) => {
          if (visitor.conversation !== request.params.conversation) return refusal('foreignConversation');
          return limited(limit[kind], visitor.conversation) ?? answer(visitor, request);
        }),
      ),
    preflight: async (request) => origins.preflight(request),
  };
}

function limitsOf(rates: CallLimits): Record<keyof CallLimits, Limit> {
  const { calls, openings, reads, writes } = rates;
  return {
    calls: createLimit(calls),
    openings: createLimit(openings),
    reads: createLimit(reads),
    writes: createLimit(writes),
  };
}

function limited(limit: Limit, key: string): HttpReply | undefined {
  const taken = limit.take(key);
  return taken.ok ? undefined : waitFirst('tooMany', taken.afterSeconds);
}

async function answered(answer: Answer, request: HttpRequest, log: CallTools['log']): Promise<HttpReply> {
  try {
    return await answer(request);
  } catch (fault) {
    log.warn({ fault }, 'A call of the web chat could not be answered; its client tries again.');
    return refusal('away');
  }
}

function bearerOf({ headers }: HttpRequest): string | undefined {
  return /^Bearer +([\x21-\x7e]+)$/i.exec(headers.authorization ?? '')?.[1];
}

// Digests have one length and tell nothing about the first byte that differs.
function isOneOf(given: string, secrets: string[]): boolean {
  return given !== '' && secrets.some((secret) => timingSafeEqual(digest(given), digest(secret)));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
