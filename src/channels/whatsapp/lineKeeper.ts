import { type Action, meaningOf } from './errors';
import type { SendResult } from './graphAnswer';
import type { Line } from './line';
import type { LineState, SenderTools } from './sender';

/** Watches over the line: tells it how posts end, tells operators what is wrong, and finds out when it is right again. */
export type LineKeeper = {
  heard: (outboxId: string, result: SendResult) => void;
  /** A message that had been taken has failed with this code. */
  failed: (code: number) => void;
  /** For how many milliseconds no template may be sent; 0: they may. */
  templatesPausedMs: (now: number) => number;
  close: () => void;
};

/** Begins to watch; `resumed` is told when posts may leave again. */
export function createLineKeeper(tools: SenderTools, line: Line, resumed: () => void): LineKeeper {
  const state: State = {
    tools,
    line,
    resumed,
    shown: 'open',
    broken: undefined,
    probe: undefined,
    templatesFrom: 0,
    closed: false,
  };
  return {
    heard: (outboxId, result) => heard(state, outboxId, result),
    failed: (code) => {
      const meaning = meaningOf(code);
      if (meaning?.action === 'stop_line' && !state.closed) stop(state, code, meaning.operator);
    },
    templatesPausedMs: (now) => Math.max(0, state.templatesFrom - now),
    close: () => {
      state.closed = true;
      clearTimeout(state.probe);
    },
  };
}

/**
 * The circuit is broken by an outage (nobody answers; the line opens when anybody does) or by a refusal that an operator has
 * to see to (it opens when the number itself answers). Either way a cheap question is asked in place of a message, and
 * then one message goes first.
 */
type State = {
  tools: SenderTools;
  line: Line;
  resumed: () => void;
  shown: LineState;
  broken: 'outage' | 'refusal' | undefined;
  probe: NodeJS.Timeout | undefined;
  templatesFrom: number;
  closed: boolean;
};

function heard(state: State, outboxId: string, result: SendResult): void {
  const now = performance.now();
  if (result.kind === 'accepted') well(state, now);
  else if (result.kind === 'refused') refused(state, { outboxId, ...result }, now);
  else {
    const pauseMs = state.line.troubled(now, result.kind === 'unsent');
    away(state, pauseMs, 'The Graph API does not answer; sending pauses.');
  }
}

function well(state: State, now: number): void {
  state.line.succeeded(now);
  if (state.broken === 'outage') mend(state);
  if (!state.line.stopped()) show(state, 'open');
}

function paused(state: State, pauseMs: number, message: string, code?: number): void {
  if (pauseMs <= 0 || state.shown !== 'open') return;
  show(state, 'paused', code);
  state.tools.log.warn({ ...(code && { code }), pauseMs: Math.round(pauseMs) }, message);
}

function away(state: State, pauseMs: number, message: string, code?: number): void {
  if (pauseMs <= 0 || state.broken) return;
  paused(state, pauseMs, message, code);
  state.broken = 'outage';
  state.line.stop();
  ask(state, pauseMs);
}

type Refused = { outboxId: string; code: number; action: Action; retryAfterMs?: number };

function refused(state: State, { outboxId, code, action, retryAfterMs }: Refused, now: number): void {
  const { line, tools } = state;
  const meaning = meaningOf(code);
  const operator = meaning?.operator ?? 'The answer is not in the catalogue of errors.ts.';
  tools.metrics?.refused(code, action);
  switch (action) {
    case 'retry':
      away(state, line.troubled(now, false), `Sending pauses. ${operator}`, code);
      break;
    case 'throttle_number':
      paused(state, line.throttled(now, retryAfterMs ?? meaning?.pauseMs ?? 1000), `Sending pauses. ${operator}`, code);
      break;
    case 'stop_line':
      stop(state, code, operator);
      break;
    case 'pause_templates':
      well(state, now);
      state.templatesFrom = now + (meaning?.pauseMs ?? 0);
      tools.log.error({ code }, operator);
      break;
    case 'throttle_pair':
    case 'needs_template':
      well(state, now);
      break;
    case 'fail':
      well(state, now);
      tools.log.warn({ outboxId, code }, `A message was not sent. ${operator}`);
  }
}

function stop(state: State, code: number, operator: string): void {
  const { tools, line } = state;
  if (state.broken) return;
  state.broken = 'refusal';
  line.stop();
  show(state, 'stopped', code);
  tools.log.error({ code }, `Nothing is sent on WhatsApp until somebody acts; messages are kept. ${operator}`);
  ask(state, tools.probeMs ?? 60_000);
}

function ask(state: State, inMs: number): void {
  state.probe = setTimeout(() => {
    void state.tools.graph.probe().then((answer) => {
      if (state.closed || !state.broken) return;
      const isMended = answer === 'well' || (state.broken === 'outage' && answer === 'there');
      if (isMended) mend(state);
      else ask(state, state.broken === 'refusal' ? inMs : state.line.troubled(performance.now(), true));
    });
  }, inMs);
  state.probe.unref();
}

// Paused is what it shows until one post has succeeded.
function mend(state: State): void {
  clearTimeout(state.probe);
  state.broken = undefined;
  state.line.resume();
  show(state, 'paused');
  state.resumed();
}

function show(state: State, shown: LineState, code?: number): void {
  if (state.shown === shown) return;
  state.shown = shown;
  state.tools.metrics?.line(shown, code);
}
