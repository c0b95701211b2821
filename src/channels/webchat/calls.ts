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
  /** For whoever may begin: a page that may use the chat, or a server that shows the secret. */
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
  const limit = {
    calls: createLimit(limits.calls),
    openings: createLimit(limits.openings),
    reads: createLimit(limits.reads),
    writes: createLimit(limits.writes),
  };
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
  return {
    begin: (answer) =>
      each(async (request) => (mayBegin(request, isSecret) ? begin(answer)(request) : refusal('noToken'))),
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

// Browsers name the origin with every post: it has been looked at by now. Who names none shows the secret.
function mayBegin(request: HttpRequest, isSecret: (request: HttpRequest) => boolean): boolean {
  return isSecret(request) || (request.headers.origin !== undefined && request.headers.authorization === undefined);
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
