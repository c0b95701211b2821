import { crashPoint } from '../../crashPoint';
import { type ClaimedRow, claimHeads } from '../../db/outbox';
import { MOST_TRIES } from './errors';
import { MOST_SOCKETS } from './graph';
import type { SendResult } from './graphAnswer';
import { createLine, type Line } from './line';
import { createLineKeeper, type LineKeeper } from './lineKeeper';
import { createMarks, type Marks } from './marks';
import { render } from './render';
import type { SenderTools } from './sender';
import { settle } from './settle';

/** The rows this process holds leases of, and what is being done with them. */
export type Posting = {
  tools: SenderTools;
  terms: { limit: number; leaseSeconds: number; confirmMs: number; mostTries: number };
  /** How long after its claim a post may begin. */
  headStartMs: number;
  line: Line;
  keeper: LineKeeper;
  marks: Marks;
  /** A lane is a person's rows, first to post first. While it is in `ready` it waits its turn, else it is being posted. */
  lanes: Map<string, Held[]>;
  ready: string[];
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
type Held = { row: ClaimedRow; postBy: number };

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
    keeper: createLineKeeper(tools, line),
    marks: createMarks({
      db: tools.pool,
      onMore: () => void claim(posting),
      onFault: (fault) => tools.log.warn({ fault }, 'Results of posts could not be written; they are kept.'),
    }),
    lanes: new Map(),
    ready: [],
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
  return Math.min(2 * line.room(), Math.ceil(2 * line.rate())) - lanes.size;
}

/** Takes rows into their lanes, to be posted when their turn comes; `since` is when their leases began, or earlier. */
export function hold(posting: Posting, rows: ClaimedRow[], since: number): void {
  if (posting.closing || posting.line.stopped()) {
    giveBack(posting, rows);
    return;
  }
  const postBy = since + posting.headStartMs;
  for (const row of rows) {
    const lane = posting.lanes.get(row.conversationId);
    if (lane) lane.push({ row, postBy });
    else {
      posting.lanes.set(row.conversationId, [{ row, postBy }]);
      posting.ready.push(row.conversationId);
    }
  }
  pump(posting);
}

function giveBack(posting: Posting, rows: ClaimedRow[]): void {
  for (const { id, attempts } of rows) posting.marks.retry({ id, attempts });
}

function pump(posting: Posting): void {
  const { line, ready, lanes } = posting;
  while (ready.length > 0 && posting.inFlight < line.room()) {
    const now = performance.now();
    const wait = line.wait(now);
    if (wait > LONG_PAUSE_MS) giveAllBack(posting);
    if (wait > 0) break;
    const conversation = ready.shift() ?? '';
    const held = lanes.get(conversation)?.[0];
    if (held && now <= held.postBy) post(posting, held.row, now);
    else giveLaneBack(posting, conversation);
  }
  if (ready.length > 0 && posting.inFlight < line.room()) wakeIn(posting, line.wait(performance.now()));
  if (posting.more && lanes.size <= line.room() / 2) void claim(posting);
}

function wakeIn(posting: Posting, wait: number): void {
  posting.wake ??= setTimeout(() => {
    posting.wake = undefined;
    pump(posting);
  }, Math.ceil(wait));
}

function giveAllBack(posting: Posting): void {
  for (const conversation of posting.ready.splice(0)) giveLaneBack(posting, conversation);
}

function giveLaneBack(posting: Posting, conversation: string): void {
  const lane = posting.lanes.get(conversation) ?? [];
  posting.lanes.delete(conversation);
  giveBack(
    posting,
    lane.map(({ row }) => row),
  );
}

function post(posting: Posting, row: ClaimedRow, began: number): void {
  posting.line.take(began);
  posting.inFlight += 1;
  crashPoint('O2');
  void send(posting.tools, row).then((result) => {
    if (result.kind === 'accepted') crashPoint('O4');
    posting.inFlight -= 1;
    posting.tools.metrics?.posted(result.kind, performance.now() - began);
    posting.keeper.heard(row.id, result);
    conclude(posting, row, result);
    pump(posting);
    if (posting.inFlight === 0) posting.onIdle?.();
  });
}

async function send({ graph, log, metrics }: SenderTools, { id, to, body }: ClaimedRow): Promise<SendResult> {
  // Nobody to write to any more: she has changed or withdrawn her addresses since.
  if (!to.phone && !to.bsuid) return { kind: 'refused', code: 0, action: 'fail' };
  try {
    return await graph.send(
      to,
      render(body, () => metrics?.cut()),
      id,
    );
  } catch (fault) {
    log.error({ outboxId: id, fault }, 'A message could not be put into a form WhatsApp takes.');
    return { kind: 'refused', code: 0, action: 'fail' };
  }
}

function conclude(posting: Posting, row: ClaimedRow, result: SendResult): void {
  const { lanes, marks, ready } = posting;
  const { id, conversationId, attempts } = row;
  const settled = settle(row, result, posting.terms.confirmMs, Math.random());
  const lane = lanes.get(conversationId) ?? [];
  lane.shift();
  if (settled.kind === 'accepted') marks.accepted({ id, providerId: settled.providerId });
  else if (settled.kind === 'failed') marks.failed({ id, attempts, errorCode: settled.errorCode });
  else {
    // What stands behind a message that has not gone must not overtake it.
    giveLaneBack(posting, conversationId);
    if (settled.kind === 'unknown') marks.unknown({ id, attempts, waitMs: settled.waitMs });
    else if (settled.kind === 'back') marks.retry({ id, attempts });
    else marks.retry({ id, attempts, delayMs: settled.delayMs, errorCode: settled.errorCode });
    return;
  }
  if (lane.length === 0) lanes.delete(conversationId);
  else if (posting.closing || posting.line.stopped()) giveLaneBack(posting, conversationId);
  else ready.push(conversationId);
}

/** Ends it: nothing new is claimed or posted, posts under way are waited for, the rest goes back into line. */
export async function close(posting: Posting): Promise<void> {
  posting.closing = true;
  clearInterval(posting.sweep);
  clearTimeout(posting.wake);
  posting.keeper.close();
  await posting.claiming;
  giveAllBack(posting);
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
