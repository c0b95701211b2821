/** An answer that is not what it must be; `code` is for the log, where no words of it may come. */
export function refused(code: string): Error {
  return Object.assign(new Error('A recording could not be written down.'), { code });
}

/** Whether asking once more would give the same answer. */
export function isFinal(fault: unknown): boolean {
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : '';
  return /^TOO_LONG$|_4(?!08|29)\d\d$/.test(code);
}

/** Reads an answer's body, as long as it stays within bounds. */
export async function bounded(response: Response, most: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > most) throw refused('TOO_LONG');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
