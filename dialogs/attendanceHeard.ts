import type { MarkStatus } from '../src/domain/marks';
import type { Besides, WhoCame } from '../src/replies/whoCame';
import { type Attendance, rosterThen, sessionOf, type Told } from './attendanceKnown';

/** What her words are read with besides the list: how the class was marked the time before. */
export function besides({ last }: Partial<Attendance>): Besides {
  return last ? { last: new Map(last.marks.map(({ personId, status }) => [personId, status])) } : {};
}

/**
 * What she has told so far, with what was read of her words put into it. Whoever has a mark already keeps it unless she
 * was named. What is still unclear stays open.
 */
export function heard(known: Partial<Attendance>, read: WhoCame): Told {
  const before: Told = { sessionId: sessionOf(known)?.sessionId ?? '', marks: known.told?.marks ?? [] };
  const left = [...(known.told?.left ?? []), ...(read.ok ? read.left : [])];
  const told = { ...before, ...(left.length > 0 && { left }), ...(known.told?.isAsLast && { isAsLast: true }) };
  if (!read.ok) return { ...told, open: read.unfinished };
  const marked = new Set(
    rosterThen(known).flatMap(({ personId, mark }: { personId: string; mark?: MarkStatus }) =>
      mark ? [personId] : [],
    ),
  );
  const anew = read.marks.filter(({ personId, named }) => named || !marked.has(personId));
  const kept = told.marks.filter(({ personId }) => !anew.some((mark) => mark.personId === personId));
  return {
    ...told,
    ...(read.isAsLast && { isAsLast: true }),
    marks: [...kept, ...anew.map(({ named, ...mark }) => mark)],
  };
}
