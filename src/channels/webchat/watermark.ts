/**
 * How far a client has read, of `?watermark=`: 0 from the beginning, which is also what none given means; undefined where
 * it is nothing we have ever given out. Beyond the end of the transcript it counts as 0: see feed.ts.
 */
export function watermarkOf(query: URLSearchParams): number | undefined {
  const given = query.get('watermark') ?? '';
  if (given === '' || given === '-') return 0;
  return /^\d{1,15}$/.test(given) ? Number(given) : undefined;
}
