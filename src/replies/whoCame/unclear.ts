import type { MarkStatus } from '../../domain/marks';

/**
 * What in a reply has to be asked back. `which`: a name that several on the roster have, or that is only nearly that of
 * one. `together`: names without a comma that may be these people, or one who is not on the list. `how_many`: a number
 * that may be a count ("faltaron 3") or somebody's number. `count_differs`: so many
 * were said, so many found. `no_last`: "los mismos de ayer" without a session before. `text` is as it was typed.
 */
export type Unclear =
  | { kind: 'which'; text: string; numbers: number[] }
  | { kind: 'together'; text: string; numbers: number[] }
  | { kind: 'no_such_number'; number: number }
  | { kind: 'no_such_name'; text: string }
  | { kind: 'how_many'; number: number }
  | { kind: 'count_differs'; status: MarkStatus; said: number; found: number }
  | { kind: 'contradiction'; number: number }
  | { kind: 'no_last' }
  | { kind: 'not_understood'; text: string }
  | { kind: 'no_roster' };

/** Something unclear and where in the text it stands; for what is not understood, the whole sentence. */
export type Open = { about: Unclear; start: number; end: number };

/**
 * What she answered to something unclear: who is meant by what stands there (nobody: it is left out), that it is none of
 * those it seemed, that it is how many, or which of two statements about somebody holds.
 */
export type Answer =
  | { to: 'people'; start: number; end: number; people: number[] }
  | { to: 'not'; start: number; end: number }
  | { to: 'count'; start: number; end: number; isTold?: true }
  | { to: 'status'; number: number; status: MarkStatus };

/** What is unclear so far, what was answered before, and whether marks are being corrected. */
export type Doubts = { unclear: Open[]; answers: Answer[]; isCorrection: boolean };

/** Notes something unclear. */
export function doubt({ unclear }: Doubts, about: Unclear, { start, end }: { start: number; end: number }): void {
  unclear.push({ about, start, end });
}

/** Who is meant by what stands in this place, if she has told. */
export function meantAt({ answers }: Doubts, { start, end }: { start: number; end: number }): number[] | undefined {
  const answer = answers.find((one) => one.to === 'people' && one.start === start && one.end === end);
  return answer?.to === 'people' ? answer.people : undefined;
}

/** Whether she has told that what stands in this place is none of those it seems. */
export function isNot({ answers }: Doubts, { start, end }: { start: number; end: number }): boolean {
  return answers.some((one) => one.to === 'not' && one.start === start && one.end === end);
}

/** Whether what stands in this place is how many there were; `isTold`: by her word, and not because the count is right. */
export function isHowMany(
  { answers }: Doubts,
  { start, end }: { start: number; end: number },
  isTold = false,
): boolean {
  const counts = answers.filter((one) => one.to === 'count' && one.start === start && one.end === end);
  return counts.some((one) => one.to === 'count' && (one.isTold || !isTold));
}

/** What she has told of somebody of whom two things were said. */
export function statusTold({ answers }: Doubts, number: number): MarkStatus | undefined {
  const answer = answers.findLast((one) => one.to === 'status' && one.number === number);
  return answer?.to === 'status' ? answer.status : undefined;
}
