import { types } from 'node:util';

/** What may be told of an error in a log: never its message, which may quote a person's words or a row of the database. */
export type FaultNote = { name: string; code?: string | number; at?: string[]; cause?: FaultNote };

/** Takes from a thrown value what is safe to log: its class, its code and where it was thrown. */
export function noteFault(fault: unknown): FaultNote {
  if (!isError(fault)) return { name: typeof fault };
  const code = 'code' in fault ? fault.code : undefined;
  return {
    name: fault.name,
    ...(isCode(code) && { code }),
    at: frames(fault),
    ...(fault.cause !== undefined && { cause: noteFault(fault.cause) }),
  };
}

// Errors of Node itself may belong to another realm than ours (under jest they do), and a time-out is a DOMException.
function isError(fault: unknown): fault is Error {
  return fault instanceof Error || types.isNativeError(fault);
}

function isCode(code: unknown): code is string | number {
  return typeof code === 'number' || (typeof code === 'string' && /^[A-Z0-9_]{1,40}$/i.test(code));
}

// The stack begins with the message, which may itself hold lines that look like frames.
function frames({ stack = '', message }: Error): string[] {
  const below = stack.slice(stack.indexOf(message) + message.length);
  return below
    .split('\n')
    .filter((line) => /^ {4}at /.test(line))
    .map((line) => line.trim().slice(3))
    .slice(0, 10);
}
