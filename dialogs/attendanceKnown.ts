import type { DaySaid } from '../src/domain/daySaid';
import type { DocumentGiven } from '../src/domain/document';
import type { MarkStatus } from '../src/domain/marks';
import type { Unfinished } from '../src/replies/whoCame';
import type {
  GuestGiven,
  LastMarks,
  MarkGiven,
  RosterLine,
  SaveMarksResult,
  SessionToMark,
} from '../src/services/desk';

/**
 * What the script of attendance knows. `sessionId`: the one she was asked about, and what she `said` to that; `anew`: she is telling it once more; `earlier`: it is about a day before today, `day` if she named it; `chosen`: which session, where there are several today; `last`: how
 * the class was marked before; `claims`: who has checked in by the code; `told`: what she said of it; `clear`: her answer to what of that was unclear; `problem`: why it could not be saved, so that it is asked anew;
 * `whose`: the document of a guest whose name several have; `reason`: why an earlier mark is changed, and `corrected` what saving it with that came to.
 */
export type Attendance = {
  sessionId: string;
  said: string;
  anew: true;
  earlier: boolean;
  day: DaySaid;
  sessions: SessionToMark[];
  chosen: string;
  roster: RosterLine[];
  last: LastMarks | null;
  claims: { claimed: string[]; refused: number };
  told: Told;
  clear: string;
  confirm: 'save' | 'fix' | Told;
  saved: SaveMarksResult;
  reason: string;
  whose: DocumentGiven | 'unknown';
  corrected: SaveMarksResult;
  problem: 'not_on_roster' | 'changed_meanwhile' | null;
};
/**
 * What she said of a session so far. `open`: words of hers of which something is still unclear; `left`: what she chose to
 * leave out; `more`: what she has said besides meanwhile, to be read once that is clear; `guests`: who came without being on the list, marked as "guest:0" and so on; `noClass`: her words, that it was not held; `keeps`: who has a mark already, which a word for all leaves as it is; `isAsLast`: it goes by the session before.
 */
export type Told = {
  sessionId: string;
  marks: MarkGiven[];
  keeps?: string[];
  guests?: GuestTold[];
  open?: Unfinished;
  more?: string[];
  left?: string[];
  isAsLast?: boolean;
  noClass?: string;
};

type GuestTold = Omit<GuestGiven, 'status'>;

/** The list as it would stand with what she said; at its end those who came without being on it. */
export function rosterThen({ roster = [], told }: Partial<Attendance>): RosterLine[] {
  const said = new Map(told?.marks.map(({ personId, status }) => [personId, status]));
  const last = roster.at(-1)?.number ?? 0;
  const guests = (told?.guests ?? []).map(
    ({ names }, at): RosterLine => ({
      number: last + at + 1,
      personId: guestId(at),
      firstNames: names.first,
      lastNames: names.last,
    }),
  );
  return [...roster, ...guests].map((line) => {
    const mark: MarkStatus | undefined = said.get(line.personId) ?? line.mark;
    return mark ? { ...line, mark } : line;
  });
}

/** What a guest is called among the marks until she is on the list. */
export function guestId(at: number): string {
  return `guest:${at}`;
}

/** Whether a mark or a line is of somebody who is not on the list yet. */
export function isGuest({ personId }: { personId: string }): boolean {
  return personId.startsWith('guest:');
}

/** What she said, put right by what she said after it. */
export function corrected({ confirm }: Partial<Attendance>): Partial<Attendance> {
  return typeof confirm === 'object' ? { told: confirm } : {};
}

/** What is to be saved, each mark with the revision she was shown, so that somebody else's newer one is not overwritten. */
export function marksSeen({ told, roster = [], reason }: Partial<Attendance>): MarkGiven[] {
  const lines = new Map(roster.map((line) => [line.personId, line]));
  return (told?.marks ?? [])
    .filter((given) => !isGuest(given))
    .map((given) => {
      const { mark, revision = 0 } = lines.get(given.personId) ?? {};
      const isChange = mark !== undefined && mark !== given.status;
      return { ...(reason && isChange && { reason }), ...given, seen: revision };
    });
}

/** What saving came to at last: with the reason, where one was asked. */
export function outcomeOf({ saved, corrected: withReason }: Partial<Attendance>): SaveMarksResult | undefined {
  return withReason ?? saved;
}

/** Why it could not be saved. */
export function refusalOf(known: Partial<Attendance>): Extract<SaveMarksResult, { ok: false }>['why'] | undefined {
  const outcome = outcomeOf(known);
  return outcome?.ok === false ? outcome.why : undefined;
}

/** What she can put right by writing the list anew. */
export function problemOf(saved: SaveMarksResult | undefined): Attendance['problem'] {
  if (!saved || saved.ok) return null;
  return saved.why === 'not_on_roster' || saved.why === 'changed_meanwhile' ? saved.why : null;
}
