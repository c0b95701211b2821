import type { ClaimedRow } from '../../db/outbox';
import type { Db } from '../../db/pool';
import type { Forms } from './forms';
import type { Graph } from './graph';
import type { SendResult } from './graphAnswer';
import { claim, close, hold, isBusy, open } from './posting';
import type { TemplateFiles } from './templateFiles';
import type { Uploads } from './uploads';

export type SenderTools = {
  pool: Db;
  graph: Graph;
  log: SenderLog;
  metrics?: SenderMetrics;
  leaseSeconds?: number;
  /** How long a status may take to tell of a post nobody knows the end of, once its lease is over; without one, five times that. */
  confirmMs?: number;
  /** Posts a second at most; Infinity: as fast as the Graph API answers. Meta's default for a number is 80. */
  rate?: number;
  sweepMs?: number;
  /** After a refusal that stopped everything: how often the number is asked whether it answers again. */
  probeMs?: number;
  /** Makes and uploads what messages take along. */
  uploads?: Uploads;
  /** The templates we have had approved. */
  templates?: TemplateFiles;
  /** The forms that can be sent just now. */
  forms?: Pick<Forms, 'find'>;
  /** For how many milliseconds people are still to be left alone by what can wait; 0 by day. */
  quietMs?: () => number;
  /** The clock the 24-hour window goes by, in milliseconds since 1970. */
  now?: () => number;
  /** Told whom a message is about to leave to. */
  posting?: (to: ClaimedRow['to']) => void;
  /** Longer than the Graph client waits for an answer: no post begins whose lease could run out under way. */
  postMs?: number;
};

type SenderLog = {
  warn: (fields: object, message: string) => void;
  error: (fields: object, message: string) => void;
};

type SenderMetrics = {
  posted: (result: SendResult['kind'], milliseconds: number) => void;
  refused: (code: number, action: string) => void;
  /** `open`: posts leave. `paused`: a throttle or an outage. `stopped`: an operator has to act. */
  line: (state: LineState, code?: number) => void;
  /** Text that was longer than WhatsApp takes was cut. */
  cut: () => void;
};
export type LineState = 'open' | 'paused' | 'stopped';

export type Sender = {
  /** Posts rows this process filed as 'sending', leased since then or later. With none: something may be waiting. */
  offer: (rows: ClaimedRow[], since?: number) => void;
  /** Looks for what is due now instead of at the next sweep. */
  kick: () => void;
  /** A status has told that a message failed with this code: where an operator has to act, nothing more is sent until then. */
  failed: (code: number) => void;
  /** Whether messages wait for their turn, or none may leave. */
  isBusy: () => boolean;
  /** Ends the posts under way, and gives back what has not been posted. */
  close: () => Promise<void>;
};

/**
 * Brings the outbox to WhatsApp. To one person one post at a time, in the order of the rows; to different people up to
 * 64 at once, answers first. leave.ts decides in which form a message may go, settle.ts what becomes of it, line.ts and
 * pairs.ts how fast and whether at all; marks.ts writes it down.
 */
export function createSender(tools: SenderTools): Sender {
  const posting = open(tools);
  return {
    offer: (rows, since = performance.now()) => (rows.length > 0 ? hold(posting, rows, since) : void claim(posting)),
    kick: () => void claim(posting),
    failed: posting.keeper.failed,
    isBusy: () => isBusy(posting),
    close: () => close(posting),
  };
}
