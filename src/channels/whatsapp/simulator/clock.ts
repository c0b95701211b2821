/** The stand-in's time: real at first; it can run faster or slower, stand still, and be moved on. */
export type Clock = {
  /** Milliseconds since 1970. */
  now: () => number;
  read: () => ClockReading;
  /** 1 is real time, 0 stands still, 3,600 makes an hour a second. */
  setSpeed: (speed: number) => void;
  /** Moves on by `ms`, stopping at whatever falls due on the way, in its order, until `rest` resolves. */
  advance: (ms: number, rest: () => Promise<unknown>) => Promise<void>;
  /** Resolves to true after `ms` of this time, to false at once when the clock has ended. */
  pause: (ms: number) => Promise<boolean>;
  end: () => void;
};

/** How the clock stands. `waiting` counts what falls due later, `nextInMs` says when the first of it does. */
type ClockReading = { now: number; speed: number; waiting: number; nextInMs?: number };

/** Starts a clock on top of another one, which may itself be moved by hand. */
export function openClock(base: () => number): Clock {
  const time: Time = { skew: 0, speed: 1, since: performance.now(), waits: new Set(), isEnded: false };
  let moves: Promise<void> = Promise.resolve();
  return {
    now: () => nowOf(time, base),
    read: () => reading(time, base),
    setSpeed: (speed) => {
      time.stillAt = speed === 0 ? nowOf(time, base) : undefined;
      time.skew = skewOf(time);
      time.since = performance.now();
      time.speed = speed;
      for (const wait of time.waits) arm(time, wait);
    },
    advance: (ms, rest) => {
      moves = moves.then(() => advance(time, ms, rest));
      return moves;
    },
    pause: (ms) =>
      new Promise((resolve) => {
        if (time.isEnded) return resolve(false);
        const wait: Wait = { due: elapsed(time) + ms, resolve, timer: undefined };
        time.waits.add(wait);
        arm(time, wait);
      }),
    end: () => {
      time.isEnded = true;
      for (const wait of [...time.waits]) ring(time, wait);
    },
  };
}

type Wait = { due: number; resolve: (elapsed: boolean) => void; timer: NodeJS.Timeout | undefined };
/** `skew` is how far this time was ahead of real time at `since`; `stillAt` is where it stands, if it does. */
type Time = {
  stillAt?: number | undefined;
  skew: number;
  speed: number;
  since: number;
  waits: Set<Wait>;
  isEnded: boolean;
};

function nowOf(time: Time, base: () => number): number {
  return Math.floor(time.stillAt ?? base() + skewOf(time));
}

function skewOf(time: Time): number {
  return time.skew + (performance.now() - time.since) * (time.speed - 1);
}

function elapsed(time: Time): number {
  return performance.now() + skewOf(time);
}

// Longer than this a timer of Node's would ring at once.
const LONGEST_TIMER = 2 ** 31 - 1;

function arm(time: Time, wait: Wait): void {
  clearTimeout(wait.timer);
  if (time.speed === 0) return;
  const real = Math.max(0, wait.due - elapsed(time)) / time.speed;
  wait.timer = setTimeout(
    () => (real > LONGEST_TIMER ? arm(time, wait) : ring(time, wait)),
    Math.min(real, LONGEST_TIMER),
  );
}

function ring(time: Time, wait: Wait): void {
  clearTimeout(wait.timer);
  time.waits.delete(wait);
  wait.resolve(!time.isEnded);
}

async function advance(time: Time, ms: number, rest: () => Promise<unknown>): Promise<void> {
  const until = elapsed(time) + ms;
  for (let next = firstOf(time); next && next.due <= until && !time.isEnded; next = firstOf(time)) {
    moveTo(time, next.due);
    ring(time, next);
    await rest();
  }
  moveTo(time, until);
  for (const wait of time.waits) arm(time, wait);
}

function moveTo(time: Time, moment: number): void {
  const ahead = Math.max(0, moment - elapsed(time));
  time.skew += ahead;
  if (time.stillAt !== undefined) time.stillAt += ahead;
}

function firstOf(time: Time): Wait | undefined {
  let first: Wait | undefined;
  for (const wait of time.waits) if (!first || wait.due < first.due) first = wait;
  return first;
}

function reading(time: Time, base: () => number): ClockReading {
  const next = firstOf(time);
  return {
    now: nowOf(time, base),
    speed: time.speed,
    waiting: time.waits.size,
    ...(next && { nextInMs: Math.max(0, Math.round(next.due - elapsed(time))) }),
  };
}
