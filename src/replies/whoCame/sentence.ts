import { type Clause, type Extent, peopleClauses, type Status } from './clause';
import { type Cursor, peek, sees, take } from './cursor';
import { type Item, takeList } from './list';
import { takeReason, takeStatuses } from './reason';
import { isPlainGroup, takeExcept, takeTail } from './tail';
import { takeUniversal } from './universal';

/** "Came", where people are named and nothing is said of them: it is what was asked. */
export const came: Status = { is: 'status', status: 'present', of: 'any', start: 0, end: 0 };

/** The clauses of one sentence; nothing if any of it is not understood. */
export function clausesOf(cursor: Cursor): Clause[] | undefined {
  const clauses: Clause[] = [];
  let mustBePostfix = false;
  passAssent(cursor);
  while (peek(cursor)) {
    const taken = takeClause(cursor, clauses);
    if (!taken || (mustBePostfix && !taken.isPostfix)) return undefined;
    clauses.push(...taken.clauses);
    if (taken.isWhole) return peek(cursor) || clauses.length > taken.clauses.length ? undefined : clauses;
    const isParted = takeComma(cursor);
    if (isParted && !peek(cursor)) return undefined;
    // "3 tarde 8 excusa": without a comma between, only people and then their status can follow.
    mustBePostfix = !isParted;
    if (mustBePostfix && peek(cursor) && !taken.isPostfix) return undefined;
  }
  return clauses;
}

/** `isPostfix`: people, then their status. `isWhole`: cannot be part of a longer sentence. */
type Taken = { clauses: Clause[]; isPostfix?: boolean; isWhole?: boolean };

/** "Sí, todas": the yes answers our question; it is nobody's mark. */
function passAssent(cursor: Cursor): void {
  const first = peek(cursor);
  const isYes = first?.is === 'status' && first.bare && !first.negated;
  if (isYes && sees(cursor, ['comma'], 1)) cursor.at += 2;
}

function takeComma(cursor: Cursor): boolean {
  let isParted = false;
  while (take(cursor, 'comma')) isParted = true;
  return take(cursor, 'and') !== undefined || isParted;
}

function takeClause(cursor: Cursor, before: Clause[]): Taken | undefined {
  if (take(cursor, 'only')) return takeOnly(cursor);
  if (sees(cursor, ['everyone', 'nobody', 'rest', 'except'])) return ofAll(cursor, []);
  const statuses = takeStatuses(cursor);
  return statuses.length > 0 ? takePrefixed(cursor, statuses, before) : takePostfixed(cursor, 'implied');
}

function ofAll(cursor: Cursor, statuses: Status[]): Taken | undefined {
  const clauses = takeUniversal(cursor, statuses);
  return clauses && { clauses };
}

function takeOnly(cursor: Cursor): Taken | undefined {
  const statuses = takeStatuses(cursor);
  if (statuses.length === 0) return takePostfixed(cursor, 'only');
  const items = takeList(cursor);
  return items.length === 0 ? undefined : withList(cursor, { items, statuses, extent: 'only' });
}

function takePrefixed(cursor: Cursor, statuses: Status[], before: Clause[]): Taken | undefined {
  const colon = take(cursor, 'colon');
  if (sees(cursor, ['everyone', 'nobody', 'rest'])) return ofAll(cursor, statuses);
  const mayStandBefore = colon !== undefined || !statuses.some(({ bare }) => bare);
  const items = mayStandBefore ? takeList(cursor, { nor: statuses.some(({ negated }) => negated) }) : [];
  if (items.length > 0) return withList(cursor, { items, statuses, extent: 'implied' });
  const last = before.at(-1);
  if (last?.kind === 'people' && !colon) return refined(cursor, statuses, last.people);
  const isHeader = mayStandBefore && !peek(cursor) && !last;
  return isHeader ? { clauses: [{ kind: 'header', statuses }], isWhole: true } : undefined;
}

/** "8 no vino, avisó": more about those just named. About several, only what speaks of many is about all of them. */
function refined(cursor: Cursor, statuses: Status[], people: number[]): Taken | undefined {
  const { ok, reason } = takeReason(cursor, statuses);
  const isPlain =
    people.length === 1 ? statuses.every(({ of }) => of !== 'many') : statuses.every(({ of }) => of === 'many');
  if (!ok || !isPlain || statuses.some(({ bare }) => bare)) return undefined;
  const clause: Clause = { kind: 'people', statuses: statuses.map(({ status }) => status), people, extent: 'named' };
  return { clauses: [reason ? { ...clause, reason } : clause] };
}

type Listed = { items: Item[]; statuses: Status[]; extent: Extent };

/** After a status and its people: whom to leave out, and whether a status that follows is about the last of them. */
function withList(cursor: Cursor, { items, statuses, extent }: Listed): Taken | undefined {
  const except = takeExcept(cursor);
  const tail = except && takeTail(cursor, except.length > 0 ? except : items);
  if (!tail) return undefined;
  const kept = except.length > 0 ? { items, except: tail.head } : { items: tail.head };
  const clauses = peopleClauses({ ...kept, statuses, extent }, cursor.unclear);
  return clauses && { clauses: [...clauses, ...tail.clauses] };
}

function takePostfixed(cursor: Cursor, extent: Extent): Taken | undefined {
  const items = takeList(cursor);
  const except = items.length > 0 ? takeExcept(cursor) : undefined;
  if (!except) return undefined;
  const skipped = sees(cursor, ['colon', 'dash', 'that']) ? 1 : 0;
  if (!sees(cursor, ['status'], skipped)) return takeBare(cursor, items, except, extent);
  cursor.at += skipped;
  const statuses = takeStatuses(cursor);
  const { ok, reason } = takeReason(cursor, statuses);
  const left = except.length > 0 ? except : takeExcept(cursor);
  if (!ok || !left || !isPlainGroup(items, statuses)) return undefined;
  const clauses = peopleClauses({ items, statuses, extent, except: left, reason }, cursor.unclear);
  return clauses && { clauses, isPostfix: true };
}

function takeBare(cursor: Cursor, items: Item[], except: Item[], extent: Extent): Taken | undefined {
  if (extent === 'only') {
    const clauses = peopleClauses({ items, statuses: [came], extent, except }, cursor.unclear);
    return clauses && { clauses };
  }
  const isAllTold = except.length === 0 && items.every(({ status }) => status);
  if (isAllTold) return { clauses: items.flatMap(bracketClauses) };
  return { clauses: [{ kind: 'bare', items, except }], isWhole: true };
}

/** People of whom only their brackets say something: "3 (tarde), 8 (cita médica)". */
function bracketClauses({ people, status, reason }: Item): Clause[] {
  return status
    ? [{ kind: 'people', statuses: [status.status], people, extent: 'named', ...(reason && { reason }) }]
    : [];
}
