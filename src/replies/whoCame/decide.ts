import type { MarkStatus } from '../../domain/marks';
import { type Clause, together } from './clause';
import type { People } from './people';
import { type Doubts, statusTold, type Unclear } from './unclear';

/** What a reply makes of one person; `named`: it spoke of her, and not only of everyone or of the rest. */
export type Decided = { personId: string; status: MarkStatus; reason?: string; named: boolean };
export type Decision = { ok: true; marks: Decided[] } | { ok: false; unclear: Unclear[] };

/**
 * Puts all clauses together: who is what, or where they contradict each other. Not ok and nothing unclear: nothing is said.
 * What she has answered about a contradiction holds.
 */
export function decide(clauses: Clause[], { lines }: People, doubts: Doubts): Decision {
  const { told, clashes } = named(clauses);
  const rest = restOf(clauses);
  for (const [number, { status }] of told) if (status && !fits(number, status, clauses)) clashes.add(number);
  for (const { number } of lines) {
    const status = statusTold(doubts, number);
    if (!status) continue;
    told.set(number, { status });
    clashes.delete(number);
  }
  const isOfNobody = clauses.some(({ kind }) => kind === 'rest') && told.size === 0 && !lines.some(({ mark }) => mark);
  const saysNothing = told.size === 0 && rest === undefined;
  if (clashes.size > 0 || rest === 'clash' || isOfNobody || saysNothing) {
    return { ok: false, unclear: [...clashes].sort((a, b) => a - b).map(contradiction) };
  }
  const marks = lines.flatMap(({ number, personId }): Decided[] => {
    const { status, reason } = told.get(number) ?? {};
    if (status) return [{ personId, status, ...(reason && { reason }), named: true }];
    return rest ? [{ personId, status: rest, named: false }] : [];
  });
  const differing = clauses.flatMap((clause) => differs(clause, marks));
  return differing.length > 0 ? { ok: false, unclear: differing } : { ok: true, marks };
}

/** "Vinieron 31": whoever was late may be among them or not, and among those who missed whoever has an excuse. */
function differs(clause: Clause, marks: Decided[]): Unclear[] {
  if (clause.kind !== 'count') return [];
  const { status, said } = clause;
  const count = (...wanted: MarkStatus[]) => marks.filter((mark) => wanted.includes(mark.status)).length;
  const alike: MarkStatus = status === 'present' ? 'late' : status === 'absent' ? 'excused' : status;
  const found = count(status);
  return said === found || said === count(status, alike) ? [] : [{ kind: 'count_differs', status, said, found }];
}

type Told = { status?: MarkStatus; reason?: string };
type All = Extract<Clause, { kind: 'all' }>;

function contradiction(number: number): Unclear {
  return { kind: 'contradiction', number };
}

/** What is said of single people, several words about one put together; and those of whom two cannot both be true. */
function named(clauses: Clause[]): { told: Map<number, Told>; clashes: Set<number> } {
  const told = new Map<number, Told>();
  const clashes = new Set<number>();
  for (const clause of clauses) {
    if (clause.kind !== 'people') continue;
    for (const number of clause.people) {
      const before = told.get(number) ?? {};
      let status = before.status;
      for (const next of clause.statuses) {
        const both = status ? together(status, next) : next;
        if (!both) clashes.add(number);
        status = both ?? next;
      }
      const reason = clause.reason ?? before.reason;
      told.set(number, { ...(status && { status }), ...(reason && { reason }) });
    }
  }
  return { told, clashes };
}

/** What everybody else is: as said of everyone or of the rest, or as a list of who came or who missed implies. */
function restOf(clauses: Clause[]): MarkStatus | 'clash' | undefined {
  const said = new Set<MarkStatus>();
  const implied = new Set<MarkStatus>();
  for (const clause of clauses) {
    if (clause.kind === 'rest') said.add(clause.status);
    if (clause.kind !== 'people' || clause.extent === 'named' || clause.extent === 'news') continue;
    const other = clause.statuses.includes('present') ? 'absent' : 'present';
    (clause.extent === 'only' ? said : implied).add(other);
  }
  const all = clauses.filter((clause) => clause.kind === 'all');
  for (const { status } of all) said.add(status);
  const [one, another] = said;
  if (another) return 'clash';
  // Who came and who missed, line by line, and nothing of the rest: they are not marked.
  const isNews = clauses.some((clause) => clause.kind === 'people' && clause.extent === 'news');
  if (!one) return implied.size === 1 && !isNews ? [...implied][0] : undefined;
  return all.length > 0 && implied.size > 0 && !implied.has(one) ? 'clash' : one;
}

/** Whether what is said of one person can stand beside what is said of everyone or of nobody else. */
function fits(number: number, status: MarkStatus, clauses: Clause[]): boolean {
  return clauses.every((clause) => {
    if (clause.kind === 'noneOf') return clause.status !== status;
    if (clause.kind === 'all') return clause.except.includes(number) || mayDiffer(clause, status);
    if (clause.kind !== 'people' || clause.extent !== 'only' || clause.people.includes(number)) return true;
    return clause.statuses.includes('present') ? status === 'absent' || status === 'excused' : status !== 'absent';
  });
}

/** "Todas; 8 excusa" says that 8 did not come after all; "todas; 8 no vino" and "nadie faltó; 8 excusa" cannot both be. */
function mayDiffer({ status: ofAll, isStrict }: All, status: MarkStatus): boolean {
  if (together(ofAll, status) === status) return true;
  return ofAll === 'present' && status === 'excused' && !isStrict;
}
