/**
 * The number's line: how fast, how many at once, and whether at all we may post. It knows no clock of its own; `now` is
 * in milliseconds and only ever grows.
 *
 * Open: posts leave at a rate (a token bucket) and at most `room` at once. A throttle halves the rate and pauses the line;
 * successes win the rate back step by step. Trouble (no answer, 5xx) eight times in a row, with no success between, is an
 * outage: pauses that grow, and one post at a time, until one succeeds. Stopped: nothing leaves until `resume`, which lets
 * one post try.
 */
export type Line = {
  /** Milliseconds until a post may leave: 0 now, Infinity while stopped. */
  wait: (now: number) => number;
  /** Notes that one leaves. */
  take: (now: number) => void;
  /** How many posts may be under way at once. */
  room: () => number;
  /** Posts a second; Infinity: without limit. */
  rate: () => number;
  succeeded: (now: number) => void;
  /** A post came to nothing for a reason that is not the message's. `unsent`: nobody was there. Gives the pause now on. */
  troubled: (now: number, unsent: boolean) => number;
  /** The number was told to slow down. Gives the pause now on. */
  throttled: (now: number, pauseMs: number) => number;
  stop: () => void;
  resume: () => void;
  stopped: () => boolean;
};

const OUTAGE = 8;
const LONGEST_OUTAGE_PAUSE = 5000;
const LONGEST_THROTTLE_PAUSE = 3_600_000;
/** Meta's highest rate for a number: what "without limit" becomes when Meta says it is too fast after all. */
const HIGHEST_RATE = 1000;

export function createLine(cap: number, mostRoom: number): Line {
  const line = {
    cap,
    rate: cap,
    tokens: burst(cap),
    filledAt: 0,
    pausedUntil: 0,
    streak: 0,
    throttles: 0,
    wonAt: 0,
    stopped: false,
  };
  return {
    wait: (now) => waitOn(line, now),
    take: (now) => {
      fill(line, now);
      line.tokens -= 1;
    },
    room: () => (line.streak < OUTAGE ? mostRoom : 1),
    rate: () => line.rate,
    succeeded: (now) => succeeded(line, now),
    troubled: (now, unsent) => troubled(line, now, unsent),
    throttled: (now, pauseMs) => throttled(line, now, pauseMs),
    stop: () => {
      line.stopped = true;
    },
    resume: () => {
      line.stopped = false;
      line.streak = Math.max(line.streak, OUTAGE);
    },
    stopped: () => line.stopped,
  };
}

type State = {
  cap: number;
  rate: number;
  tokens: number;
  filledAt: number;
  pausedUntil: number;
  /** Troubles since the last success. */
  streak: number;
  /** Throttles since the last success. */
  throttles: number;
  wonAt: number;
  stopped: boolean;
};

// A fifth of a second's worth: enough to keep the sockets busy between two looks.
function burst(rate: number): number {
  return Math.max(1, rate / 5);
}

function waitOn(line: State, now: number): number {
  if (line.stopped) return Infinity;
  if (now < line.pausedUntil) return line.pausedUntil - now;
  fill(line, now);
  const missing = 1 - line.tokens;
  // What is left by rounding is nothing to wait for.
  return missing < 1e-6 ? 0 : (missing / line.rate) * 1000;
}

function fill(line: State, now: number): void {
  const gained = line.rate === Infinity ? Infinity : ((now - line.filledAt) / 1000) * line.rate;
  line.tokens = Math.min(burst(line.rate), line.tokens + gained);
  line.filledAt = now;
}

// What was lost by halving comes back at a twentieth of the full rate each second.
function succeeded(line: State, now: number): void {
  line.streak = 0;
  line.throttles = 0;
  // A post that had been under way when the pause began wins nothing back.
  if (line.rate >= line.cap || now <= line.wonAt) return;
  const full = Math.min(line.cap, HIGHEST_RATE);
  const rate = line.rate + (full / 20) * Math.min(1, (now - line.wonAt) / 1000);
  line.wonAt = now;
  line.rate = rate >= full ? line.cap : rate;
}

function troubled(line: State, now: number, unsent: boolean): number {
  // Of many under way at once, the first to fail tells all there is to tell.
  if (now >= line.pausedUntil) {
    line.streak = unsent ? Math.max(line.streak + 1, OUTAGE) : line.streak + 1;
    const grown = 250 * 2 ** Math.min(10, line.streak - OUTAGE);
    if (line.streak >= OUTAGE) line.pausedUntil = now + Math.min(grown, LONGEST_OUTAGE_PAUSE);
  }
  return Math.max(0, line.pausedUntil - now);
}

function throttled(line: State, now: number, pauseMs: number): number {
  let pause = pauseMs;
  if (now >= line.pausedUntil) {
    pause *= 2 ** Math.min(10, line.throttles);
    line.throttles += 1;
    line.rate = Math.max(1, Math.min(line.rate, HIGHEST_RATE) / 2);
    line.tokens = Math.min(line.tokens, 1);
  }
  line.pausedUntil = Math.max(line.pausedUntil, now + Math.min(pause, LONGEST_THROTTLE_PAUSE));
  line.wonAt = line.pausedUntil;
  return line.pausedUntil - now;
}
