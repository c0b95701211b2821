import type { LastMarks } from '../services/desk';
import type { Db } from './pool';

/** How the meeting of the class before this one was marked, for whoever may mark this one; nothing if it was not. */
export async function lastMarksOf(db: Db, sessionId: string, personId: string): Promise<LastMarks | undefined> {
  const { rows } = await db.query<{ startsAt: Date } & LastMarks['marks'][number]>({
    name: 'last-marks',
    text: `
      select before.starts_at as "startsAt", r.person_id as "personId", r.status
      from session s
      cross join lateral (
        select b.id, b.starts_at
        from session b
        where b.class_id = s.class_id and b.starts_at < s.starts_at and b.status = 'planned'
        order by b.starts_at desc
        limit 1
      ) as before
      cross join lateral roster(before.id) as r
      where s.id = $1 and may_mark(s.id, $2) and r.status is not null
      order by r.number`,
    values: [sessionId, personId],
  });
  const [first] = rows;
  if (!first) return undefined;
  return {
    startsAt: first.startsAt.toISOString(),
    marks: rows.map(({ personId: id, status }) => ({ personId: id, status })),
  };
}
