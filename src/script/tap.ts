/** The id of a choice as it goes out: which script, which question, which asking of it, which choice. At most 200 characters. */
export function tapId(tap: Tap): string {
  return [tap.script, tap.question, tap.nonce, tap.option].join(':');
}

/** Reads an id that came back; anything that is not ours gives nothing. */
export function readTap(id: string): Tap | undefined {
  const [script, question, nonce, ...option] = id.split(':');
  if (!script || !question || nonce === undefined || option.length === 0) return undefined;
  return { script, question, nonce, option: option.join(':') };
}

export type Tap = { script: string; question: string; nonce: string; option: string };
