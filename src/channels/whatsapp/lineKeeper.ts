import { meaningOf } from './errors';
import type { SendResult } from './graphAnswer';
import type { Line } from './line';
import type { LineState, SenderTools } from './sender';

/** Watches over the line: tells it how posts end, tells operators what is wrong, and finds out when it is right again. */
export type LineKeeper = {
  heard: (outboxId: string, result: SendResult) => void;
  close: () => void;
};

/** Begins to watch. */
export function createLineKeeper(tools: SenderTools, line: Line): LineKeeper {
  const state: State = { tools, line, shown: 'open', probe: undefined, closed: false };
  return {
    heard: (outboxId, result) => heard(state, outboxId, result),
    close: () => {
      state.closed = true;
      clearTimeout(state.probe);
    },
  };
}

type State = {
  tools: SenderTools;
  line: Line;
  shown: LineState;
  probe: NodeJS.Timeout | undefined;
  closed: boolean;
};

function heard(state: State, outboxId: string, result: SendResult): void {
  const now = performance.now();
  if (result.kind === 'accepted') well(state, now);
  else if (result.kind === 'refused') refused(state, outboxId, result, now);
  else {
    const pauseMs = state.line.troubled(now, result.kind === 'unsent');
    paused(state, pauseMs, 'The Graph API does not answer; sending pauses.');
  }
}

function well(state: State, now: number): void {
  state.line.succeeded(now);
  if (!state.line.stopped()) show(state, 'open');
}

function paused(state: State, pauseMs: number, message: string, code?: number): void {
  if (pauseMs <= 0 || state.shown !== 'open') return;
  show(state, 'paused', code);
  state.tools.log.warn({ ...(code && { code }), pauseMs: Math.round(pauseMs) }, message);
}

function refused(state: State, outboxId: string, refusal: SendResult & { kind: 'refused' }, now: number): void {
  const { code, action, retryAfterMs } = refusal;
  const { line, tools } = state;
  const meaning = meaningOf(code);
  const operator = meaning?.operator ?? 'The answer is not in the catalogue of errors.ts.';
  tools.metrics?.refused(code, action);
  switch (action) {
    case 'retry':
      paused(state, line.troubled(now, false), `Sending pauses. ${operator}`, code);
      break;
    case 'throttle_number':
      paused(state, line.throttled(now, retryAfterMs ?? meaning?.pauseMs ?? 1000), `Sending pauses. ${operator}`, code);
      break;
    case 'stop_line':
      stop(state, code, operator);
      break;
    case 'throttle_pair':
      well(state, now);
      break;
    case 'fail':
      well(state, now);
      tools.log.warn({ outboxId, code }, `A message was not sent. ${operator}`);
  }
}

function stop(state: State, code: number, operator: string): void {
  const { tools, line } = state;
  if (line.stopped()) return;
  line.stop();
  show(state, 'stopped', code);
  tools.log.error({ code }, `Nothing is sent on WhatsApp until somebody acts; messages are kept. ${operator}`);
  ask(state);
}

function ask(state: State): void {
  const { tools, line } = state;
  state.probe = setTimeout(() => {
    void tools.graph.probe().then((answers) => {
      if (state.closed) return;
      if (!answers) return ask(state);
      line.resume();
      // The next sweep lets one post try.
      show(state, 'paused');
    });
  }, tools.probeMs ?? 60_000);
  state.probe.unref();
}

function show(state: State, shown: LineState, code?: number): void {
  if (state.shown === shown) return;
  state.shown = shown;
  state.tools.metrics?.line(shown, code);
}
