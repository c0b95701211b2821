/** How the business has answered its webhooks. Latencies in milliseconds, over the last 10,000 attempts. */
export type DeliveryFigures = {
  attempts: number;
  answered200: number;
  otherStatus: Record<number, number>;
  p50: number;
  p95: number;
  p99: number;
  slowest: number;
};

/** Counts answers in bounded memory. */
export function openTally(): { note: (status: number, ms: number) => void; figures: () => DeliveryFigures } {
  const latest = new Float64Array(10_000);
  const otherStatus: Record<number, number> = {};
  let attempts = 0;
  let answered200 = 0;

  return {
    note: (status, ms) => {
      latest[attempts % latest.length] = ms;
      attempts += 1;
      if (status === 200) answered200 += 1;
      else otherStatus[status] = (otherStatus[status] ?? 0) + 1;
    },
    figures: () => {
      const sorted = latest.slice(0, Math.min(attempts, latest.length)).sort();
      const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
      return {
        attempts,
        answered200,
        otherStatus: { ...otherStatus },
        p50: at(0.5),
        p95: at(0.95),
        p99: at(0.99),
        slowest: at(1),
      };
    },
  };
}
