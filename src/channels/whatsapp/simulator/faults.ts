import { isErrorCode } from './graph/errors';

/**
 * What may go wrong with a valid send. Up to `timeout` it is not accepted; from `acceptThen500` on it is, and the
 * business may not learn of it; the last ones concern what it is told later.
 */
export type FaultKind = (typeof faultKinds)[number];

/** A kind, or a code of Meta's: as the answer to a send, or as the `failed` status of an accepted one, at once or after `sent`. */
export type FaultName = FaultKind | `refuse:${number}` | `fail:${number}` | `failLate:${number}`;

/** How often each goes wrong, from 0 to 1 (together at most 1), and how long answers take. */
export type Faults = Partial<Record<FaultName, number>> & {
  /** How long a slow answer takes, and how long a slow-loris one trickles. */
  slowMs?: number;
  /** Shortest and longest time that every other answer takes. */
  latencyMs?: [number, number];
};

/** The faults there are, in the order in which a draw is laid over them. */
export const faultKinds = [
  'refuse500',
  'refuse503',
  'refuse429',
  'html',
  'reset',
  'timeout',
  'acceptThen500',
  'acceptThenHtml',
  'acceptThenReset',
  'acceptThenSilence',
  'statusFirst',
  'slow',
  'slowLoris',
  'neverSent',
  'statusesTwice',
  'statusesMixed',
  'noDelivered',
] as const;

/** The fault that a draw in [0, 1) hits, if any. */
export function faultAt(faults: Faults, draw: number): FaultName | undefined {
  let edge = 0;
  for (const name of [...faultKinds, ...codesIn(faults)]) {
    edge += faults[name] ?? 0;
    if (draw < edge) return name;
  }
  return undefined;
}

function codesIn(faults: Faults): FaultName[] {
  return Object.keys(faults)
    .filter((name) => name.includes(':'))
    .sort() as FaultName[];
}

/** Whether there is such a fault; codes are those that Meta documents. */
export function isFaultName(text: string): text is FaultName {
  const [, code] = /^(?:refuse|fail|failLate):(\d+)$/.exec(text) ?? [];
  return code === undefined ? faultKinds.some((kind) => kind === text) : isErrorCode(Number(code));
}

/** Meta's code in a fault's name, if it has one. */
export function codeIn(fault: FaultName | undefined): number | undefined {
  const code = fault?.split(':')[1];
  return code === undefined ? undefined : Number(code);
}

const refusing: (FaultName | undefined)[] = ['refuse500', 'refuse503', 'refuse429', 'html', 'reset', 'timeout'];

/** Whether a send that meets this fault has been accepted all the same. */
export function isAccepted(fault: FaultName | undefined): boolean {
  return !fault?.startsWith('refuse:') && !refusing.includes(fault);
}
