import { type DestinationStream, pino } from 'pino';
import type { Config } from './config';
import { noteFault } from './fault';

/** Writes one line of JSON: what happened, a sentence that never changes, and fields, of which only the known pass. */
export type Log = Record<'debug' | 'info' | 'warn' | 'error', (fields: LogFields, message: string) => void>;
export type LogFields = { [Name in keyof typeof passes]?: unknown };

/** A log that personal data cannot enter: a field passes only if its name is on the list and its value looks as it must. */
export function createLog(level: Config['logLevel'], out?: DestinationStream): Log {
  const lines = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: levelName } },
    out,
  );
  return {
    debug: (fields, message) => lines.debug(passed(fields), message),
    info: (fields, message) => lines.info(passed(fields), message),
    warn: (fields, message) => lines.warn(passed(fields), message),
    error: (fields, message) => lines.error(passed(fields), message),
  };
}

type Pass = (value: unknown) => unknown;

// Each gives what may be written of a value, or nothing. Runs of seven digits are phones and documents; a wamid holds one.
const passes = {
  conversation: uuid,
  turn: uuid,
  id: uuid,
  seq: rowNumber,
  outboxId: rowNumber,
  outbox: (value: unknown) => rowNumber(value) ?? parts(value),
  inbox: (value: unknown) => rowNumber(value) ?? parts(value),
  ms: count,
  pauseMs: count,
  count,
  attempt: count,
  port: count,
  waiting: count,
  late: count,
  parked: count,
  depth: count,
  stuck: count,
  unconfirmed: count,
  oldestSeconds: count,
  code: (value: unknown) => count(value) ?? word(value),
  subcode: count,
  status: (value: unknown) => count(value) ?? word(value),
  channel: word,
  kind: word,
  method: word,
  name: word,
  outcome: word,
  standing: word,
  trace: word,
  version: word,
  route: (value: unknown) => text(value, /^\/(?!.*\d{7})(?!.*wamid)[\w/:.*-]{0,100}$/),
  url: address,
  error: fault,
  fault,
  cause: fault,
  at: frames,
} satisfies Record<string, Pass>;

function levelName(label: string): object {
  return { level: label };
}

function passed(fields: object): object {
  const entries = Object.entries(fields).map(([name, value]) => [name, passOf(name)?.(value)] as const);
  const withheld = entries.filter(([, value]) => value === undefined).length;
  const written = Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  return withheld ? { ...written, withheld } : written;
}

function passOf(name: string): Pass | undefined {
  return Object.hasOwn(passes, name) ? passes[name as keyof typeof passes] : undefined;
}

function parts(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 20).map((part) => parts(part) ?? null);
  return isObject(value) ? passed(value) : undefined;
}

// Some tell of an error by its class and code alone, as in "error 23505".
function fault(value: unknown): unknown {
  if (isObject(value)) return passed('stack' in value ? noteFault(value) : value);
  return (
    text(value, /^\w*error( \w{1,6}| [A-Z_]{1,40})?$/i) ?? (value === undefined ? undefined : { name: typeof value })
  );
}

function frames(value: unknown): unknown {
  return Array.isArray(value) ? value.filter((frame) => text(frame, /^[^\n]{1,300}:\d+:\d+\)?$/)) : undefined;
}

function address(value: unknown): unknown {
  if (typeof value !== 'string' || !URL.canParse(value)) return undefined;
  const { protocol, host, pathname } = new URL(value);
  return text(`${protocol}//${host}${pathname}`, /^(?!.*\d{7})(?!.*wamid)[\w/:.-]{1,200}$/);
}

function uuid(value: unknown): unknown {
  return text(value, /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
}

function rowNumber(value: unknown): unknown {
  return count(value) ?? text(value, /^\d{1,19}$/);
}

function count(value: unknown): unknown {
  return typeof value === 'number' && Math.abs(value) < 1e9 ? value : undefined;
}

function word(value: unknown): unknown {
  return text(value, /^(?!.*\d{7})(?!wamid)[\w.:-]{1,60}$/);
}

function text(value: unknown, pattern: RegExp): string | undefined {
  return typeof value === 'string' && pattern.test(value) ? value : undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
