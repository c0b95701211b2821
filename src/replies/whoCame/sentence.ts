import { type Clause, type Extent, numbersOf, peopleClauses, type Status, saysWhoCame } from './clause';
import { type Cursor, peek, sees, take } from './cursor';
import type { Element } from './elements';
import { takeLast } from './last';
import { type Item, takeList } from './list';
import { takeReason, takeStatuses } from './reason';
import { isPlainGroup, takeExcept, takeTail } from './tail';
import { takeUniversal } from './universal';

/** "Came", where people are named and nothing is said of them: it is what was asked. */
export const came: Status = { is: 'status', status: 'present', of: 'any', start: 0, end: 0 };

/** The clauses of one sentence; nothing if any of it is not understood. */
export function clausesOf(cursor: Cursor): Clause[] | undefined {
  const clauses: Clause[] = [];
  let before: Taken | undefined;
  passAssent(cursor);
  while (peek(cursor)) {
    const begins = peek(cursor);
    const taken = takeClause(cursor, clauses);
    if (!taken || (before && !mayFollow(before, taken, begins))) return undefined;
    clauses.push(...taken.clauses);
    if (taken.isWhole) return peek(cursor) || clauses.length > taken.clauses.length ? undefined : clauses;
    const isParted = takeComma(cursor);
    if (isParted && !peek(cursor)) return undefined;
    before = isParted ? undefined : taken;
  }
  return clauses;
}

/** `isPostfix`: people, then their status. `isAll`: said of everyone, without exceptions. `isWhole`: cannot be part of a longer sentence. */
type Taken = { clauses: Clause[]; isPostfix?: boolean; isAll?: boolean; isWhole?: boolean };

/**
 * Without a comma between: "3 tarde 8 excusa", "todas vinieron la 9 llegó tarde", "faltaron 3 y 7 las demás vinieron",
 * "vinieron 1 2 3 faltaron 4 5", "Julia no vino ni Rocío".
 */
function mayFollow(before: Taken, next: Taken, begins: Element | undefined): boolean {
  if (begins?.is === 'rest' || begins?.is === 'nor') return true;
  if (begins?.is === 'status') return (begins.of === 'many' || begins.sign === true) && !next.isPostfix;
  return next.isPostfix === true && (before.isPostfix === true || before.isAll === true);
}

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
  if (sees(cursor, ['nor'])) return takeNor(cursor, before);
  if (sees(cursor, ['everyone', 'nobody', 'rest', 'except'])) return ofAll(cursor, []);
  const statuses = takeStatuses(cursor);
  if (sees(cursor, ['last'])) return lastOnes(cursor, statuses);
  // "Todo bien, vinieron todas".
  const isGood = before.length === 0 && statuses.length > 0 && statuses.every(({ status }) => status === 'present');
  if (isGood && sees(cursor, ['comma']) && sees(cursor, ['everyone', 'status'], 1)) return { clauses: [] };
  return statuses.length > 0 ? takePrefixed(cursor, statuses, before) : takePostfixed(cursor, 'implied', before);
}

function ofAll(cursor: Cursor, statuses: Status[]): Taken | undefined {
  const clauses = takeUniversal(cursor, statuses);
  const isAll = clauses?.length === 1 && clauses[0]?.kind === 'all' && clauses[0].except.length === 0;
  return clauses && { clauses, isAll };
}

function lastOnes(cursor: Cursor, statuses: Status[]): Taken | undefined {
  const clauses = takeLast(cursor, statuses);
  return clauses && { clauses };
}

/** "Ni Ana ni Elsa vinieron"; "Julia no vino, ni Rocío". */
function takeNor(cursor: Cursor, before: Clause[]): Taken | undefined {
  const items = takeList(cursor, { nor: true });
  const [status, another] = takeStatuses(cursor);
  const last = before.at(-1);
  if (items.length === 0 || another) return undefined;
  if (last?.kind === 'people') {
    const isSame = last.statuses.every((one) => one === 'absent') && (!status || status.status === 'absent');
    return isSame ? { clauses: [{ ...last, people: numbersOf(items) }], isPostfix: true } : undefined;
  }
  const isMissed = last === undefined && status !== undefined && saysWhoCame(status.status);
  const missed =
    isMissed &&
    peopleClauses({ items, statuses: [{ ...status, status: 'absent', negated: true }], extent: 'implied' }, cursor);
  return missed ? { clauses: missed, isPostfix: true } : undefined;
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
  const isOnly = take(cursor, 'only') !== undefined;
  const mayStandBefore = colon !== undefined || !statuses.some(({ bare }) => bare);
  const items = mayStandBefore ? takeList(cursor, { nor: statuses.some(({ negated }) => negated) }) : [];
  if (items.length > 0) return withList(cursor, { items, statuses, extent: isOnly ? 'only' : 'implied' });
  const last = before.at(-1);
  // "Vinieron todas, y a tiempo".
  const isMore = last?.kind === 'all' && last.status === 'present' && statuses.every(({ timely }) => timely);
  if (isOnly || isMore) return isMore && !isOnly ? { clauses: [] } : undefined;
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
  const isOnly = take(cursor, 'only') !== undefined;
  const except = takeExcept(cursor);
  const isMarked = statuses.some(({ sign }) => sign) && signHere(cursor);
  if (!except) return undefined;
  const tail = isMarked ? { head: items, clauses: [] } : takeTail(cursor, except.length > 0 ? except : items);
  if (!tail) return undefined;
  const kept = except.length > 0 ? { items, except: tail.head } : { items: tail.head };
  const clauses = peopleClauses({ ...kept, statuses, extent: isOnly ? 'only' : extent }, cursor);
  return clauses && { clauses: [...clauses, ...tail.clauses], isPostfix: tail.clauses.length > 0 };
}

/** "✅ 1 ✅ 2 ❌ 3": the next sign is of the next. */
function signHere(cursor: Cursor): boolean {
  const next = peek(cursor);
  return next?.is === 'status' && next.sign === true;
}

function takePostfixed(cursor: Cursor, extent: Extent, before: Clause[] = []): Taken | undefined {
  const items = takeList(cursor);
  const except = items.length > 0 ? takeExcept(cursor) : undefined;
  if (!except) return undefined;
  if (except.length === 0 && take(cursor, 'alike')) return alike(items, before.at(-1));
  const skipped = sees(cursor, ['colon', 'dash', 'that']) ? 1 : 0;
  if (!sees(cursor, ['status'], skipped)) return takeBare(cursor, items, except, extent);
  cursor.at += skipped;
  const statuses = takeStatuses(cursor);
  const { ok, reason } = takeReason(cursor, statuses);
  const left = except.length > 0 ? except : takeExcept(cursor);
  if (!ok || !left || !isPlainGroup(items, statuses)) return undefined;
  const clauses = peopleClauses({ items, statuses, extent, except: left, reason }, cursor);
  return clauses && { clauses, isPostfix: true };
}

/** "La 5 llegó tarde, la 9 también". */
function alike(items: Item[], last: Clause | undefined): Taken | undefined {
  if (last?.kind !== 'people') return undefined;
  const { reason, ...clause } = last;
  return { clauses: [{ ...clause, people: numbersOf(items) }], isPostfix: true };
}

function takeBare(cursor: Cursor, items: Item[], except: Item[], extent: Extent): Taken | undefined {
  if (extent === 'only') {
    const clauses = peopleClauses({ items, statuses: [came], extent, except }, cursor);
    return clauses && { clauses };
  }
  const isAllTold = except.length === 0 && items.every(({ status }) => status);
  if (isAllTold) return { clauses: items.flatMap(bracketClauses), isPostfix: true };
  return { clauses: [{ kind: 'bare', items, except }], isWhole: true };
}

/** People of whom only their brackets say something: "3 (tarde), 8 (cita médica)". */
function bracketClauses({ people, status, reason }: Item): Clause[] {
  return status
    ? [{ kind: 'people', statuses: [status.status], people, extent: 'named', ...(reason && { reason }) }]
    : [];
}
