import { z } from 'zod/v4';
import type { HttpReply, HttpRequest, Route } from '../../../../http/message';
import { json } from '../../../../http/reply';
import { ownPost } from '../sameSite';
import type { StandIn } from '../standIn';

/** What Meta decides about the account: whether templates pass, how healthy the number is, how long the token lives. */
export function accountRoutes(standIn: StandIn): Route[] {
  return [
    { method: 'POST', path: '/simulator/template', answer: async (request) => judge(standIn, request) },
    { method: 'POST', path: '/simulator/verify', answer: async () => json(200, { verified: await standIn.verify() }) },
    { method: 'POST', path: '/simulator/account', answer: async (request) => setAccount(standIn, request) },
  ];
}

const verdict = z.strictObject({
  name: z.string(),
  language: z.string().optional(),
  status: z.enum(['PENDING', 'APPROVED', 'REJECTED', 'PAUSED', 'DISABLED']),
});

/** Gives a template, in one language or in all, another state, and tells the business by webhook as Meta does. */
function judge({ account, tell }: StandIn, request: HttpRequest): HttpReply {
  const post = ownPost(request, verdict);
  if (!post.ok) return post.reply;
  const { name, language, status } = post.value;
  const judged = account.templates.filter((one) => one.name === name && (language ?? one.language) === one.language);
  if (judged.length === 0) return json(404, { error: 'no_such_template' });
  for (const template of judged) {
    template.status = status;
    const about = { message_template_name: template.name, message_template_language: template.language };
    tell({ field: 'message_template_status_update', value: { event: status, ...about } });
  }
  return json(200, { judged: judged.length });
}

const changes = z.strictObject({
  health: z.enum(['AVAILABLE', 'LIMITED', 'BLOCKED']).optional(),
  isSubscribed: z.boolean().optional(),
  /** From now, by the stand-in's clock; null: never. */
  tokenDiesInMs: z.number().min(0).nullable().optional(),
});

function setAccount({ account }: StandIn, request: HttpRequest): HttpReply {
  const post = ownPost(request, changes);
  if (!post.ok) return post.reply;
  const { health, isSubscribed, tokenDiesInMs } = post.value;
  if (health !== undefined) account.health = health;
  if (isSubscribed !== undefined) account.isSubscribed = isSubscribed;
  if (tokenDiesInMs === null) delete account.tokenUntil;
  else if (tokenDiesInMs !== undefined) account.tokenUntil = account.now() + tokenDiesInMs;
  return json(200, {});
}
