/** Aborts when the program is asked to end, by Ctrl-C or SIGTERM; asked again after a second, it ends without cleaning up. */
export function endingSignal(): AbortSignal {
  const ending = new AbortController();
  let asked = 0;
  const ask = () => {
    asked ||= Date.now();
    if (Date.now() - asked > PATIENCE_MS) process.exit(130);
    ending.abort(new Error('Ended before it was through.'));
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, ask);
  return ending.signal;
}
// Under npm one Ctrl-C comes twice: from the terminal and from npm.
const PATIENCE_MS = 1000;
