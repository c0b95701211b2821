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

/** A review by its number, whatever its standing, held until the transaction ends. */
export async function reviewToDecide(
  db: Db,
  id: string,
): Promise<(OpenReview & { decision: string | null }) | undefined> {
  const { rows } = await db.query<OpenReview & { decision: string | null }>(
    'select id::text, kind, subjects, details, opened_at as "openedAt", decision from review where id = $1 for update',
    [id],
  );
  return rows[0];
}

/** Has something decided once more; left as it is where the same is open by now. */
export async function reopenReview(db: Db, id: string): Promise<void> {
  await db.query(
    `update review r set status = 'open', decision = null, decided_by = null, decided_at = null
     where r.id = $1 and r.status = 'decided'
       and not exists (select from review o where o.kind = r.kind and o.subjects = r.subjects and o.status = 'open')`,
    [id],
  );
}
