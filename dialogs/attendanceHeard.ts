import type { MarkStatus } from '../src/domain/marks';
import type { Besides, WhoCame } from '../src/replies/whoCame';
import type { Decided } from '../src/replies/whoCame/decide';
import { onlyGuests } from './attendanceGuests';
import { type Attendance, rosterThen, type Told } from './attendanceKnown';
import { sessionOf } from './sessionChosen';

/** What her words are read with besides the list: how the class was marked the time before. */
export function besides({ last }: Partial<Attendance>): Besides {
  return last ? { last: new Map(last.marks.map(({ personId, status }) => [personId, status])) } : {};
}

/**
 * What she has told so far, with what was read of her words put into it. Whoever has a mark already keeps it unless she
 * was named. What she says of everyone takes the place of all she had said but of guests. What is still unclear stays open.
 */
export function heard(before: Partial<Attendance>, read: WhoCame): Told {
  if (!read.ok || !read.isOfAll || !before.told) return withRead(before, read);
  const { told, ...others } = before;
  const guests = onlyGuests(told);
  return withRead({ ...others, ...(guests && { told: guests }) }, read);
}

function withRead(known: Partial<Attendance>, read: WhoCame): Told {
  const before: Told = { sessionId: sessionOf(known)?.sessionId ?? '', marks: known.told?.marks ?? [] };
  const left = [...(known.told?.left ?? []), ...(read.ok ? read.left : [])];
  const guests = known.told?.guests;
  const told = {
    ...before,
    ...(guests && { guests }),
    ...(left.length > 0 && { left }),
    ...(known.told?.isAsLast && { isAsLast: true }),
  };
  if (!read.ok) return { ...told, open: read.unfinished };
  const marked = new Set(
    rosterThen(known).flatMap(({ personId, mark }: { personId: string; mark?: MarkStatus }) =>
      mark ? [personId] : [],
    ),
  );
  const anew = read.marks.filter(({ personId, named }) => named || !marked.has(personId));
  const kept = told.marks.filter(({ personId }) => !anew.some((mark) => mark.personId === personId));
  const keeps = keepsOf(known, read.marks, anew);
  return {
    ...told,
    ...(keeps.length > 0 && { keeps }),
    ...(read.isAsLast && { isAsLast: true }),
    marks: [...kept, ...anew.map(({ named, ...mark }) => mark)],
  };
}

// Marked before this talk, and otherwise than a word for all would have it.
function keepsOf({ roster = [], told }: Partial<Attendance>, said: Decided[], anew: Decided[]): string[] {
  const standing = new Map(roster.map(({ personId, mark }) => [personId, mark]));
  const before = new Set(told?.keeps);
  for (const { personId, status, named } of said) {
    const mark = standing.get(personId);
    if (!named && mark !== undefined && mark !== status) before.add(personId);
  }
  for (const { personId } of [...anew, ...(told?.marks ?? [])]) before.delete(personId);
  return [...before];
}
