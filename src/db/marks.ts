import type { MarkGiven } from '../services/desk';
import type { Db } from './pool';

/** Who marks, and by which message. */
export type Marker = {
  personId: string;
  conversationId: string;
  channel: string;
  messageId: string;
  sentAt: Date;
  receivedAt: Date;
};

/** What writing marks came to; anything but 'saved' means that nothing was written. */
export type MarksWritten = {
  outcome: 'saved' | 'not_yours' | 'unproven' | 'closed' | 'not_on_roster' | 'changed_meanwhile' | 'reason_needed';
  saved: number;
};

/** Writes the marks that differ from those that stand, or none. Who may and until when, the database itself looks at. */
export async function writeMarks(db: Db, sessionId: string, marks: MarkGiven[], marker: Marker): Promise<MarksWritten> {
  const { rows } = await db.query<MarksWritten>({
    name: 'marks-write',
    text: 'select outcome, saved from write_marks($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)',
    values: [
      sessionId,
      marks.map((mark) => mark.personId),
      marks.map((mark) => mark.status),
      marks.map((mark) => mark.reason ?? null),
      marks.map((mark) => mark.seen ?? null),
      marks.map((mark) => mark.bulk ?? false),
      ...by(marker),
    ],
  });
  return one(rows);
}

/** What taking marks back came to. `kept` were changed by somebody since. */
export type MarksUndone = {
  outcome: 'undone' | 'not_yours' | 'unproven' | 'closed' | 'nothing' | 'changed_since';
  undone: number;
  kept: number;
};

/** Takes back what the marker's last message of the last 24 hours wrote in a session; once more, the one before it. */
export async function undoMarks(db: Db, sessionId: string, marker: Marker): Promise<MarksUndone> {
  const { rows } = await db.query<MarksUndone>({
    name: 'marks-undo',
    text: 'select outcome, undone, kept from undo_marks($1, $2, $3, $4, $5, $6, $7)',
    values: [sessionId, ...by(marker)],
  });
  return one(rows);
}

/** One revision of a mark. `by` is the marker's code, or nothing for staff. Times are instants. */
export type MarkRevision = {
  revision: number;
  status: string;
  reason: string | null;
  by: string | null;
  channel: string;
  sentAt: Date;
  receivedAt: Date;
  undoes: boolean;
};

/** All there has been of one person's mark in a session, the oldest first. */
export async function markHistory(db: Db, sessionId: string, personId: string): Promise<MarkRevision[]> {
  const { rows } = await db.query<MarkRevision>({
    name: 'mark-history',
    text: `
      select m.revision, m.status, m.reason, i.code as by, m.channel, m.sent_at as "sentAt", m.received_at as "receivedAt",
             m.undoes is not null as undoes
      from mark m
      left join instructor i on i.person_id = m.marked_by
      where m.session_id = $1 and m.person_id = $2
      order by m.revision`,
    values: [sessionId, personId],
  });
  return rows;
}

function by({ personId, conversationId, channel, messageId, sentAt, receivedAt }: Marker): unknown[] {
  return [personId, conversationId, channel, messageId, sentAt, receivedAt];
}

function one<T>(rows: T[]): T {
  const [row] = rows;
  if (!row) throw new Error('A function of the database that always answers gave no row.');
  return row;
}
