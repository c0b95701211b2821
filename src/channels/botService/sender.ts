import { type Activity, ActivityTypes, type CloudAdapter, type ConversationReference } from 'botbuilder';
import { type BotReply, claimBotReplies, markBotReply } from '../../db/botService';
import type { Db } from '../../db/pool';
import type { Choice, Outbound } from '../../domain/talk';
import { markdown } from '../webchat/markdown';

export type BotSenderTools = {
  db: Db;
  adapter: CloudAdapter;
  appId: string;
  log: { warn: (fields: object, message: string) => void };
};

/**
 * Sends what is due to people on Bot Framework's channels, each person's in order; resolves when none is left. A reply
 * whose answer was lost is sent again: these channels have no way to ask whether it arrived.
 */
export async function sendBotReplies(tools: BotSenderTools): Promise<void> {
  for (;;) {
    const replies = await claimBotReplies(tools.db, AT_ONCE, LEASE_SECONDS);
    if (replies.length === 0) return;
    await Promise.all(replies.map((reply) => send(tools, reply)));
  }
}
const AT_ONCE = 20;
const LEASE_SECONDS = 60;

async function send({ db, adapter, appId, log }: BotSenderTools, reply: BotReply): Promise<void> {
  const { id, attempts, body, reference } = reply;
  if (!reference) return markBotReply(db, reply, { kind: 'failed', code: 404 });
  try {
    let providerId: string | null = null;
    await adapter.continueConversationAsync(appId, reference as Partial<ConversationReference>, async (context) => {
      context.activity.id = ''; // made up by the SDK; a reply to it would be a reply to nothing
      providerId = (await context.sendActivity(activityOf(body)))?.id ?? null;
    });
    await markBotReply(db, reply, { kind: 'sent', providerId });
  } catch (fault) {
    const status = statusOf(fault);
    const isFinal = (status >= 400 && status < 500 && status !== 408 && status !== 429) || attempts >= MOST_TRIES;
    log.warn({ outboxId: id, status, attempts }, 'A channel of Bot Framework refused a message.');
    await markBotReply(
      db,
      reply,
      isFinal ? { kind: 'failed', code: status } : { kind: 'retry', delayMs: pause(attempts) },
    );
  }
}
const MOST_TRIES = 8;

function pause(attempts: number): number {
  return Math.min(2 ** attempts * 500, 120_000);
}

// 0: no answer at all.
function statusOf(fault: unknown): number {
  return typeof fault === 'object' && fault !== null && 'statusCode' in fault ? Number(fault.statusCode) || 0 : 0;
}

// A bubble as an activity that any channel can show: its choices as buttons, and numbered in words where they say more.
function activityOf({ text, choices = [] }: Outbound): Partial<Activity> {
  const told = choices.some(({ detail }) => detail) ? `${text}\n\n${choices.map(line).join('\n')}` : text;
  return {
    type: ActivityTypes.Message,
    text: markdown(told),
    textFormat: 'markdown',
    ...(choices.length > 0 && { suggestedActions: { to: [], actions: choices.map(button) } }),
  };
}

function line({ title, detail }: Choice, n: number): string {
  return `${n + 1}. ${detail ? `${title} — ${detail}` : title}`;
}

function button({ id, title }: Choice) {
  return { type: 'messageBack', title, displayText: title, text: title, value: id };
}
