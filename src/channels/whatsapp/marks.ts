import {
  markAccepted,
  markFailed,
  markHeld,
  markRetry,
  markUnknown,
  type ToFail,
  type ToHold,
  type ToRetry,
  type ToUnknown,
} from '../../db/outboxMarks';
import type { Db } from '../../db/pool';
import { MOST_TRIES } from './errors';

/** What became of posts, on its way to the database. */
export type Marks = {
  accepted: (row: { id: string; providerId: string }) => void;
  retry: (row: ToRetry) => void;
  held: (row: ToHold) => void;
  unknown: (row: ToUnknown) => void;
  failed: (row: ToFail) => void;
  /** Writes what is left; false if the database would not take it: then the leases run out and a status or a resend decides. */
  close: () => Promise<boolean>;
};

export type MarkTools = {
  db: Db;
  /** Called when a person to whom a post went has more due. */
  onMore: () => void;
  onFault: (fault: unknown) => void;
};

type Kinds = {
  accepted: { id: string; providerId: string };
  retry: ToRetry;
  held: ToHold;
  unknown: ToUnknown;
  failed: ToFail;
};
type Waiting = { [Kind in keyof Kinds]: Kinds[Kind][] };

const LONGEST_WAIT_MS = 10;
const FULL = 100;
const AFTER_FAULT_MS = 500;
const LAST_TRIES = 3;

/**
 * Writes results in batches: one statement a kind, at most 10 ms after the first or when 100 wait, one batch at a time.
 * What the database does not take is kept and written later: a mark may be late, never lost while the process lives.
 */
export function createMarks(tools: MarkTools): Marks {
  const state: State = { tools, waiting: none(), count: 0, timer: undefined, writing: undefined, closed: false };
  const keep =
    <Kind extends keyof Kinds>(kind: Kind) =>
    (row: Kinds[Kind]): void => {
      state.waiting[kind].push(row);
      state.count += 1;
      if (state.count >= FULL) flush(state);
      else state.timer ??= setTimeout(() => flush(state), LONGEST_WAIT_MS);
    };
  return {
    accepted: keep('accepted'),
    retry: keep('retry'),
    held: keep('held'),
    unknown: keep('unknown'),
    failed: keep('failed'),
    close: () => close(state),
  };
}

type State = {
  tools: MarkTools;
  waiting: Waiting;
  count: number;
  timer: NodeJS.Timeout | undefined;
  writing: Promise<boolean> | undefined;
  closed: boolean;
};

function none(): Waiting {
  return { accepted: [], retry: [], held: [], unknown: [], failed: [] };
}

function flush(state: State): void {
  clearTimeout(state.timer);
  state.timer = undefined;
  if (state.writing || state.count === 0) return;
  state.writing = write(state).finally(() => {
    state.writing = undefined;
  });
  void state.writing.then((written) => {
    if (state.count === 0 || state.timer || state.closed) return;
    state.timer = setTimeout(() => flush(state), written ? 0 : AFTER_FAULT_MS);
  });
}

async function write(state: State): Promise<boolean> {
  const { waiting, tools } = state;
  state.waiting = none();
  state.count = 0;
  const written = await Promise.all([
    attempt(state, 'accepted', waiting.accepted, (rows) => markAccepted(tools.db, rows)),
    attempt(state, 'retry', waiting.retry, (rows) => markRetry(tools.db, rows)),
    attempt(state, 'held', waiting.held, (rows) => markHeld(tools.db, rows)),
    attempt(state, 'unknown', waiting.unknown, (rows) => markUnknown(tools.db, rows, MOST_TRIES)),
    attempt(state, 'failed', waiting.failed, (rows) => markFailed(tools.db, rows)),
  ]);
  if (written.includes('more')) tools.onMore();
  return !written.includes('fault');
}

async function attempt<Kind extends keyof Kinds>(
  state: State,
  kind: Kind,
  rows: Kinds[Kind][],
  mark: (rows: Kinds[Kind][]) => Promise<unknown>,
): Promise<'more' | 'done' | 'fault'> {
  if (rows.length === 0) return 'done';
  try {
    return (await mark(rows)) === true ? 'more' : 'done';
  } catch (fault) {
    state.waiting[kind].unshift(...rows);
    state.count += rows.length;
    state.tools.onFault(fault);
    return 'fault';
  }
}

async function close(state: State): Promise<boolean> {
  state.closed = true;
  clearTimeout(state.timer);
  await state.writing;
  for (let left = LAST_TRIES; state.count > 0 && left > 0; left--) await write(state);
  return state.count === 0;
}
