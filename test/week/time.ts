/**
 * A clock for everything in this process that is ours: `Date`, `performance.now` and the timers of our code. It goes as
 * the real one does, until it is moved on. Timers ring only when `ring` is called, in their order: so nothing happens
 * between two looks at the town. Libraries keep real timers, which watch over connections and not over caregivers.
 */
export type TownTime = {
  /** Milliseconds since 1970. */
  now: () => number;
  /** How far this time is ahead of the real one, in milliseconds. */
  skew: () => number;
  /** When the next timer rings. Those of a service that only looks again and again (intervals, and what is unref'd) count with `all`. */
  next: (which: 'acts' | 'all') => number;
  /** Moves on to a moment; it never goes back. Nothing rings yet. */
  moveTo: (moment: number) => void;
  /** Rings what is due. */
  ring: () => void;
  /** Puts the real things back. */
  end: () => void;
};

/** Starts it at a moment, in milliseconds since 1970. One at a time in a process. */
export function startTownTime(at: number): TownTime {
  const state: State = { skew: at - real.Date.now(), timers: new Map(), count: 0 };
  install(state);
  return {
    now: () => nowOf(state),
    skew: () => state.skew,
    next: (which) => {
      let first = Number.POSITIVE_INFINITY;
      for (const { due, every, isIdle } of state.timers.values())
        if (due < first && (which === 'all' || (every === undefined && !isIdle))) first = due;
      return first;
    },
    moveTo: (moment) => {
      state.skew += Math.max(0, moment - nowOf(state));
    },
    ring: () => ring(state),
    end: () => {
      Object.assign(globalThis, {
        Date: real.Date,
        setTimeout: real.setTimeout,
        setInterval: real.setInterval,
        clearTimeout: real.clearTimeout,
        clearInterval: real.clearInterval,
      });
      performance.now = real.performanceNow;
    },
  };
}

/** Waits in real time, whatever the town's clock says. */
export function realPause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => real.setTimeout(resolve, milliseconds));
}

/** Real milliseconds, to measure with. */
export function realNow(): number {
  return real.Date.now();
}

const real = {
  Date,
  setTimeout,
  setInterval,
  clearTimeout,
  clearInterval,
  performanceNow: performance.now.bind(performance),
};

type State = { skew: number; timers: Map<number, Timer>; count: number };
/** `every`: of an interval; `isIdle`: it would keep no process alive. */
type Timer = { due: number; every?: number; isIdle: boolean; act: () => void };

function nowOf({ skew }: State): number {
  return real.Date.now() + skew;
}

function install(state: State): void {
  class TownDate extends real.Date {
    constructor(...given: unknown[]) {
      super(...((given.length === 0 ? [nowOf(state)] : given) as [number]));
    }
    static override now(): number {
      return nowOf(state);
    }
  }
  const begun = state.skew;
  performance.now = () => real.performanceNow() + state.skew - begun;
  const clear = (handle: unknown) => {
    if (handle instanceof Handle) state.timers.delete(handle.id);
    else real.clearTimeout(handle as NodeJS.Timeout);
  };
  const begin = (act: (...given: unknown[]) => void, ms: number | undefined, given: unknown[], isAgain: boolean) => {
    const wait = Math.max(1, ms ?? 1);
    state.count += 1;
    const timer = {
      due: nowOf(state) + wait,
      isIdle: false,
      act: () => act(...given),
      ...(isAgain && { every: wait }),
    };
    state.timers.set(state.count, timer);
    return new Handle(state.count, timer);
  };
  type Act = (...given: unknown[]) => void;
  Object.assign(globalThis, {
    Date: TownDate,
    setTimeout: (act: Act, ms?: number, ...given: unknown[]) =>
      isLibrarys() ? real.setTimeout(act, ms, ...given) : begin(act, ms, given, false),
    setInterval: (act: Act, ms?: number, ...given: unknown[]) =>
      isLibrarys() ? real.setInterval(act, ms, ...given) : begin(act, ms, given, true),
    clearTimeout: clear,
    clearInterval: clear,
  });
}

class Handle {
  constructor(
    readonly id: number,
    private readonly timer: Timer,
  ) {}
  ref(): this {
    this.timer.isIdle = false;
    return this;
  }
  unref(): this {
    this.timer.isIdle = true;
    return this;
  }
  hasRef(): boolean {
    return !this.timer.isIdle;
  }
}

/** Whether a library asks for this timer: two calls up. */
function isLibrarys(): boolean {
  const { prepareStackTrace, stackTraceLimit } = Error;
  Error.stackTraceLimit = 3;
  Error.prepareStackTrace = (_, sites) => sites[2]?.getFileName() ?? '';
  const asker = new Error().stack as unknown as string;
  Error.prepareStackTrace = prepareStackTrace;
  Error.stackTraceLimit = stackTraceLimit;
  return asker.includes('node_modules') || asker.startsWith('node:');
}

function ring(state: State): void {
  const now = nowOf(state);
  const due: [number, Timer][] = [];
  for (const [id, timer] of state.timers) if (timer.due <= now) due.push([id, timer]);
  due.sort(([, one], [, other]) => one.due - other.due);
  for (const [id, timer] of due) {
    // One that rang before may have cleared it.
    if (!state.timers.has(id)) continue;
    if (timer.every === undefined) state.timers.delete(id);
    else timer.due = now + timer.every;
    timer.act();
  }
}
