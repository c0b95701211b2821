import { slotsOf } from './classes';
import type { Db } from './pool';

/**
 * Plans to tell whoever has a place in a class that it goes on next term, for those of these classes that are the next
 * term of another: the same service, site and times, begun after it has ended. Each is told of a class once, and only
 * who wants reminders and has no place there yet.
 */
export async function planNextTerms(db: Db, classIds: string[], now: Date, today: string): Promise<void> {
  await db.query({
    name: 'next-term-plan',
    text: `
      insert into notice (key, person_id, script, known, about, due_at)
      select distinct concat_ws(':', 'next-term', n.id, e.person_id), e.person_id, 'nextTerm',
             json_build_object('classId', n.id)::jsonb, 'class:' || n.id, $2::timestamptz
      from class n
      join class c on c.site_id = n.site_id and c.service_id = n.service_id and n.starts_on > c.ends_on
        and c.ends_on >= $3::date - 60 and ${slotsOf('n')}::text = ${slotsOf('c')}::text
      join enrolment e on e.class_id = c.id and e.status = 'enrolled'
      join person p on p.id = e.person_id and p.reminders_refused_at is null
      where n.id = any ($1::uuid[]) and n.starts_on > $3::date and n.cancelled_at is null and c.cancelled_at is null
        and not exists (select from enrolment had where had.class_id = n.id and had.person_id = e.person_id
                                                    and had.status in ('enrolled', 'waitlisted', 'offered'))
        and not exists (select from class sooner
                        where sooner.site_id = c.site_id and sooner.service_id = c.service_id and sooner.cancelled_at is null
                          and sooner.starts_on > c.ends_on and (sooner.starts_on, sooner.code) < (n.starts_on, n.code)
                          and ${slotsOf('sooner')}::text = ${slotsOf('c')}::text)
      on conflict (key) do nothing`,
    values: [classIds, now, today],
  });
}
