import type { Inbound } from '../../domain/talk';
import type { Graph } from './graph';

/** Tells people that what they wrote has been read and, where an answer takes a moment, that it is being written. */
export type ReadMarks = {
  /** Messages have been accepted for working; returns at once. */
  received: (messages: Inbound[]) => void;
  /** An answer leaves to this person. */
  answered: (to: { phone?: string; bsuid?: string }) => void;
  close: () => void;
};

export type ReadMarkTools = {
  graph: Pick<Graph, 'read'>;
  /** Messages wait, or none may leave: a mark would be in their way. */
  isBusy: () => boolean;
  count: (result: ReadMarkResult) => void;
  /** How long an answer may take before she sees that one is coming. */
  waitMs?: number;
  now?: () => number;
};
type ReadMarkResult = 'read' | 'typing' | 'failed' | 'dropped';

const EACH_MS = 5000;
const MOST_AT_ONCE = 4;
const MOST_WAITING = 256;

/**
 * Best effort, on a small budget of its own: nobody waits for a mark, none is tried twice, one person gets one in five
 * seconds. The mark goes out a moment after the message: Meta shows "typing" for 25 seconds unless a message follows, and
 * most answers leave sooner than a mark that was sent before them would arrive.
 */
export function createReadMarks(tools: ReadMarkTools): ReadMarks {
  const { waitMs = 250, now = () => performance.now() } = tools;
  const state: State = { tools, waiting: new Map(), timers: new Set(), marked: new Map(), underWay: 0 };
  return {
    received(messages) {
      for (const message of messages) note(state, message, { waitMs, now: now() });
    },
    answered({ phone, bsuid }) {
      for (const key of [phone, bsuid]) {
        const mark = key === undefined ? undefined : state.waiting.get(key);
        if (mark) mark.isAnswered = true;
      }
    },
    close() {
      for (const timer of state.timers) clearTimeout(timer);
    },
  };
}

type Mark = { keys: string[]; messageId: string; isAnswered: boolean };
type State = {
  tools: ReadMarkTools;
  waiting: Map<string, Mark>;
  timers: Set<NodeJS.Timeout>;
  /** When people were last given a mark; whoever was long ago is forgotten. */
  marked: Map<string, number>;
  underWay: number;
};

function note(state: State, message: Inbound, { waitMs, now }: { waitMs: number; now: number }): void {
  if (message.channel !== 'whatsapp' || message.utterance.kind === 'notice') return;
  const keys = message.from.map(({ value }) => value);
  const before = keys.map((key) => state.waiting.get(key)).find(Boolean);
  if (before) {
    before.messageId = message.messageId;
    return;
  }
  forgetOld(state.marked, now);
  if (keys.some((key) => state.marked.has(key))) return;
  if (state.waiting.size >= MOST_WAITING) {
    state.tools.count('dropped');
    return;
  }
  const mark = { keys, messageId: message.messageId, isAnswered: false };
  for (const key of keys) {
    state.waiting.set(key, mark);
    state.marked.set(key, now);
  }
  const timer = setTimeout(() => {
    state.timers.delete(timer);
    for (const key of keys) state.waiting.delete(key);
    post(state, mark);
  }, waitMs);
  timer.unref();
  state.timers.add(timer);
}

// In the order in which they were marked.
function forgetOld(marked: Map<string, number>, now: number): void {
  for (const [key, at] of marked) {
    if (now - at < EACH_MS) return;
    marked.delete(key);
  }
}

function post(state: State, { messageId, isAnswered }: Mark): void {
  const { graph, isBusy, count } = state.tools;
  if (state.underWay >= MOST_AT_ONCE || isBusy()) {
    count('dropped');
    return;
  }
  state.underWay += 1;
  void graph.read(messageId, !isAnswered).then((isTaken) => {
    state.underWay -= 1;
    count(isTaken ? (isAnswered ? 'read' : 'typing') : 'failed');
  });
}
