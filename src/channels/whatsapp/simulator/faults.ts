/**
 * What may go wrong with a valid send. The first four refuse it; the others accept it, and the business may not learn of it:
 * `statusFirst` lets the status webhook overtake the answer.
 */
export type FaultKind =
  | 'refuse500'
  | 'refuse429'
  | 'html'
  | 'reset'
  | 'acceptThen500'
  | 'acceptThenReset'
  | 'acceptThenSilence'
  | 'statusFirst'
  | 'slow';

/** How often each goes wrong, from 0 to 1 (together at most 1), and how long a slow answer takes. */
export type Faults = Partial<Record<FaultKind, number>> & { slowMs?: number };

/** The faults there are, in the order in which a draw is laid over them. */
export const faultKinds: FaultKind[] = [
  'refuse500',
  'refuse429',
  'html',
  'reset',
  'acceptThen500',
  'acceptThenReset',
  'acceptThenSilence',
  'statusFirst',
  'slow',
];

/** The fault that a draw in [0, 1) hits, if any. */
export function faultAt(faults: Faults, draw: number): FaultKind | undefined {
  let edge = 0;
  for (const kind of faultKinds) {
    edge += faults[kind] ?? 0;
    if (draw < edge) return kind;
  }
  return undefined;
}

/** Whether a send that meets this fault has been accepted all the same. */
export function isAccepted(fault: FaultKind | undefined): boolean {
  return fault !== 'refuse500' && fault !== 'refuse429' && fault !== 'html' && fault !== 'reset';
}
