/** Waits that can all be cut short at once, so that nothing outlives the stand-in. */
export type Pauses = {
  /** Resolves to true after `ms`, to false at once when the pauses have been ended. */
  pause: (ms: number) => Promise<boolean>;
  end: () => void;
};

/** Opens a set of waits. */
export function openPauses(): Pauses {
  const waiting = new Map<NodeJS.Timeout, (elapsed: boolean) => void>();
  let ended = false;

  return {
    pause: (ms) =>
      new Promise((resolve) => {
        if (ended) return resolve(false);
        const timer = setTimeout(() => {
          waiting.delete(timer);
          resolve(true);
        }, ms);
        waiting.set(timer, resolve);
      }),
    end: () => {
      ended = true;
      for (const [timer, resolve] of waiting) {
        clearTimeout(timer);
        resolve(false);
      }
      waiting.clear();
    },
  };
}
