let armed: string | undefined;

/** Says at which named point this process is to die; nothing given: at none. For fault tests; called once, by main. */
export function armCrashPoint(name: string | undefined): void {
  armed = name;
}

/** Dies here, at once and without any clean-up, if this point is the armed one. */
export function crashPoint(name: string): void {
  if (armed !== name) return;
  process.kill(process.pid, 'SIGKILL');
  // The signal may take a moment to arrive; nothing after this point may run meanwhile.
  for (;;);
}
