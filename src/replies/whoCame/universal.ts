import type { MarkStatus } from '../../domain/marks';
import { asideClauses, type Clause, named, numbersOf, oppositeOf, type Status, together } from './clause';
import { type Cursor, peek, sees, take } from './cursor';
import type { Item } from './list';
import { takeStatuses } from './reason';
import { takeExcept, takeTail } from './tail';

/** Takes what is said of everyone, nobody or the rest: "todas menos 3 y 7", "nadie faltó", "las demás vinieron". */
export function takeUniversal(cursor: Cursor, before: Status[]): Clause[] | undefined {
  const who = takeWho(cursor);
  if (!who || !passCount(cursor)) return undefined;
  let after = before.length > 0 ? [] : takeStatuses(cursor);
  const except = takeExcept(cursor);
  if (!except) return undefined;
  // "Menos la 5, todas vinieron".
  const isTurned = who.isUnsaid && (take(cursor, 'comma') ?? true) && take(cursor, 'everyone') !== undefined;
  if (isTurned && before.length === 0) after = takeStatuses(cursor);
  // "Todas a tiempo menos la 9": she was late, or did not come.
  if (except.length > 0 && [...before, ...after].some(({ timely }) => timely)) return undefined;
  if (except.length > 0 && before.length + after.length === 0 && closes(cursor, who)) after = takeStatuses(cursor);
  const meant = meaning(who, before, after);
  if (!meant) return undefined;
  if (except.length > 1 && who.of !== 'many' && isOfOne(cursor)) return undefined;
  const tail = takeTail(cursor, except);
  const clauses = tail && withExceptions(meant, tail.head);
  return clauses && [...clauses, ...tail.clauses, ...tail.head.flatMap(asideClauses)];
}

type Who = { is: 'everyone' | 'nobody' | 'rest'; of: 'one' | 'many' | 'any'; isUnsaid?: boolean; isEvery?: boolean };
type Meant = Extract<Clause, { kind: 'all' | 'rest' | 'noneOf' }>;

function takeWho(cursor: Cursor): Who | undefined {
  // "Menos 3 y 7" leaves out the "todas".
  if (sees(cursor, ['except'])) return { is: 'everyone', of: 'many', isUnsaid: true };
  // "Las demás todas".
  if (take(cursor, 'rest')) return { is: 'rest', of: 'many', isEvery: take(cursor, 'everyone') !== undefined };
  const who = take(cursor, 'everyone', 'nobody');
  return who && { is: who.is, of: who.is === 'everyone' ? who.of : 'one' };
}

/** "Todas las 34": said of a class of 34, it adds nothing; of another it is not understood. */
function passCount(cursor: Cursor): boolean {
  // "All 34" has no article.
  const skipped = sees(cursor, ['articles']) ? 1 : 0;
  if (!sees(cursor, ['number'], skipped)) return true;
  cursor.at += skipped;
  return take(cursor, 'number')?.value === cursor.people.numbers.size;
}

/** Whether a status after the exceptions is about everyone: "todas menos 3 y 7 vinieron", "nadie menos 3 vino". */
function closes(cursor: Cursor, who: Who): boolean {
  const status = peek(cursor);
  if (status?.is !== 'status' || status.negated || status.bare) return false;
  if (who.is === 'nobody') return status.of !== 'many' && oppositeOf([status]) !== undefined;
  return status.status === 'present' && (who.of === 'many' ? status.of === 'many' : status.of !== 'many');
}

// "Everyone except 3 and 7 was late": a verb of one is about everyone as much as about 7.
function isOfOne(cursor: Cursor): boolean {
  const status = peek(cursor);
  return status?.is === 'status' && status.of !== 'many';
}

function meaning({ is, isEvery = false }: Who, before: Status[], after: Status[]): Meant | undefined {
  const statuses = [...before, ...after];
  if (is === 'nobody') return ofNobody(before, after);
  const isNegated = statuses.some(({ negated }) => negated);
  const status = statuses.map((one) => one.status).reduce(orNothing, undefined);
  if (is === 'rest' && isEvery && statuses.length === 0) return { kind: 'rest', status: 'present' };
  if (is === 'rest') return status && { kind: 'rest', status };
  if (statuses.length === 0) return { kind: 'all', status: 'present', isStrict: false, except: [] };
  // "No vinieron todas" may be some or none.
  return status && !isNegated ? { kind: 'all', status, isStrict: false, except: [] } : undefined;
}

function orNothing(before: MarkStatus | undefined, next: MarkStatus, at: number): MarkStatus | undefined {
  return at === 0 ? next : before && together(before, next);
}

/** "Nadie", "nadie vino", "no vino nadie", "nadie faltó", "no faltó nadie", "nadie llegó tarde". */
function ofNobody(before: Status[], after: Status[]): Meant | undefined {
  const [said, another] = [...before, ...after];
  if (another || said?.bare) return undefined;
  if (!said) return { kind: 'all', status: 'absent', isStrict: true, except: [] };
  // In Spanish the "no" goes with a "nadie" after it, never with one before.
  if ((said.negated ?? false) !== before.length > 0) return undefined;
  const other = oppositeOf([said]);
  if (!other) return { kind: 'noneOf', status: said.status };
  return { kind: 'all', status: said.negated ? said.status : other, isStrict: true, except: [] };
}

function withExceptions(meant: Meant, items: Item[]): Clause[] | undefined {
  if (items.length === 0) return [meant];
  const others = meant.kind === 'all' ? oppositeOf([meant]) : undefined;
  if (meant.kind !== 'all' || !others) return undefined;
  const except = numbersOf(items);
  return [{ ...meant, except }, named(except, others)];
}
