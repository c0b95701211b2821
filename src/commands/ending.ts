/** Aborts when the program is asked to end, by Ctrl-C or SIGTERM; a second time ends it at once, without cleaning up. */
export function endingSignal(): AbortSignal {
  const ending = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => ending.abort(new Error('Ended before it was through.')));
  return ending.signal;
}
