import { randomUUID } from 'node:crypto';
import { DialogContextError } from 'botbuilder-dialogs';
import type { Pool, PoolClient } from 'pg';
import { crashPoint } from '../crashPoint';
import type { Db } from '../db/pool';
import {
  beginTurn,
  endTurn,
  type FiledReply,
  failMessage,
  type HeldConversation,
  leaveTurn,
  type WaitingMessage,
} from '../db/turns';
import type { Outbound } from '../domain/talk';
import { say } from '../script/say';
import { sentence } from '../script/sentences';
import type { World } from '../script/steps';
import type { Bot } from './router';
import type { State, StateCache } from './stateCache';
import { TurnAdapter } from './turnAdapter';
import type { TurnStorage } from './turnStorage';
import { emptyBubble, type UnitOfWork } from './unitOfWork';
import { heldAfter } from './world';

/** How a look at a conversation ended. 'more': messages are left; 'busy': another process holds it; 'idle': nothing is due. */
export type TurnOutcome = 'done' | 'more' | 'busy' | 'idle' | 'failed' | 'parked';

export type TurnTools = {
  /** A pool whose clients pipeline: a turn without domain work is two round trips. */
  pool: Pool;
  cache: StateCache;
  storage: TurnStorage;
  bot: Bot;
  locale: string;
  worldOf: (held: HeldConversation, message: WaitingMessage, conversationId: string, tx: Db) => World;
  /** Told of each reply that this process may post at once; its lease began at `since`, by the process's clock, or later. */
  post: (replies: LeasedReply[], since: number) => void;
  /** Told of a web visitor whose transcript has grown. */
  wake: (web: string) => void;
  leaseSeconds: number;
  count: (what: { outcome: TurnOutcome; messages: number; source?: 'cache' | 'row' }) => void;
  /** A fault of ours in a turn; never with personal data. */
  report: (fault: unknown, conversationId: string) => void;
};
export type LeasedReply = {
  id: string;
  conversationId: string;
  body: Outbound;
  resend: 'harmless';
  attempts: number;
  refusals: number;
  to: FiledReply['to'];
  priority: 0;
  asTemplate: false;
  heardAt: Date | null;
};

/** Works what waits in one conversation: one transaction, at most `MOST_MESSAGES` messages, in the order they were sent. */
export function createTurns(tools: TurnTools): (conversationId: string) => Promise<TurnOutcome> {
  const adapter = new TurnAdapter();
  return async (conversationId) => {
    const first = await tryTurn(tools, adapter, conversationId, MOST_MESSAGES);
    // One bad message must not take its neighbours with it: alone, the others commit before it.
    const last = first.fault && first.messages > 1 ? await tryTurn(tools, adapter, conversationId, 1) : first;
    const outcome = last.fault ? await settleFault(tools, conversationId, last.fault) : last.outcome;
    tools.count({ outcome, messages: last.messages, ...(last.source && { source: last.source }) });
    return outcome;
  };
}
const MOST_MESSAGES = 10;

type Fault = { cause: unknown; seq?: string; locale: string };
type Try = { outcome: TurnOutcome; messages: number; source?: 'cache' | 'row'; fault?: Fault };

async function tryTurn(tools: TurnTools, adapter: TurnAdapter, conversationId: string, most: number): Promise<Try> {
  const cached = await tools.cache.get(conversationId);
  const client = await tools.pool.connect();
  let working: Working | undefined;
  try {
    const { held, waiting } = await beginTurn(client, conversationId, { cachedTurn: cached?.turnId, most });
    if (!held || waiting.length === 0) {
      await leaveTurn(client);
      client.release();
      return { outcome: held ? 'idle' : 'busy', messages: 0 };
    }
    working = { tools, adapter, client, held, waiting, unit: unitOf(conversationId, held, cached?.state) };
    const outcome = await workAll(working);
    client.release();
    return { outcome, messages: waiting.length, source: held.state === null ? 'cache' : 'row' };
  } catch (cause) {
    // Whether it rolls back or not does not matter: the connection goes, and with it the transaction and the lock.
    client.release(true);
    const locale = working?.unit.locale ?? tools.locale;
    return {
      outcome: 'failed',
      messages: working?.waiting.length ?? 0,
      fault: { cause, locale, ...(working?.at && { seq: working.at }) },
    };
  }
}

type Working = {
  tools: TurnTools;
  adapter: TurnAdapter;
  client: PoolClient;
  held: HeldConversation;
  waiting: WaitingMessage[];
  unit: UnitOfWork;
  /** The message being worked, while it is the bot that works it. */
  at?: string;
};

async function workAll(working: Working): Promise<TurnOutcome> {
  const { tools, held, waiting, unit } = working;
  tools.storage.open(unit);
  try {
    for (const message of waiting) await workOne(working, message);
  } finally {
    tools.storage.close(unit);
  }
  crashPoint('C3');
  return commit(working, { conversationId: unit.conversationId, channel: held.channel, turnId: randomUUID() });
}

async function workOne(working: Working, message: WaitingMessage): Promise<void> {
  const { tools, adapter, client, held, unit } = working;
  working.at = message.seq;
  const world = tools.worldOf(held, message, unit.conversationId, client);
  await adapter.work({ unit, message, world, nonce: randomUUID().slice(0, 6), bubble: emptyBubble() }, tools.bot);
  const heardAt = message.utterance.kind === 'notice' ? undefined : message.sentAt;
  working.held = heldAfter(held, world, { locale: unit.locale, heardAt });
  delete working.at;
}

async function commit(
  { tools, client, waiting, unit }: Working,
  turn: { conversationId: string; channel: HeldConversation['channel']; turnId: string },
): Promise<TurnOutcome> {
  const state = JSON.stringify(unit.state);
  const { locale, replies, blanked } = unit;
  const since = performance.now();
  const filed = await endTurn(client, { ...turn, state, locale, replies, done: waiting, blanked }, tools.leaseSeconds);
  crashPoint('C5');
  tools.cache.set(turn.conversationId, { turnId: turn.turnId, state });
  const web = filed.replies[0]?.to.web;
  if (web) tools.wake(web);
  else if (replies.length > 0)
    tools.post(
      filed.replies.flatMap((reply, n) => leased(reply, replies[n]?.body, turn.conversationId)),
      since,
    );
  return filed.more ? 'more' : 'done';
}

function leased(reply: FiledReply, body: Outbound | undefined, conversationId: string): LeasedReply[] {
  if (reply.status !== 'sending' || !body) return [];
  const { id, attempts, to, heardAt } = reply;
  const fresh = { resend: 'harmless', refusals: 0, priority: 0, asTemplate: false } as const;
  return [{ id, conversationId, body, ...fresh, attempts, to, heardAt }];
}

function unitOf(conversationId: string, held: HeldConversation, cached: State | undefined): UnitOfWork {
  return {
    conversationId,
    state: held.state === null && cached ? cached : JSON.parse(held.state ?? '{}'),
    replies: [],
    blanked: [],
    locale: held.locale,
  };
}

// A fault outside the bot (Postgres away, a lost commit) costs the message nothing; it is worked again as soon as can be.
async function settleFault(
  tools: TurnTools,
  conversationId: string,
  { cause, seq, locale }: Fault,
): Promise<TurnOutcome> {
  const fault = cause instanceof DialogContextError ? cause.error : cause;
  tools.report(fault, conversationId);
  if (seq === undefined || isConnectionFault(fault)) return 'failed';
  const parked = await failMessage(tools.pool, seq, randomUUID(), { text: sentence(locale, say('talk.sorry')) });
  return parked ? 'parked' : 'failed';
}

function isConnectionFault(fault: unknown): boolean {
  const code = typeof fault === 'object' && fault !== null && 'code' in fault ? String(fault.code) : '';
  const message = fault instanceof Error ? fault.message : '';
  // A statement that Postgres itself gave up for its length (57014) counts: it would take as long the next time.
  // Class 08: connection; 53: out of resources; 55P03: lock not had in time; 57P: the server goes down; 40: serialisation, deadlock.
  return (
    /^(08|53|57P|40|55P03|E[A-Z]+$)/.test(code) ||
    /Connection terminated|Query read timeout|timeout exceeded when trying to connect|not queryable/.test(message)
  );
}
