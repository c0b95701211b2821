import type { Db } from './pool';

/** Somebody who is to be asked to mark a session that is over. */
export type AttendanceDue = { sessionId: string; personId: string; endsAt: Date };

/** The sessions that ended since an instant with somebody on the list not marked, with whoever may mark each and was not asked yet. */
export async function attendanceDue(db: Db, { since, until }: { since: Date; until: Date }): Promise<AttendanceDue[]> {
  const { rows } = await db.query<AttendanceDue>(
    `select s.id as "sessionId", markers.person_id as "personId", s.ends_at as "endsAt"
     from session s
     cross join lateral (
       select i.person_id from class_instructor ci join instructor i on i.id = ci.instructor_id where ci.class_id = s.class_id
       union
       select sub.person_id from session_substitute sub where sub.session_id = s.id and sub.ended_at is null
     ) as markers
     where s.status = 'planned' and s.starts_at > $1::timestamptz - interval '1 day' and s.ends_at > $1 and s.ends_at <= $2
       and not exists (select from notice n where n.key = 'attendance_due:' || s.id || ':' || markers.person_id)
       and exists (select from roster(s.id) r where r.status is null)
     order by s.ends_at, s.id, markers.person_id`,
    [since, until],
  );
  return rows;
}
