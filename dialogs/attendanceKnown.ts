import type { MarkStatus } from '../src/domain/marks';
import type { Unfinished } from '../src/replies/whoCame';
import type { LastMarks, MarkGiven, RosterLine, SaveMarksResult, SessionToMark } from '../src/services/desk';

/**
 * What the script of attendance knows. `chosen`: which session, where there are several today; `last`: how
 * the class was marked before; `told`: what she said of it; `clear`: her answer to what of that was unclear; `problem`: why it could not be saved, so that it is asked anew.
 */
export type Attendance = {
  sessions: SessionToMark[];
  chosen: string;
  roster: RosterLine[];
  last: LastMarks | null;
  told: Told;
  clear: string;
  confirm: 'save' | 'fix' | Told;
  saved: SaveMarksResult;
  problem: 'not_on_roster' | 'changed_meanwhile' | null;
};
/**
 * What she said of a session so far. `open`: words of hers of which something is still unclear; `left`: what she chose to
 * leave out; `isAsLast`: it goes by the session before.
 */
export type Told = { sessionId: string; marks: MarkGiven[]; open?: Unfinished; left?: string[]; isAsLast?: boolean };

/** The session she is marking. */
export function sessionOf({ sessions = [], chosen }: Partial<Attendance>): SessionToMark | undefined {
  return sessions.length > 1 ? sessions.find(({ sessionId }) => sessionId === chosen) : sessions[0];
}

/** The list as it would stand with what she said. */
export function rosterThen({ roster = [], told }: Partial<Attendance>): RosterLine[] {
  const said = new Map(told?.marks.map(({ personId, status }) => [personId, status]));
  return roster.map((line) => {
    const mark: MarkStatus | undefined = said.get(line.personId) ?? line.mark;
    return mark ? { ...line, mark } : line;
  });
}

/** What she said, put right by what she said after it. */
export function corrected({ confirm }: Partial<Attendance>): Partial<Attendance> {
  return typeof confirm === 'object' ? { told: confirm } : {};
}

/** What is to be saved, each mark with the revision she was shown, so that somebody else's newer one is not overwritten. */
export function marksSeen({ told, roster = [] }: Partial<Attendance>): MarkGiven[] {
  const revisions = new Map(roster.map(({ personId, revision }) => [personId, revision]));
  return (told?.marks ?? []).map((mark) => ({ ...mark, seen: revisions.get(mark.personId) ?? 0 }));
}

/** What she can put right by writing the list anew. */
export function problemOf(saved: SaveMarksResult | undefined): Attendance['problem'] {
  if (!saved || saved.ok) return null;
  return saved.why === 'not_on_roster' || saved.why === 'changed_meanwhile' ? saved.why : null;
}
