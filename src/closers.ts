import type { Log } from './log';

/** A part that is open, and how it is shut. */
export type Closer = { name: string; close: () => Promise<unknown> | unknown };

/** Shuts all parts: the last that was opened is the first to go; one that will not close keeps none of the others open. */
export async function closeAll(closers: Closer[], log: Pick<Log, 'warn'>): Promise<void> {
  for (const { name, close } of closers.splice(0).reverse()) {
    await Promise.resolve(close()).catch((fault) => log.warn({ fault, name }, 'A part did not close well.'));
  }
}
