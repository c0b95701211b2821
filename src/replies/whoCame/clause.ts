import type { MarkStatus } from '../../domain/marks';
import type { Is } from './cursor';
import type { Item } from './list';
import { type Doubts, doubt, isHowMany, statusTold } from './unclear';

/**
 * One thing said about who came. `extent`: whether it speaks of those named only, is news that some came ("vino Rosa"),
 * implies the opposite of the rest ("vinieron 1 a 12"), or says so ("solo"). `bare`: people without a word about them; `header`: a status whose people follow on lines of their own.
 */
export type Clause =
  | { kind: 'people'; statuses: MarkStatus[]; people: number[]; extent: Extent; reason?: string }
  | { kind: 'all'; status: MarkStatus; isStrict: boolean; except: number[] }
  | { kind: 'rest'; status: MarkStatus }
  | { kind: 'noneOf'; status: MarkStatus }
  | { kind: 'count'; status: MarkStatus; said: number }
  | { kind: 'bare'; items: Item[]; except: Item[] }
  | { kind: 'header'; statuses: Status[] };
export type Extent = 'named' | 'news' | 'implied' | 'only';
export type Status = Is<'status'>;

/** Some people with the statuses that are about all of them, but for those left out. */
export type Said = { items: Item[]; statuses: Status[]; extent: Extent; except?: Item[]; reason?: string | undefined };

/** The clauses of what is said of some people, brackets included; nothing if it cannot be said. */
export function peopleClauses(said: Said, doubts: Doubts): Clause[] | undefined {
  const { items, statuses, extent, except = [], reason } = said;
  const [first] = items;
  if (first && isCount(said, doubts)) {
    const [status] = statuses;
    if (status && isHowMany(doubts, first))
      return [{ kind: 'count', status: status.status, said: first.people[0] ?? 0 }];
    doubtCount(doubts, items);
  }
  const [people, left] = [numbersOf(items), numbersOf(except)];
  const others = left.length > 0 ? oppositeOf(statuses) : undefined;
  if (left.length > 0 && !others) return undefined;
  for (const number of left) {
    const isOutside = !people.includes(number) && !statusTold(doubts, number);
    if (isOutside) doubt(doubts, { kind: 'contradiction', number }, items[0] ?? { start: 0, end: 0 });
  }
  const clause: Clause = {
    kind: 'people',
    statuses: statuses.map(({ status }) => status),
    people: people.filter((number) => !left.includes(number)),
    extent: extentOf(statuses, people, extent),
    ...(reason && { reason }),
  };
  return [clause, ...(others ? [named(left, others)] : []), ...[...items, ...except].flatMap(asideClauses)];
}

/** The clause that gives these people a status and says nothing of the rest. */
export function named(people: number[], status: MarkStatus): Clause {
  return { kind: 'people', statuses: [status], people, extent: 'named' };
}

/** What brackets after people say besides what is said of them: "8 (cita médica)" in a list of who missed is her reason. */
export function asideClauses({ people, status, reason }: Item): Clause[] {
  if (!status && !reason) return [];
  const statuses = status && !status.tells ? [status.status] : [];
  return [{ kind: 'people', statuses, people, extent: 'named', ...(reason && { reason }) }];
}

/** The numbers of all people in a list. */
export function numbersOf(items: Item[]): number[] {
  return items.flatMap(({ people }) => people);
}

/** What those left out of a status have, where that is plain. */
export function oppositeOf(statuses: Pick<Status, 'status'>[]): 'present' | 'absent' | undefined {
  const [only, another] = statuses;
  if (!only || another) return undefined;
  return only.status === 'present' ? 'absent' : only.status === 'absent' ? 'present' : undefined;
}

/** What two statuses of one person make together, if they can both be true. */
export function together(one: MarkStatus, other: MarkStatus): MarkStatus | undefined {
  if (one === other) return one;
  const both = [one, other].sort().join(' ');
  return both === 'late present' ? 'late' : both === 'absent excused' ? 'excused' : undefined;
}

/** Notes that a lone number may be somebody's or a count. */
export function doubtCount(doubts: Doubts, [only]: Item[]): void {
  if (only) doubt(doubts, { kind: 'how_many', number: only.people[0] ?? 0 }, only);
}

/** "Vinieron 12", "faltaron tres", "3 absent": a lone number that may say how many. */
function isCount({ items, statuses, except = [] }: Said, { isCorrection }: Doubts): boolean {
  const [only, another] = items;
  if (!only?.maybeCount || only.people.length === 0 || another || except.length > 0) return false;
  // "Twenty two was absent" is said of one; "faltó tres" is not said so plainly.
  const isOfOne = statuses.every(({ of, start }) => of === 'one' && start > only.start) && (only.people[0] ?? 0) > 1;
  if (only.maybeCount === 'letters') return !isOfOne;
  // "7 came" puts right what was read back of her.
  return statuses.some(
    ({ of, status, soft }) => of === 'many' || (of === 'any' && saysWhoCame(status) && !soft && !isCorrection),
  );
}

function extentOf(statuses: Status[], people: number[], extent: Extent): Extent {
  const told = statuses.find(({ status }) => saysWhoCame(status));
  if (!told || extent === 'named') return 'named';
  // "3 no" and "sin excusa" are said of her alone, and so is "no faltaron 3 y 7".
  const isOfThem = told.soft || (told.negated && told.status === 'present');
  if (extent === 'only' && !isOfThem) return 'only';
  if (told.status === 'absent') return isOfThem ? 'named' : 'implied';
  const isList = told.of === 'many' || (told.of === 'any' && people.length > 1);
  return isList && !isOfThem ? 'implied' : 'news';
}

/** Whether a status says that somebody came or did not, and not only how. */
export function saysWhoCame(status: MarkStatus): boolean {
  return status === 'present' || status === 'absent';
}
