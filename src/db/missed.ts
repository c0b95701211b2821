import type { Missed } from '../services/desk';
import type { Db } from './pool';

/** Who has a place in an instructor's classes and was absent at least so often, the most often first. */
export async function missedOf(db: Db, instructorPersonId: string, { least, now }: { least: number; now: Date }) {
  const { rows } = await db.query<Missed>({
    name: 'missed-of',
    text: `
      select p.first_names as "firstNames", p.last_names as "lastNames", c.name as "className", count(*)::integer as missed
      from instructor i
      join class_instructor ci on ci.instructor_id = i.id
      join class c on c.id = ci.class_id
      join session s on s.class_id = c.id
      cross join lateral (
        select distinct on (m.person_id) m.person_id, m.status
        from mark m
        where m.session_id = s.id
        order by m.person_id, m.revision desc
      ) as latest
      join person p on p.id = latest.person_id
      where i.person_id = $1 and s.status = 'planned' and s.starts_at <= $2 and latest.status = 'absent'
        and exists (select from enrolment e where e.class_id = c.id and e.person_id = p.id and e.status = 'enrolled')
      group by c.id, p.id
      having count(*) >= $3
      order by missed desc, c.name, sort_key(p.last_names), sort_key(p.first_names), p.id
      limit 60`,
    values: [instructorPersonId, now, least],
  });
  return rows;
}
