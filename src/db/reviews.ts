import type { Db } from './pool';

/** Something only a person can decide. Subjects are conversations or persons, by `kind`; nothing tells who they are. */
export type OpenReview = {
  id: string;
  kind: 'address_conflict' | 'near_match';
  subjects: string[];
  details: { [name: string]: string | number | boolean | null };
  openedAt: Date;
};

/** What waits for a decision, the oldest first. */
export async function openReviews(db: Db): Promise<OpenReview[]> {
  const { rows } = await db.query<OpenReview>(
    `select id::text, kind, subjects, details, opened_at as "openedAt" from review where status = 'open' order by id`,
  );
  return rows;
}

/** Notes what was decided, and by whom; false if nothing of that id is open. */
export async function decideReview(
  db: Db,
  id: string,
  { decision, by }: { decision: string; by: string },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `update review set status = 'decided', decision = $2, decided_by = $3, decided_at = now()
     where id = $1 and status = 'open'`,
    [id, decision, by],
  );
  return rowCount === 1;
}
