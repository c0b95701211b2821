/** Lets acts with a common key run one after the other, and all others at once. */
export function openLanes(): <T>(keys: string[], act: () => Promise<T>) => Promise<T> {
  const lanes = new Map<string, Promise<unknown>>();
  return (keys, act) => {
    const mine = Promise.all(keys.map((key) => lanes.get(key))).then(act);
    const settled = mine.then(ignore, ignore);
    for (const key of keys) {
      lanes.set(key, settled);
      void settled.then(() => lanes.get(key) === settled && lanes.delete(key));
    }
    return mine;
  };
}

function ignore(): void {}
