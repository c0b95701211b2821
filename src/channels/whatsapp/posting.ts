import { crashPoint } from '../../crashPoint';
import { type ClaimedRow, claimHeads } from '../../db/outbox';
import { MOST_TRIES } from './errors';
import { MOST_SOCKETS } from './graphConnection';
import { createLanes, type Held, type Lanes } from './lanes';
import { leaveOf } from './leave';
import { createLine, type Line } from './line';
import { createLineKeeper, type LineKeeper } from './lineKeeper';
import { createMarks, type Marks } from './marks';
import { createPairs, type Pairs } from './pairs';
import type { SenderTools } from './sender';
import { sendRow } from './sendRow';
import { type Settled, settle } from './settle';

/** The rows this process holds leases of, and what is being done with them. */
export type Posting = {
  tools: SenderTools;
  terms: { limit: number; leaseSeconds: number; confirmMs: number; mostTries: number };
  /** How long after its claim a post may begin. */
  headStartMs: number;
  line: Line;
  pairs: Pairs;
  keeper: LineKeeper;
  marks: Marks;
  lanes: Lanes;
  inFlight: number;
  claiming: Promise<void> | undefined;
  /** Somebody asked for a claim while one was under way. */
  again: boolean;
  /** The last claim got as many as it asked for. */
  more: boolean;
  sweep: NodeJS.Timeout;
  wake: NodeJS.Timeout | undefined;
  onIdle: (() => void) | undefined;
  closing: boolean;
};

/** A pause longer than this is not waited for with leases in hand. */
const LONG_PAUSE_MS = 1000;

export function open(tools: SenderTools): Posting {
  const { leaseSeconds = 15, confirmMs = 2000, postMs = 11_000, rate = 80, sweepMs = 500 } = tools;
  const headStartMs = leaseSeconds * 1000 - postMs;
  if (headStartMs <= 0) throw new Error(`A lease of ${leaseSeconds} s is too short for posts of up to ${postMs} ms.`);
  const line = createLine(rate, MOST_SOCKETS);
  const posting: Posting = {
    tools,
    terms: { limit: 0, leaseSeconds, confirmMs, mostTries: MOST_TRIES },
    headStartMs,
    line,
    pairs: createPairs(),
    keeper: createLineKeeper(tools, line, () => void claim(posting)),
    marks: createMarks({
      db: tools.pool,
      onMore: () => void claim(posting),
      onFault: (fault) => tools.log.warn({ fault }, 'Results of posts could not be written; they are kept.'),
    }),
    lanes: createLanes(),
    inFlight: 0,
    claiming: undefined,
    again: false,
    more: false,
    sweep: setInterval(() => void claim(posting), sweepMs),
    wake: undefined,
    onIdle: undefined,
    closing: false,
  };
  posting.sweep.unref();
  return posting;
}

/** Claims what is due, as much as can be posted soon. */
export function claim(posting: Posting): Promise<void> {
  if (posting.claiming) posting.again = true;
  else if (!posting.closing)
    posting.claiming = claimOnce(posting).finally(() => {
      posting.claiming = undefined;
      if (posting.again) void claim(posting);
    });
  return posting.claiming ?? Promise.resolve();
}

async function claimOnce(posting: Posting): Promise<void> {
  posting.again = false;
  const limit = roomToClaim(posting);
  posting.more = limit < 1;
  if (limit < 1) return;
  crashPoint('O1');
  const since = performance.now();
  try {
    const rows = await claimHeads(posting.tools.pool, { ...posting.terms, limit });
    posting.more = rows.length === limit;
    if (rows.length > 0) hold(posting, rows, since);
  } catch (fault) {
    posting.tools.log.warn({ fault }, 'The outbox could not be read; it is tried again with the next sweep.');
  }
}

function roomToClaim({ line, lanes }: Posting): number {
  if (line.wait(performance.now()) > LONG_PAUSE_MS) return 0;
  return Math.min(2 * line.room(), Math.ceil(2 * line.rate())) - lanes.size();
}

/** Takes rows into their lanes, to be posted when their turn comes; `since` is when their leases began, or earlier. */
export function hold(posting: Posting, rows: ClaimedRow[], since: number): void {
  if (posting.closing || posting.line.stopped()) {
    giveBack(posting, rows);
    return;
  }
  const postBy = since + posting.headStartMs;
  for (const row of rows) posting.lanes.add({ row, postBy });
  pump(posting);
}

function giveBack(posting: Posting, rows: ClaimedRow[]): void {
  for (const { id, attempts } of rows) posting.marks.retry({ id, attempts });
}

function pump(posting: Posting): void {
  const { line, lanes } = posting;
  while (lanes.isWaiting() && posting.inFlight < line.room()) {
    const now = performance.now();
    const wait = line.wait(now);
    if (wait > LONG_PAUSE_MS) giveBack(posting, lanes.dropWaiting());
    if (wait > 0) break;
    const held = lanes.next();
    if (held) begin(posting, held, now);
  }
  if (lanes.isWaiting() && posting.inFlight < line.room()) wakeIn(posting, line.wait(performance.now()));
  if (posting.more && lanes.size() <= line.room() / 2) void claim(posting);
}

function wakeIn(posting: Posting, wait: number): void {
  posting.wake ??= setTimeout(() => {
    posting.wake = undefined;
    pump(posting);
  }, Math.ceil(wait));
}

function begin(posting: Posting, { row, postBy }: Held, now: number): void {
  const { tools, pairs, keeper, lanes } = posting;
  if (now > postBy) {
    giveBack(posting, lanes.drop(row.conversationId));
    return;
  }
  const { now: clock = Date.now, quietMs = () => 0 } = tools;
  const moment = { now: clock(), quietMs: quietMs(), templatesPausedMs: keeper.templatesPausedMs(now) };
  const leave = leaveOf(row, moment);
  const wait = pairs.wait(row.conversationId, now);
  if (leave.kind === 'held' || leave.kind === 'failed') conclude(posting, row, leave);
  else if (wait > 0) conclude(posting, row, { kind: 'held', why: 'pair_limit', delayMs: wait, counts: true });
  else post(posting, row, { form: leave.kind, began: now, postBy });
}

function post(
  posting: Posting,
  row: ClaimedRow,
  how: { form: 'free' | 'template'; began: number; postBy: number },
): void {
  const { began } = how;
  posting.line.take(began);
  posting.pairs.take(row.conversationId, began);
  posting.inFlight += 1;
  posting.tools.posting?.(row.to);
  crashPoint('O2');
  void sendRow(posting.tools, row, how).then((result) => {
    if (result.kind === 'accepted') crashPoint('O4');
    posting.inFlight -= 1;
    if (result.kind === 'faulty') conclude(posting, row, { kind: 'failed', why: 'faulty' });
    else if (result.kind === 'late') conclude(posting, row, { kind: 'back' });
    else {
      posting.tools.metrics?.posted(result.kind, performance.now() - began);
      posting.keeper.heard(row.id, result);
      conclude(posting, row, settle(row, result, posting.terms.confirmMs, Math.random()));
    }
    pump(posting);
    if (posting.inFlight === 0) posting.onIdle?.();
  });
}

function conclude(posting: Posting, row: ClaimedRow, settled: Settled): void {
  const { lanes } = posting;
  // What stands behind a message that is still to go must not overtake it.
  const goesOn =
    settled.kind === 'accepted' || settled.kind === 'failed' || (settled.kind === 'held' && !holdsUp(settled));
  if (goesOn && !posting.closing && !posting.line.stopped()) lanes.shift(row.conversationId);
  else giveBack(posting, lanes.drop(row.conversationId).slice(1));
  note(posting.marks, row, settled);
}

function holdsUp({ counts, delayMs }: Settled & { kind: 'held' }): boolean {
  return counts && delayMs !== undefined;
}

function note(marks: Marks, { id, attempts }: ClaimedRow, settled: Settled): void {
  if (settled.kind === 'accepted') marks.accepted({ id, providerId: settled.providerId });
  else if (settled.kind === 'back') marks.retry({ id, attempts });
  else if (settled.kind === 'retry') marks.retry({ id, attempts, ...settled });
  else if (settled.kind === 'unknown') marks.unknown({ id, attempts, ...settled });
  else if (settled.kind === 'held') marks.held({ id, attempts, ...settled });
  else marks.failed({ id, attempts, ...settled });
}

/** Whether messages wait for their turn, or none may leave. */
export function isBusy({ lanes, line }: Posting): boolean {
  return lanes.isWaiting() || line.room() === 1 || line.wait(performance.now()) > 0;
}

/** Ends it: nothing new is claimed or posted, posts under way are waited for, the rest goes back into line. */
export async function close(posting: Posting): Promise<void> {
  posting.closing = true;
  clearInterval(posting.sweep);
  clearTimeout(posting.wake);
  posting.keeper.close();
  await posting.claiming;
  giveBack(posting, posting.lanes.dropWaiting());
  if (posting.inFlight > 0)
    await new Promise<void>((resolve) => {
      posting.onIdle = resolve;
    });
  const written = await posting.marks.close();
  if (!written)
    posting.tools.log.warn(
      {},
      'The last results of posts could not be written; statuses or a resend will settle them.',
    );
}
