/** Gathers things for up to 5 ms, `size()` at most, and sends them together; each learns what became of its batch. */
export function openBatches<T>(
  size: () => number,
  send: (batch: T[]) => Promise<boolean>,
): (thing: T) => Promise<boolean> {
  let waiting: { thing: T; resolve: (arrived: boolean) => void }[] = [];

  async function flush(): Promise<void> {
    const batch = waiting;
    waiting = [];
    if (batch.length === 0) return;
    const arrived = await send(batch.map(({ thing }) => thing));
    for (const { resolve } of batch) resolve(arrived);
  }

  return (thing) =>
    new Promise((resolve) => {
      waiting.push({ thing, resolve });
      if (waiting.length >= size()) void flush();
      else if (waiting.length === 1) setTimeout(() => void flush(), 5);
    });
}
